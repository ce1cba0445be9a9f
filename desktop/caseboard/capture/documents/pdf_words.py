"""The words of one page of a PDF, with where they stand."""

import ctypes
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pypdfium2
from pypdfium2 import raw

from caseboard.capture.decode import decode

MAX_CHARACTERS = 60_000
"""Of one page: a sheet of a newspaper has some ten thousand."""
_GRID = 1_000_000
"""PDFium tells places on a page in whole pixels: so many make them fine enough."""
_GAPS = {0x00, 0x09, 0x0A, 0x0D, 0x20, 0xA0, 0x2003, 0x3000}


@dataclass(frozen=True, slots=True)
class Word:
    """A run of characters without a blank, and its box in fractions (0 to 1) of the page."""

    text: str
    x: float
    y: float
    w: float
    h: float


def of_page(page: pypdfium2.PdfPage) -> list[Word]:
    """The words of `page` in its reading order, from the upper left corner as it is drawn.

    Raises `PdfiumError` where it has no layer of text.
    """
    text_page = page.get_textpage()
    try:
        runs = list(_runs(text_page))
        return [word for run in runs if (word := _word(page, text_page, run)) is not None]
    finally:
        text_page.close()


def _runs(text_page: pypdfium2.PdfTextPage) -> Iterator[list[tuple[int, int]]]:
    """Words as lists of places and code points."""
    run: list[tuple[int, int]] = []
    for index in range(min(raw.FPDFText_CountChars(text_page), MAX_CHARACTERS)):
        code = raw.FPDFText_GetUnicode(text_page, index)
        if code in _GAPS:
            if run:
                yield run
            run = []
        else:
            run.append((index, code))
    if run:
        yield run


def _word(
    page: pypdfium2.PdfPage, text_page: pypdfium2.PdfTextPage, run: Sequence[tuple[int, int]]
) -> Word | None:
    text = _text([code for _index, code in run])
    boxes = [box for index, _code in run if (box := _box(text_page, index)) is not None]
    if not text or not boxes:
        return None
    left, right = min(box.left for box in boxes), max(box.right for box in boxes)
    bottom, top = min(box.bottom for box in boxes), max(box.top for box in boxes)
    one, other = _on_page(page, left, top), _on_page(page, right, bottom)
    x, y = min(one[0], other[0]), min(one[1], other[1])
    w, h = abs(one[0] - other[0]), abs(one[1] - other[1])
    inside = w > 0 and h > 0 and x < 1 and y < 1 and x + w > 0 and y + h > 0
    return Word(text, x, y, w, h) if inside else None


def _text(codes: Sequence[int]) -> str:
    """Code points as text; PDFium gives those beyond the first plane as two surrogates."""
    units = "".join(chr(code) if code < 0x110000 else "\ufffd" for code in codes)
    return decode(units.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")).strip()


def _box(text_page: pypdfium2.PdfTextPage, index: int) -> raw.FS_RECTF | None:
    box = raw.FS_RECTF()
    if not raw.FPDFText_GetLooseCharBox(text_page, index, box):
        return None
    return box if box.right > box.left and box.top > box.bottom else None


def _on_page(page: pypdfium2.PdfPage, x: float, y: float) -> tuple[float, float]:
    """A point of the page's own space, as a fraction of the page as it is drawn: turned, cut."""
    across, down = ctypes.c_int(), ctypes.c_int()
    raw.FPDF_PageToDevice(page, 0, 0, _GRID, _GRID, 0, x, y, across, down)
    return across.value / _GRID, down.value / _GRID
