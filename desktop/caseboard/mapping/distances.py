"""How far apart two positions are, and in which direction one lies from the other."""

import math

EARTH_M = 6_371_008.8
"""Mean radius of the Earth in metres (IUGG)."""
DEGREE_M = math.pi * EARTH_M / 180
"""Metres of a degree of latitude."""


def metres(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """The way along the surface between two positions in degrees, good to half a percent."""
    a, b = math.radians(lat), math.radians(other_lat)
    across = math.radians(other_lon - lon)
    half = math.sin((b - a) / 2) ** 2 + math.cos(a) * math.cos(b) * math.sin(across / 2) ** 2
    return 2 * EARTH_M * math.asin(min(1.0, math.sqrt(half)))


def bearing(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """In which direction the other lies, seen from the first: degrees from north, 0 to 360."""
    a, b = math.radians(lat), math.radians(other_lat)
    across = math.radians(other_lon - lon)
    east = math.sin(across) * math.cos(b)
    north = math.cos(a) * math.sin(b) - math.sin(a) * math.cos(b) * math.cos(across)
    return math.degrees(math.atan2(east, north)) % 360


def beside(lat: float, lon: float, other_lat: float, other_lon: float) -> tuple[float, float]:
    """Metres east and north of the first at which the other lies, on a flat map of the area."""
    across = (other_lon - lon + 180) % 360 - 180
    return across * DEGREE_M * math.cos(math.radians(lat)), (other_lat - lat) * DEGREE_M
