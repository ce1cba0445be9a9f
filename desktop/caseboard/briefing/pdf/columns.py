"""Two accounts side by side, with a line between them that runs on where they do."""

from typing import Final

from typing_extensions import override

from caseboard.briefing.pdf import scale
from caseboard.briefing.pdf.boxes import SLACK, Box, Stack
from caseboard.briefing.pdf.sheet import Sheet

GAP: Final = 20.0
"""Between the columns."""
_AIR: Final = 6.0
_WHOLE: Final = 240.0
"""What is no taller stands on one page."""


class Columns(Box):
    """Two boxes, each `column_width` wide, as tall as the taller."""

    before, after = 4.0, 7.0

    def __init__(self, left: Box, right: Box, width: float, *, is_rest: bool = False) -> None:
        self._left, self._right, self._width, self._is_rest = left, right, width, is_rest
        self._above = 0.0 if is_rest else _AIR
        self.height = self._above + max(left.height, right.height) + _AIR

    @override
    def split(self, room: float, *, fresh: bool) -> tuple[Box, Box] | None:
        """Part both at one height; short ones move on instead."""
        if self.height <= _WHOLE and not fresh:
            return None
        inner = room - self._above - _AIR
        parts = [_parted(side, inner, fresh=fresh) for side in (self._left, self._right)]
        if None in parts or not any(part and part[0].height for part in parts):
            return None
        (left, left_rest), (right, right_rest) = (part for part in parts if part)
        return (
            Columns(left, right, self._width, is_rest=self._is_rest),
            Columns(left_rest, right_rest, self._width, is_rest=True),
        )

    @override
    def draw(self, sheet: Sheet, x: float, top: float) -> None:
        """Draw rules, then the left column, then the right one."""
        half = column_width(self._width)
        if not self._is_rest:
            sheet.rule(x, top, half, scale.INK, 1.2)
            sheet.rule(x + half + GAP, top, half, scale.INK, 1.2)
        middle = x + half + GAP / 2
        sheet.fill(middle, top - self.height, 0.5, self.height, scale.LINE)
        sheet.rule(x, top - self.height, self._width, scale.LINE, 0.5)
        self._left.draw(sheet, x, top - self._above)
        self._right.draw(sheet, x + half + GAP, top - self._above)


def column_width(width: float) -> float:
    """Of each of two columns of a whole."""
    return (width - GAP) / 2


def _parted(side: Box, room: float, *, fresh: bool) -> tuple[Box, Box] | None:
    if side.height <= room + SLACK:
        return side, Stack(())
    return side.split(room, fresh=fresh)
