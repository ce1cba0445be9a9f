"""Numbers as people write them in the language spoken: `1,234.5`, `1 234,5`.

For what is read, never for what a tool reads back: coordinates to copy, a grid reference, CSV and
JSON keep the point and no thousands. Ukrainian has a decimal comma and a narrow no-break space
(DSTU 3582 and CLDR), and spells the sides of the world out as its atlases do, `пн. ш.`: one letter
would not tell north (північ) from south (південь).
"""

from decimal import Decimal
from typing import Final

from caseboard.i18n import spoken

NARROW: Final = "\u202f"
"""A space that keeps the digits on one line."""
_KEPT: Final = "\u00a0"
_MARKS: Final = {"uk": str.maketrans({",": NARROW, ".": ","})}
"""How what Python writes is written otherwise."""
_SIDES: Final = {
    "en": ("N", "S", "E", "W"),
    "uk": tuple(each.replace(" ", _KEPT) for each in ("пн. ш.", "пд. ш.", "сх. д.", "зх. д.")),
}


def worded(formatted: str) -> str:
    """A number that Python has written, `1,234.50`, as the language spoken has it."""
    marks = _MARKS.get(spoken())
    return formatted.translate(marks) if marks else formatted


def count(number: int) -> str:
    """`1,234`."""
    return worded(f"{number:,}")


def fixed(number: float, digits: int) -> str:
    """`1,234.50`: with as many decimals as are asked for, zeros too."""
    return worded(f"{number:,.{digits}f}")


def figure(number: float, digits: int = 12) -> str:
    """`1,234.5`: no more digits than it has, of at most so many that tell."""
    return worded(f"{Decimal(f'{number:.{digits}g}'):,f}")


def spaced(number: int) -> str:
    """`1 234 567` in any language, as exact sizes and scales are printed (ISO 80000-1)."""
    return f"{number:,}".replace(",", NARROW)


def position(lat: float, lon: float, digits: int) -> str:
    """`49.710° N, 37.616° E`."""
    return f"{latitude(lat, digits)}, {longitude(lon, digits)}"


def latitude(degrees: float, digits: int) -> str:
    """`49.71° N`, on one line."""
    return f"{fixed(abs(degrees), digits)}°{_KEPT}{latitude_side(degrees)}"


def longitude(degrees: float, digits: int) -> str:
    """`37.62° E`, on one line."""
    return f"{fixed(abs(degrees), digits)}°{_KEPT}{longitude_side(degrees)}"


def latitude_side(degrees: float) -> str:
    """`N` or `S`; the equator is called north."""
    return _sides()[degrees < 0]


def longitude_side(degrees: float) -> str:
    """`E` or `W`; the first meridian is called east."""
    return _sides()[2 + (degrees < 0)]


def _sides() -> tuple[str, ...]:
    return _SIDES.get(spoken(), _SIDES["en"])
