"""The lines of one page of a PDF, with where they stand: all that needs to know PDFium's text."""

import ctypes
from dataclasses import dataclass

import pypdfium2
from pypdfium2 import raw

MAX_CHARACTERS = 400_000
"""Of one page."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text as PDFium tells lines apart. Lengths are points, from the lower left."""

    text: str
    left: float
    right: float
    base: float
    """Where the letters stand."""
    size: float
    """Height of the font, with its accents."""


def of_page(page: pypdfium2.PdfPage) -> list[Line]:
    """The lines of `page` in its reading order; raises `PdfiumError` where it has no text layer."""
    text_page = page.get_textpage()
    try:
        return _lines(text_page)
    finally:
        text_page.close()


def _lines(text_page: pypdfium2.PdfTextPage) -> list[Line]:
    units = _units(text_page)
    found = []
    at = 0
    for row in units.split("\r\n"):
        text = _characters(row)
        if text.strip():
            # Blanks have no place of their own.
            first = at + len(row) - len(row.lstrip())
            last = at + len(row.rstrip()) - 1
            found.append(_placed(text_page, text, first, last))
        at += len(row) + 2
    return found


def _units(text_page: pypdfium2.PdfTextPage) -> str:
    """The page's text, one character for each UTF-16 unit, so that places can be reckoned."""
    count = min(raw.FPDFText_CountChars(text_page), MAX_CHARACTERS)
    if count <= 0:
        return ""
    buffer = (ctypes.c_ushort * (2 * count + 2))()
    written = raw.FPDFText_GetText(text_page, 0, count, buffer)
    return "".join(map(chr, buffer[: max(0, written - 1)]))


def _characters(units: str) -> str:
    return units.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _placed(text_page: pypdfium2.PdfTextPage, text: str, first: int, last: int) -> Line:
    start = raw.FPDFText_GetCharIndexFromTextIndex(text_page, first)
    end = raw.FPDFText_GetCharIndexFromTextIndex(text_page, last)
    x, base = ctypes.c_double(), ctypes.c_double()
    raw.FPDFText_GetCharOrigin(text_page, start, x, base)
    box, far = raw.FS_RECTF(), raw.FS_RECTF()
    raw.FPDFText_GetLooseCharBox(text_page, start, box)
    raw.FPDFText_GetLooseCharBox(text_page, end, far)
    return Line(text, box.left, far.right, base.value, abs(box.top - box.bottom))
