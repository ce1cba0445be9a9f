"""What a camera wrote into a picture: EXIF (CIPA DC-008) in words."""

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any

from PIL import ExifTags, Image

from caseboard.capture.decode import decode

_CAMERA = 0x8769
_GPS = 0x8825
_UNTOLD = {"MakerNote", "ExifOffset", "GPSInfo", "PrintImageMatching", "XMLPacket", "IPTCNAA",
           "ImageResources", "InterColorProfile", "JPEGTables", "StripOffsets", "StripByteCounts",
           "TileOffsets", "TileByteCounts", "SubIFDs"}  # fmt: skip
_MOMENT = re.compile(r"(\d{4})[:\-](\d\d)[:\-](\d\d)[ T](\d\d):(\d\d):(\d\d)")
_OFFSET = re.compile(r"([+-])(\d\d):(\d\d)")
_FIRST_YEAR = 1970
_LONGEST = 2000


@dataclass(frozen=True, slots=True)
class Exif:
    """EXIF of one picture; empty where it has none."""

    orientation: int = 1
    latitude: float | None = None
    longitude: float | None = None
    taken: str | None = None
    taken_as_printed: str = ""
    description: str = ""
    artist: str = ""
    words: dict[str, str] = field(default_factory=dict)


def read(image: Image.Image) -> Exif:
    """EXIF of `image`; what is broken in it is passed over."""
    try:
        exif = image.getexif()
        main = dict(exif)
        camera, gps = exif.get_ifd(_CAMERA), exif.get_ifd(_GPS)
    except (SyntaxError, ValueError, TypeError, KeyError, OSError, RuntimeError, OverflowError):
        return Exif()  # the directory itself is broken: the picture may still be sound
    orientation = main.get(0x0112, 1)
    # HEIC is turned upright by its decoder, which leaves the turn it has made here.
    latitude, longitude = _place(gps)
    words = {**_words("EXIF", main, ExifTags.TAGS), **_words("EXIF", camera, ExifTags.TAGS)}
    words |= _words("GPS", gps, ExifTags.GPSTAGS)
    if latitude is not None and longitude is not None:
        words["GPS position"] = f"{latitude:.6f}, {longitude:.6f}"
    taken, printed = _taken(main, camera)
    return Exif(
        orientation=orientation if orientation in range(1, 9) else 1,
        latitude=latitude,
        longitude=longitude,
        taken=taken,
        taken_as_printed=printed,
        description=words.get("EXIF ImageDescription", ""),
        artist=words.get("EXIF Artist", ""),
        words=words,
    )


def _words(prefix: str, tags: Mapping[int, Any], names: Mapping[int, str]) -> dict[str, str]:
    told: dict[str, str] = {}
    for tag, value in tags.items():
        name = names.get(tag, f"0x{tag:04x}") if isinstance(tag, int) else str(tag)
        if name not in _UNTOLD:
            text = _word(value, name).strip()[:_LONGEST]
            if text:
                told[f"{prefix} {name.removeprefix(prefix)}"] = text
    return told


def _word(value: Any, name: str) -> str:
    if isinstance(value, str):
        return _repaired(decode(value).strip("\x00 "))
    if isinstance(value, bytes):
        return _bytes(value, name)
    if isinstance(value, tuple | list):
        return ", ".join(_word(item, name) for item in value[:64])
    if isinstance(value, dict):
        return ""
    if isinstance(value, int):
        return str(value)
    number = _number(value)
    return f"{number:.8g}" if number is not None else ""


def _bytes(value: bytes, name: str) -> str:
    if name.startswith("XP"):  # Windows writes UTF-16
        return decode(value.decode("utf-16-le", "replace")).strip()
    if name == "UserComment":
        kind, comment = value[:8], value[8:]
        charset = "utf-16" if kind.startswith(b"UNICODE") else "utf-8"
        return decode(comment.decode(charset, "replace")).strip()
    bare = value.strip(b"\x00 ")
    if bare.isascii() and bare.decode("ascii").isprintable():
        return bare.decode("ascii")
    return value.hex(" ") if len(value) <= 16 else ""


def _repaired(text: str) -> str:
    """UTF-8 that was read as Latin-1: EXIF knows only ASCII, and cameras write what they like."""
    try:
        return text.encode("latin-1").decode("utf-8")
    except UnicodeError:  # it was no such thing
        return text


def _number(value: Any) -> float | None:
    try:
        number = float(value)
    except (TypeError, ValueError, ZeroDivisionError, OverflowError):
        return None
    return number if math.isfinite(number) else None


def _place(gps: Mapping[int, Any]) -> tuple[float | None, float | None]:
    latitude = _degrees(gps.get(2), gps.get(1), "S", 90.0)
    longitude = _degrees(gps.get(4), gps.get(3), "W", 180.0)
    # 0, 0 is what a camera writes that has not found its place yet.
    if latitude is None or longitude is None or (latitude == 0.0 and longitude == 0.0):
        return None, None
    if str(gps.get(9, "A")).strip("\x00 ").upper() == "V":  # receiver says: not a fix
        return None, None
    return latitude, longitude


def _degrees(value: Any, reference: Any, negative: str, limit: float) -> float | None:
    """Degrees from degrees, minutes and seconds; None without a reference: half the globe."""
    if not isinstance(value, tuple | list) or not 1 <= len(value) <= 3:
        return None
    sign = reference.decode("ascii", "replace") if isinstance(reference, bytes) else reference
    side = sign.strip("\x00 ").upper()[:1] if isinstance(sign, str) else ""
    if side not in ({"N", "S"} if negative == "S" else {"E", "W"}):
        return None
    numbers = [_number(item) for item in value]
    if any(number is None or number < 0 for number in numbers):
        return None
    degrees: float = sum((number or 0.0) / 60.0**place for place, number in enumerate(numbers))
    if degrees > limit:
        return None
    return round(-degrees if side == negative else degrees, 7)


def _taken(main: Mapping[int, Any], camera: Mapping[int, Any]) -> tuple[str | None, str]:
    """When the picture was taken, not when its file was last changed, unless nothing else is."""
    for moment, offset in ((36867, 36881), (36868, 36882)):
        found = _edtf(camera.get(moment), camera.get(offset))
        if found:
            return found, str(camera.get(moment)).strip("\x00 ")
    software = str(main.get(0x0131, ""))
    found = (
        None
        if re.search("photoshop|gimp|lightroom", software, re.I)
        else _edtf(main.get(0x0132), camera.get(36880))
    )
    return (found, str(main.get(0x0132)).strip("\x00 ")) if found else (None, "")


def _edtf(moment: Any, offset: Any) -> str | None:
    match = _MOMENT.match(moment.strip("\x00 ")) if isinstance(moment, str) else None
    if match is None:
        return None
    year, month, day, hour, minute, second = map(int, match.groups())
    try:
        taken = datetime(year, month, day, hour, minute, second)
    except ValueError:  # 0000:00:00 and the like
        return None
    if not is_plausible(taken.date()):
        return None
    zone = _OFFSET.match(offset.strip("\x00 ")) if isinstance(offset, str) else None
    if zone is None or int(zone[2]) > 14 or int(zone[3]) > 59:
        return taken.isoformat()
    return f"{taken.isoformat()}{zone[0]}"


def is_plausible(day: date) -> bool:
    """Whether a picture file can have been made on `day`: cameras start at 1904 or in 2099."""
    return day.year > _FIRST_YEAR and day <= datetime.now(UTC).date() + timedelta(days=2)
