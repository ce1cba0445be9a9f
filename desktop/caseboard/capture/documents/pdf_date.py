"""Dates as PDF writes them (ISO 32000-1, 7.9.4), as EDTF."""

import re
from datetime import datetime

from caseboard.capture.printed import plausible

_DATE = re.compile(
    r"(?:D:)?(\d{4})(?:(\d\d)(?:(\d\d)(?:(\d\d)(\d\d)(\d\d)?)?)?)?\s*"
    r"(?:(Z)(?:00'?00'?)?|([+-])(\d\d)'?(\d\d)?'?)?'?\Z"
)


def edtf(text: str) -> str | None:
    """`D:20241114113900+02'00'` as `2024-11-14T11:39:00+02:00`; None where it is no such date.

    Only as exact as it is written, with a zone only where one is.
    """
    match = _DATE.match(text.strip()[:40])
    if match is None:
        return None
    year, month, day, hour, minute, second, *zone = match.groups()
    try:
        moment = datetime(int(year), int(month or 1), int(day or 1), int(hour or 0),
                          int(minute or 0), int(second or 0))  # fmt: skip
    except ValueError:
        return None
    if not plausible(moment.date()):
        return None
    if hour is None:
        return "-".join(piece for piece in (year, month, day) if piece)
    return f"{moment.isoformat()}{_zone(*zone)}"


def _zone(utc: str | None, sign: str | None, hours: str | None, minutes: str | None) -> str:
    if utc:
        return "Z"
    if not sign or not hours or int(hours) > 14 or int(minutes or 0) > 59:
        return ""
    exact = f"{hours}:{minutes or '00'}"
    return "Z" if exact == "00:00" else f"{sign}{exact}"
