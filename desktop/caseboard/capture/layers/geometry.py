"""Shapes as RFC 7946 wants them: degrees WGS 84, two numbers each, rings closed and wound right."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from caseboard.errors import CaseError

Position = list[float]
"""Longitude, latitude."""
Ring = list[Position]

_NUMBERS = (int, float)
_SLACK = 1e-6
"""Degrees beyond the edge of the world that are a rounding."""
_DEEPEST = 8
"""Collections within collections."""
_EMPTY = 1e-14
"""Square degrees below which a ring holds nothing: a square millimetre."""


class OffTheGlobe(CaseError):
    """A position that there is none of; its words come from who knows the feature."""

    def __init__(self, lon: float, lat: float) -> None:
        super().__init__("")
        self.lon, self.lat = lon, lat


class Shapeless(Exception):
    """Not a shape as GeoJSON writes them."""


def plain(geometry: Any) -> tuple[dict[str, Any] | None, int]:
    """The shape in its plainest type, None where nothing is left of it, and its points.

    A collection is taken apart into the shapes in it; a height is dropped. Raises `OffTheGlobe`
    for what is not in degrees, and `Shapeless`.
    """
    points: list[Position] = []
    lines: list[list[Position]] = []
    polygons: list[list[Ring]] = []
    for kind, coordinates in _members(geometry, _DEEPEST):
        if kind == "Point":
            points.append(_position(coordinates))
        elif kind == "MultiPoint":
            points += _positions(coordinates)
        elif kind == "LineString":
            lines.append(_positions(coordinates))
        elif kind == "MultiLineString":
            lines += [_positions(line) for line in _list(coordinates)]
        elif kind == "Polygon":
            polygons.append(_polygon(coordinates))
        elif kind == "MultiPolygon":
            polygons += [_polygon(polygon) for polygon in _list(coordinates)]
        else:
            raise Shapeless(kind)
    lines = [line for line in lines if len(line) > 1]
    polygons = [polygon for polygon in polygons if polygon]
    return _written(points, lines, polygons), _count(points, lines, polygons)


def positions(geometry: Mapping[str, Any]) -> Iterator[Position]:
    """Every position of a plain shape."""
    for kind, coordinates in _members(geometry, 2):
        if kind == "Point":
            yield coordinates
        elif kind in {"MultiPoint", "LineString"}:
            yield from coordinates
        elif kind in {"MultiLineString", "Polygon"}:
            for line in coordinates:
                yield from line
        else:
            for polygon in coordinates:
                for ring in polygon:
                    yield from ring


def _members(geometry: Any, deepest: int) -> Iterator[tuple[str, Any]]:
    if geometry is None:
        return
    if not isinstance(geometry, Mapping) or not deepest:
        raise Shapeless
    kind = geometry.get("type")
    if kind == "GeometryCollection":
        for member in _list(geometry.get("geometries")):
            yield from _members(member, deepest - 1)
    else:
        yield str(kind), geometry.get("coordinates")


def _list(value: Any) -> Sequence[Any]:
    if not isinstance(value, list | tuple):
        raise Shapeless
    return value


def _position(value: Any) -> Position:
    if not isinstance(value, list | tuple) or len(value) < 2:
        raise Shapeless
    lon, lat = value[0], value[1]
    if type(lon) not in _NUMBERS or type(lat) not in _NUMBERS:
        raise Shapeless
    if -180 <= lon <= 180 and -90 <= lat <= 90:
        return [round(lon, 7), round(lat, 7)]
    if abs(lon) <= 180 + _SLACK and abs(lat) <= 90 + _SLACK:
        return [max(-180.0, min(180.0, lon)), max(-90.0, min(90.0, lat))]
    raise OffTheGlobe(_float(lon), _float(lat))


def _float(value: float) -> float:
    try:
        return float(value)
    except OverflowError:  # a whole number of hundreds of digits
        return float("inf") if value > 0 else float("-inf")


def _positions(value: Any) -> list[Position]:
    return [_position(each) for each in _list(value)]


def _polygon(value: Any) -> list[Ring]:
    """Rings that hold something, the outer first and against the clock; none without an outer."""
    outer, *holes = [_ring(_positions(ring)) for ring in _list(value)] or [None]
    if outer is None:
        return []
    return [_wound(outer, 1), *(_wound(hole, -1) for hole in holes if hole is not None)]


def _ring(ring: Ring) -> Ring | None:
    if ring and ring[0] != ring[-1]:
        ring.append(list(ring[0]))
    return ring if len(ring) > 3 and abs(_area(ring)) > _EMPTY else None


def _wound(ring: Ring, sense: int) -> Ring:
    """With `sense` 1 against the clock, with -1 with it (RFC 7946, 3.1.6)."""
    return ring if _area(ring) * sense > 0 else ring[::-1]


def _area(ring: Ring) -> float:
    """Square degrees, positive against the clock; reckoned from its first point, for precision."""
    x0, y0 = ring[0]
    total, before_x, before_y = 0.0, 0.0, 0.0
    for x, y in ring:
        here_x, here_y = x - x0, y - y0
        total += before_x * here_y - here_x * before_y
        before_x, before_y = here_x, here_y
    return total / 2


def _written(
    points: list[Position], lines: list[list[Position]], polygons: list[list[Ring]]
) -> dict[str, Any] | None:
    found = [
        _either("Point", "MultiPoint", points),
        _either("LineString", "MultiLineString", lines),
        _either("Polygon", "MultiPolygon", polygons),
    ]
    shapes = [shape for shape in found if shape is not None]
    if len(shapes) > 1:
        return {"type": "GeometryCollection", "geometries": shapes}
    return shapes[0] if shapes else None


def _either(one: str, many: str, shapes: list[Any]) -> dict[str, Any] | None:
    if not shapes:
        return None
    if len(shapes) == 1:
        return {"type": one, "coordinates": shapes[0]}
    return {"type": many, "coordinates": shapes}


def _count(points: list[Position], lines: list[list[Position]], polygons: list[list[Ring]]) -> int:
    return (
        len(points)
        + sum(len(line) for line in lines)
        + sum(len(ring) for polygon in polygons for ring in polygon)
    )
