"""What one layer covers and another does not, and how a place lies to the edge of a layer.

Areas are geodesic on WGS 84 (Karney 2013); pieces are cut in degrees, whose lines between the
points of two days of one map are the same.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import numpy as np
import shapely
from geographiclib.geodesic import Geodesic

from caseboard.mapping.content import Feature
from caseboard.mapping.features import name_in
from caseboard.mapping.view import Bounds

if TYPE_CHECKING:
    from shapely.geometry import MultiPolygon, Polygon
    from shapely.geometry.base import BaseGeometry

    from caseboard.mapping.content import Degrees

SLIVER_KM2 = 0.001
"""What two drawings of one edge differ by is no change."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One area that changed hands: rings of degrees, the outer first and against the clock."""

    rings: "tuple[Degrees, ...]"
    km2: float
    bounds: Bounds


@dataclass(frozen=True, slots=True)
class Change:
    """From one layer to a later one, the largest piece first."""

    gained: tuple[Piece, ...]
    """What only the later covers."""
    lost: tuple[Piece, ...]
    """What only the earlier covers."""

    @property
    def gained_km2(self) -> float:
        """All that was gained."""
        return sum(piece.km2 for piece in self.gained)

    @property
    def lost_km2(self) -> float:
        """All that was lost."""
        return sum(piece.km2 for piece in self.lost)


@dataclass(frozen=True, slots=True)
class Standing:
    """How a place lies to the areas of a layer."""

    is_inside: bool
    edge_m: float
    """Metres to the nearest edge; infinite where the layer has no area."""
    edge: tuple[float, float] | None = None
    """Latitude and longitude of that point of the edge."""

    def is_clear(self, error_m: float) -> bool:
        """Whether the place is surely on its side, if the edge may be off by `error_m`."""
        return self.edge_m > error_m


def areas(features: Iterable[Feature]) -> "BaseGeometry":
    """All that the areas of these features cover, in degrees; empty where there are none."""
    found = [shapely.Polygon(rings[0], rings[1:]) for each in features for rings in each.polygons]
    return shapely.union_all(shapely.make_valid(np.array(found, object)))


def named(features: Sequence[Feature], language: str = "en") -> dict[str, tuple[Feature, ...]]:
    """The features with areas by their names: a map may show held and freed land in one layer."""
    found: dict[str, list[Feature]] = {}
    for each in features:
        if each.polygons:
            found.setdefault(name_in(each, language), []).append(each)
    return {name: tuple(each) for name, each in found.items()}


def change(before: Sequence[Feature], after: Sequence[Feature]) -> Change:
    """What the areas of `after` cover and those of `before` do not, and the other way round."""
    was, now = areas(before), areas(after)
    return Change(_pieces(shapely.difference(now, was)), _pieces(shapely.difference(was, now)))


def within(found: Change, bounds: Bounds) -> Change:
    """The pieces that touch a box."""

    def touching(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
        return tuple(piece for piece in pieces if _touches(piece.bounds, bounds))

    return Change(touching(found.gained), touching(found.lost))


def standing(features: Sequence[Feature], lat: float, lon: float) -> Standing:
    """How a place in degrees lies to the areas of a layer."""
    covered = areas(features)
    return _standing(covered, lat, lon)


def km2(polygon: "Polygon") -> float:
    """The area of a polygon in degrees, its holes left out, in square kilometres."""
    holes = (_ring_km2(np.asarray(ring.coords)) for ring in polygon.interiors)
    return _ring_km2(np.asarray(polygon.exterior.coords)) - sum(holes)


def _standing(covered: "BaseGeometry", lat: float, lon: float) -> Standing:
    if covered.is_empty:
        return Standing(is_inside=False, edge_m=math.inf)
    is_inside = bool(shapely.intersects_xy(covered, lon, lat))
    near = _flat(covered.boundary, lat, lon)
    line = shapely.shortest_line(shapely.Point(0, 0), near)
    x, y = shapely.get_coordinates(line)[-1].tolist()
    east, north = _degree_m(lat)
    edge = lat + y / north, lon + x / east
    return Standing(is_inside, float(_earth().Inverse(lat, lon, *edge)["s12"]), edge)


def _flat(shape: "BaseGeometry", lat: float, lon: float) -> "BaseGeometry":
    """Metres east and north of a place, true near it."""
    scale = np.array(_degree_m(lat))
    origin = np.array([lon, lat])
    return shapely.transform(shape, lambda degrees: (degrees - origin) * scale)


def _degree_m(lat: float) -> tuple[float, float]:
    """Metres of a degree of longitude and of latitude at a latitude, on WGS 84."""
    sine = math.sin(math.radians(lat))
    earth = _earth()
    eccentricity = earth.f * (2 - earth.f)
    across = 1 - eccentricity * sine**2
    normal = earth.a / math.sqrt(across)
    meridian = normal * (1 - eccentricity) / across
    cosine = max(1e-6, math.cos(math.radians(lat)))
    return math.radians(normal * cosine), math.radians(meridian)


def _pieces(shape: "BaseGeometry") -> tuple[Piece, ...]:
    found = []
    for polygon in _polygons(shape):
        size = km2(polygon)
        if size >= SLIVER_KM2:
            wound = shapely.orient_polygons(polygon)
            rings = (wound.exterior, *wound.interiors)
            west, south, east, north = polygon.bounds
            box = Bounds(west, south, east, north)
            found.append(Piece(tuple(np.asarray(ring.coords) for ring in rings), size, box))
    return tuple(sorted(found, key=lambda piece: -piece.km2))


def _polygons(shape: "BaseGeometry") -> "list[Polygon]":
    parts: list[MultiPolygon] = list(shapely.get_parts(shape))
    return [part for part in parts if part.geom_type == "Polygon"]


def _ring_km2(ring: "Degrees") -> float:
    around = _earth().Polygon()
    for lon, lat in ring[:-1].tolist():
        around.AddPoint(lat, lon)
    return abs(float(around.Compute()[2])) / 1e6


def _touches(one: Bounds, other: Bounds) -> bool:
    return (
        one.west <= other.east
        and other.west <= one.east
        and one.south <= other.north
        and other.south <= one.north
    )


@cache
def _earth() -> Geodesic:
    return Geodesic.WGS84
