"""Dates as people print them, in the languages of `months`."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from caseboard.model import months

_MONTH = "|".join(sorted(map(re.escape, months.NUMBERS), key=len, reverse=True))
_YEAR = r"(?P<y>(?:19|20)\d\d)"
_DATES = (
    re.compile(rf"(?<!\d){_YEAR}([-/.])(?P<m>\d\d)\2(?P<d>\d\d)(?!\d)"),
    re.compile(
        rf"(?<!\d)(?P<d>\d{{1,2}})(?:st|nd|rd|th|er|[.º°ª])?[\s/-]+(?:of\s+|de\s+)?"
        rf"(?P<w>{_MONTH})\b\.?,?[\s/-]+(?:de\s+|del\s+)?{_YEAR}(?!\d)",
        re.I,
    ),
    re.compile(
        rf"\b(?P<w>{_MONTH})\b\.?\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?,?\s+{_YEAR}(?!\d)", re.I
    ),
    re.compile(rf"(?<!\d){_YEAR}\.?\s+(?P<w>{_MONTH})\s+(?P<d>\d{{1,2}})(?!\d)", re.I),
    re.compile(rf"(?<!\d){_YEAR}\s?[年년]\s?(?P<m>\d{{1,2}})\s?[月월]\s?(?P<d>\d{{1,2}})\s?[日일]"),
    re.compile(rf"(?<![\d.])(?P<d>\d{{1,2}})\.\s?(?P<m>\d{{1,2}})\.\s?{_YEAR}(?!\d)"),
    re.compile(rf"(?<![\d/-])(?P<a>\d{{1,2}})([/-])(?P<b>\d{{1,2}})\2{_YEAR}(?!\d)"),
)
_TIME = r"(?P<h>\d{1,2})[:.h](?P<min>\d\d)(?::(?P<s>\d\d))?(?!\d)(?:\s*(?P<ap>[ap])\.?m\b\.?)?"
_ZONE = (
    r"(?:\s*\(?(?P<z>Z\b|(?:(?:UTC|GMT)\s*)?[+\-−]\d{1,2}(?::?\d\d)?\b|UTC|GMT|BST|CEST|CET|"
    r"EEST|EET|MSK|МСК"
    r"|EDT|EST|за києвом|за київським часом|по киеву|по московскому времени|по москве"
    r"|Kyiv time|Kiev time|Moscow time)\)?)?"
)
_GLUE = (
    r"[\s,;|·•T–—@\-]*(?:р\.?|г\.?|року|года|at|о|об|в|um|Uhr|godz\.|"
    r"à|às|a las|alle|ore|kl\.|klo|saat)?[\s,;|·•]*"
)
_AFTER = re.compile(rf"{_GLUE}{_TIME}{_ZONE}", re.I)
_BEFORE = re.compile(rf"(?<!\d){_TIME}{_ZONE}(?:\s*Uhr)?[\s,;|·•–—\-]*(?:on\s+)?\Z", re.I)
_OFFSETS = {
    "z": 0, "utc": 0, "gmt": 0, "bst": 60, "cet": 60, "cest": 120, "eet": 120, "eest": 180,
    "msk": 180, "мск": 180, "edt": -240, "est": -300, "по москве": 180, "moscow time": 180,
    "по московскому времени": 180,
}  # fmt: skip
_KYIV = {"за києвом", "за київським часом", "по киеву", "kyiv time", "kiev time"}
EARLIEST = date(1990, 1, 1)
"""The web's first year; an earlier day on a page is a default, not a publication."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A date found in a text: EDTF (ISO 8601-2) and where it stands."""

    edtf: str
    text: str
    start: int
    end: int


def find(text: str, *, day_first: bool | None = None) -> Printed | None:
    """The first plausible date in `text`, with its time and zone where they stand beside it.

    A day such as 03/04/2024, which two countries read differently, is not guessed at: it counts
    only where the caller knows from the page's language which number comes first.
    """
    text = text[:20_000]
    matches = sorted(
        (match for pattern in _DATES for match in pattern.finditer(text)),
        key=lambda match: match.start(),
    )
    for match in matches:
        day = _day(match, day_first=day_first)
        if day is not None and plausible(day):
            return _with_time(text, match, day)
    return None


def plausible(day: date) -> bool:
    """Whether something on the web can have been published on `day`."""
    return EARLIEST <= day <= datetime.now(UTC).date() + timedelta(days=2)


def _day(match: re.Match[str], *, day_first: bool | None) -> date | None:
    got = match.groupdict()
    year = int(got["y"])
    if "a" in got:
        first, second = int(got["a"]), int(got["b"])
        if first == second or first > 12 >= second:
            day, month = first, second
        elif second > 12 or day_first is False:
            day, month = second, first
        elif day_first:
            day, month = first, second
        else:
            return None
    else:
        day = int(got["d"])
        month = months.NUMBERS[got["w"].lower()] if "w" in got else int(got["m"])
    try:
        return date(year, month, day)
    except ValueError:  # 31 June
        return None


def _with_time(text: str, match: re.Match[str], day: date) -> Printed:
    for time in (
        _AFTER.match(text, match.end()),
        _BEFORE.search(text, max(0, match.start() - 60), match.start()),
    ):
        clock = _clock(time) if time else None
        if time and clock:
            start, end = min(match.start(), time.start()), max(match.end(), time.end())
            edtf = f"{day.isoformat()}T{clock}{_zone(time.group('z'), day)}"
            return Printed(edtf, text[start:end].strip(" ,;|·•–—-"), start, end)
    return Printed(day.isoformat(), match.group().strip(), match.start(), match.end())


def _clock(time: re.Match[str]) -> str | None:
    hour, minute, second = int(time["h"]), int(time["min"]), int(time["s"] or 0)
    half = (time["ap"] or "").lower()
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "p" else 0)
    if hour > 23 or minute > 59 or second > 59:
        return None
    return f"{hour:02}:{minute:02}:{second:02}"


def _zone(name: str | None, day: date) -> str:
    """The offset as EDTF writes it; empty where none is printed."""
    if not name:
        return ""
    key = name.lower().replace("−", "-")
    if key in _KYIV:
        return offset_text(_kyiv_minutes(day))
    if key in _OFFSETS:
        return offset_text(_OFFSETS[key])
    found = re.search(r"([+-])(\d{1,2}):?(\d\d)?", key)
    if not found or int(found[2]) > 14:
        return ""
    minutes = int(found[2]) * 60 + int(found[3] or 0)
    return offset_text(-minutes if found[1] == "-" else minutes)


def offset_text(minutes: int) -> str:
    """`Z`, `+02:00` and the like."""
    if not minutes:
        return "Z"
    hours, rest = divmod(abs(minutes), 60)
    return f"{'-' if minutes < 0 else '+'}{hours:02}:{rest:02}"


@cache
def _kyiv_minutes(day: date) -> int:
    try:
        zone = ZoneInfo("Europe/Kyiv")
    except ZoneInfoNotFoundError:  # zone data from before the city's name was put right (2022)
        zone = ZoneInfo("Europe/Kiev")
    offset = datetime(day.year, day.month, day.day, 12, tzinfo=zone).utcoffset()
    return int(offset.total_seconds() // 60) if offset else 0
