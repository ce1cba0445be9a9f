"""Who wrote an article: the best of the places in which pages say so."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, takewhile

from lxml import etree

from caseboard.capture import boilerplate, byline, names, titles, urls
from caseboard.capture.jsonld import Linked
from caseboard.capture.tree import Element, is_short, text_of, tokens
from caseboard.model.terms import PartKind

_AUTHOR_CLASS = re.compile(
    r"(?<![a-z])(?:authors?|author[-_]?names?|by-?lines?|autor(?:e[ns]?|ka|in|zy)?|auteurs?|avtor|"
    r"writers?|posted-?by|written-?by|contributors?|reporters?|verfasser|redakteur|journalist|"
    r"signature|firma(?:do)?|autoria|signataires?|fn)(?![a-z])"
)
_NOT_AUTHOR_CLASS = re.compile(
    r"photo|image|img|avatar|social|follow|share|picture|credit|caption|date|count|count|button|"
    r"(?<![a-z])(?:bio|icon|role|job|position|description|desc|email)(?![a-z])"
)
_ELSEWHERE = re.compile(
    r"comment|snippet|sidebar|widget|latest|footer|(?<![a-z])(?:nav|menu|feed)(?![a-z])"
)
_AUTHOR_PATH = re.compile(
    r"/(?:authors?|autor(?:e[ns]?|ka|in|i|zy)?|auteurs?|avtor[yi]?|by|people|person|profiles?|profil|"
    r"staff|contributors?|journalists?|columnists?|writers?|redaktion|bloger[iy]?|reporters?)/[^/?#]",
    re.I,
)
_BY_WORD = re.compile(
    r"(?:^|\W)(?:by|von|durch|par|por|przez|door|av|af|da|від|автор|авторка|от|autor(?:in|ka)?|"
    r"author|verfasser|auteur|posted by|written by|dodał[a]?|додав|додала|добавил[а]?)\s*:?\s*$",
    re.I,
)
_MARKED = etree.XPath("descendant-or-self::*[@rel or @itemprop]")
_LONGEST = 150
_LONGEST_LINE = 60
_LARGEST = 800
"""Characters of a heading."""
_LAST = 12
"""Lines at the end of a text among which its author may be named."""
_BEFORE, _AFTER = 60, 400
"""Elements round the title among which its byline is looked for."""


@dataclass(frozen=True, slots=True)
class Known:
    """What has been read of a page before its authors are looked for."""

    title: str
    site: str
    linked: Linked
    named_in_head: tuple[str, ...]
    lines: list[str]
    """The texts that can be its byline."""
    host: str = ""
    """Of the page's address."""
    last_lines: tuple[str, ...] = ()
    """What stands at the end of its text."""
    sources: tuple[str, ...] = ()
    """Whom a line such as `Source: Ukrinform` names."""


@dataclass(frozen=True, slots=True)
class Authors:
    """Names, and where they were read."""

    names: tuple[str, ...]
    said_in: str


def read(root: Element, container: Element, known: Known) -> Authors:
    """People, from the surest place that names any; else the agency, newsroom or pen name stated.

    `container` is the element that holds the article, in a page under `root`.
    """
    linked, site = known.linked, known.site
    sure = marked(container)
    stated = {
        "JSON-LD author": linked.authors,
        "author markup": sure,
        "meta author": known.named_in_head,
    }
    for where, written in stated.items():
        if found := names.people(written, site):
            return Authors(found, where)
    near = near_title(root, known.title) or _at_top(container)
    if found := names.people(near, site) or byline.authors(known.lines, site):
        return Authors(found, "byline")
    places = {
        "JSON-LD author": [*linked.authors, *linked.newsrooms],
        "author markup": sure,
        "meta author": known.named_in_head,
        "byline": [*near[:1], *after_by(root, known.title)[:1]],
    }
    outlets = []
    for where, written in places.items():
        found = names.anyone(written)
        if others := tuple(n for n in found if not names.is_site(n, site, known.host)):
            return Authors(others, where)
        outlets += [Authors(found, where)] if found else []
    if found := byline.authors(known.last_lines[-_LAST:], site):
        return Authors(found, "end of the text")
    if known.sources:
        return Authors(known.sources, "source line")
    return outlets[0] if outlets else Authors((), "")


def marked(container: Element) -> list[str]:
    """Names in `rel=author` and `itemprop=author`, teasers of other articles left out."""
    found = []
    for element in _MARKED(container):
        get = element.get
        is_author = "author" in (get("rel") or "").lower().split() or (
            "author" in (get("itemprop") or "").lower().split()
        )
        if is_author and not _is_elsewhere(element):
            inner = element.find(".//*[@itemprop='name']")
            named = inner if inner is not None else element
            if not is_short(named, _LARGEST):
                continue
            text = named.get("content") or text_of(named)
            if text and len(text) < 120:
                found.append(text)
    return found[:10]


def near_title(root: Element, title: str) -> list[str]:
    """Texts of the elements near the title whose class, or whose link, says author."""
    near = list(_near(root, title))
    by_class = [text for element in near if (text := _by_class(element))]
    by_link = [
        text_of(element)[:_LONGEST]
        for element in near
        if element.tag == "a"
        and _AUTHOR_PATH.search(urls.split(element.get("href") or "").path)
        and not _is_elsewhere(element)
    ]
    return [*by_class, *by_link][:10]


def after_by(root: Element, title: str) -> list[str]:
    """Texts of links near the title that follow the word `by`, pen names too."""
    found = []
    for element in _near(root, title):
        if element.tag == "a" and not _is_elsewhere(element):
            text, before = text_of(element), _before(element)
            if _BY_WORD.search(before) and 1 < len(text) <= 40 and _is_in_short_line(element):
                found.append(text)
    return found


def _is_in_short_line(link: Element) -> bool:
    """Whether no prose stands in the line of `link`, but who, when and where."""
    line = next((e for e in link.iterancestors() if e.tag in {"p", "div", "li", "td"}), None)
    return line is not None and len(text_of(line)) <= 2 * _LONGEST_LINE - len(text_of(link))


def _before(link: Element) -> str:
    """The words before a link in its line, wrappers round it left aside."""
    element = link
    for _step in range(3):
        previous, parent = element.getprevious(), element.getparent()
        text = (
            (previous.tail if previous is not None else parent.text) if parent is not None else ""
        )
        if text and text.strip():
            return str(text)[-60:]
        if previous is not None and isinstance(previous.tag, str) and text_of(previous):
            return text_of(previous)[-60:]
        if parent is None or parent.tag not in {"span", "strong", "b", "em", "i", "small", "cite"}:
            return ""
        element = parent
    return ""


def _at_top(container: Element) -> list[str]:
    """Texts marked as author near the top of an article whose title stands in no heading."""
    top = islice(container.iter("*"), _AFTER)
    found = list(dict.fromkeys(text for element in top if (text := _by_class(element))))
    return found if len(found) <= 2 else []


def _near(root: Element, title: str) -> Iterator[Element]:
    """The elements round the heading that is the title; none where there is no such heading."""
    folded = titles.fold(title)
    elements = list(root.iter("*"))
    for index, element in enumerate(elements):
        is_heading = element.tag in {"h1", "h2", "h3"} and is_short(element, _LARGEST)
        if is_heading and folded and folded in titles.fold(text_of(element)):
            after = elements[index + 1 : index + _AFTER]
            yield from takewhile(lambda other: other.tag != "h1", after)
            yield from reversed(elements[max(0, index - _BEFORE) : index])
            return


def _by_class(element: Element) -> str:
    words = tokens(element)
    if not words or not _AUTHOR_CLASS.search(words) or element.tag in {"img", "svg", "figure"}:
        return ""
    if not is_short(element, _LARGEST) or _NOT_AUTHOR_CLASS.search(words) or _is_elsewhere(element):
        return ""
    links = [text_of(link) for link in element.iter("a")]
    named = [text for text in links if names.people([text])]
    text = ", ".join(named) or text_of(element)
    return text if len(text) <= _LONGEST else ""


def _is_elsewhere(element: Element) -> bool:
    """Whether an element stands in a teaser of another article, a comment or a menu."""
    return any(
        outer.tag == "nav"
        or (outer.tag == "footer" and not _is_of_article(outer))
        or (outer.tag == "aside" and not _is_small(outer))
        or _is_apart(tokens(outer))
        for outer in element.iterancestors()
        if outer.tag not in {"body", "html", "article", "main"}
    )


def _is_small(aside: Element) -> bool:
    """Whether an `aside` holds a byline and a date, and no more."""
    return len(text_of(aside)) < 200 and not any(True for _h in aside.iter("h2", "h3", "h4", "li"))


def _is_of_article(footer: Element) -> bool:
    """Whether a `footer` is the small one of an article, where some systems put its byline."""
    inside = any(outer.tag == "article" for outer in footer.iterancestors())
    return inside and len(text_of(footer)) < 200


def _is_apart(words: str) -> bool:
    kind = boilerplate.by_class(words, "div") if words else None
    return kind in {PartKind.RELATED, PartKind.BANNER} or bool(_ELSEWHERE.search(words))
