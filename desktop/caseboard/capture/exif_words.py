"""The values of EXIF in words: `1/250 s`, `f/2.8`, `turned 90° clockwise to be shown`."""

import math
from collections.abc import Callable, Mapping
from typing import Any

from caseboard.capture.decode import decode, decode_short
from caseboard.capture.exif_terms import LETTERS, TERMS, flash
from caseboard.capture.visible import bounded

UNSTATED = "not stated (0/0)"
_MANY = 64


def in_words(name: str, value: Any) -> str:
    """What `value` of the tag `name` says; empty where it says nothing that can be shown."""
    if isinstance(value, str):
        text = repaired(value)
        return bounded(LETTERS.get(name, {}).get(text, text))
    if isinstance(value, bytes):
        return bounded(of_bytes(name, value))
    if isinstance(value, tuple | list):
        return _of_several(name, value)
    return _of_code(name, value) if isinstance(value, int) else _of_number(name, value)


def _of_number(name: str, value: Any) -> str:
    amount = number(value)
    if amount is not None:
        return _of_amount(name, amount)
    return UNSTATED if hasattr(value, "denominator") or isinstance(value, float) else ""


def number(value: Any) -> float | None:
    """A finite number; None for 0/0 and whatever is none."""
    try:
        amount = float(value)
    except (TypeError, ValueError, ZeroDivisionError, OverflowError):
        return None
    return amount if math.isfinite(amount) else None


def repaired(text: str) -> str:
    """A string of EXIF in its own charset: it is to be ASCII, and cameras write what they like."""
    bare = text.split("\x00\x00", 1)[0].strip("\x00 \t\r\n")
    try:
        data = bare.encode("latin-1")
    except UnicodeError:  # it was read right
        return decode(bare)
    return decode_short(data) if any(byte > 127 for byte in data) else bare.replace("\x00", "; ")


def comment(value: bytes) -> str:
    """Bytes that begin with the name of their charset (EXIF 4.6.5, `UserComment`)."""
    kind, said = value[:8], value[8:]
    if not said.strip(b"\x00 ") and kind[:4] in {b"ASCI", b"UNIC", b"JIS\x00"}:
        return ""  # a charset, and nothing in it
    if kind.startswith(b"UNICODE"):
        return decode(said.decode(_wide(said), "replace")).strip("\x00 ")
    if kind.startswith(b"JIS"):
        return decode(said.decode("iso2022_jp", "replace")).strip("\x00 ")
    if kind.startswith(b"ASCII") or not kind.strip(b"\x00"):
        return decode_short(said.strip(b"\x00 \t\r\n"))
    return decode_short(value.strip(b"\x00 ")) if _is_text(value) else ""


def of_bytes(name: str, value: bytes) -> str:
    """Text where the bytes are text, a version or a code; else how many they are."""
    if name.startswith("XP"):  # Windows writes UTF-16
        return decode(value.decode("utf-16-le", "replace")).strip("\x00 ")
    if name in {"UserComment", "GPSProcessingMethod", "GPSAreaInformation"}:
        return comment(value)
    if name in {"FileSource", "SceneType", "GPSAltitudeRef"} and len(value) == 1:
        return _of_code(name, value[0])
    return _of_few(name, value) if name in _FEW else _of_any(name, value)


_FEW = {"GPSVersionID", "ComponentsConfiguration"}


def _of_few(name: str, value: bytes) -> str:
    if name == "GPSVersionID":
        return ".".join(str(byte) for byte in value[:4])
    letters = ("", "Y", "Cb", "Cr", "R", "G", "B")
    return ", ".join(letters[byte] for byte in value[:4] if 0 < byte < len(letters))


def _of_any(name: str, value: bytes) -> str:
    bare = value.strip(b"\x00 ")
    if name in {"ExifVersion", "FlashPixVersion", "InteropVersion"} and bare.isdigit():
        return f"{int(bare[:2])}.{bare[2:].decode()}"
    if _is_text(bare):
        return decode_short(bare)
    return value.hex(" ") if len(value) <= 16 else f"{len(value):,} bytes"


def _is_text(value: bytes) -> bool:
    bare = value.strip(b"\x00 ")
    return bool(bare) and bare.isascii() and bare.decode("ascii").isprintable()


def _wide(said: bytes) -> str:
    """Which UTF-16: the byte order of the file is meant, but not every program keeps to it."""
    if said[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        return "utf-16"
    return "utf-16-be" if said[0::2].count(0) > said[1::2].count(0) else "utf-16-le"


def _of_several(name: str, values: tuple[Any, ...] | list[Any]) -> str:
    if name.startswith("XP") and all(isinstance(item, int) and 0 <= item < 256 for item in values):
        return bounded(of_bytes(name, bytes(values)))
    if name in {"LensSpecification", "LensInfo"} and len(values) == 4:
        return _lens([number(value) for value in values])
    if name == "GPSVersionID":
        return ".".join(str(item) for item in values[:4])
    said = ", ".join(in_words("", item) for item in values[:_MANY])
    left = len(values) - _MANY
    return bounded(f"{said} … and {left:,} more" if left > 0 else said)


def _of_code(name: str, value: int) -> str:
    if name == "Flash":
        return flash(value)
    if name in TERMS:
        return TERMS[name].get(value, f"unknown ({value})")
    if name in _AMOUNTS and not isinstance(value, bool):
        return _of_amount(name, float(value))
    return str(value)


def _of_amount(name: str, amount: float) -> str:
    show = _AMOUNTS.get(name)
    try:
        return show(amount) if show else f"{amount:.8g}"
    except OverflowError:  # an exponent that no camera has
        return f"{amount:.8g}"


def seconds(amount: float) -> str:
    """`1/250 s`, `2.5 s`."""
    if 0 < amount < 0.3:
        return f"1/{round(1 / amount):d} s"
    return f"{amount:.3g} s"


def _stops(amount: float) -> str:
    return f"{amount:+.3g} EV" if amount else "0 EV"


def _distance(amount: float) -> str:
    if amount == 0:
        return "unknown"
    return "infinity" if amount >= 4294967295 else f"{amount:.4g} m"


def _aperture(amount: float) -> str:
    return f"f/{amount:.3g}"


def _lens(values: list[float | None]) -> str:
    shortest, longest, wide, narrow = (f"{v:.4g}" if v else "?" for v in values)
    length = shortest if shortest == longest else f"{shortest}–{longest}"
    stop = wide if wide == narrow else f"{wide}–{narrow}"
    return f"{length} mm f/{stop}"


_AMOUNTS: Mapping[str, Callable[[float], str]] = {
    "ExposureTime": seconds,
    "ShutterSpeedValue": lambda amount: seconds(2.0**-amount),
    "FNumber": _aperture,
    "ApertureValue": lambda amount: _aperture(2.0 ** (amount / 2)),
    "MaxApertureValue": lambda amount: _aperture(2.0 ** (amount / 2)),
    "BrightnessValue": _stops,
    "ExposureBiasValue": _stops,
    "FocalLength": lambda amount: f"{amount:.4g} mm",
    "FocalLengthIn35mmFilm": lambda amount: f"{amount:.4g} mm" if amount else "unknown",
    "SubjectDistance": _distance,
    "DigitalZoomRatio": lambda amount: f"{amount:.3g}×" if amount else "not used",
    "AmbientTemperature": lambda amount: f"{amount:.3g} °C",
    "Humidity": lambda amount: f"{amount:.3g} %",
    "Pressure": lambda amount: f"{amount:.5g} hPa",
    "WaterDepth": lambda amount: f"{amount:.4g} m",
    "CameraElevationAngle": lambda amount: f"{amount:.4g}°",
}
