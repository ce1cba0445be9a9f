"""The title of an article without the name of its site."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

from caseboard.capture.headings import Headings
from caseboard.capture.urls import host as host_of

_SEPARATOR = re.compile(r"\s+[|–—\-·•»:/]\s+|\s*\|\s*|\s+::\s+")
_ARROW = re.compile(rf"{_SEPARATOR.pattern}|\s*»\s*")
_NO_NAMES = {"com", "net", "org", "www", "gov", "edu"}
_SHORTEST = 4
_SHORTEST_LABEL = 5
_WORD = re.compile(r"\w+")


def fold(text: str) -> str:
    """`text` for comparing: words only, no case."""
    return " ".join(_WORD.findall(text.casefold()))


@dataclass(frozen=True, slots=True)
class Title:
    """A title, and where it was read."""

    text: str
    said_in: str


def choose(headings: Headings, stated: dict[str, str], document: str, site: str, url: str) -> Title:
    """The title: what the page shows in a heading and states of itself, where the two agree.

    `stated`: titles by where they are stated, best first; `document`: its <title>. A heading that
    only names the site is none.
    """
    shown = [text for text in headings.first if not _names_site(text, site, url)]
    named = {
        where: bare for where, text in stated.items() if (bare := without_site(text, site, url))
    }
    bare = without_site(document, site, url)
    pieces = {fold(piece) for text in (document, *named.values()) for piece in _pieces(text)}
    known = [*named.values(), bare, document]
    for heading in shown:
        if any(_alike(heading, other) for other in known) or fold(heading) in pieces:
            tidy = _without_kicker(without_site(heading, site, url), list(named.values()))
            return Title(tidy, "heading")
    lesser = headings.named if shown else [*headings.named, *headings.lesser]
    for heading in lesser:
        folded = fold(heading)
        ends = heading in headings.named and len(folded.split()) > 2
        agrees = folded in pieces or any(_alike(heading, other) for other in known)
        if (agrees or (ends and folded in fold(document))) and not _names_site(heading, site, url):
            same = [text for text in named.values() if fold(text) == folded]
            return Title(same[0] if same else without_site(heading, site, url), "heading")
    if named:
        return Title(next(iter(named.values())), next(iter(named)))
    if len(shown) == 1 and (not bare or len(fold(shown[0]).split()) > 1):
        return Title(without_site(shown[0], site, url), "heading")
    return Title(bare, "title element" if bare else "")


def _pieces(title: str) -> list[str]:
    """What stands between the separators of a title: several words, or all there is."""
    found = _separator(title).split(title) if title else []
    return [piece for piece in found if len(found) == 1 or len(piece.split()) > 1]


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
    pieces = _separator(title).split(title)
    if len(pieces) < 2:
        return title
    first, last = title.find(pieces[1]), title.rfind(pieces[-1])
    if _names_site(pieces[-1], site, url):
        return _unless_bare(without_site(_trim(title[:last]), site, url), title)
    if _names_site(pieces[0], site, url):
        return _unless_bare(without_site(_trim(title[first:]), site, url), title)
    for piece in pieces[1:-1]:  # the site, and behind it what it is
        if _names_site(piece, site, url):
            return _trim(title[: title.find(piece, len(pieces[0]))])
    return title


def _unless_bare(rest: str, title: str) -> str:
    """`rest`, unless so little is left that the site's name was a part of the title."""
    return rest if len(rest) >= _SHORTEST or not rest else title


def _separator(title: str) -> re.Pattern[str]:
    """What separates pieces: an arrow too, where it closes no quotation."""
    return _SEPARATOR if "«" in title else _ARROW


def _trim(text: str) -> str:
    text = text.strip(" |–—-·•:/")
    return text if "«" in text else text.strip(" »|–—-·•:/")


def _names_site(piece: str, site: str, url: str) -> bool:
    name = fold(piece)
    if not name:
        return True
    name, known = name.removeprefix("the "), fold(site).removeprefix("the ")
    if known and (name == known or SequenceMatcher(None, name, known).ratio() > 0.85):
        return True
    host = host_of(url)
    joined = name.replace(" ", "")
    labels = [label.replace("-", "") for label in host.split(".") if len(label) > 2]
    labels = [label for label in labels if label not in _NO_NAMES]
    if len(joined) > 2 and joined in {host.replace(".", "").replace("-", ""), *labels}:
        return True
    for label in labels:
        shorter, longer = sorted((joined, label), key=len)
        if (
            len(shorter) >= _SHORTEST_LABEL
            and len(name.split()) <= 4
            and longer.startswith(shorter)
        ):
            return True
    return False


def _alike(heading: str, other: str) -> bool:
    one, two = fold(heading), fold(other)
    if not one or not two:
        return False
    if one == two or (len(one) > 20 and (one in two or two in one)):
        return True
    return SequenceMatcher(None, one[:200], two[:200], autojunk=False).ratio() > 0.8
