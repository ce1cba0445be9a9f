"""Where a camera was, and which way it looked: the GPS directory of EXIF, in words."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from PIL import ExifTags

from caseboard.capture.exif_words import UNSTATED, in_words, number, repaired

_DIRECTIONS = {"T": "from true north", "M": "from magnetic north"}
_SPEEDS = {"K": "km/h", "M": "mph", "N": "knots"}
_LENGTHS = {"K": "km", "M": "miles", "N": "nautical miles"}
_LESS_A_METRE = 1.0
_METRES_A_DILUTION = 5.0
"""A receiver errs by about this many metres where its satellites stand best (dilution 1)."""
_WIDEST = 100_000.0
_PAIRS = {
    "ImgDirection": ("ImgDirectionRef", _DIRECTIONS),
    "Track": ("TrackRef", _DIRECTIONS),
    "DestBearing": ("DestBearingRef", _DIRECTIONS),
    "Speed": ("SpeedRef", _SPEEDS),
    "DestDistance": ("DestDistanceRef", _LENGTHS),
}


@dataclass(frozen=True, slots=True)
class Gps:
    """What a GPS directory says; empty where there is none."""

    latitude: float | None = None
    """Degrees, WGS 84, south negative."""
    longitude: float | None = None
    precision_m: float | None = None
    """Metres, where the receiver stated or implied how well it knew."""
    precision_said: str = ""
    moment: datetime | None = None
    """By the satellites' clock, in UTC."""
    words: dict[str, str] = field(default_factory=dict)


def read(tags: Mapping[int, Any]) -> Gps:
    """What `tags` of a GPS directory say."""
    named = {ExifTags.GPSTAGS.get(tag, f"GPS0x{tag:04x}")[3:]: v for tag, v in tags.items()}
    latitude, longitude = _place(named)
    precision, said = _precision(named) if latitude is not None else (None, "")
    moment = _moment(named)
    return Gps(latitude, longitude, precision, said, moment, _words(named, latitude, longitude))


def show(latitude: float, longitude: float) -> str:
    """`50.299603° N, 14.820294° E`."""
    return f"{_side(latitude, 'N', 'S')}, {_side(longitude, 'E', 'W')}"


def _side(degrees: float, positive: str, negative: str) -> str:
    return f"{abs(degrees):.6f}° {negative if degrees < 0 else positive}"


def is_place(latitude: float, longitude: float) -> bool:
    """Whether this can be a place that was measured: 0, 0 is what is written before a fix."""
    inside = -90 <= latitude <= 90 and -180 <= longitude <= 180
    return inside and (abs(latitude) > 1e-6 or abs(longitude) > 1e-6)


def _place(named: Mapping[str, Any]) -> tuple[float | None, float | None]:
    latitude = _degrees(named.get("Latitude"), named.get("LatitudeRef"), "NS", 90.0)
    longitude = _degrees(named.get("Longitude"), named.get("LongitudeRef"), "EW", 180.0)
    if latitude is None or longitude is None or not is_place(latitude, longitude):
        return None, None
    if _letter(named.get("Status", "A")) == "V":  # the receiver says: not a fix
        return None, None
    return latitude, longitude


def _degrees(value: Any, reference: Any, sides: str, limit: float) -> float | None:
    """Degrees from degrees, minutes and seconds; None without a reference: half the globe."""
    if not isinstance(value, tuple | list) or not 1 <= len(value) <= 3:
        return None
    side = _letter(reference)
    if not side or side not in sides:
        return None
    numbers = [number(item) for item in value]
    if any(amount is None or amount < 0 for amount in numbers):
        return None
    if any((amount or 0.0) > 60 for amount in numbers[1:]):
        return None
    degrees: float = sum((amount or 0.0) / 60.0**place for place, amount in enumerate(numbers))
    if degrees > limit:
        return None
    return round(-degrees if side == sides[1] else degrees, 7)


def _letter(reference: Any) -> str:
    said = reference.decode("ascii", "replace") if isinstance(reference, bytes) else reference
    return said.strip("\x00 ").upper()[:1] if isinstance(said, str) else ""


def _precision(named: Mapping[str, Any]) -> tuple[float | None, str]:
    metres = number(named.get("HPositioningError"))
    if metres is not None and 0 < metres <= _WIDEST:
        return max(metres, _LESS_A_METRE), "EXIF GPSHPositioningError"
    dilution = number(named.get("DOP"))
    if dilution is not None and 0 < dilution <= 100:
        return max(dilution * _METRES_A_DILUTION, _LESS_A_METRE), "EXIF GPSDOP"
    return None, ""


def _moment(named: Mapping[str, Any]) -> datetime | None:
    """The day and the time in UTC; None where one of them is not stated, or cannot be."""
    day = named.get("DateStamp")
    clock = named.get("TimeStamp")
    found = (
        re.match(r"(\d{4})[:\-/](\d\d)[:\-/](\d\d)", day.strip()) if isinstance(day, str) else None
    )
    if found is None or not isinstance(clock, tuple | list) or len(clock) != 3:
        return None
    hour, minute, second = (number(item) for item in clock)
    if hour is None or minute is None or second is None:
        return None
    year, month, day_of_month = map(int, found.groups())
    clock_of_day = int(hour), int(minute), int(second)
    try:
        return datetime(year, month, day_of_month, *clock_of_day, tzinfo=UTC)
    except (ValueError, OverflowError):
        return None


def _words(
    named: Mapping[str, Any], latitude: float | None, longitude: float | None
) -> dict[str, str]:
    told = {name: in_words(f"GPS{name}", value) for name, value in named.items()}
    for name in ("Latitude", "Longitude", "DestLatitude", "DestLongitude"):
        _join_degrees(named, told, name)
    for name, (reference, units) in _PAIRS.items():
        amount = number(named.get(name))
        if amount is not None:
            said = units.get(_letter(named.get(reference)), "")
            degree = "°" if units is _DIRECTIONS else ""
            told[name] = f"{amount:.4g}{degree} {said or '(of what is not stated)'}"
            told.pop(reference, None)
    _join_altitude(named, told)
    if isinstance(named.get("TimeStamp"), tuple | list) and UNSTATED not in told["TimeStamp"]:
        told["TimeStamp"] = _clock(named["TimeStamp"]) or told["TimeStamp"]
    metres = number(named.get("HPositioningError"))
    if metres is not None:
        told["HPositioningError"] = f"{metres:.4g} m"
    words = {f"GPS {name}": text for name, text in told.items() if text}
    if latitude is not None and longitude is not None:
        words = {"GPS position": show(latitude, longitude), **words}
    return words


def _clock(values: tuple[Any, ...] | list[Any]) -> str:
    amounts = [number(value) for value in values[:3]]
    if len(amounts) < 3 or any(amount is None or not 0 <= amount < 61 for amount in amounts):
        return ""
    hour, minute, second = (int(amount or 0) for amount in amounts)
    return f"{hour:02}:{minute:02}:{second:02} UTC"


def _join_degrees(named: Mapping[str, Any], told: dict[str, str], name: str) -> None:
    values = named.get(name)
    if not isinstance(values, tuple | list) or not 1 <= len(values) <= 3:
        return
    amounts = [number(value) for value in values]
    if any(amount is None for amount in amounts):
        told[name] = UNSTATED
        return
    said = " ".join(f"{a:.6g}{mark}" for a, mark in zip(amounts, "°′″", strict=False))
    side = repaired(named[f"{name}Ref"]) if isinstance(named.get(f"{name}Ref"), str) else ""
    told[name] = f"{said} {side}".strip() if side else f"{said} (hemisphere is not stated)"
    told.pop(f"{name}Ref", None)


def _join_altitude(named: Mapping[str, Any], told: dict[str, str]) -> None:
    metres = number(named.get("Altitude"))
    if metres is None:
        return
    over = told.pop("AltitudeRef", "") or "above or below sea level is not stated"
    told["Altitude"] = f"{metres:.5g} m {over}" if "not" not in over else f"{metres:.5g} m ({over})"
