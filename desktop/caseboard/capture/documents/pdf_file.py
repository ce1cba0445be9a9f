"""A PDF opened by PDFium, whatever state its bytes are in."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import pypdfium2
from pypdfium2 import raw

from caseboard.capture.documents import pdf_salvage, refusals

MAX_BYTES = 128 * 2**20


@dataclass(frozen=True, slots=True)
class Opened:
    """A document of one page at least."""

    document: pypdfium2.PdfDocument
    is_salvaged: bool
    """Its list of pages was lost; these are the ones that were found without it."""
    are_pictures: bool = False
    """No page is left: each of these holds one picture that was found."""


@contextmanager
def opened(data: bytes, most: int = MAX_BYTES) -> Iterator[Opened]:
    """The document in `data`, as far as it is there.

    Raises `CaseError` where it is over `most` bytes, locked, or too broken to be opened.
    """
    if len(data) > most:
        raise refusals.too_large()
    try:
        document, is_salvaged = _document(data), False
        if document is None:
            document, is_salvaged = _document(pdf_salvage.rebound(data)), True
        are_pictures = document is None
        if document is None:
            document = _document(pdf_salvage.pictures_bound(data))
        if document is None:
            raise refusals.broken()
        try:
            yield Opened(document, is_salvaged, are_pictures)
        finally:
            document.close()
    except pypdfium2.PdfiumError as error:
        raise refusals.broken() from error


def _document(data: bytes) -> pypdfium2.PdfDocument | None:
    """What PDFium makes of `data`; None for nothing, or for no page."""
    try:
        document = pypdfium2.PdfDocument(data) if data else None
    except pypdfium2.PdfiumError as error:
        if error.err_code == raw.FPDF_ERR_PASSWORD:
            raise refusals.locked() from error
        return None
    if document is not None and not len(document):
        document.close()
        return None
    return document
