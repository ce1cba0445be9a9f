"""What stands at head and foot of every page: the marking, whose it is, page n of N."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from caseboard.briefing.blocks import Outline
from caseboard.briefing.fingerprint import fingerprint
from caseboard.briefing.pdf import scale
from caseboard.briefing.pdf.faces import SANS_BOLD, face
from caseboard.briefing.pdf.lines import Ink, Line, break_lines, spans
from caseboard.briefing.pdf.scale import Type
from caseboard.briefing.pdf.sheet import Sheet
from caseboard.i18n import _

_EDGE: Final = 13 * scale.MM
"""From the edge of the page to the middle of head or foot."""
_PAD: Final = 7.0
_SHARE: Final = 0.6
"""Of the column, what a marking may take."""
_LEAST: Final = 7.0
_GAP: Final = 14.0


class Furniture:
    """Head and foot of the pages of one briefing, in the language that is spoken."""

    def __init__(self, outline: Outline, width: float) -> None:
        self._room = width - 2 * scale.MARGIN_X
        self._right = width - scale.MARGIN_X
        self._badge = _badge(outline, self._room)
        self._ref = outline.case_ref
        self._title = outline.head.title
        self._imprint = outline.imprint
        self._fingerprint = _("Fingerprint {digits}").format(digits=fingerprint(outline))

    def head(self, sheet: Sheet, page: int) -> None:
        """Draw what stands above the text; the first page has the title itself."""
        middle = sheet.size[1] - _EDGE
        own = [(scale.FURNITURE, self._ref)]
        if page > 1:
            own = [(scale.FURNITURE_STRONG, self._title), (scale.FURNITURE, f" · {self._ref}")]
        self._note(sheet, own, middle)
        self._badge.draw(sheet, self._right, middle)

    def foot(self, sheet: Sheet, page: int, pages: int) -> None:
        """Draw what stands below it."""
        number = _("Page {page} of {pages}").format(page=page, pages=pages)
        self._note(sheet, [(scale.FURNITURE_STRONG, number)], _EDGE + 5.2)
        last = (scale.FURNITURE, f" · {self._fingerprint}")
        self._note(sheet, [(scale.FURNITURE, self._imprint), last], _EDGE - 5.2)
        self._badge.draw(sheet, self._right, _EDGE)

    def _note(self, sheet: Sheet, parts: Sequence[tuple[Type, str]], middle: float) -> None:
        room = self._room - self._badge.width - _GAP
        line = _cut(parts, room)
        sheet.lines([(scale.MARGIN_X, middle - 0.36 * scale.FURNITURE.size, line)])


@dataclass(frozen=True, slots=True)
class _Badge:
    """The marking, ready to be drawn."""

    lines: tuple[Line, ...]
    size: float

    @property
    def width(self) -> float:
        return max(line.width for line in self.lines) + 2 * _PAD

    @property
    def height(self) -> float:
        return len(self.lines) * self.size * 1.2 + 0.4 * self.size

    def draw(self, sheet: Sheet, right: float, middle: float) -> None:
        """Draw it up to `right`, around `middle`."""
        left, top = right - self.width, middle + self.height / 2
        sheet.fill(left, top - self.height, self.width, self.height, scale.TLP_GROUND, radius=2.2)
        first = top - 0.2 * self.size - 0.96 * self.size
        sheet.lines(
            (left + (self.width - line.width) / 2, first - number * 1.2 * self.size, line)
            for number, line in enumerate(self.lines)
        )


def _badge(outline: Outline, room: float) -> _Badge:
    """The label as TLP 2.0 has it: capitals on black, twelve points, at the right.

    Free text has its place; where it is long it is set smaller, then in lines, and never cut.
    """
    text, colour = outline.marking.value, scale.TLP[outline.marking]
    if outline.classification:
        text, colour = outline.classification, scale.CLASSIFICATION
    most = room * _SHARE - 2 * _PAD
    line = _line([(Ink(SANS_BOLD, scale.TLP_SIZE, colour), text)])
    if line.width <= most:
        return _Badge((line,), scale.TLP_SIZE)
    size = max(scale.TLP_SIZE * most / line.width - 0.01, _LEAST)
    return _Badge(tuple(break_lines([(Ink(SANS_BOLD, size, colour), text)], most)), size)


def _cut(parts: Sequence[tuple[Type, str]], room: float) -> Line:
    """The parts on one line, the first shortened where they are too wide together."""
    inked = [(_ink(kind), text) for kind, text in parts]
    line = _line(inked)
    ink, text = inked[0]
    while line.width > room and len(text) > 1:
        text = text[: min(int(len(text) * room / line.width), len(text) - 1)]
        line = _line([(ink, f"{text.rstrip()}…"), *inked[1:]])
    return line


def _ink(kind: Type) -> Ink:
    return Ink(face(kind.family, bold=kind.bold, italic=kind.italic), kind.size, kind.colour)


def _line(pieces: Sequence[tuple[Ink, str]]) -> Line:
    set_ = spans(pieces)
    return Line(set_, sum(span.width for span in set_))
