"""A list of the sections with their pages, on the first page of a long briefing."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from typing_extensions import override

from caseboard.briefing.blocks import Outline, Section, SectionKind
from caseboard.briefing.pdf import scale, structure
from caseboard.briefing.pdf.boxes import Box, Stack, TextBox
from caseboard.briefing.pdf.faces import face
from caseboard.briefing.pdf.fitting import Layout
from caseboard.briefing.pdf.lines import Ink, Line, break_lines, spans
from caseboard.briefing.pdf.paging import paged
from caseboard.briefing.pdf.sheet import Sheet
from caseboard.briefing.pdf.structure import Node
from caseboard.i18n import _

_FROM, _ALWAYS = 8, 9
"""Pages of a briefing that has one if that costs no page, and of one that has it in any case."""
_FIRST: Final = frozenset((SectionKind.BOTTOM_LINE, SectionKind.JUDGEMENTS))
"""What stands above it: what a reader has to know before anything else."""
_COLUMNS: Final = 3
_GAP: Final = 18.0
_NUMBER: Final = 14.0
_HANG: Final = 8.0
"""How far the second line of a long title is set in."""
_AIR: Final = 7.0


class _Entry(NamedTuple):
    anchor: str
    lines: Sequence[Line]


class ContentsBox(Box):
    """Titles in columns, to be read down each; their pages are filled in once they are known."""

    before, after = 10.0, 10.0

    def __init__(self, sections: Sequence[Section], width: float) -> None:
        self.pages: Mapping[str, int] = {}
        """The page each section begins on, from 1, by its anchor."""
        self._width = width
        self._column = (width - (_COLUMNS - 1) * _GAP) / _COLUMNS
        ink = _ink(scale.PANEL_TITLE.colour, is_bold=True, size=scale.PANEL_TITLE.size)
        self._label = TextBox.of([(ink, _("Contents").upper())], scale.PANEL_TITLE, width)
        entries = [self._entry(section) for section in sections]
        self._rows = list(_down(entries))
        tallest = max((_height(column) for column in self._rows), default=0.0)
        self.height = 2 * _AIR + self._label.height + 2.0 + tallest

    def _entry(self, section: Section) -> _Entry:
        anchor = section.kind.value
        ink = _ink(
            scale.CONTENTS.colour, link=anchor, element=Node(structure.LINK, alt=section.title)
        )
        room = self._column - _NUMBER
        lines = break_lines([(ink, section.title)], room)
        if len(lines) > 1:
            lines = break_lines([(ink, section.title)], room - _HANG)
        return _Entry(anchor, lines)

    @override
    def draw(self, sheet: Sheet, x: float, top: float) -> None:
        """Draw label, titles and pages between two hairlines."""
        sheet.rule(x, top, self._width, scale.LINE, 0.7)
        sheet.rule(x, top - self.height, self._width, scale.LINE, 0.7)
        self._label.draw(sheet, x, top - _AIR)
        below = top - _AIR - self._label.height - 2.0
        with sheet.element(Node(structure.LIST)):
            for column in self._rows:
                self._draw_column(sheet, x, below, column)
                x += self._column + _GAP

    def _draw_column(self, sheet: Sheet, x: float, top: float, column: Sequence[_Entry]) -> None:
        kind = scale.CONTENTS
        for entry in column:
            base = top - (kind.leading - kind.size) / 2 - 0.78 * kind.size
            with sheet.element(Node(structure.ITEM)), sheet.element(Node(structure.BODY)):
                last = base - (len(entry.lines) - 1) * kind.leading
                number = self._number(entry.anchor)
                placed = [
                    (x + (_HANG if place else 0.0), base - place * kind.leading, line)
                    for place, line in enumerate(entry.lines)
                ]
                sheet.lines([*placed, (x + self._column - number.width, last, number)])
            top -= len(entry.lines) * kind.leading

    def _number(self, anchor: str) -> Line:
        text = str(self.pages.get(anchor, ""))
        set_ = spans([(_ink(scale.CONTENTS.colour, is_bold=True), text)])
        return Line(set_, sum(span.width for span in set_))


def with_contents(layout: Layout, outline: Outline, width: float, room: float) -> Sequence[Stack]:
    """The pages, with a list of the sections that follow it where it is of use."""
    before = len(layout.pages)
    rest = [section for section in outline.sections if section.kind not in _FIRST]
    if before < _FROM or not layout.boxes or not rest:
        return layout.pages
    names = {section.kind.value for section in rest}
    starts = (place for place, box in enumerate(layout.boxes) if not names.isdisjoint(box.titles()))
    place = next(starts, len(layout.boxes))
    pages, begun = layout.pages, _begun(layout.pages)
    for _again in range(2):  # the list itself may make a figure change places with what follows
        rest = _by_page(rest, begun)
        contents = ContentsBox(rest, width)
        pages = list(paged([*layout.boxes[:place], contents, *layout.boxes[place:]], room))
        contents.pages = begun = _begun(pages)
        if rest == _by_page(rest, begun):
            break
    return layout.pages if before < len(pages) and before < _ALWAYS else pages


def _by_page(sections: Sequence[Section], begun: Mapping[str, int]) -> list[Section]:
    return sorted(sections, key=lambda section: begun.get(section.kind.value, 0))


def _begun(pages: Sequence[Box]) -> dict[str, int]:
    """The page, from 1, that each section begins on."""
    found: dict[str, int] = {}
    for number, page in enumerate(pages, 1):
        for name in page.titles():
            found.setdefault(name, number)
    return found


def _down(entries: Sequence[_Entry]) -> Iterator[Sequence[_Entry]]:
    each = -(-len(entries) // _COLUMNS)
    for first in range(0, len(entries), each or 1):
        yield entries[first : first + each]


def _height(column: Sequence[_Entry]) -> float:
    return sum(len(entry.lines) for entry in column) * scale.CONTENTS.leading


def _ink(
    colour: str,
    *,
    is_bold: bool = False,
    size: float = scale.CONTENTS.size,
    link: str = "",
    element: Node | None = None,
) -> Ink:
    name = face(scale.CONTENTS.family, bold=is_bold)
    return Ink(name, size, colour, link=link, element=element)
