"""Lengths and areas on the WGS 84 ellipsoid (Karney 2013), and in words."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from typing import Any

from caseboard.i18n import _
from caseboard.model import numerals
from caseboard.ui.map.tools import Position, SketchKind

BENDS = 100_000.0
"""Metres beyond which the shortest way does not look straight on the map."""
_HECTARE = 10_000.0
_KM2 = 1_000_000.0


@dataclass(frozen=True, slots=True)
class Measure:
    """Metres along the points, of the last leg and its bearing (degrees), and m² inside."""

    length: float = 0.0
    last: float = 0.0
    bearing: float = 0.0
    area: float | None = None
    """Of an area of three points or more."""


def warm_up() -> None:
    """Load what is reckoned with; in a thread, before the first point is set."""
    _wgs84()


def measured(points: Sequence[Position], kind: SketchKind) -> Measure:
    """How long a line is, or the way round an area, and how large that is."""
    if len(points) < 2:
        return Measure(area=0.0 if kind is SketchKind.AREA else None)
    legs = [_leg(one, other) for one, other in pairwise(points)]
    last, bearing = legs[-1]
    if kind is not SketchKind.AREA:
        return Measure(sum(length for length, _azimuth in legs), last, bearing)
    around, inside = _ring(points)
    return Measure(around, last, bearing, inside)


def course(points: Sequence[Position], *, closed: bool = False) -> list[Position]:
    """The points with others between them where the shortest way bends on the map."""
    if not points:
        return []
    ends = [*points, points[0]] if closed and len(points) > 2 else list(points)
    way = [ends[0]]
    for one, other in pairwise(ends):
        way.extend(_between(one, other))
        way.append(other)
    return way


def in_words(measure: Measure, kind: SketchKind) -> str:
    """`12.4 km`, with the last leg where there are several; `3.21 km²` and the way round."""
    if kind is SketchKind.AREA and measure.area is not None:
        return _("{area} · around {length}").format(
            area=area_words(measure.area), length=length_words(measure.length)
        )
    leg = _("{length} at {bearing}°").format(
        length=length_words(measure.last), bearing=f"{measure.bearing:.0f}"
    )
    if abs(measure.length - measure.last) < 0.5:
        return leg
    if measure.last < 0.5:  # the pointer has not left the point it set last
        return length_words(measure.length)
    return _("{length} · last {leg}").format(length=length_words(measure.length), leg=leg)


def length_words(metres: float) -> str:
    """`350 m`, `3.21 km`, `124 km`: three figures, of what is measured on a map."""
    if metres < 1000:
        return _("{n} m").format(n=numerals.fixed(metres, 0))
    return _("{n} km").format(n=_three_figures(metres / 1000))


def area_words(metres2: float) -> str:
    """`800 m²`, `12.4 ha`, `3.21 km²`."""
    if metres2 < _HECTARE:
        return _("{n} m²").format(n=numerals.fixed(metres2, 0))
    if metres2 < _KM2:
        return _("{n} ha").format(n=_three_figures(metres2 / _HECTARE))
    return _("{n} km²").format(n=_three_figures(metres2 / _KM2))


def round_length(most: float) -> float:
    """The longest of 1, 2 and 5 times a power of ten that is not above `most`."""
    power = 10.0 ** math.floor(math.log10(most))
    return max(n * power for n in (1, 2, 5) if n * power <= most)


def scale_words(metres: float) -> str:
    """`500 m`, `5 km`: of a round length."""
    if metres < 1000:
        return _("{n} m").format(n=numerals.figure(metres, 6))
    return _("{n} km").format(n=numerals.figure(metres / 1000, 6))


def _three_figures(number: float) -> str:
    return numerals.fixed(number, 2 if number < 10 else 1 if number < 100 else 0)


@lru_cache(512)
def _leg(one: Position, other: Position) -> tuple[float, float]:
    """Metres, and degrees from north at the start."""
    found = _wgs84().Inverse(*one, *other)
    return float(found["s12"]), float(found["azi1"]) % 360


def _ring(points: Sequence[Position]) -> tuple[float, float]:
    polygon = _wgs84().Polygon()
    for lat, lon in points:
        polygon.AddPoint(lat, lon)
    _count, around, inside = polygon.Compute(False, True)
    return float(around), abs(float(inside))


@lru_cache(512)
def _between(one: Position, other: Position) -> list[Position]:
    line = _wgs84().InverseLine(*one, *other)
    steps = min(64, int(line.s13 // BENDS) + 1)
    found = (line.Position(line.s13 * step / steps) for step in range(1, steps))
    return [(each["lat2"], each["lon2"]) for each in found]


@cache
def _wgs84() -> Any:
    """`geographiclib.geodesic.Geodesic.WGS84`; only who measures waits for the import."""
    from geographiclib.geodesic import Geodesic  # noqa: PLC0415

    return Geodesic.WGS84
