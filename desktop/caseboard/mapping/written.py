"""Positions that stand in running text: a latitude with its longitude, in any common notation."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from caseboard.errors import CaseError

if TYPE_CHECKING:
    from caseboard.mapping.coordinates import Point

_D = r"\d{1,3}"
_MARK = r"[°º˚]"
_MIN = r"['’′ʹ‘]"
_SEC = r"(?:[\"”″“ʺ]|''|’’|′′)"
SIDE = r"(?:[NSEW]\b|(?:north|south|east|west)\b|(?:пн|пд|с|ю|сх|з|в|за?х)\.?\s?[шд]\b\.?)"
"""Which way from the equator or from Greenwich, in the words of the war's languages."""
_ORDINATE = (
    rf"[-+−]?{_D}(?:[.,]\d{{1,8}})?\s?{_MARK}"
    rf"(?:\s?\d{{1,2}}(?:[.,]\d{{1,6}})?\s?{_MIN}(?:\s?\d{{1,2}}(?:[.,]\d{{1,4}})?\s?{_SEC})?)?"
    rf"(?:\s?{SIDE})?"
)
_LETTERED = rf"(?:[NSEW]\s?{_ORDINATE}|{_ORDINATE})"
_PLAIN = r"[-+−]?\d{1,3}[.,]\d{1,8}"
_GRID = r"(?:[1-9]|[0-5]\d|60)\s?[C-HJ-NP-X]\s?[A-HJ-NP-Z]{2}"
_PATTERNS = (
    re.compile(rf"{_LETTERED}\s?[,;/]?\s?{_LETTERED}", re.IGNORECASE),
    re.compile(rf"(?<![\w.,]){_PLAIN}\s?[NS]\b\s?[,;/]?\s?{_PLAIN}\s?[EW]\b"),
    re.compile(rf"(?<![\w.,])[NS]\s?{_PLAIN}\s?[,;/]?\s?[EW]\s?{_PLAIN}(?![\w°])"),
    re.compile(
        r"(?<![\w.,+\-−])[-+−]?\d{1,2}\.\d{3,8}\s?[,;/]\s?[-+−]?\d{1,3}\.\d{3,8}(?![\w°%]|\.\d)"
    ),
    re.compile(
        rf"(?<!\w){_GRID}(?:\s?\d{{5}}\s\d{{5}}|\s?\d{{4}}\s\d{{4}}|\s?\d{{3}}\s\d{{3}}|\s?\d\d\s\d\d)(?!\d)"
    ),
    re.compile(rf"(?<!\w){_GRID}\s?(?:\d\d){{1,5}}(?!\d)"),
    re.compile(r"(?<!\w)\d{1,2}\s?[C-HJ-NP-X]\s\d{6}(?:\.\d+)?\s\d{7}(?:\.\d+)?(?!\d)"),
    re.compile(r"(?<![\w+])[23456789CFGHJMPQRVWX]{8}\+[23456789CFGHJMPQRVWX]{2,4}(?!\w)"),
)
"""Loose: what they find is read by `mapping.coordinates`, which refuses what is none."""
DAY = re.compile(r"\d{1,2}\s?(?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|DEC)\s?\d{2,4}")
"""`13 JAN 2024` is a square of MGRS off Chile, but never meant."""


@dataclass(frozen=True, slots=True)
class Written:
    """A position as it is written at `start` to `end` of a text."""

    start: int
    end: int
    point: "Point"


def found(text: str) -> Iterator[Written]:
    """Positions in reading order, none over another; those off the globe are left out."""
    end = 0
    matches = sorted(
        ((match.start(), -match.end(), match) for p in _PATTERNS for match in p.finditer(text)),
        key=lambda each: each[:2],
    )
    for start, _end, match in matches:
        point = _read(match.group()) if start >= end else None
        if point is not None:
            end = match.end()
            yield Written(start, end, point)


def _read(surface: str) -> "Point | None":
    from caseboard.mapping.coordinates import parse  # noqa: PLC0415  numpy, for positions alone

    if DAY.fullmatch(surface):
        return None
    try:
        return parse(surface.replace("−", "-"))
    except CaseError:
        return None  # such as 95.123, 200.5: numbers that only look like a position
