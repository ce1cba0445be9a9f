"""The pictures of a page: where each is, what stands under it, who made it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from caseboard.capture import creditline, picture_urls
from caseboard.capture.tree import Element, text_of, tokens

_LAZY = ("data-src", "data-original", "data-lazy-src", "data-lazy", "data-full-src", "data-url",
         "data-hi-res-src", "data-image", "data-src-large", "data-orig-file", "data-large-file",
         "data-img-url", "data-image-src", "data-lazyload", "data-echo",
         "data-src-retina")  # fmt: skip
_LOOKS_LIKE_PICTURE = re.compile(
    r"(?:https?:/)?/\S+\.(?:jpe?g|png|webp|avif|gif)(?:[?#]\S*)?\Z", re.I
)
_SETS = ("srcset", "data-srcset", "data-lazy-srcset", "data-original-set", "data-src-set")
_ORNAMENT_CLASS = re.compile(
    r"pixel|beacon|tracking|spacer|sprite|emoji|avatar|gravatar|\blogo|icon[-_./]|"
    r"[-_/]icons?\b|captcha|button|badge|counter|(?:author|profile)[-_]*(?:image|photo|pic|img)"
)
_BACKGROUND = re.compile(
    r"background(?:-image)?\s*:[^;]{0,200}?url\(\s*[\"']?([^\"')]{4,2000})", re.I
)
_HERO = re.compile(
    r"hero|cover|lead|featured|(?:main|article|post|top|head(?:er)?)[-_]*(?:image|img|photo|picture|"
    r"media|bg)|jumbotron|masthead|parallax|"
    r"message_photo"
)
_CREDIT_CLASS = re.compile(
    r"credit|copyright|photographer|\bsource|byline|attribution|autor|author"
)
_SMALLEST = 60
_MOST = 30


@dataclass(frozen=True, slots=True)
class Figure:
    """One picture: its address as written, and the words around it."""

    url: str
    caption: str = ""
    credit: str = ""
    alt: str = ""
    printed: str = ""
    """The whole line under it, as it stands."""
    framed: bool = False
    """It stands in a `figure` or `picture` of its own."""


def of_image(
    element: Element, caption: str = "", credit: str = "", printed: str = ""
) -> Figure | None:
    """The picture that an `img` or `picture` shows; None for an ornament or a counter."""
    image = element if element.tag != "picture" else element.find(".//img")
    url = address(element if image is None else image, element)
    if not url or _is_ornament(url, element if image is None else image, captioned=bool(printed)):
        return None
    alt = " ".join(((image.get("alt") or "") if image is not None else "").split())
    return Figure(url, caption, credit, alt[:1000], printed, element.tag == "picture")


def of_figure(element: Element) -> Figure | None:
    """The picture of a `figure` with its caption and credit; None where it shows none."""
    printed, caption, credit = _under(element)
    pictures = (of_image(found, printed=printed) for found in _images(element))
    image = next((found for found in pictures if found), None)
    if image is None:
        return None
    return Figure(image.url, caption, credit, image.alt, printed, framed=True)


def others(element: Element, first: Figure) -> Iterator[Figure]:
    """The further pictures of a `figure` that shows several; copies of one in two sizes are one."""
    seen = [first.url]
    for figure in filter(None, map(of_image, list(_images(element))[:_MOST])):
        if not any(same_picture(figure.url, url) or figure.url == url for url in seen):
            seen.append(figure.url)
            yield replace(figure, framed=True)


def with_line(figure: Figure, line: str) -> Figure:
    """`figure` with the line that stands under it, cut into caption and credit."""
    caption, credit = creditline.split(line)
    return replace(figure, caption=caption, credit=credit, printed=line)


def of_background(element: Element) -> Figure | None:
    """The picture laid under an element whose class says that it opens the article."""
    found = _BACKGROUND.search(element.get("style") or "")
    source = found[1].strip() if found else (element.get("data-bg") or "").strip()
    if not source or not _HERO.search(tokens(element)) or picture_urls.is_ornament(source):
        return None
    return Figure(source[:4000], framed=True)


def is_ornament(url: str) -> bool:
    """Whether an address is that of a logo, a counter or what stands for a missing picture."""
    return picture_urls.is_logo(url) or picture_urls.is_ornament(url)


def same_picture(one: str, two: str) -> bool:
    """Whether two addresses name one picture, perhaps in two sizes."""
    return picture_urls.same(one, two)


def _images(element: Element) -> Iterator[Element]:
    yield from element.iter("img", "amp-img")
    for hidden in element.iter("noscript"):
        yield from hidden.iter("img")


def address(image: Element, holder: Element) -> str:
    """Where the picture itself is that `image` shows, perhaps later; as written, or empty."""
    source = (image.get("src") or "").strip()[:4000]
    stands_in = not source or picture_urls.is_placeholder(source)
    if not stands_in and not picture_urls.is_small(source):
        return source
    for name in _LAZY:
        other = (image.get(name) or "").strip()
        if other and not picture_urls.is_placeholder(other):
            return other[:4000]
    for element in (image, *holder.iter("source"), *_siblings(image)):
        for name in _SETS:
            best = largest(element.get(name) or "")
            if best:
                return best
    values = (value.strip() for name, value in image.items() if name.startswith("data-"))
    fitting = (v for v in values if len(v) < 4000 and _LOOKS_LIKE_PICTURE.match(v))
    return next(fitting, "" if stands_in else source)


def _siblings(image: Element) -> list[Element]:
    """The other sources of the `picture` that an image stands in.

    libxml2 does not know that `source` is empty, and puts the image inside it.
    """
    for outer, _step in zip(image.iterancestors(), range(8), strict=False):
        if outer.tag == "picture":
            return list(outer.iter("source"))[:50]
        if outer.tag not in {"source", "noscript"}:
            break
    return []


def largest(srcset: str) -> str:
    """The largest picture of a `srcset` (HTML, 4.8.4.2.1)."""
    best, best_size = "", -1.0
    for candidate in re.split(r",\s+", srcset.strip()[:20_000]):
        pieces = candidate.strip(", ").split()
        if not pieces or picture_urls.is_placeholder(pieces[0]):
            continue
        found = re.match(r"[\d.]+", pieces[1]) if len(pieces) > 1 else None
        size = float(found[0]) if found and found[0].count(".") < 2 and found[0] != "." else 0.0
        if size > best_size:
            best, best_size = pieces[0], size
    return best[:4000]


def _is_ornament(url: str, image: Element, *, captioned: bool) -> bool:
    """Whether a picture is a sign or a counter. What has a caption is shown for its own sake."""
    for name in ("width", "height"):
        stated = re.match(r"\d{1,6}", (image.get(name) or "").strip())
        if stated and int(stated[0]) < _SMALLEST:
            return True
    if url.lower().split("?")[0].endswith(".svg"):
        return True
    if captioned:
        return picture_urls.is_placeholder(url)
    return (
        picture_urls.is_ornament(url)
        or picture_urls.is_logo(url)
        or bool(_ORNAMENT_CLASS.search(tokens(image)))
    )


def _under(figure: Element) -> tuple[str, str, str]:
    """`(as printed, caption, credit)` of the line under a picture."""
    line = next(figure.iter("figcaption"), None)
    if line is None:
        line = next(
            (e for e in figure.iter("div", "span", "p") if re.search(r"caption|legend", tokens(e))),
            None,
        )
    marked = _credit_element(figure if line is None else line)
    if line is None:
        credit = text_of(marked) if marked is not None else ""
        return credit, "", creditline.joined("", credit)[1]
    printed = text_of(line)[:3000]
    if marked is not None:
        caption, credit = creditline.joined(printed, text_of(marked))
        if caption != printed or printed == text_of(marked):
            return printed, caption, credit
    outside = _credit_element(figure) if marked is None else None
    if outside is not None and text_of(outside) not in printed:
        credit = text_of(outside)[:300]
        return f"{printed} {credit}".strip(), printed, creditline.joined("", credit)[1]
    return (printed, *creditline.split(printed))


def _credit_element(element: Element) -> Element | None:
    for inner in element.iter("span", "small", "cite", "p", "div", "em", "i", "figcaption"):
        if (
            inner is not element
            and 1 < len(text_of(inner)) <= 200
            and _CREDIT_CLASS.search(tokens(inner))
        ):
            return inner
    return None
