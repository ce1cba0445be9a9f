"""Moving boxes apart until none lies on another, each as little as may be."""

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

TURNS = 12
"""Rounds of pushing apart; what still overlaps then looks for a free place of its own."""
STEP = 0.35
"""Of the sides of a box: from one ring of tries to the next on the way outward."""


@dataclass(slots=True)
class Box:
    """A box by its middle and its sides, in pixels; a `held` one is not moved."""

    x: float
    y: float
    width: float
    height: float
    held: bool = False

    def overlaps(self, other: "Box") -> bool:
        """Whether they have any area in common."""
        return (
            abs(self.x - other.x) * 2 < self.width + other.width - 1e-6
            and abs(self.y - other.y) * 2 < self.height + other.height - 1e-6
        )


def clear(boxes: Sequence[Box]) -> list[tuple[float, float]]:
    """Where the boxes stand when none overlaps another; only held ones may, among themselves.

    The boxes are moved in place.
    """
    for _turn in range(TURNS):
        if not _pushed(boxes):
            break
    else:
        _spread(boxes)
    return [(box.x, box.y) for box in boxes]


def _pushed(boxes: Sequence[Box]) -> bool:
    """Push every two that overlap apart, on the shorter way; whether any did."""
    grid = _Grid(boxes)
    any_did = False
    for number, box in enumerate(boxes):
        for other in grid.near(box):
            if other <= number or (box.held and boxes[other].held):
                continue
            if box.overlaps(boxes[other]):
                _push(box, boxes[other])
                any_did = True
    return any_did


def _push(one: Box, other: Box) -> None:
    across = (one.width + other.width) / 2 - abs(other.x - one.x) + 0.01
    down = (one.height + other.height) / 2 - abs(other.y - one.y) + 0.01
    share = 1.0 if one.held or other.held else 0.5
    dx = math.copysign(across, other.x - one.x) if across < down else 0.0
    dy = math.copysign(down, other.y - one.y) if across >= down else 0.0
    if not one.held:
        one.x, one.y = one.x - dx * share, one.y - dy * share
    if not other.held:
        other.x, other.y = other.x + dx * share, other.y + dy * share


def _spread(boxes: Sequence[Box]) -> None:
    """Give each that lies on one before it the nearest free place, looking outward in rings."""
    order = sorted(range(len(boxes)), key=lambda i: (not boxes[i].held, i))
    grid = _Grid(boxes, empty=True)
    for number in order:
        box = boxes[number]
        if not box.held:
            for x, y in _rings(box):
                box.x, box.y = x, y
                if not any(box.overlaps(boxes[other]) for other in grid.near(box)):
                    break
        grid.put(number)


def _rings(box: Box) -> Iterator[tuple[float, float]]:
    """Where it stands, and then places around that, further and further away, for ever."""
    x, y = box.x, box.y
    yield x, y
    ring = 0
    while True:
        ring += 1
        across, down, count = ring * STEP * box.width, ring * STEP * box.height, 6 * ring
        for number in range(count):
            angle = 2 * math.pi * number / count
            yield x + across * math.cos(angle), y + down * math.sin(angle)


class _Grid:
    """Which boxes may touch which: they share a cell as large as the largest box."""

    def __init__(self, boxes: Sequence[Box], *, empty: bool = False) -> None:
        self._boxes = boxes
        self._side = max((max(box.width, box.height) for box in boxes), default=1.0) + 1.0
        self._cells: defaultdict[tuple[int, int], list[int]] = defaultdict(list)
        if not empty:
            for number in range(len(boxes)):
                self.put(number)

    def put(self, number: int) -> None:
        """Let that box be found from now on."""
        self._cells[self._cell(self._boxes[number])].append(number)

    def near(self, box: Box) -> Iterator[int]:
        """Every box that may overlap it, as they stood when they were put here."""
        across, down = self._cell(box)
        for i in (across - 1, across, across + 1):
            for j in (down - 1, down, down + 1):
                yield from self._cells.get((i, j), ())

    def _cell(self, box: Box) -> tuple[int, int]:
        return math.floor(box.x / self._side), math.floor(box.y / self._side)
