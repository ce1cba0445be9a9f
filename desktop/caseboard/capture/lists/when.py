"""Times as lists write them, as EDTF: ISO, years and months, seconds and microseconds since."""

import re
from datetime import UTC, datetime, timedelta

from caseboard.capture import dates
from caseboard.errors import CaseError
from caseboard.model import edtf

_ISO = re.compile(r"\d{4}(?:[-/.]\d{1,2}(?:[-/.]\d{1,2})?)?(?=[/\sT]|\Z)")
_UNIX = datetime(1970, 1, 1, tzinfo=UTC)
_CHROMIUM = datetime(1601, 1, 1, tzinfo=UTC)
_EARLIEST = datetime(1990, 1, 1, tzinfo=UTC)


def read(text: str) -> str | None:
    """EDTF of a date as printed or as ISO 8601, down to a bare year; None where it is none.

    A day such as 03/04/2024, which two countries read differently, is not guessed at.
    """
    text = text.strip()[:80]
    if not text:
        return None
    # RIS writes 2024/11/14/11:39 and leaves out from the end: 2024///
    iso = _ISO.match(text.rstrip("/ "))
    if iso and not text[iso.end() :].strip("/ "):
        return _sound("-".join(each.zfill(2) for each in re.split(r"[-/.]", iso[0])))
    if _whole(text):
        return text
    return dates.stated(text)


def unix_seconds(text: str) -> str | None:
    """EDTF of seconds since 1970, as bookmarks state them; None where it is none."""
    return _since(_UNIX, text, 1_000_000)


def unix_microseconds(text: str) -> str | None:
    """EDTF of microseconds since 1970, as Firefox states them."""
    return _since(_UNIX, text, 1)


def chromium_microseconds(text: str) -> str | None:
    """EDTF of microseconds since 1601, as Chromium states them."""
    return _since(_CHROMIUM, text, 1)


def _since(start: datetime, text: str, microseconds: int) -> str | None:
    if not text.isascii() or not text.isdigit() or len(text) > 20:
        return None
    try:
        moment = start + timedelta(microseconds=int(text) * microseconds)
    except OverflowError:
        return None
    is_sound = _EARLIEST <= moment <= datetime.now(UTC) + timedelta(days=2)
    return f"{moment:%Y-%m-%dT%H:%M:%S}Z" if is_sound else None


def _sound(text: str) -> str | None:
    return text if _whole(text) else None


def _whole(text: str) -> bool:
    try:
        edtf.read(text)
    except CaseError:
        return False
    return True
