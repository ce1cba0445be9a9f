"""Foreign HTML made harmless: what is left can be shown, and can do nothing."""

from collections.abc import Mapping
from html import escape

import nh3

from caseboard.capture import figures, guards, urls
from caseboard.capture.decode import decode
from caseboard.capture.tree import Element, parse

MAX_DEPTH = 64
MAX_TABLES = 3
"""376 bytes of tables in tables stop QTextDocument for eight seconds."""
MAX_TEXT = 2_000_000
"""Characters that are shown; the original holds the rest."""
MAX_ELEMENTS = 20_000
_MAX_CELLS = 100
"""A cell may claim to span millions of columns."""

_TAGS = {
    "a", "abbr", "article", "aside", "b", "blockquote", "br", "caption", "cite", "code", "dd",
    "del", "dfn", "div", "dl", "dt", "em", "figcaption", "figure", "footer", "h1", "h2", "h3",
    "h4", "h5", "h6", "header", "hr", "i", "img", "ins", "kbd", "li", "main", "mark", "ol", "p",
    "pre", "q", "s", "samp", "section", "small", "span", "strike", "strong", "sub", "sup",
    "table", "tbody", "td", "tfoot", "th", "thead", "time", "tr", "tt", "u", "ul", "var",
}  # fmt: skip
_GONE = {
    "script", "style", "iframe", "frame", "frameset", "noframes", "object", "embed", "applet",
    "svg", "math", "form", "button", "select", "textarea", "option", "template", "title",
    "audio", "video", "canvas", "map", "dialog", "noembed", "xmp", "head", "portal",
    "fencedframe",
}  # fmt: skip
"""Elements that go with all they hold. A form goes too, save where it holds the whole page."""
_ATTRIBUTES = {
    "a": {"href", "title"},
    "img": {"src", "alt"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan"},
    "ol": {"start"},
    "time": {"datetime"},
    "*": {"lang", "dir"},
}
_NUMBERS = {"colspan", "rowspan", "start"}
_SCHEMES = {"http", "https", "mailto"}
_LONG_FORM = 500


def clean(html: str | bytes, pictures: Mapping[str, str] | None = None, *, base: str = "") -> str:
    """`html` without script, form, frame, style, and without anything fetched or opened.

    `pictures` maps addresses to ordinals of the clip's files, as the page writes them or as seen
    from `base`, the page's own address: such an image stays, as `clip:<ordinal>`; every other one
    is replaced by its alternative text. Links keep http, https and mailto addresses.
    At most `MAX_DEPTH` deep, tables `MAX_TABLES` deep, `MAX_TEXT` characters long.
    Raises `CaseError` where the page is too large.
    """
    guards.check_size(len(html))
    root = parse(decode(html))
    if root is None:
        return ""
    body = root.find("body")
    top = root if body is None else body
    flat = _Flat(pictures or {}, base).write(top)
    return nh3.clean(
        flat,
        tags=_TAGS,
        clean_content_tags=_GONE - _TAGS,
        attributes={tag: set(names) for tag, names in _ATTRIBUTES.items()},
        url_schemes=_SCHEMES | {"clip"},
        strip_comments=True,
        link_rel="noopener noreferrer nofollow",
    )


class _Flat:
    """Writes a tree anew: only what may be shown, no deeper than it may be.

    nh3 has the last word on what is safe; this decides what is kept and how deep it stands, since
    a deep tree is what no viewer survives.
    """

    def __init__(self, pictures: Mapping[str, str], base: str) -> None:
        self._pictures = pictures
        self._base = base
        self._out: list[str] = []
        self._text = 0
        self._elements = 0

    def write(self, top: Element) -> str:
        self._inside(top, 0, 0)
        return "".join(self._out)

    def _inside(self, element: Element, depth: int, tables: int) -> None:
        self._words(element.text)
        for child in element:
            if self._text > MAX_TEXT or self._elements > MAX_ELEMENTS:
                return
            self._child(child, depth, tables)
            self._words(child.tail)

    def _child(self, element: Element, depth: int, tables: int) -> None:
        tag = element.tag
        if not isinstance(tag, str) or (tag in _GONE and not _holds_page(element)):
            return
        self._elements += 1
        if tag in {"img", "amp-img"}:
            self._image(element)
        elif tag in {"br", "hr"}:
            self._out.append(f"<{tag}>")
        elif (tag == "table" and tables >= MAX_TABLES) or (
            tag in {"tr", "td", "th", "tbody", "thead", "tfoot"} and _in_deep_table(element)
        ):
            self._wrapped("div", "", element, depth, tables)
        elif tag in _TAGS:
            inner = tables + (tag == "table")
            self._wrapped(tag, _attributes(element, tag), element, depth, inner)
        else:  # unknown: its words count, itself does not
            self._inside(element, depth, tables)

    def _wrapped(
        self, tag: str, attributes: str, element: Element, depth: int, tables: int
    ) -> None:
        # Room for what nh3's parser adds by itself: a `tbody`, a `tr`.
        if depth >= MAX_DEPTH - 8:
            self._out.append(" ")
            self._inside(element, depth, tables)
            self._out.append(" ")
            return
        self._out.append(f"<{tag}{attributes}>")
        self._inside(element, depth + 1, tables)
        self._out.append(f"</{tag}>")

    def _words(self, text: str | None) -> None:
        if text and self._text <= MAX_TEXT:
            self._text += len(text)
            self._out.append(escape(text, quote=False))

    def _image(self, element: Element) -> None:
        alt = " ".join((element.get("alt") or "").split())[:1000]
        ordinal = next(filter(None, map(self._pictures.get, self._addresses(element))), None)
        if ordinal is not None and ordinal.isascii() and ordinal.isdigit():
            self._out.append(f'<img src="clip:{ordinal}" alt="{escape(alt)}">')
        elif alt:
            self._words(f" [{alt}] ")

    def _addresses(self, image: Element) -> list[str]:
        """Where an image may be: as written, as lazy pages write it, and as seen from the base."""
        shown = figures.of_image(image)
        written = [(image.get("src") or "").strip(), shown.url if shown else ""]
        return [*written, *(urls.absolute(address, self._base) for address in written)]


def _attributes(element: Element, tag: str) -> str:
    kept = []
    for name in sorted(_ATTRIBUTES.get(tag, set()) | _ATTRIBUTES["*"]):
        value = (element.get(name) or "").strip()[:4000]
        if not value:
            continue
        if name == "href" and not _is_safe_link(value):
            continue
        if name in _NUMBERS and not (value.isascii() and value.isdigit() and len(value) < 7):
            continue
        if name in {"colspan", "rowspan"}:
            value = str(min(int(value), _MAX_CELLS))
        kept.append(f' {name}="{escape(value)}"')
    return "".join(kept)


def _is_safe_link(address: str) -> bool:
    return urls.is_web(address) or urls.split(address).scheme.lower() == "mailto"


def _in_deep_table(element: Element) -> bool:
    """Whether the table that `element` is a row or cell of was too deep to stay a table."""
    count = 0
    for outer in element.iterancestors("table"):
        count += 1
        if count > MAX_TABLES:
            return True
        del outer
    return count == 0


def _holds_page(element: Element) -> bool:
    """Whether a form is one round a whole page, as some servers write them."""
    if element.tag != "form":
        return False
    size = 0
    for text in element.itertext():
        size += len(text)
        if size > _LONG_FORM:
            return True
    return False
