"""Where there is still room for words on a map."""

import math
from dataclasses import dataclass

_CELL = 64.0


@dataclass(frozen=True, slots=True)
class Rect:
    """A box in pixels."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Rect") -> bool:
        """Whether the two share any ground."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

    def grown(self, by: float) -> "Rect":
        """The box with so many pixels more on each side."""
        return Rect(self.left - by, self.top - by, self.right + by, self.bottom + by)


def about(x: float, y: float, r: float) -> Rect:
    """The box about a disc."""
    return Rect(x - r, y - r, x + r, y + r)


class Room:
    """Remembers what is taken. Words that would not be wholly in sight find no room."""

    def __init__(self, width: float, height: float) -> None:
        self._sight = Rect(0, 0, width, height)
        self._cells: dict[tuple[int, int], list[Rect]] = {}

    def is_free(self, *rects: Rect, whole: bool = True) -> bool:
        """Whether nothing stands there; `whole` asks that all of it is in sight."""
        return all(self._is_free(rect, whole=whole) for rect in rects)

    def take(self, *rects: Rect) -> None:
        """Let nothing else stand there."""
        for rect in rects:
            for cell in self._covered(rect):
                self._cells.setdefault(cell, []).append(rect)

    def claim(self, *rects: Rect, whole: bool = True) -> bool:
        """Take it if it is free; whether it was."""
        if not self.is_free(*rects, whole=whole):
            return False
        self.take(*rects)
        return True

    def _is_free(self, rect: Rect, *, whole: bool) -> bool:
        sight = self._sight
        inside = (
            rect.left >= sight.left
            and rect.right <= sight.right
            and rect.top >= sight.top
            and rect.bottom <= sight.bottom
        )
        if whole and not inside:
            return False
        return not any(
            rect.meets(other) for cell in self._covered(rect) for other in self._cells.get(cell, ())
        )

    def _covered(self, rect: Rect) -> list[tuple[int, int]]:
        sight = self._sight
        across = range(
            math.floor(max(rect.left, sight.left - _CELL) / _CELL),
            math.floor(min(rect.right, sight.right + _CELL) / _CELL) + 1,
        )
        down = range(
            math.floor(max(rect.top, sight.top - _CELL) / _CELL),
            math.floor(min(rect.bottom, sight.bottom + _CELL) / _CELL) + 1,
        )
        return [(column, row) for column in across for row in down]
