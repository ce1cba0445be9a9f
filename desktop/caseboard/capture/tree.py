"""A page as a tree that can be walked without fear."""

import re
from typing import Any

from lxml import etree, html

from caseboard.capture import urls
from caseboard.capture.guards import tame

Element = Any
"""An `lxml.html.HtmlElement`; lxml states no types."""

_FEWEST = 200
_HEAD = re.compile(
    r"(?:\s++|</?(?:html|head|meta|link|base)\b[^>]*+>|<(title|script)\b[^>]*+>.*?</\1>)*+",
    re.I | re.S,
)


def parse(source: str) -> Element | None:
    """The root of `source`, or None where it holds nothing. Raises `CaseError` (see `guards`)."""
    # As bytes: lxml refuses text that says `encoding=` somewhere.
    data = _with_body(tame(source)).encode("utf-8", "replace")
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        return html.document_fromstring(data, parser=parser)
    except etree.ParserError:  # nothing but white space and comments
        return None


def _with_body(source: str) -> str:
    """`source` with a body: without one libxml2 takes `article` and its like for the head's."""
    if re.search(r"<body[\s>]", source, re.I):
        return source
    head = _HEAD.match(source)
    at = head.end() if head else 0
    return f"{source[:at]}<body>{source[at:]}"


def tokens(element: Element) -> str:
    """Class, id, role and the like of `element` in lower case, for looking words up in."""
    get = element.get
    names = ("class", "id", "role", "data-testid", "itemprop", "data-component", "data-block",
             "data-gu-name", "data-qa")  # fmt: skip
    return " ".join(filter(None, map(get, names))).lower()[:500]


def words(text: str) -> str:
    """`text` with every run of white space as one blank."""
    return " ".join(text.split())


def text_of(element: Element) -> str:
    """All text under `element` on one line."""
    return words(" ".join(element.itertext()))


def is_short(element: Element, limit: int) -> bool:
    """Whether an element holds fewer than `limit` characters, in a fitting number of elements.

    All of a page is never read for it.
    """
    size, most = 0, max(_FEWEST, limit // 4)
    for count, inner in enumerate(element.iter()):
        size += len(inner.text or "") + (len(inner.tail or "") if inner is not element else 0)
        if size >= limit or count >= most:
            return False
    return True


def base(root: Element, url: str) -> str:
    """What the addresses of a page at `url` are seen from: its own, unless it names another."""
    for element in root.iter("base"):
        if element.get("href"):
            absolute = urls.absolute(element.get("href"), url)
            return absolute if urls.is_web(absolute) else url
    return url
