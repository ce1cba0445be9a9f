"""A latitude and a longitude in degrees, read from the spellings people paste.

`lat-lon-parser` reads one ordinate at a time and takes `49d42m36s` for south and `-49 S` for
south of south: pairs are split, and spellings made plain, before it sees them.
"""

import re
from dataclasses import dataclass

import lat_lon_parser

from caseboard.errors import CaseError
from caseboard.i18n import _
from caseboard.model import numerals

METRES_PER_DEGREE = 111_195.0
"""Along a meridian, on a sphere of the Earth's mean radius."""

_SIGNS = str.maketrans(
    {
        **dict.fromkeys("º˚∘", "°"),
        **dict.fromkeys("′’‘ʹʼ´`", "'"),
        **dict.fromkeys("″”“ʺ˝„", '"'),
        **dict.fromkeys("−–‐‑—", "-"),
        **dict.fromkeys("()[]{}", " "),
    }
)
_PLAIN = tuple(
    (re.compile(pattern, re.IGNORECASE), plain)
    for pattern, plain in (
        (r"''", '"'),
        (r"(\d+)\s*d(?:eg)?\s*(\d+)\s*m(?:in)?\s*([\d.,]+)\s*s(?:ec)?\b", r"""\1°\2'\3" """),
        (r"\bпн\.?\s*ш\b\.?|\bпівнічн\w+ широт\w+|\bс\.?\s*ш\b\.?|\bсеверн\w+ широт\w+", "N"),
        (r"\bпд\.?\s*ш\b\.?|\bпівденн\w+ широт\w+|\bю\.?\s*ш\b\.?|\bюжн\w+ широт\w+", "S"),
        (r"\bсх\.?\s*д\b\.?|\bсхідн\w+ довгот\w+|\bв\.?\s*д\b\.?|\bвосточн\w+ долгот\w+", "E"),
        (r"\bза?х\.?\s*д\b\.?|\bзахідн\w+ довгот\w+|\bз\.?\s*д\b\.?|\bзападн\w+ долгот\w+", "W"),
        (r"\b(north|south|east|west)\b", lambda found: found[1][0]),
        (r"\s*(?:degrees?|deg\b\.?|град\w*\.?)", "°"),
    )
)
_LABEL = re.compile(r"(?P<lat>lat(?:itude)?|широта)|lon(?:g(?:itude)?)?|lng|довгота|долгота", re.I)
_LINKS = (
    re.compile(r"^geo:(-?\d[\d.]*),(-?\d[\d.]*)"),
    re.compile(r"^https?://\S*?[@=](-?\d+\.\d+)(?:,|%2C)(-?\d+\.\d+)", re.IGNORECASE),
    re.compile(r"^https?://\S*[?&]mlat=(-?\d+\.\d+)&mlon=(-?\d+\.\d+)"),
    re.compile(r"^https?://\S*#map=\d+/(-?\d+\.\d+)/(-?\d+\.\d+)"),
)
_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")


@dataclass(frozen=True, slots=True)
class Pair:
    """A latitude and a longitude in degrees, and the step of their last digit in metres."""

    lat: float
    lon: float
    precision_m: float
    sexagesimal: bool
    """Whether minutes of arc were written."""


def read(text: str) -> Pair:
    """The pair that `text` writes; raises `CaseError` if it is none, or off the globe."""
    first, second = _split(text)
    if _is_longitude(first) or _is_latitude(second):
        first, second = second, first
    if _is_longitude(first) or _is_latitude(second):
        raise unreadable(text)
    lat, lat_step = _ordinate(first, text)
    lon, lon_step = _ordinate(second, text)
    check(lat, lon)
    step = max(lat_step, lon_step) * METRES_PER_DEGREE
    return Pair(lat, lon, max(1.0, round(step, 1)), len(_NUMBER.findall(first)) > 1)


def check(lat: float, lon: float) -> None:
    """Raise `CaseError` unless the pair is on the globe."""
    if abs(lat) > 90:
        raise CaseError(
            _("A latitude goes from 90° south to 90° north; {value}° does not exist.").format(
                value=numerals.figure(lat, 6)
            ),
            _("Latitude comes first, then longitude."),
        )
    if abs(lon) > 180:
        raise CaseError(
            _("A longitude goes from 180° west to 180° east; {value}° does not exist.").format(
                value=numerals.figure(lon, 6)
            ),
            _("Latitude comes first, then longitude."),
        )


def unreadable(text: str) -> CaseError:
    """Says that `text` is no position."""
    return CaseError(
        _("“{text}” is not a position that can be read.").format(text=text),
        _("Write it as in 49.71003, 37.61581 or 49°42′36″N 37°36′57″E or 37U DR 00205 07310."),
    )


def _split(text: str) -> tuple[str, str]:
    for link in _LINKS:
        if found := link.match(text.strip()):
            return found[1], found[2]
    plain = _plain(text)
    if re.search(r"[^\d\s.,;:/|°'\"+NSEW-]", plain):
        raise unreadable(text)
    parts = _split_at_letters(plain) if re.search("[NSEW]", plain) else _split_at_marks(plain)
    if len(parts) != 2:
        raise unreadable(text)
    return parts[0].strip(" ,;/|"), parts[1].strip(" ,;/|")


def _plain(text: str) -> str:
    """`text` in degrees, primes and the letters N S E W, whatever language it was written in."""
    plain = text.translate(_SIGNS)
    for pattern, instead in _PLAIN:
        plain = pattern.sub(instead, plain)
    labels = list(_LABEL.finditer(plain))
    plain = re.sub(r"^[\s:=,]+|[:=](?=\s*[-+\d])", " ", _LABEL.sub(" ", plain)) if labels else plain
    plain = plain.strip(" ,;.\n\t").upper()
    if len(labels) == 2 and labels[1]["lat"]:
        halves = _split_at_marks(plain)
        return "; ".join(reversed(halves))
    return plain


def _split_at_letters(plain: str) -> list[str]:
    """Pieces of `49 N 37 E` or `N 49 E 37`: one letter for each ordinate, before or after it."""
    letters = [found.start() for found in re.finditer("[NSEW]", plain)]
    if len(letters) != 2:
        return []
    cut = letters[1] if letters[0] == 0 else letters[0] + 1
    return [plain[:cut], plain[cut:]]


def _split_at_marks(plain: str) -> list[str]:
    parts = re.split(r"\s*[;|/\n\t]\s*|\s*,\s+|\s+,\s*", plain)
    if len(parts) > 1:
        return parts
    degrees = [found.start() for found in re.finditer(r"[-+]?\s*\d+(?:[.,]\d+)?\s*°", plain)]
    if len(degrees) == 2:
        return [plain[: degrees[1]], plain[degrees[1] :]]
    words = plain.split()
    if len(words) > 1:
        half = len(words) // 2
        return [] if len(words) % 2 else [" ".join(words[:half]), " ".join(words[half:])]
    return _split_at_commas(plain)


def _split_at_commas(plain: str) -> list[str]:
    parts = plain.split(",")
    if len(parts) == 4:  # 49,71003,37,61581: every comma but the middle one is a decimal one
        return [",".join(parts[:2]), ",".join(parts[2:])]
    return parts


def _is_latitude(ordinate: str) -> bool:
    return ordinate[:1] in {"N", "S"} or ordinate[-1:] in {"N", "S"}


def _is_longitude(ordinate: str) -> bool:
    return ordinate[:1] in {"E", "W"} or ordinate[-1:] in {"E", "W"}


def _ordinate(ordinate: str, text: str) -> tuple[float, float]:
    """Its degrees, and the step of its last digit in degrees."""
    numbers = _NUMBER.findall(ordinate)
    has_letter = _is_latitude(ordinate) or _is_longitude(ordinate)
    if not 1 <= len(numbers) <= 3 or (has_letter and re.search("[-+]", ordinate)):
        raise unreadable(text)
    check(0, _number(numbers[0]))  # the parser refuses more than 180°, but not in words
    try:
        degrees = float(lat_lon_parser.parse(ordinate.replace(",", ".")))
    except ValueError as error:
        raise unreadable(text) from error
    decimals = len(numbers[-1].replace(",", ".").partition(".")[2])
    return degrees, 60.0 ** (1 - len(numbers)) * 10.0**-decimals


def _number(text: str) -> float:
    return float(text.replace(",", "."))
