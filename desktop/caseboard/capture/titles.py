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

    `headings`: texts of its h1 (h2 where none) in order; `stated`: headline and og:title;
    `document`: its <title>.
    """
    named = [text for text in (without_site(text, site, url) for text in stated) if text]
    bare = without_site(document, site, url)
    candidates = [*named, bare] if bare else named
    for heading in headings:
        if heading and any(_alike(heading, other) for other in [*candidates, document]):
            return without_site(heading, site, url)
    if named:
        return named[0]
    if bare and len(bare.split()) > 1:
        return bare
    return headings[0] if len(headings) == 1 else bare


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
    label = host.split(".")[-2] if host.count(".") else host
    return len(joined) > 2 and joined in {host.replace(".", ""), label, label.replace("-", "")}


def _alike(heading: str, other: str) -> bool:
    one, two = fold(heading), fold(other)
    if not one or not two:
        return False
    if one == two or (len(one) > 20 and (one in two or two in one)):
        return True
    return SequenceMatcher(None, one[:200], two[:200], autojunk=False).ratio() > 0.8
