"""A PDF opened by PDFium, whatever state its bytes are in."""

from collections.abc import Iterator
from contextlib import closing, contextmanager

import pypdfium2
from pypdfium2 import raw

from caseboard.capture.documents import refusals

MAX_BYTES = 128 * 2**20


@contextmanager
def opened(data: bytes, most: int = MAX_BYTES) -> Iterator[pypdfium2.PdfDocument]:
    """The document in `data`, of one page at least.

    Raises `CaseError` where it is over `most` bytes, locked, or too broken to be opened.
    """
    if len(data) > most:
        raise refusals.too_large()
    try:
        with closing(pypdfium2.PdfDocument(data)) as document:
            if not len(document):
                raise refusals.broken()
            yield document
    except pypdfium2.PdfiumError as error:
        if error.err_code == raw.FPDF_ERR_PASSWORD:
            raise refusals.locked() from error
        raise refusals.broken() from error
