"""Likelihoods drawn: a bar beside a judgement, and the whole ladder as its key.

Where a band lies says the same as the word and the figures beside it, and ink on paper alone tells
it: a grey printer loses nothing.
"""

from collections.abc import Sequence
from typing import Final

from typing_extensions import override

from caseboard.briefing.blocks import Gauge, Yardstick
from caseboard.briefing.pdf import scale, structure
from caseboard.briefing.pdf.boxes import Box, TextBox
from caseboard.briefing.pdf.faces import face
from caseboard.briefing.pdf.lines import Ink
from caseboard.briefing.pdf.scale import Type
from caseboard.briefing.pdf.sheet import Sheet
from caseboard.briefing.pdf.structure import Node

GAUGE_WIDTH: Final = 86.0
_BAR: Final = 3.6
_AIR: Final = 2.6
_CELL_GAP: Final = 5.0


class GaugeBox(Box):
    """A word of likelihood, its band on a bar from 0 to 100 per cent, and its figures."""

    def __init__(self, gauge: Gauge) -> None:
        self._gauge = gauge
        self._word = _text(gauge.word, scale.GAUGE_WORD, GAUGE_WIDTH)
        self._chances = _text(gauge.chances, scale.GAUGE_NOTE, GAUGE_WIDTH)
        self.height = self._word.height + _BAR + 2 * _AIR + self._chances.height

    @override
    def draw(self, sheet: Sheet, x: float, top: float) -> None:
        """Draw word, bar and figures below each other."""
        self._word.draw(sheet, x, top)
        top -= self._word.height + _AIR
        _bar(sheet, x, top, self._gauge)
        self._chances.draw(sheet, x, top - _BAR - _AIR)


class YardstickBox(Box):
    """Every rung of a ladder in a cell of its own; those in use are dark."""

    before, after = 8.0, 6.0

    def __init__(self, yardstick: Yardstick, width: float) -> None:
        self._yardstick, self._width = yardstick, width
        count = max(len(yardstick.rungs), 1)
        self._cell = (width - (count - 1) * _CELL_GAP) / count
        self._name = _text(yardstick.name, scale.GAUGE_NOTE, width)
        self._cells = [self._rung(rung) for rung in yardstick.rungs]
        self._tallest = max((sum(part.height for part in cell) for cell in self._cells), default=0)
        self.height = self._name.height + _BAR + 2 * _AIR + self._tallest

    def _rung(self, rung: Gauge) -> Sequence[TextBox]:
        is_used = rung.word in self._yardstick.used
        kind = scale.RUNG_USED if is_used else scale.GAUGE_NOTE
        note = scale.GAUGE_NOTE
        return _text(rung.chances, note, self._cell), _text(rung.word, kind, self._cell)

    @override
    def draw(self, sheet: Sheet, x: float, top: float) -> None:
        """Draw the name, then the rungs from the lowest."""
        self._name.draw(sheet, x, top)
        top -= self._name.height + _AIR
        with sheet.element(Node(structure.LIST)):
            for rung, cell in zip(self._yardstick.rungs, self._cells, strict=True):
                self._draw_rung(sheet, x, top, rung, cell)
                x += self._cell + _CELL_GAP

    def _draw_rung(
        self, sheet: Sheet, x: float, top: float, rung: Gauge, cell: Sequence[Box]
    ) -> None:
        is_used = rung.word in self._yardstick.used
        colour = scale.ACCENT if is_used else scale.LINE
        sheet.fill(x, top - _BAR, self._cell, _BAR, colour)
        top -= _BAR + _AIR
        with sheet.element(Node(structure.ITEM)), sheet.element(Node(structure.BODY)):
            for part in cell:
                part.draw(sheet, x, top)
                top -= part.height


def _bar(sheet: Sheet, x: float, top: float, gauge: Gauge) -> None:
    foot = top - _BAR
    sheet.fill(x, foot, GAUGE_WIDTH, _BAR, scale.LINE)
    low, high = (min(max(share, 0), 100) / 100 * GAUGE_WIDTH for share in (gauge.low, gauge.high))
    sheet.fill(x + low, foot, max(high - low, 1.5), _BAR, scale.ACCENT)


def _text(text: str, kind: Type, width: float) -> TextBox:
    ink = Ink(face(kind.family, bold=kind.bold, italic=kind.italic), kind.size, kind.colour)
    return TextBox.of([(ink, text)], kind, width)
