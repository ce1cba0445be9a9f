"""Geometries as RFC 7946 wants them: in range, closed, wound the right way, in two dimensions.

Common validators check the shape of the JSON alone, and let a longitude of 372° pass.
"""

import math
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

from caseboard.errors import CaseError
from caseboard.i18n import _

Point = list[float]
Ring = list[Point]
_DIGITS = 7
"""Decimals of a degree: a centimetre."""
_DEEPEST = 8
"""Collections within collections."""


def checked(geometry: Mapping[str, Any], name: str, depth: int = 0) -> dict[str, Any]:
    """The geometry of what is called `name`, mended; raises `CaseError` where that cannot be."""
    try:
        return _checked(geometry, depth)
    except (_NotSo, KeyError, TypeError, ValueError, IndexError) as error:
        reason = str(error) if isinstance(error, _NotSo) else _("it is no GeoJSON")
        raise CaseError(
            _("The place of “{name}” cannot be written: {reason}.").format(
                name=name, reason=reason
            ),
            _("Correct it, or leave its kind out."),
        ) from error


def point(lat: float, lon: float, name: str) -> dict[str, Any]:
    """A point in degrees WGS 84; raises `CaseError` where it is off the globe."""
    return checked({"type": "Point", "coordinates": [lon, lat]}, name)


class _NotSo(Exception):
    """What is wrong, in words."""


def _checked(geometry: Mapping[str, Any], depth: int) -> dict[str, Any]:
    kind = str(geometry["type"])
    if kind == "GeometryCollection":
        if depth >= _DEEPEST:
            raise _NotSo(_("it is nested too deeply"))
        return {
            "type": kind,
            "geometries": [_checked(each, depth + 1) for each in geometry["geometries"]],
        }
    read = {"Point": _point, "LineString": _line, "Polygon": _polygon}[kind.removeprefix("Multi")]
    held = geometry["coordinates"]
    if kind.startswith("Multi"):
        return {"type": kind, "coordinates": [read(each) for each in held]}
    return {"type": kind, "coordinates": read(held)}


def _point(held: Sequence[Any]) -> Point:
    lon, lat = float(held[0]), float(held[1])
    if not (math.isfinite(lon) and -180 <= lon <= 180):
        raise _NotSo(_("a longitude is {degrees}°").format(degrees=f"{lon:g}"))
    if not (math.isfinite(lat) and -90 <= lat <= 90):
        raise _NotSo(_("a latitude is {degrees}°").format(degrees=f"{lat:g}"))
    return [round(lon, _DIGITS), round(lat, _DIGITS)]


def _line(held: Sequence[Any]) -> Ring:
    points = [_point(each) for each in held]
    if len(points) < 2:
        raise _NotSo(_("a line has fewer than two points"))
    return points


def _polygon(held: Sequence[Any]) -> list[Ring]:
    """The outer ring counterclockwise, the others clockwise (3.1.6)."""
    rings = [_ring(each) for each in held]
    return [_wound(ring, is_outer=not place) for place, ring in enumerate(rings)]


def _ring(held: Sequence[Any]) -> Ring:
    points = [_point(each) for each in held]
    if points and points[0] != points[-1]:
        points.append(points[0])
    if len(points) < 4:
        raise _NotSo(_("an area has fewer than three corners"))
    return points


def _wound(ring: Ring, *, is_outer: bool) -> Ring:
    is_counterclockwise = _doubled_area(ring) > 0
    return ring if is_counterclockwise is is_outer else ring[::-1]


def _doubled_area(ring: Ring) -> float:
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(ring))
