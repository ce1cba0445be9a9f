"""Where the pages of a briefing stand: side by side as room allows, rows below each other."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, QSizeF

GAP = 26.0
"""Pixels between pages, and half of what is above and below them."""
SIDE = 28.0
"""Pixels left and right of them."""
PER_POINT = 96 / 72
"""Pixels of a point at 100 %."""
NARROWEST = 380.0
"""Pixels: two pages that would be narrower stand below each other."""
MOST = 4
"""Pages side by side."""

Size = tuple[float, float]


class Fit(StrEnum):
    """How large pages are, where that is not so many per cent."""

    TWO = "two"
    """Two side by side fill the width, where they are wide enough to be read."""
    WIDTH = "width"
    PAGE = "page"


Zoom = Fit | int
"""Per cent, or what fits."""


def factor(zoom: Zoom, page: Size, room: QSizeF) -> float:
    """Pixels a point, for pages of `page` points in a view of `room` pixels."""
    width, height = page
    inside = max(80.0, room.width() - 2 * SIDE)
    match zoom:
        case Fit.TWO if (two := (inside - GAP) / 2) >= NARROWEST:
            return two / width
        case Fit.TWO | Fit.WIDTH:
            return inside / width
        case Fit.PAGE:
            return min(inside / width, max(80.0, room.height() - 2 * GAP) / height)
        case percent:
            return PER_POINT * percent / 100


def columns(zoom: Zoom, width: float, room: float, count: int) -> int:
    """How many pages of `width` pixels stand side by side."""
    if zoom is Fit.WIDTH:
        return 1
    fitting = int((room - 2 * SIDE + GAP + 1) // (width + GAP))
    most = 2 if zoom is Fit.TWO else MOST
    return max(1, min(fitting, most, count))


@dataclass(frozen=True, slots=True)
class _Row:
    top: float
    height: float
    first: int


class PageLayout:
    """The places of all pages, in pixels from the top left of them all."""

    def __init__(self, sizes: Sequence[Size], zoom: Zoom, room: QSizeF) -> None:
        """`sizes` in points, `room` in pixels."""
        self.count = len(sizes)
        self.factor = factor(zoom, sizes[0], room) if sizes else PER_POINT
        self._sizes = [(w * self.factor, h * self.factor) for w, h in sizes]
        widest = max((w for w, _h in self._sizes), default=0.0)
        self.columns = columns(zoom, widest, room.width(), self.count)
        self.width = self.columns * widest + (self.columns - 1) * GAP + 2 * SIDE
        self._left = max(0.0, (room.width() - self.width) / 2) + SIDE
        self._step = widest + GAP
        self._rows = list(self._lay_out())
        last = self._rows[-1] if self._rows else None
        self.height = last.top + last.height + GAP if last else 0.0

    def rect(self, page: int) -> QRectF:
        """Where a page stands."""
        row = self._rows[page // self.columns]
        left = self._left + page % self.columns * self._step
        return QRectF(round(left), round(row.top), *(round(side) for side in self._sizes[page]))

    def spot(self, page: int, top: float) -> float:
        """How far down something stands that is `top` points from the top of its page."""
        return self.rect(page).top() + top * self.factor

    def seen(self, top: float, bottom: float) -> range:
        """The pages of the rows between two heights."""
        rows = [row for row in self._rows if row.top < bottom and row.top + row.height > top]
        if not rows:
            return range(0)
        return range(rows[0].first, min(self.count, rows[-1].first + self.columns))

    def page_at(self, point: QPointF) -> int | None:
        """The page at a point."""
        near = self.seen(point.y() - 1, point.y() + 1)
        return next((page for page in near if self.rect(page).contains(point)), None)

    def _lay_out(self) -> Iterator[_Row]:
        top = GAP
        for first in range(0, self.count, self.columns):
            height = max(h for _w, h in self._sizes[first : first + self.columns])
            yield _Row(top, height, first)
            top += height + GAP
