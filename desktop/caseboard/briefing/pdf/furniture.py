"""What stands at head and foot of every page: the marking, whose it is, page n of N."""

from caseboard.briefing.blocks import Outline
from caseboard.briefing.pdf import scale
from caseboard.briefing.pdf.faces import SANS, SANS_BOLD
from caseboard.briefing.pdf.lines import Ink, Line, spans
from caseboard.briefing.pdf.sheet import Sheet
from caseboard.i18n import _

_NOTE = Ink(SANS, scale.FURNITURE.size, scale.FURNITURE.colour)
_HEIGHT = 19.0
_BADGE_ROOM = 160.0
_EDGE = 13 * scale.MM
"""From the edge of the page to the middle of head or foot."""


def head(sheet: Sheet, outline: Outline, page: int) -> None:
    """Draw what stands above the text."""
    width, height = sheet.size
    middle = height - _EDGE
    title = outline.case_ref if page == 1 else f"{outline.head.title} · {outline.case_ref}"
    _note(sheet, title, middle, width)
    _badge(sheet, outline, width - scale.MARGIN_X, middle)


def foot(sheet: Sheet, outline: Outline, page: int, pages: int) -> None:
    """Draw what stands below it."""
    width, _height = sheet.size
    number = _("Page {page} of {pages}").format(page=page, pages=pages)
    _note(sheet, number, _EDGE + 5, width)
    _note(sheet, outline.imprint, _EDGE - 5, width)
    _badge(sheet, outline, width - scale.MARGIN_X, _EDGE)


def _badge(sheet: Sheet, outline: Outline, right: float, middle: float) -> None:
    """The label as TLP 2.0 has it: capitals on black, twelve points, at the right."""
    ink = Ink(SANS_BOLD, scale.TLP_SIZE, scale.TLP[outline.marking])
    line = _line(ink, outline.marking.value)
    width = line.width + 14
    sheet.fill(right - width, middle - _HEIGHT / 2, width, _HEIGHT, scale.TLP_GROUND, radius=2.5)
    sheet.lines([(right - width + 7, middle - 0.36 * scale.TLP_SIZE, line)])


def _note(sheet: Sheet, text: str, middle: float, width: float) -> None:
    room = width - 2 * scale.MARGIN_X - _BADGE_ROOM
    line = _line(_NOTE, text)
    while line.width > room and len(text) > 1:
        text = text[: int(len(text) * room / line.width) - 1]
        line = _line(_NOTE, f"{text}…")
    sheet.lines([(scale.MARGIN_X, middle - 0.36 * _NOTE.size, line)])


def _line(ink: Ink, text: str) -> Line:
    set_ = spans([(ink, text)])
    return Line(set_, sum(span.width for span in set_))
