"""The headings of a page that can be the title of its article."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from caseboard.capture import urls
from caseboard.capture.tree import Element, is_short, text_of, tokens, words

_KICKER = re.compile(
    r"kicker|overline|over-?title|sup(?:er|ra)-?title|eyebrow|dachzeile|spitzmarke|rubri[ck]|"
    r"top-?line|roof-?line|ante-?titulo|volanta|sub-?title|(?<![a-z])(?:label|tag|category|section)"
    r"(?![a-z])"
)
_NAMED = re.compile(
    r"(?<![a-z])(?:entry|post|article|page|story|news|topic|node|content|material|blog|item|art|"
    r"main|single|detail)[-_]*(?:title|headline|heading|header__title|name)(?![a-z])|"
    r"(?<![a-z])headline(?![a-z])|(?<![a-z])(?:p|entry|single)-(?:name|title)(?![a-z])"
)
_ELSEWHERE = re.compile(
    r"related|teaser|sidebar|widget|recommend|most-|popular|latest|footer|comment|card|swiper|"
    r"carousel|slider"
)
_LONGEST = 300
_LARGEST = 800
_MOST = 10


@dataclass(frozen=True, slots=True)
class Headings:
    """Texts in the order of the page, without the words that mark out a section over them."""

    first: list[str]
    """Its h1; those left out that lead to the site's front page."""
    named: list[str]
    """What another element's class says is the title of a text."""
    lesser: list[str]
    """Its h2 and h3."""


def read(root: Element) -> Headings:
    """The headings of the page under `root`."""
    h1s = (h1 for h1 in root.iter("h1") if is_short(h1, _LARGEST))
    first = [text for h1 in h1s if not _leads_home(h1) and (text := _text(h1))]
    others = (head for head in root.iter("h2", "h3") if is_short(head, _LARGEST))
    lesser = [text for head in others if (text := text_of(head))]
    return Headings(first[:_MOST], _short(_named(root)), lesser[:_MOST])


def _named(root: Element) -> Iterator[str]:
    for element in root.iter("h2", "h3", "h4", "div", "p", "span", "a"):
        found = tokens(element)
        is_named = found and _NAMED.search(found) and is_short(element, 2 * _LONGEST)
        if is_named and not _is_elsewhere(element):
            yield _text(element)


def _short(texts: Iterator[str]) -> list[str]:
    found: list[str] = []
    for text in texts:
        if text and len(text) <= _LONGEST and text not in found:
            found.append(text)
        if len(found) == _MOST:
            break
    return found


def _text(heading: Element) -> str:
    """What `heading` says, less a kicker that stands in an element of its own."""
    whole = text_of(heading)
    kickers = [
        text_of(inner)
        for inner in heading.iter("span", "small", "strong", "a", "div", "p", "em")
        if inner is not heading and _KICKER.search(tokens(inner))
    ]
    for kicker in kickers:
        if kicker and whole.startswith(kicker) and len(whole) > len(kicker) + 8:
            return words(whole[len(kicker) :]).lstrip(" :–—-|·")
    return whole


def _leads_home(heading: Element) -> bool:
    """Whether all of a heading is a link to the front page: then it names the site."""
    link = heading.find(".//a")
    if link is None or text_of(link) != text_of(heading):
        return False
    address = urls.split(link.get("href") or "#")
    return address.path in {"", "/"} and not address.fragment and not address.query


def _is_elsewhere(element: Element) -> bool:
    return any(
        outer.tag in {"footer", "nav", "aside"} or _ELSEWHERE.search(tokens(outer))
        for outer in (element, *element.iterancestors())
        if outer.tag not in {"body", "html", "article", "main"}
    )
