"""Lines of equal UTM easting and northing, zone by zone (EPSG:32601 and following)."""

import math
from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
import utm
from numpy.typing import NDArray

from caseboard.mapping.view import Bounds

SOUTH, NORTH = -80.0, 84.0
"""Degrees between which UTM is defined."""
_ROUND = (1, 2, 5)
_MOST = 100_000.0
_POINTS = 65
_EDGE = 1e-6
_TOO_MANY = 400
"""Lines of a zone beyond which none is drawn."""


class Zone(NamedTuple):
    """A zone, 6° wide, on one side of the equator. Norway's and Svalbard's wider ones are not."""

    number: int
    is_northern: bool

    @property
    def west(self) -> float:
        """Degrees of its western edge."""
        return self.number * 6.0 - 186.0


class GridLine(NamedTuple):
    """A line of a zone: (n, 2) latitudes and longitudes in degrees, and its name."""

    positions: NDArray[np.float64]
    text: str
    is_upright: bool


def step(metres: float) -> float:
    """The smallest round number of metres that is no less, from 1 m to 100 km."""
    power = 10.0 ** math.floor(math.log10(max(metres, 1.0)))
    found = next((power * each for each in _ROUND if power * each >= metres), power * 10)
    return min(found, _MOST)


def zones(bounds: Bounds) -> list[Zone]:
    """The zones in sight."""
    first = max(1, math.floor((bounds.west + 180) / 6) + 1)
    last = min(60, math.ceil((bounds.east + 180) / 6))
    sides = [
        side for side, is_here in ((True, bounds.north > 0), (False, bounds.south < 0)) if is_here
    ]
    return [Zone(number, side) for number in range(first, last + 1) for side in sides]


def lines(zone: Zone, bounds: Bounds, metres: float) -> Iterator[GridLine]:
    """The lines of a zone every so many metres that cross the bounds, cut to the zone.

    None where there would be too many of them to be told apart.
    """
    south = max(bounds.south, 0.0 if zone.is_northern else SOUTH)
    north = min(bounds.north, NORTH if zone.is_northern else 0.0)
    west, east = max(bounds.west, zone.west), min(bounds.east, zone.west + 6)
    if south >= north or west >= east:
        return
    eastings, northings = _edges(zone, Bounds(west, south, east, north))
    across, up = _multiples(eastings, metres), _multiples(northings, metres)
    if len(across) + len(up) > _TOO_MANY:
        return
    for easting in across:
        along = np.linspace(northings.min(), northings.max(), _POINTS)
        yield from _line(zone, np.full(_POINTS, easting), along, easting, is_upright=True)
    for northing in up:
        along = np.linspace(eastings.min(), eastings.max(), _POINTS)
        yield from _line(zone, along, np.full(_POINTS, northing), northing, is_upright=False)


def _edges(zone: Zone, box: Bounds) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Eastings and northings along the edges of the box, in the zone."""
    part = np.linspace(0.0, 1.0, 9)
    lats, lons = np.meshgrid(
        box.south + part * (box.north - box.south), box.west + part * (box.east - box.west)
    )
    hemisphere = "N" if zone.is_northern else "M"
    easting, northing, _number, _letter = utm.from_latlon(
        lats.ravel(), lons.ravel(), zone.number, hemisphere
    )
    return np.asarray(easting), np.asarray(northing)


def _multiples(values: NDArray[np.float64], metres: float) -> list[float]:
    low, high = math.ceil(values.min() / metres), math.floor(values.max() / metres)
    return [n * metres for n in range(low, high + 1)]


def _line(
    zone: Zone,
    easting: NDArray[np.float64],
    northing: NDArray[np.float64],
    value: float,
    *,
    is_upright: bool,
) -> Iterator[GridLine]:
    lat, lon = utm.to_latlon(
        easting, northing, zone.number, northern=zone.is_northern, strict=False
    )
    positions = np.column_stack((lat, lon))
    positions = positions[(lon >= zone.west - _EDGE) & (lon <= zone.west + 6 + _EDGE)]
    if len(positions) > 1:
        # Named where it comes into sight from above.
        top = min(float(positions[:, 0].max()), NORTH)
        yield GridLine(positions, _text(zone, value, top, is_upright=is_upright), is_upright)


def _text(zone: Zone, value: float, lat: float, *, is_upright: bool) -> str:
    """`37U 400 km E`, or in metres where a kilometre is too coarse; the band is that of `lat`."""
    number = f"{value / 1000:.0f} km" if value % 1000 == 0 else f"{value:.0f} m"
    if not is_upright:
        return f"{number} N"
    return f"{zone.number}{utm.latitude_to_zone_letter(lat)} {number} E"
