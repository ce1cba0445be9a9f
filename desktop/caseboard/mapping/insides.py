"""Where in an area a name stands best: deep inside, with room to both sides."""

import numpy as np
from numpy.typing import NDArray

from caseboard.mapping import clipping
from caseboard.mapping.clipping import Points

_ACROSS, _DOWN = 13, 7
"""How many points of its box are tried."""
_SIDEWAYS = 0.45
"""What a pixel to the side is worth of one up or down: names are longer than high."""
_COARSE = 8.0
"""Pixels nearer than which vertices of the outline are taken as one."""


def insides(rings: list[Points], most: int = 6) -> list[tuple[float, float]]:
    """Points inside rings by the even-odd rule, the deepest first, at most `most`."""
    outlines = [clipping.thinned(ring, _COARSE) for ring in rings if len(ring) > 2]
    if not outlines:
        return []
    starts = np.concatenate(outlines)
    ends = np.concatenate([np.roll(ring, -1, axis=0) for ring in outlines])
    largest = max(outlines, key=_extent)
    points = _grid(largest)
    points = points[_within(points, starts, ends)]
    if not len(points):
        return []
    order = np.argsort(-_depth(points, starts, ends), kind="stable")[:most]
    return [(float(x), float(y)) for x, y in points[order]]


def _extent(ring: Points) -> float:
    across, down = ring.max(axis=0) - ring.min(axis=0)
    return float(across * down)


def _grid(ring: Points) -> Points:
    (left, top), (right, bottom) = ring.min(axis=0), ring.max(axis=0)
    across = np.linspace(left, right, _ACROSS + 2)[1:-1]
    down = np.linspace(top, bottom, _DOWN + 2)[1:-1]
    return np.array(np.meshgrid(across, down)).reshape(2, -1).T


def _within(points: Points, starts: Points, ends: Points) -> NDArray[np.bool_]:
    """Even-odd: how many edges a ray to the right crosses."""
    x, y = points[:, :1], points[:, 1:]
    above = (starts[:, 1] > y) != (ends[:, 1] > y)
    rise = np.where(ends[:, 1] == starts[:, 1], 1.0, ends[:, 1] - starts[:, 1])
    at = starts[:, 0] + (y - starts[:, 1]) / rise * (ends[:, 0] - starts[:, 0])
    return np.asarray((above & (at > x)).sum(axis=1) % 2 == 1)


def _depth(points: Points, starts: Points, ends: Points) -> NDArray[np.float64]:
    """How far each is from the nearest edge, squared."""
    scale = np.array([_SIDEWAYS, 1.0])
    (one_x, one_y), (other_x, other_y) = (starts * scale).T, (ends * scale).T
    edge_x, edge_y = other_x - one_x, other_y - one_y
    square = edge_x**2 + edge_y**2
    square[square == 0] = 1.0
    x, y = points[:, :1] * _SIDEWAYS - one_x, points[:, 1:] - one_y
    along = np.clip((x * edge_x + y * edge_y) / square, 0.0, 1.0)
    return np.asarray(((x - along * edge_x) ** 2 + (y - along * edge_y) ** 2).min(axis=1))
