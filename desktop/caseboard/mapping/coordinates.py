"""Positions as people write them: degrees, MGRS, UTM and Plus codes; WGS 84 throughout."""

import re
import warnings
from dataclasses import dataclass
from enum import StrEnum

import mgrs
from openlocationcode import openlocationcode as olc

from caseboard.errors import CaseError
from caseboard.i18n import _
from caseboard.mapping import degrees


class Notation(StrEnum):
    """A way of writing a position."""

    DECIMAL = "decimal"
    DMS = "dms"
    MGRS = "mgrs"
    UTM = "utm"
    PLUS = "plus"


@dataclass(frozen=True, slots=True)
class Point:
    """A position in degrees WGS 84; `precision_m` is how far it may be off for how it was written.

    That is the step of the last digit in metres: the side of a grid square, a second of arc.
    """

    lat: float
    lon: float
    precision_m: float
    notation: Notation


_MGRS = re.compile(r"(?:[1-9]|[0-5]\d|60)?[A-HJ-NP-Z][A-HJ-NP-Z]{2}((?:\d\d){0,5})")
_UTM = re.compile(
    r"(?:zone\s*)?(\d{1,2})\s*([C-HJ-NP-X])[\s,]+(\d{6}(?:[.,]\d+)?)\s*(?:m?\s*E)?[\s,]+"
    r"(\d{1,8}(?:[.,]\d+)?)\s*(?:m?\s*N)?",
    re.IGNORECASE,
)
_PLUS = re.compile(r"[2-9CFGHJMPQRVWX0]{2,8}\+[2-9CFGHJMPQRVWX]*", re.IGNORECASE)
_BANDS = "CDEFGHJKLMNPQRSTUVWX"
"""Latitude bands of 8° from 80° south; the last is of 12°."""


def parse(text: str) -> Point:
    """The position that `text` writes, in any notation; of a square, its middle.

    Raises `CaseError` saying what is wrong with it.
    """
    text = text.strip()
    compact = re.sub(r"\s+", "", text).upper()
    if _PLUS.fullmatch(compact):
        return _read_plus(compact)
    if found := _MGRS.fullmatch(compact):
        return _read_mgrs(compact, len(found[1]) // 2)
    if found := _UTM.fullmatch(text):
        zone, letter, easting, northing = found.groups()
        return _read_utm(int(zone), letter.upper(), _metres(easting), _metres(northing))
    pair = degrees.read(text)
    notation = Notation.DMS if pair.sexagesimal else Notation.DECIMAL
    return Point(pair.lat, pair.lon, pair.precision_m, notation)


def show(lat: float, lon: float, notation: str = Notation.DECIMAL) -> str:
    """The position in a `Notation`, to about a metre (Plus codes: 14 m, of arc seconds 3 m).

    Raises `CaseError` if it is off the globe, or too near a pole for UTM.
    """
    degrees.check(lat, lon)
    match Notation(notation):
        case Notation.DECIMAL:
            return f"{lat:.5f}, {lon:.5f}"
        case Notation.DMS:
            return f"{_dms(lat, 'NS')} {_dms(lon, 'EW')}"
        case Notation.MGRS:
            return str(mgrs.MGRS().toMGRS(lat, lon))
        case Notation.UTM:
            return _show_utm(lat, lon)
        case Notation.PLUS:
            return str(olc.encode(lat, lon))


def _read_plus(code: str) -> Point:
    if not olc.isFull(code):
        raise CaseError(
            _("“{text}” is a short Plus code: it means nothing without a town.").format(text=code),
            _("Paste the full code, such as 8GXVPJ68+28."),
        )
    area = olc.decode(code)
    side = (area.latitudeHi - area.latitudeLo) * degrees.METRES_PER_DEGREE
    lat, lon = area.latitudeCenter, area.longitudeCenter
    return Point(lat, lon, max(1.0, round(side, 1)), Notation.PLUS)


def _read_mgrs(text: str, digits: int) -> Point:
    try:
        with warnings.catch_warnings():
            # It only warns of a square outside its band, such as 6SZT5487: a slip of the pen.
            warnings.simplefilter("error", RuntimeWarning)
            lat, lon = mgrs.MGRS().toLatLon(text)  # the middle of the square
    except (mgrs.core.MGRSError, RuntimeWarning) as error:
        raise CaseError(
            _("There is no MGRS square {text}.").format(text=text),
            _("It is written as in 37U DR 00205 07310."),
        ) from error
    return Point(lat, lon, 10.0 ** (5 - digits), Notation.MGRS)


def _read_utm(zone: int, letter: str, easting: float, northing: float) -> Point:
    """N and S are bands, but many write them for the hemisphere: the northing tells which."""
    import utm  # noqa: PLC0415  it brings numpy, and is seldom asked for

    for northern in (letter >= "N", letter == "N"):
        try:
            lat, lon = utm.to_latlon(easting, northing, zone, northern=northern)
        except utm.OutOfRangeError as error:
            raise _no_utm(zone, letter) from error
        is_hemisphere = letter == "N" or (letter == "S" and not northern)
        if is_hemisphere or _is_in_band(lat, letter):
            return Point(float(lat), float(lon), 1.0, Notation.UTM)
    raise _no_utm(zone, letter)


def _is_in_band(lat: float, letter: str) -> bool:
    low = -80 + 8 * _BANDS.index(letter)
    high = 84 if letter == "X" else low + 8
    return low - 0.1 <= lat <= high + 0.1


def _no_utm(zone: int, letter: str) -> CaseError:
    return CaseError(
        _("There is no such UTM position in zone {zone}.").format(zone=f"{zone}{letter}"),
        _("It is written as in 37U 400205 5507310: zone, band, easting, northing in metres."),
    )


def _show_utm(lat: float, lon: float) -> str:
    import utm  # noqa: PLC0415  as above

    try:
        easting, northing, zone, letter = utm.from_latlon(lat, lon)
    except utm.OutOfRangeError as error:
        raise CaseError(
            _("UTM ends at 80° south and 84° north."), _("Choose another notation.")
        ) from error
    return f"{zone}{letter} {int(easting)} {int(northing)}"


def _metres(text: str) -> float:
    return float(text.replace(",", "."))


def _dms(value: float, letters: str) -> str:
    tenths = round(abs(value) * 36_000)
    minutes, tenths = divmod(tenths, 600)
    whole, minutes = divmod(minutes, 60)
    letter = letters[value < 0 and bool(whole or minutes or tenths)]
    return f"{whole}°{minutes:02}′{tenths / 10:04.1f}″{letter}"
