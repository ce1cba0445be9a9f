"""What a page or a stylesheet refers to: the files that belong to it."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from caseboard.capture import figures, guards, jsonld, opengraph, styles, tree, urls
from caseboard.capture.decode import decode
from caseboard.capture.reading import Need
from caseboard.capture.tree import Element, parse

PICTURE, STYLE, FONT, REFRESH = "picture", "style", "font", "refresh"
TRACKING = "tracking"
"""A picture that nobody sees: it is there to tell who reads."""
KINDS = {PICTURE, STYLE, FONT, REFRESH, TRACKING}
MOST = 2_000
_MOST_STYLES = 500
REFRESH_SECONDS = 5.0
"""A page that sends on later than this is meant to be read first."""
_SPECK = re.compile(r"\s*[012](?:px)?\s*")
_UNSEEN = re.compile(r"(?:^|;)(?:width:[012]px;height:[012]px|height:[012]px;width:[012]px)")
_STYLE = re.compile(r"<style\b[^>]*>", re.I)
_STYLE_END = re.compile(r"</style\b|\Z", re.I)
_REFRESH = re.compile(r"""\s*([\d.]{1,8})\s*[;,\s]\s*(?:url\s*=)?\s*["']?([^"']+)""", re.I)
_PRELOADED = {"image": PICTURE, "style": STYLE, "font": FONT}
_OLD = ("table", "td", "th", "body")


def of(data: bytes, media_type: str, url: str) -> list[Need]:
    """What `data` from `url` refers to, each address once, absolute, http or https.

    Pictures stand in the order of the page; of one that comes in sizes the largest is named, and
    the one that its `src` names. A page that sends on by itself within seconds names that address,
    as `refresh`; a picture that is only there to count readers is `tracking`. Raises `CaseError`
    where a page is too large.
    """
    if media_type == "text/css":
        return _once(styles.needs(decode(data[: styles.MAX_CHARACTERS]), url))
    guards.check_size(len(data))
    markup = decode(data)
    root = parse(markup)
    if root is None:
        return []
    return _once(_of_page(root, markup, tree.base(root, url)))


def _of_page(root: Element, markup: str, base: str) -> Iterator[Need]:
    for written, kind in _written(root):
        absolute = urls.absolute(written, base)
        if written and not written.startswith("#") and urls.is_web(absolute):
            yield Need(absolute, kind)
    for css in islice(_style_elements(markup), _MOST_STYLES):
        yield from styles.needs(css, base)
    inline = (element.get("style")[:10_000] for element in root.xpath("//*[@style]"))
    yield from styles.pictures(" ; ".join(inline)[: styles.MAX_CHARACTERS], base)


def _written(root: Element) -> Iterator[tuple[str, str]]:
    """Addresses as the page writes them, with what stands there."""
    yield from ((address, REFRESH) for address in _refreshes(root))
    yield from ((address, TRACKING) for address in _trackers(root))
    yield from ((address, PICTURE) for address in _leads(root))
    yield from ((address, PICTURE) for address in _pictures(root))
    for link in root.iter("link"):
        yield from _link(link)


def _leads(root: Element) -> Iterator[str]:
    """The picture that a page shows where it is shared."""
    yield opengraph.read(root).image
    yield jsonld.read(root).image


def _pictures(root: Element) -> Iterator[str]:
    for image in root.iter("img", "amp-img"):
        shown = (image.get("src") or "").strip()
        found = figures.address(image, image)
        yield found
        yield shown
        if found == shown:  # else the sets of sizes were looked at already
            yield figures.largest(image.get("srcset") or "")
    for source in root.iter("picture"):
        first = next(source.iter("source"), None)
        if first is not None:
            yield figures.largest(first.get("srcset") or first.get("data-srcset") or "")
    for video in root.iter("video"):
        yield (video.get("poster") or "").strip()
    for field in root.iter("input"):
        if (field.get("type") or "").lower() == "image":
            yield (field.get("src") or "").strip()
    for element in root.iter(*_OLD):
        yield (element.get("background") or "").strip()


def _trackers(root: Element) -> Iterator[str]:
    """Pictures of a pixel or two, and those that are never shown."""
    for image in root.iter("img"):
        sides = [image.get(side) or "" for side in ("width", "height")]
        style = "".join((image.get("style") or "")[:2_000].lower().split())
        if all(map(_SPECK.fullmatch, sides)) or _UNSEEN.search(style):
            yield (image.get("src") or "").strip()


def _link(link: Element) -> Iterator[tuple[str, str]]:
    relations = (link.get("rel") or "").lower().split()
    address = (link.get("href") or "").strip()
    if "stylesheet" in relations and "alternate" not in relations:
        yield address, STYLE
    elif "preload" in relations:
        kind = _PRELOADED.get((link.get("as") or "").lower())
        best = figures.largest(link.get("imagesrcset") or "") if kind == PICTURE else ""
        if kind:
            yield best or address, kind
    elif any("icon" in relation for relation in relations):
        yield address, PICTURE


def _refreshes(root: Element) -> Iterator[str]:
    """Where the page sends on by itself; what is for browsers without programs does not count."""
    for meta in root.iter("meta"):
        if (meta.get("http-equiv") or "").strip().lower() != "refresh" or _in_noscript(meta):
            continue
        found = _REFRESH.match((meta.get("content") or "")[:4_000])
        if found is not None and _seconds(found[1]) <= REFRESH_SECONDS:
            yield found[2].strip()


def _seconds(written: str) -> float:
    try:
        return float(written)
    except ValueError:
        return float("inf")


def _in_noscript(element: Element) -> bool:
    return any(outer.tag == "noscript" for outer in element.iterancestors())


def _style_elements(markup: str) -> Iterator[str]:
    """What stands in `style` elements; it is gone when a page is parsed here."""
    left = styles.MAX_CHARACTERS
    position = 0
    while left > 0 and (start := _STYLE.search(markup, position)) is not None:
        end = _STYLE_END.search(markup, start.end())
        position = end.start() if end else len(markup)
        yield markup[start.end() : min(position, start.end() + left)]
        left -= position - start.end()


def _once(found: Iterable[Need]) -> list[Need]:
    kept: dict[str, Need] = {}
    for need in found:
        address = need.url.partition("#")[0]
        if len(address) <= 4_000:
            kept.setdefault(address, Need(address, need.kind))
        if len(kept) >= MOST:
            break
    return list(kept.values())
