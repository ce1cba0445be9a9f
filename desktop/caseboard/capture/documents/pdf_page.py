"""Draws one page of a PDF, and says which words stand where on it: for the eye, page by page."""

import math
import time
from collections.abc import Mapping
from contextlib import closing
from typing import Any

import pypdfium2
from pypdfium2 import raw

from caseboard.capture.answer import Answer
from caseboard.capture.documents import PAGE_WIDTH, pdf_file, pdf_picture, pdf_words
from caseboard.errors import CaseError
from caseboard.i18n import _

MAX_HEIGHT = 4_800
"""Pixels; a page much longer than wide is drawn narrower than was asked."""
MAX_PAGES = 10_000
"""Of so many pages the size is told."""
DRAWING = 3.0
"""Seconds for one page."""
_MEASURING = 1.5
"""Seconds for the sizes of all of them."""
A4 = (595.0, 842.0)
"""What is said of a page whose size nobody can tell, in points."""
_LARGEST = 1e6


def pages(data: bytes, _options: Mapping[str, Any]) -> Answer:
    """How many pages a PDF has (`count`), and the `sizes` of the first of them in points.

    Raises `CaseError` where it is locked, broken or too large.
    """
    with pdf_file.opened(data) as opened:
        return Answer({"count": len(opened.document), "sizes": _sizes(opened.document)})


def page(data: bytes, options: Mapping[str, Any], seconds: float = DRAWING) -> Answer:
    """Draw page `page` (from 1), `width` pixels wide: a JPEG, and what stands on it.

    `words` are each `[text, x, y, w, h]` in fractions of the page, `count` is how many pages there
    are, `size` that of this one in points. It may take so many `seconds`. Raises `CaseError`
    where it cannot be drawn, or not in time.
    """
    number, width = int(options["page"]), int(options["width"])
    with pdf_file.opened(data) as opened:
        document = opened.document
        if not 1 <= number <= len(document):
            raise CaseError(_("The document has no such page."))
        try:
            return _drawn(document, number, width, seconds)
        except pypdfium2.PdfiumError as error:
            raise _not_drawn() from error


def _drawn(document: pypdfium2.PdfDocument, number: int, width: int, seconds: float) -> Answer:
    with closing(document[number - 1]) as shown:
        size = _sound(*shown.get_size())
        if size is None:
            raise _not_drawn()
        image = pdf_picture.drawn(shown, pixels(*size, width), seconds)
        if image is None:
            raise CaseError(
                _("This page takes too long to be drawn."), _("Its text may still be readable.")
            )
        words = _words(shown)
    values = {
        "page": number,
        "count": len(document),
        "size": list(size),
        "words": [[word.text, word.x, word.y, word.w, word.h] for word in words],
    }
    return Answer(values, (pdf_picture.jpeg(image, max(image.size), 88),))


def pixels(width: float, height: float, wanted: int) -> tuple[int, int]:
    """The size to draw a page of `width` and `height` in, about `wanted` pixels wide."""
    scale = max(1, min(wanted, PAGE_WIDTH)) / width
    scale = min(scale, MAX_HEIGHT / height)
    return max(1, round(width * scale)), max(1, round(height * scale))


def _words(shown: pypdfium2.PdfPage) -> list[pdf_words.Word]:
    try:
        return pdf_words.of_page(shown)
    except pypdfium2.PdfiumError:  # it is drawn all the same
        return []


def _sizes(document: pypdfium2.PdfDocument) -> list[list[float]]:
    """Those that could be measured in time; the rest are taken to be like the last."""
    found: list[list[float]] = []
    end = time.monotonic() + _MEASURING
    for index in range(min(len(document), MAX_PAGES)):
        if index and time.monotonic() > end:
            found += [found[-1]] * (min(len(document), MAX_PAGES) - index)
            break
        found.append(list(_size(document, index)))
    return found


def _size(document: pypdfium2.PdfDocument, index: int) -> tuple[float, float]:
    box = raw.FS_SIZEF()
    if not raw.FPDF_GetPageSizeByIndexF(document, index, box):
        return A4
    return _sound(box.width, box.height) or A4


def _sound(width: float, height: float) -> tuple[float, float] | None:
    """A size a page can have; None for none, for an endless one and for what is no number."""
    is_sound = all(math.isfinite(side) and 1 <= side < _LARGEST for side in (width, height))
    return (width, height) if is_sound else None


def _not_drawn() -> CaseError:
    return CaseError(
        _("This page cannot be drawn."),
        _("The file is kept as it is; another program may show the page."),
    )
