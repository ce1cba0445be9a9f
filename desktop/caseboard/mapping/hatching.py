"""Stripes for what is only estimated, and heads for arrows: the same for every painter."""

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from caseboard.mapping.scene import Pen, Points

STEP = 8.0
"""Pixels from one stripe to the next, measured along a row."""
WIDTH = 1.4
"""Pixels that a stripe is wide."""


def stripes(rings: "Sequence[Points]", step: float = STEP) -> "list[Points]":
    """The stripes at 45° that fill rings by the even-odd rule, each of shape (2, 2).

    They stand where they would in any other picture of the same origin.
    """
    starts, ends = _edges(rings)
    if not len(starts):
        return []
    return _stripes(starts, ends, step)


def _edges(rings: "Sequence[Points]") -> "tuple[Points, Points]":
    starts = [ring for ring in rings if len(ring) > 2]
    if not starts:
        return np.empty((0, 2)), np.empty((0, 2))
    return np.concatenate(starts), np.concatenate([np.roll(ring, -1, axis=0) for ring in starts])


def _stripes(starts: "Points", ends: "Points", step: float) -> "list[Points]":
    """A stripe is where x + y is a whole number of steps: cut each edge there, then pair by x."""
    low = (starts.sum(axis=1)) / step
    high = (ends.sum(axis=1)) / step
    first = np.ceil(np.minimum(low, high))
    counts = np.maximum(0, np.ceil(np.maximum(low, high)) - first).astype(np.int64)
    edge = np.repeat(np.arange(len(starts)), counts)
    if not len(edge):
        return []
    nth = np.arange(len(edge)) - np.repeat(np.cumsum(counts) - counts, counts)
    stripe = first[edge] + nth
    along = (stripe - low[edge]) / (high[edge] - low[edge])
    met = starts[edge] + along[:, None] * (ends[edge] - starts[edge])
    order = np.lexsort((met[:, 0], stripe))
    met, stripe = met[order], stripe[order]
    pairs = len(met) // 2 * 2
    return [
        pair
        for pair, rows in zip(
            met[:pairs].reshape(-1, 2, 2), stripe[:pairs].reshape(-1, 2), strict=True
        )
        if rows[0] == rows[1]
    ]


def arrow_head(line: "Points", pen: "Pen") -> "Points":
    """The triangle at the end of a line, (3, 2), in proportion to its pen."""
    tip, behind = line[-1], line[-2]
    way = tip - behind
    length = float(np.hypot(*way)) or 1.0
    way = way / length
    across = np.array([-way[1], way[0]])
    long, half = 6.0 + 2.5 * pen.width, 3.0 + 1.6 * pen.width
    base = tip - way * (long - pen.width)
    return np.array([tip + way * pen.width, base + across * half, base - across * half])
