"""The day of a page that states none: what is found in it, where something else bears it out."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from caseboard.capture import printed, urls
from caseboard.capture.tree import Element

_IN_PATH = re.compile(r"(?<!\d)((?:19|20)\d\d)[/_-]?(\d\d)[/_-]?(\d\d)(?!\d)")
_LABEL = re.compile(
    r"^\W*(?:(?:first )?published|posted|publication date|date|veröffentlicht|publiziert|"
    r"erschienen|erstellt|datum|опубліковано|розміщено|дата публікації|дата|опубликовано|размещено|"
    r"дата публикации|opublikowano|data publikacji|dodano|data dodania|utworzono)\b[\s:]*"
    r"(?:on|at|am|о|в|dnia)?\W*(?=\d|\w{3,12}\W)",
    re.I,
)
_LONGEST = 200
_MOST = 150
"""A date shown as such stands in a short line; these are so many lines as are looked at."""


@dataclass(frozen=True, slots=True)
class Found:
    """A day as EDTF, and where it was read."""

    day: str
    said_in: str


def day(
    root: Element, url: str | None, lines: Iterable[str], *, day_first: bool | None = None
) -> Found | None:
    """The day that the page's address or a label in its short `lines` says; else htmldate's.

    What htmldate finds counts where one of the `lines` says it too. Without such a second witness
    it is wrong about as often as right: it then takes days out of picture names, copyright lines
    and lists of other articles.
    """
    short = [line for line in lines if len(line) <= _LONGEST]
    in_path = _in_path(url or "")
    if in_path is not None:
        return Found(in_path.isoformat(), "address")
    labelled = [
        said.edtf[:10]
        for line in short
        if (label := _LABEL.match(line))
        and (said := printed.find(line[label.end() :][:40], day_first=day_first))
    ]
    if labelled:
        return Found(labelled[0], "label beside it")
    found = _by_htmldate(root, url)
    shown = [said.edtf[:10] for said in map(printed.find, short[:_MOST]) if said]
    return Found(found, "text") if found is not None and found in shown else None


def _in_path(url: str) -> date | None:
    found = _IN_PATH.search(urls.split(url).path)
    if found is None:
        return None
    try:
        named = date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:  # the number of an article
        return None
    return named if printed.plausible(named) else None


def _by_htmldate(root: Element, url: str | None) -> str | None:
    # Brings dateparser along (0.1 s), needed only for pages that state no date at all.
    from htmldate import find_date  # noqa: PLC0415

    try:
        found = find_date(root, url=url, original_date=True, extensive_search=False)
    except (ValueError, TypeError, AttributeError, OverflowError, RecursionError):
        return None  # its own slips over odd pages
    return found if found and printed.plausible(date.fromisoformat(found)) else None
