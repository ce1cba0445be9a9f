"""Distances, and what the build needs of polygons: centre, size, and whether a point is inside."""

import math
import struct
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

Point = tuple[float, float]
"""Latitude and longitude, in degrees."""
Ring = Sequence[Point]
KM_PER_DEGREE = 111.2
_ENVELOPE_BYTES = (0, 32, 48, 48, 64)


def km(a: Point, b: Point) -> float:
    """How far apart two points are, on a flat Earth: good to a few per cent up to 300 km."""
    east = (a[1] - b[1] + 180) % 360 - 180
    return KM_PER_DEGREE * math.hypot(a[0] - b[0], east * math.cos(math.radians(a[0])))


@dataclass(frozen=True)
class Shape:
    """Polygons; each is its outer ring. Holes are left out: nothing here needs them."""

    rings: tuple[Ring, ...]

    @property
    def box(self) -> tuple[float, float, float, float]:
        """South, west, north, east."""
        lats = [lat for ring in self.rings for lat, _ in ring]
        lons = [lon for ring in self.rings for _, lon in ring]
        return min(lats), min(lons), max(lats), max(lons)

    def holds(self, point: Point) -> bool:
        """Whether a point is inside."""
        return any(_in_ring(ring, point) for ring in self.rings)

    @property
    def centre(self) -> Point:
        """The centroid of the largest polygon."""
        return max((_centroid(ring) for ring in self.rings), key=lambda found: found[1])[0]

    @property
    def radius_km(self) -> float:
        """Of the circle that is as large as all polygons together."""
        return math.sqrt(sum(_centroid(ring)[1] for ring in self.rings) / math.pi)


def from_geopackage(blob: bytes) -> Shape:
    """The shape of a GeoPackage geometry: a header, then well-known binary (OGC 12-128r18)."""
    start = 8 + _ENVELOPE_BYTES[blob[3] >> 1 & 7]
    count = struct.unpack_from("<I", blob, start + 5)[0]
    at, rings = start + 9, []
    for _ in range(count):
        ring_count = struct.unpack_from("<I", blob, at + 5)[0]
        at += 9
        for number in range(ring_count):
            size = struct.unpack_from("<I", blob, at)[0]
            values = struct.unpack_from(f"<{2 * size}d", blob, at + 4)
            at += 4 + 16 * size
            if number == 0:
                rings.append(tuple(zip(values[1::2], values[::2], strict=True)))
    return Shape(tuple(rings))


def middle(points: Iterable[Point]) -> Point:
    """The median latitude and the median longitude."""
    listed = list(points)
    lats, lons = sorted(p[0] for p in listed), sorted(p[1] for p in listed)
    half = len(listed) // 2
    if len(listed) % 2:
        return lats[half], lons[half]
    return (lats[half - 1] + lats[half]) / 2, (lons[half - 1] + lons[half]) / 2


def _in_ring(ring: Ring, point: Point) -> bool:
    lat, lon = point
    inside, before = False, ring[-1]
    for after in ring:
        if (after[0] > lat) != (before[0] > lat):
            share = (lat - after[0]) / (before[0] - after[0])
            if lon < after[1] + share * (before[1] - after[1]):
                inside = not inside
        before = after
    return inside


def _centroid(ring: Ring) -> tuple[Point, float]:
    """Centroid and size in square kilometres."""
    lat0, lon0 = ring[0]
    twice = lat_sum = lon_sum = 0.0
    before = ring[-1]
    for after in ring:
        (y1, x1), (y2, x2) = before, after
        y1, y2, x1, x2 = y1 - lat0, y2 - lat0, x1 - lon0, x2 - lon0
        cross = x1 * y2 - x2 * y1
        twice += cross
        lat_sum += (y1 + y2) * cross
        lon_sum += (x1 + x2) * cross
        before = after
    if not twice:
        return ring[0], 0.0
    lat, lon = lat0 + lat_sum / (3 * twice), lon0 + lon_sum / (3 * twice)
    size = abs(twice) / 2 * KM_PER_DEGREE**2 * math.cos(math.radians(lat))
    return (lat, lon), size
