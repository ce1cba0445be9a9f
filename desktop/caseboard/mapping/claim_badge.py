"""The mark of claims: for each status a box with its sign and, beyond one, how many."""

import math
from collections.abc import Iterator
from dataclasses import dataclass

from typing_extensions import override

from caseboard.mapping import badge, lettering, outlines
from caseboard.mapping.badge import Badge
from caseboard.mapping.placing import Rect
from caseboard.mapping.scene import Area, Face, Pen, Shape
from caseboard.model.terms import ClaimStatus

SIGNS = {
    ClaimStatus.DISPUTED: "≠",
    ClaimStatus.SINGLE_SOURCE: "1",
    ClaimStatus.OPEN: "?",
    ClaimStatus.CORROBORATED: "✓",
}
"""What stands in a claim's mark, so that its colour need not be seen; the gravest first."""
_HEIGHT = 18.0
_GAP = 2.0
_CORNER = 4.0


@dataclass(frozen=True, slots=True)
class ClaimBadge(Badge):
    """Boxes in a row, the gravest first: places are round, claims have corners."""

    @property
    @override
    def color(self) -> str:
        return self.look.status(self._boxes[0][0])

    @property
    @override
    def reach(self) -> float:
        return max(self._width / 2, _HEIGHT / 2 + 2)

    @override
    def rect(self, x: float, y: float) -> Rect:
        across, down = self._width / 2 + 1.5, _HEIGHT / 2 + 1.5
        return Rect(x - across, y - down, x + across, y + down)

    @override
    def offsets(self) -> Iterator[tuple[float, float]]:
        wider = (self._width - _HEIGHT) / 2
        for dx, dy in badge.around(23.0):
            aside = math.copysign(wider, dx) if abs(dx) > 1 else 0.0
            yield dx + aside, dy

    @override
    def drawn(self, x: float, y: float) -> Iterator[Shape]:
        look, left = self.look, x - self._width / 2
        if self.is_chosen:
            ring = outlines.rounded(_box(x, y, self._width + 7, _HEIGHT + 7), _CORNER + 3)
            yield Area((ring,), pen=Pen(look.chosen, 2.2))
        for status, text in self._boxes:
            width = _box_width(text)
            middle = left + width / 2
            shape = outlines.rounded(_box(middle, y, width, _HEIGHT), _CORNER)
            yield Area((shape,), look.status(status), pen=Pen(look.rim, 1.8))
            yield badge.number(middle, y, text, look.on_status)
            left += width + _GAP

    @property
    def _boxes(self) -> list[tuple[ClaimStatus, str]]:
        statuses = [spot.status or ClaimStatus.OPEN for spot in self.cluster.spots]
        counts = {status: statuses.count(status) for status in SIGNS if status in statuses}
        return [
            (status, SIGNS[status] if count == 1 else f"{SIGNS[status]} ×{badge.short(count)}")
            for status, count in counts.items()
        ]

    @property
    def _width(self) -> float:
        widths = [_box_width(text) for _status, text in self._boxes]
        return sum(widths) + _GAP * (len(widths) - 1)


def _box(x: float, y: float, width: float, height: float) -> Rect:
    return Rect(x - width / 2, y - height / 2, x + width / 2, y + height / 2)


def _box_width(text: str) -> float:
    if len(text) == 1:
        return _HEIGHT
    return max(_HEIGHT, lettering.width(text, badge.NUMBER, Face.BOLD) + 11)
