"""The outlines that marks are made of, in pixels."""

import math

import numpy as np

from caseboard.mapping.clipping import Points
from caseboard.mapping.placing import Rect


def capsule(x: float, y: float, width: float, height: float) -> Points:
    """A box about `x`, `y` whose short ends are half circles."""
    r = height / 2
    reach = max(0.0, width / 2 - r)
    right = np.linspace(-math.pi / 2, math.pi / 2, 13)
    left = right + math.pi
    ends = [
        np.column_stack((x + sign * reach + r * np.cos(turn), y + r * np.sin(turn)))
        for sign, turn in ((1, right), (-1, left))
    ]
    return np.concatenate(ends)


def box(x: float, y: float, width: float, height: float) -> Points:
    """A box about `x`, `y`."""
    across, down = width / 2, height / 2
    return np.array(
        [
            (x - across, y - down),
            (x + across, y - down),
            (x + across, y + down),
            (x - across, y + down),
        ]
    )


def wedge(x: float, y: float, r: float, direction: float, spread: float) -> Points:
    """What is seen from `x`, `y` up to `r`: degrees from north, clockwise, and to either side."""
    turn = np.radians(np.linspace(direction - spread, direction + spread, 13))
    rim = np.column_stack((x + r * np.sin(turn), y - r * np.cos(turn)))
    return np.concatenate((np.array([(x, y)]), rim))


def segment(x: float, y: float, to_x: float, to_y: float) -> Points:
    """A straight line."""
    return np.array([(x, y), (to_x, to_y)])


def rounded(rect: Rect, r: float) -> Points:
    """A box with round corners."""
    corners = (
        (rect.right - r, rect.top + r, -90),
        (rect.right - r, rect.bottom - r, 0),
        (rect.left + r, rect.bottom - r, 90),
        (rect.left + r, rect.top + r, 180),
    )
    turns = [np.radians(np.linspace(start, start + 90, 5)) for _x, _y, start in corners]
    return np.concatenate(
        [
            np.column_stack((x + r * np.cos(turn), y + r * np.sin(turn)))
            for (x, y, _start), turn in zip(corners, turns, strict=True)
        ]
    )
