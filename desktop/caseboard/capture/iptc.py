"""What a photo desk wrote into a picture: IPTC-IIM 4 in words."""

import re
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from PIL import ImageFile, IptcImagePlugin

from caseboard.capture import exif
from caseboard.capture.decode import decode, decode_short

_NAMES = {
    5: "Title", 10: "Urgency", 15: "Category", 20: "Supplemental categories", 25: "Keywords",
    40: "Instructions", 55: "Date created", 60: "Time created", 65: "Program", 80: "Byline",
    85: "Byline title", 90: "City", 92: "Sublocation", 95: "State", 100: "Country code",
    101: "Country", 103: "Transmission reference", 105: "Headline", 110: "Credit", 115: "Source",
    116: "Copyright", 118: "Contact", 120: "Caption", 122: "Caption writer",
}  # fmt: skip
_LONGEST = 4000
_MAX_VALUES = 100


@dataclass(frozen=True, slots=True)
class Iptc:
    """IPTC of one picture; empty where it has none."""

    title: str = ""
    caption: str = ""
    credit: str = ""
    byline: str = ""
    created: str | None = None
    """EDTF (ISO 8601-2)."""
    words: dict[str, str] = field(default_factory=dict)


def read(image: ImageFile.ImageFile) -> Iptc:
    """IPTC of `image`; what is broken in it is passed over."""
    try:
        found = IptcImagePlugin.getiptcinfo(image)
    except (SyntaxError, ValueError, TypeError, KeyError, IndexError, OSError, AttributeError):
        return Iptc()  # Pillow gives up on a broken block as a whole
    known = {key[1]: value for key, value in (found or {}).items() if key[0] == 2}
    utf8 = (found or {}).get((1, 90)) == b"\x1b%G"
    told = {_NAMES[tag]: _text(known[tag], utf8=utf8) for tag in sorted(known) if tag in _NAMES}
    told = {name: text for name, text in told.items() if text}
    return Iptc(
        title=told.get("Headline", "") or told.get("Title", ""),
        caption=told.get("Caption", ""),
        credit=told.get("Credit", ""),
        byline=told.get("Byline", ""),
        created=_created(told.get("Date created", ""), told.get("Time created", "")),
        words={f"IPTC {name}": text for name, text in told.items()},
    )


def _text(value: Any, *, utf8: bool) -> str:
    values = value[:_MAX_VALUES] if isinstance(value, list) else [value]
    pieces = [_piece(item, utf8=utf8) for item in values if isinstance(item, bytes)]
    return ", ".join(piece for piece in pieces if piece)[:_LONGEST]


def _piece(value: bytes, *, utf8: bool) -> str:
    text = decode(value.decode("utf-8", "replace")) if utf8 else decode_short(value)
    return text.strip()


def _created(day: str, time: str) -> str | None:
    """`CCYYMMDD` and `HHMMSS±HHMM` as EDTF."""
    try:
        made = date(int(day[:4]), int(day[4:6]), int(day[6:8]))
    except ValueError:
        return None
    if not exif.is_plausible(made):
        return None
    clock = re.match(r"([01]\d|2[0-3])([0-5]\d)([0-5]\d)([+-]\d{4})?", time)
    if clock is None:
        return made.isoformat()
    zone = f"{clock[4][:3]}:{clock[4][3:]}" if clock[4] and int(clock[4][1:3]) <= 14 else ""
    return f"{made.isoformat()}T{clock[1]}:{clock[2]}:{clock[3]}{zone}"
