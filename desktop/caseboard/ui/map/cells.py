"""The cells that the ground of a map is cut into, so that what was drawn once is drawn no more."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from caseboard.mapping.view import TILE, View

SIDE = 256.0
"""Pixels (1/96 inch) that a cell is wide and high."""


class Cell(NamedTuple):
    """Counted from the upper left corner of the world."""

    column: int
    row: int


@dataclass(frozen=True, slots=True)
class Block:
    """A rectangle of cells; `right` and `bottom` are the first beyond it."""

    left: int
    top: int
    right: int
    bottom: int

    def __bool__(self) -> bool:
        return self.left < self.right and self.top < self.bottom

    def __iter__(self) -> Iterator[Cell]:
        rows = range(self.top, self.bottom)
        return (Cell(column, row) for row in rows for column in range(self.left, self.right))

    def __len__(self) -> int:
        return max(0, self.right - self.left) * max(0, self.bottom - self.top)

    def grown(self, by: int, most: int) -> "Block":
        """With so many more cells on each side, inside a world of `most` by `most`."""
        return Block(
            max(0, self.left - by),
            max(0, self.top - by),
            min(most, self.right + by),
            min(most, self.bottom + by),
        )


@dataclass(frozen=True, slots=True)
class Grid:
    """How the world is cut at one zoom; `ratio` is dots of the screen for a pixel of 1/96 inch."""

    zoom: float
    ratio: float

    @property
    def side(self) -> int:
        """Dots that a cell is wide and high."""
        return round(SIDE * self.ratio)

    @property
    def dots(self) -> float:
        """Dots that the world is wide."""
        return float(TILE * 2.0**self.zoom * self.ratio)

    @property
    def count(self) -> int:
        """Cells from one edge of the world to the other."""
        return math.ceil(self.dots / self.side)

    def covering(self, view: View) -> Block:
        """The cells that a view shows, whatever its zoom."""
        left, top, right, bottom = (edge * self.dots / self.side for edge in view.box())
        whole = Block(math.floor(left), math.floor(top), math.ceil(right), math.ceil(bottom))
        return whole.grown(0, self.count)

    def view(self, block: Block) -> View:
        """The view that shows these cells and no more."""
        side, pixels = self.side / self.dots, self.side / self.ratio
        across, down = block.right - block.left, block.bottom - block.top
        return View(
            (block.left + across / 2) * side,
            (block.top + down / 2) * side,
            self.zoom,
            across * pixels,
            down * pixels,
        )


def first_block(cells: Sequence[Cell], most: int) -> Block:
    """The block from the first of `cells` on that has no others in it, of `most` at most."""
    wanted, first = set(cells), cells[0]
    right = first.column + 1
    while Cell(right, first.row) in wanted and right - first.column < most:
        right += 1
    bottom, width = first.row + 1, right - first.column
    while width * (bottom + 1 - first.row) <= most and all(
        Cell(column, bottom) in wanted for column in range(first.column, right)
    ):
        bottom += 1
    return Block(first.column, first.row, right, bottom)
