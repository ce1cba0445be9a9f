"""Shapes in well-known binary (OGC 06-103r4), with or without heights, as GeoJSON's geometry."""

import struct
from typing import Any

_KINDS = {1: "Point", 2: "LineString", 3: "Polygon", 4: "MultiPoint", 5: "MultiLineString",
          6: "MultiPolygon", 7: "GeometryCollection"}  # fmt: skip
_DEEPEST = 8
_HIGH, _MEASURED, _NUMBERED = 0x80000000, 0x40000000, 0x20000000
"""Flags of the dialect of PostGIS."""


class Broken(ValueError):
    """Not such a shape, or not all of it."""


def read(data: bytes) -> dict[str, Any] | None:
    """The shape; None for an empty point. Raises `Broken`."""
    try:
        shape, _end = _Shape(data).read(0, 0)
    except (struct.error, IndexError) as error:
        raise Broken from error
    return shape


class _Shape:
    def __init__(self, data: bytes) -> None:
        self._data = data

    def read(self, at: int, depth: int) -> tuple[dict[str, Any] | None, int]:
        if depth > _DEEPEST:
            raise Broken
        order = "<" if self._data[at] == 1 else ">"
        kind, numbers, at = self._kind(order, at)
        if kind == "Point":
            (point,), at = self._points(order, at, 1, numbers)
            is_empty = point[0] != point[0]
            return (None if is_empty else {"type": kind, "coordinates": point}), at
        count, at = self._count(order, at)
        if kind == "LineString":
            line, at = self._points(order, at, count, numbers)
            return {"type": kind, "coordinates": line}, at
        if kind == "Polygon":
            rings = []
            for _ring in range(count):
                points, at = self._count(order, at)
                ring, at = self._points(order, at, points, numbers)
                rings.append(ring)
            return {"type": kind, "coordinates": rings}, at
        return self._many(count, at, depth)

    def _many(self, count: int, at: int, depth: int) -> tuple[dict[str, Any], int]:
        members = []
        for _member in range(count):
            member, at = self.read(at, depth + 1)
            if member is not None:
                members.append(member)
        return {"type": "GeometryCollection", "geometries": members}, at

    def _kind(self, order: str, at: int) -> tuple[str, int, int]:
        """What follows, how many numbers a position has, and where it goes on."""
        (code,) = struct.unpack_from(f"{order}I", self._data, at + 1)
        at += 5
        if code & _NUMBERED:
            at += 4
        extra = bool(code & _HIGH) + bool(code & _MEASURED)
        thousands, base = divmod(code & 0x0FFFFFFF, 1000)
        if base not in _KINDS or thousands > 3:
            raise Broken
        return _KINDS[base], 2 + extra + (0, 1, 1, 2)[thousands], at

    def _count(self, order: str, at: int) -> tuple[int, int]:
        (count,) = struct.unpack_from(f"{order}I", self._data, at)
        if count > len(self._data) - at:  # each member takes more than a byte
            raise Broken
        return count, at + 4

    def _points(
        self, order: str, at: int, count: int, numbers: int
    ) -> tuple[list[list[float]], int]:
        found = struct.unpack_from(f"{order}{count * numbers}d", self._data, at)
        points = [list(found[n : n + 2]) for n in range(0, len(found), numbers)]
        return points, at + 8 * count * numbers
