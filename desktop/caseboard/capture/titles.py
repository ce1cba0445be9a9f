"""The title of an article without the name of its site."""

import re
from difflib import SequenceMatcher

from caseboard.capture.urls import host as host_of

_SEPARATOR = re.compile(r"\s+[|–—\-·•»:/]\s+|\s*[|»]\s*|\s+::\s+")
_WORD = re.compile(r"\w+")


def fold(text: str) -> str:
    """`text` for comparing: words only, no case."""
    return " ".join(_WORD.findall(text.casefold()))


def choose(headings: list[str], stated: list[str], document: str, site: str, url: str) -> str:
    """The title: what the page shows in a heading and states of itself, where the two agree.

    `headings`: texts of its h1 in order; `stated`: headline and og:title;
    `document`: its <title>. A heading that only names the site is none.
    """
    headings = [text for text in headings if text and not _names_site(text, site, url)]
    named = [text for text in (without_site(text, site, url) for text in stated) if text]
    bare = without_site(document, site, url)
    for heading in headings:
        if any(_alike(heading, other) for other in [*named, bare, document]):
            return _without_kicker(without_site(heading, site, url), named)
    if named:
        return named[0]
    if len(headings) == 1 and (not bare or len(fold(headings[0]).split()) > 1):
        return without_site(headings[0], site, url)
    return bare


def _without_kicker(heading: str, named: list[str]) -> str:
    """`heading` less a few words over it that are no part of what the page calls itself."""
    folded = fold(heading)
    for name in named:
        known = fold(name)
        before = folded.removesuffix(known)
        if len(known.split()) >= 3 and before != folded and 1 <= len(before.split()) <= 5:
            return name
    return heading


def without_site(title: str, site: str, url: str = "") -> str:
    """`title` less a site's name, section or domain that hangs on behind or before it."""
    title = title.strip()
    pieces = _SEPARATOR.split(title)
    if len(pieces) < 2:
        return title
    first, last = title.find(pieces[1]), title.rfind(pieces[-1])
    if _names_site(pieces[-1], site, url):
        return without_site(_trim(title[:last]), site, url)
    if _names_site(pieces[0], site, url):
        return without_site(_trim(title[first:]), site, url)
    for piece in pieces[1:-1]:  # the site, and behind it what it is
        if _names_site(piece, site, url):
            return _trim(title[: title.find(piece, len(pieces[0]))])
    return title


def _trim(text: str) -> str:
    return text.strip(" |–—-·•»:/")


def _names_site(piece: str, site: str, url: str) -> bool:
    name = fold(piece)
    if not name:
        return True
    name, known = name.removeprefix("the "), fold(site).removeprefix("the ")
    if known and (name == known or SequenceMatcher(None, name, known).ratio() > 0.85):
        return True
    host = host_of(url)
    joined = name.replace(" ", "")
    label = (host.split(".")[-2] if host.count(".") else host).replace("-", "")
    if len(joined) > 2 and joined in {
        host.replace(".", ""),
        host.replace(".", "").replace("-", ""),
        label,
    }:
        return True
    shorter, longer = sorted((joined, label), key=len)
    return len(shorter) >= 6 and len(name.split()) <= 4 and longer.startswith(shorter)


def _alike(heading: str, other: str) -> bool:
    one, two = fold(heading), fold(other)
    if not one or not two:
        return False
    if one == two or (len(one) > 20 and (one in two or two in one)):
        return True
    return SequenceMatcher(None, one[:200], two[:200], autojunk=False).ratio() > 0.8
