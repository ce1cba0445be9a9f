"""Coordinates in running text, in any common notation."""

import re
from collections.abc import Iterator

from caseboard.errors import CaseError
from caseboard.mapping import coordinates
from caseboard.mapping.coordinates import Point
from caseboard.model.terms import LocationKind
from caseboard.tagging.places.mention import Mention
from caseboard.tagging.suggestions import Place

_D = r"\d{1,3}"
_MARK = r"[°º˚]"
_MIN = r"['’′ʹ‘]"
_SEC = r"(?:[\"”″“ʺ]|''|’’|′′)"
_SIDE = r"(?:[NSEW]\b|(?:north|south|east|west)\b|(?:пн|пд|с|ю|сх|з|в|зах)\.?\s?[шд]\b\.?)"
_ORDINATE = (
    rf"[-+−]?{_D}(?:[.,]\d{{1,8}})?\s?{_MARK}"
    rf"(?:\s?\d{{1,2}}(?:[.,]\d{{1,6}})?\s?{_MIN}(?:\s?\d{{1,2}}(?:[.,]\d{{1,4}})?\s?{_SEC})?)?"
    rf"(?:\s?{_SIDE})?"
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


def mentions(text: str) -> Iterator[Mention]:
    """Positions in reading order, none over another; those off the globe are left out."""
    end = 0
    found = sorted(
        ((match.start(), -match.end(), match) for p in _PATTERNS for match in p.finditer(text)),
        key=lambda each: each[:2],
    )
    for start, _end, match in found:
        point = _read(match.group()) if start >= end else None
        if point is not None:
            end = match.end()
            yield _mention(start, end, match.group(), point)


def _read(surface: str) -> Point | None:
    try:
        return coordinates.parse(surface.replace("−", "-"))
    except CaseError:
        return None  # such as 95.123, 200.5: numbers that only look like a position


def _mention(start: int, end: int, surface: str, point: Point) -> Mention:
    place = Place(
        name=f"{point.lat:.5f}, {point.lon:.5f}",
        kind=LocationKind.POINT,
        lat=point.lat,
        lon=point.lon,
        precision_m=point.precision_m,
    )
    return Mention(
        start=start, end=end, surface=surface, names=(surface,), weight=0.97, place=place
    )
