"""What stands at head and foot of every page: the marking, whose it is, page n of N."""

from caseboard.briefing.blocks import Outline
from caseboard.briefing.pdf import scale
from caseboard.briefing.pdf.faces import SANS, SANS_BOLD
from caseboard.briefing.pdf.lines import Ink, Line, spans
from caseboard.briefing.pdf.sheet import Sheet
from caseboard.i18n import _

_NOTE = Ink(SANS, scale.FURNITURE.size, scale.FURNITURE.colour)
_HEIGHT = 19.0


def furnish(sheet: Sheet, outline: Outline, page: int, pages: int) -> None:
    """Draw head and foot of one page."""
    width, height = sheet.size
    right = width - scale.MARGIN_X
    top, foot = height - 13 * scale.MM, 13 * scale.MM
    for middle in (top, foot):
        _badge(sheet, outline, right, middle)
    head = outline.case_ref if page == 1 else f"{outline.head.title} · {outline.case_ref}"
    room = right - scale.MARGIN_X - 150
    _note(sheet, head, scale.MARGIN_X, top, room)
    number = _("Page {page} of {pages}").format(page=page, pages=pages)
    _note(sheet, number, scale.MARGIN_X, foot + 5, room)
    _note(sheet, outline.imprint, scale.MARGIN_X, foot - 5, room)


def _badge(sheet: Sheet, outline: Outline, right: float, middle: float) -> None:
    """The label as TLP 2.0 has it: capitals on black, twelve points, at the right."""
    ink = Ink(SANS_BOLD, scale.TLP_SIZE, scale.TLP[outline.marking])
    line = _line(ink, outline.marking.value)
    width = line.width + 14
    sheet.fill(right - width, middle - _HEIGHT / 2, width, _HEIGHT, scale.TLP_GROUND, radius=2.5)
    sheet.lines([(right - width + 7, middle - 0.36 * scale.TLP_SIZE, line)])


def _note(sheet: Sheet, text: str, x: float, middle: float, room: float) -> None:
    line = _line(_NOTE, text)
    while line.width > room and len(text) > 1:
        text = text[: int(len(text) * room / line.width) - 1]
        line = _line(_NOTE, text + "…")
    sheet.lines([(x, middle - 0.36 * _NOTE.size, line)])


def _line(ink: Ink, text: str) -> Line:
    set_ = spans([(ink, text)])
    return Line(set_, sum(span.width for span in set_))
