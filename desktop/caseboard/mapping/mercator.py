"""Web Mercator (EPSG:3857) on the unit square: x from 180° west, y from 85.05° north downwards."""

import math

MAX_LAT = 85.051_128_779_806_59
"""Degrees beyond which there is no map."""
WORLD_M = 40_075_016.685_578_488
"""Metres that the width of the square is at the equator."""


def x_of(lon: float) -> float:
    """Across, 0 to 1, of a longitude in degrees WGS 84."""
    return (lon + 180.0) / 360.0


def y_of(lat: float) -> float:
    """Down, 0 to 1, of a latitude in degrees; what lies beyond the map is on its edge."""
    sine = math.sin(math.radians(max(-MAX_LAT, min(MAX_LAT, lat))))
    return 0.5 - math.log((1 + sine) / (1 - sine)) / (4 * math.pi)


def lon_of(x: float) -> float:
    """The longitude in degrees at `x`."""
    return x * 360.0 - 180.0


def lat_of(y: float) -> float:
    """The latitude in degrees at `y`."""
    return math.degrees(2 * math.atan(math.exp((0.5 - y) * 2 * math.pi)) - math.pi / 2)


def metres_of(y: float) -> float:
    """Metres on the ground that one unit of the square is, at `y`."""
    return WORLD_M * math.cos(math.radians(lat_of(y)))
