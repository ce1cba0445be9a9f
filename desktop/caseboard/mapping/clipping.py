"""Rings and lines cut to what is in sight, as numpy arrays and so without a copy per vertex."""

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]
Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""
FINE = 0.5
"""Pixels nearer than which two vertices of a line are drawn as one."""


def ring_within(ring: Points, box: Box) -> Points:
    """What of a ring is in `box` (Sutherland and Hodgman, 1974); empty where nothing is.

    Where a ring leaves the box and comes back, it runs along the edge: fill it, do not draw it.
    """
    left, top, right, bottom = box
    for axis, limit, sign in ((0, left, 1), (0, right, -1), (1, top, 1), (1, bottom, -1)):
        ring = _half(ring, axis, limit, sign)
        if len(ring) < 3:
            return ring[:0]
    return ring


def _half(ring: Points, axis: int, limit: float, sign: int) -> Points:
    depth = sign * (ring[:, axis] - limit)
    inside = depth >= 0
    if inside.all():
        return ring
    if not inside.any():
        return ring[:0]
    crossing = inside != np.roll(inside, -1)
    span = np.where(crossing, depth - np.roll(depth, -1), 1.0)
    met = ring + (depth / span)[:, None] * (np.roll(ring, -1, axis=0) - ring)
    both = np.empty((2 * len(ring), 2))
    both[0::2], both[1::2] = ring, met
    kept = np.empty(2 * len(ring), bool)
    kept[0::2], kept[1::2] = inside, crossing
    return both[kept]


def touching(points: Points, box: Box) -> NDArray[np.bool_]:
    """Of each step of a line, whether it may be in `box`: n points have n - 1 steps."""
    left, top, right, bottom = box
    x, y = points[:, 0], points[:, 1]
    near_x = (np.maximum(x[:-1], x[1:]) >= left) & (np.minimum(x[:-1], x[1:]) <= right)
    near_y = (np.maximum(y[:-1], y[1:]) >= top) & (np.minimum(y[:-1], y[1:]) <= bottom)
    return np.asarray(near_x & near_y)


def runs(points: Points, wanted: NDArray[np.bool_]) -> list[Points]:
    """The stretches of a line whose steps are wanted."""
    if wanted.all():
        return [points]
    edges = np.flatnonzero(np.diff(wanted.astype(np.int8), prepend=0, append=0))
    return [
        points[start : end + 1]
        for start, end in zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True)
    ]


def lines_within(points: Points, box: Box) -> list[Points]:
    """The stretches of a line in `box`; each may reach one step out of it."""
    return runs(points, touching(points, box))


def thinned(points: Points, fine: float = FINE) -> Points:
    """A line in pixels without the vertices that nobody could see; both ends are kept."""
    if len(points) < 8:
        return points
    cells = np.round(points / fine)
    kept = np.ones(len(points), bool)
    kept[1:-1] = (cells[1:-1] != cells[:-2]).any(axis=1)
    points = points[kept]
    for first in (1, 2, 1):
        points = _straightened(points, first, fine / 2)
    return points


def _straightened(points: Points, first: int, fine: float) -> Points:
    """Without each second vertex, from `first` on, that is no farther from its neighbours' line."""
    inner = points[first:-1:2]
    before, after = points[first - 1 : -2 : 2], points[first + 1 :: 2]
    if not len(inner):
        return points
    across = after - before
    away = inner - before
    doubled = np.abs(across[:, 0] * away[:, 1] - across[:, 1] * away[:, 0])
    # Never a vertex that sticks out beyond its neighbours: its line would miss the tip.
    turn = (away * (after - inner)).sum(axis=1)
    length = np.hypot(across[:, 0], across[:, 1])
    kept = np.ones(len(points), bool)
    kept[first:-1:2] = (doubled > fine * length) | (turn < 0)
    return points[kept]
