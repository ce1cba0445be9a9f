"""Reads a PDF: its words by page, what it says of itself, a picture of its first page."""

import re
import time
from contextlib import closing
from dataclasses import dataclass

import pypdfium2

from caseboard.capture import language, xmp
from caseboard.capture.dates import stated
from caseboard.capture.documents import (
    pdf_date,
    pdf_file,
    pdf_lines,
    pdf_paragraphs,
    pdf_picture,
    said,
)
from caseboard.capture.documents.pieces import Text, put_together, shortfall, tidy, titled
from caseboard.capture.reading import Reading
from caseboard.i18n import _
from caseboard.model.parts import body_text

_PACKET = re.compile(rb"<x:xmpmeta\b.{0,1000000}?</x:xmpmeta\s*>", re.S)
_KEYS = {"Title", "Author", "Subject", "Keywords", "Creator", "Producer"}


@dataclass(frozen=True, slots=True)
class Limits:
    """What is spent on one document."""

    bytes: int = pdf_file.MAX_BYTES
    pages: int = 5_000
    text_seconds: float = 2.0
    picture_seconds: float = 1.0


LIMITS = Limits()


def read(data: bytes, limits: Limits = LIMITS) -> Reading:
    """Read a PDF. No page is more than looked at: no script, form or attachment in it runs.

    Where there are only pictures of pages, `Reading.problem` says so. Raises `CaseError` where it
    is locked, broken or too large.
    """
    with pdf_file.opened(data, limits.bytes) as document:
        pages, paragraphs = _paragraphs(document, limits)
        picture = _first_page(document, limits.picture_seconds)
        words = _words(document)
        count = len(document)
    packet = xmp.of_packet(_packet(data))
    title = said.title(packet.title or words.get("Title", "")) or pdf_paragraphs.headline(
        paragraphs
    )
    text = put_together(titled(pdf_paragraphs.pieces(paragraphs), title))
    size = {"Pages": str(count)} | ({"Pages read": str(pages)} if pages < count else {})
    return Reading(
        title=title,
        author=said.people(packet.byline or words.get("Author", "")),
        published=stated(packet.by_local_name("publicationDate")),
        published_as_printed=packet.by_local_name("publicationDate"),
        language=language.guess(body_text(text.text, text.parts)),
        text=text.text,
        parts=text.parts,
        metadata={**size, **words, **packet.words},
        thumbnail=picture.thumbnail if picture else None,
        display=picture.display if picture else None,
        problem=_shortfall(text, pages, count),
    )


def _paragraphs(
    document: pypdfium2.PdfDocument, limits: Limits
) -> tuple[int, list[pdf_paragraphs.Paragraph]]:
    """How many pages were read in the time there is, and what stands on them."""
    found: list[pdf_paragraphs.Paragraph] = []
    end = time.monotonic() + limits.text_seconds
    for index in range(len(document)):
        if index >= limits.pages or time.monotonic() > end:
            return index, found
        found += _on_page(document, index)
    return len(document), found


def _on_page(document: pypdfium2.PdfDocument, index: int) -> list[pdf_paragraphs.Paragraph]:
    try:
        with closing(document[index]) as page:
            lines = pdf_lines.of_page(page)
            return pdf_paragraphs.of_lines(lines, index + 1, page.get_height())
    except pypdfium2.PdfiumError:  # one broken page; the others have their words
        return []


def _first_page(document: pypdfium2.PdfDocument, seconds: float) -> pdf_picture.Pictures | None:
    try:
        with closing(document[0]) as page:
            return pdf_picture.of_page(page, seconds)
    except pypdfium2.PdfiumError:  # the words may still be sound
        return None


def _words(document: pypdfium2.PdfDocument) -> dict[str, str]:
    """The document information dictionary, dates as EDTF."""
    told = {key: tidy(value)[:2000] for key, value in document.get_metadata_dict().items()}
    words = {key: value for key, value in told.items() if key in _KEYS and said.is_said(value)}
    for key, name in (("CreationDate", "Created"), ("ModDate", "Changed")):
        moment = pdf_date.edtf(told.get(key, ""))
        if moment is not None:
            words[name] = moment
    return words


def _packet(data: bytes) -> bytes:
    """The last packet of XMP: a file changed later carries the older ones before it."""
    last = data.rfind(b"<x:xmpmeta")
    found = _PACKET.match(data, last) if last >= 0 else None
    return found[0] if found else b""


def _shortfall(text: Text, pages: int, count: int) -> str:
    if pages < count:
        return _("Only the first pages were read: the document is very long. It is kept whole.")
    if text.is_cut or any(part.body for part in text.parts):
        return shortfall(text)
    return _(
        "The document holds pictures of its pages and no text. Text in pictures cannot be read yet."
    )
