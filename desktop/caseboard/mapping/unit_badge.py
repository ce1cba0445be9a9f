"""The mark of a unit: its APP-6 symbol; of several, the first and how many."""

from collections.abc import Iterator
from dataclasses import dataclass

from typing_extensions import override

from caseboard.mapping import badge, lettering, outlines
from caseboard.mapping.badge import Badge
from caseboard.mapping.placing import Rect
from caseboard.mapping.scene import Area, Face, Pen, Shape, Symbol
from caseboard.mapping.symbol_picture import SymbolPicture

HEIGHT = 24.0
"""Pixels that a unit's frame is high."""
_LONGEST = 150.0
"""Pixels of what is written beside it."""
_PILL = 16.0
"""Pixels that the number of units is high."""


@dataclass(frozen=True, slots=True)
class UnitBadge(Badge):
    """The symbol stands with its anchor at the place; without a picture it is a plain frame."""

    picture: SymbolPicture | None = None

    @property
    @override
    def color(self) -> str:
        return self.look.text

    @property
    @override
    def reach(self) -> float:
        return HEIGHT * 0.8

    @property
    @override
    def title(self) -> str:
        return lettering.shortened(self.cluster.first.designation, 11, _LONGEST, Face.BOLD)

    @override
    def rect(self, x: float, y: float) -> Rect:
        box = self._box(x, y)
        if not self._more:
            return box
        return Rect(box.left, box.top - _PILL / 2, box.right + self._pill / 2, box.bottom)

    @property
    def _more(self) -> str:
        count = len(self.cluster.spots)
        return f"×{badge.short(count)}" if count > 1 else ""

    @property
    def _pill(self) -> float:
        return lettering.width(self._more, badge.NUMBER, Face.BOLD) + 10

    def _box(self, x: float, y: float) -> Rect:
        picture = self.picture
        if picture is None:
            return Rect(x - HEIGHT * 0.75, y - HEIGHT / 2, x + HEIGHT * 0.75, y + HEIGHT / 2)
        left, top = x - picture.anchor_x, y - picture.anchor_y
        return Rect(left, top, left + picture.width, top + picture.height)

    @override
    def offsets(self) -> Iterator[tuple[float, float]]:
        yield from badge.around(36.0)

    @override
    def drawn(self, x: float, y: float) -> Iterator[Shape]:
        look, box = self.look, self._box(x, y)
        width, height = box.right - box.left, box.bottom - box.top
        if self.is_chosen:
            yield Area((outlines.rounded(box.grown(3.5), 3.0),), pen=Pen(look.chosen, 2.2))
        if self.picture is None:
            yield Area((outlines.box(x, y, width, height),), look.panel, pen=Pen(look.text, 1.4))
        else:
            yield Symbol(box.left, box.top, width, height, self.picture.svg)
        if self._more:
            pill = outlines.capsule(box.right, box.top, self._pill, _PILL)
            yield Area((pill,), look.unit, pen=Pen(look.rim, 1.5))
            yield badge.number(box.right, box.top, self._more, look.on_unit)
