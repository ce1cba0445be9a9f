"""Reads a PDF: its words by page, what it says of itself, a picture of its first page."""

import re
import time
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass

import pypdfium2

from caseboard.capture import language, xmp
from caseboard.capture.dates import stated
from caseboard.capture.documents import (
    pdf_about,
    pdf_file,
    pdf_images,
    pdf_lines,
    pdf_paragraphs,
    pdf_picture,
    refusals,
    said,
)
from caseboard.capture.documents.pieces import Text, put_together, shortfall, titled
from caseboard.capture.reading import PictureRef, Reading
from caseboard.i18n import _, ngettext
from caseboard.model.parts import body_text

_PACKET = re.compile(rb"<x:xmpmeta\b.{0,1000000}?</x:xmpmeta\s*>", re.S)


@dataclass(frozen=True, slots=True)
class Limits:
    """What is spent on one document."""

    bytes: int = pdf_file.MAX_BYTES
    pages: int = 5_000
    text_seconds: float = 2.0
    """Of the processor: a machine with much to do reads as far as an idle one, only later."""
    picture_seconds: float = 1.0
    images_seconds: float = 1.0
    seconds: float = 3.6
    """For all of it: pictures are what is left out where there is too much."""


LIMITS = Limits()
_REST = 0.8
"""Seconds left for what is no text."""


def read(data: bytes, limits: Limits = LIMITS) -> Reading:
    """Read a PDF. No page is more than looked at: no script, form or attachment in it runs.

    Where there are only pictures of pages, `Reading.problem` says so. Raises `CaseError` where it
    is locked, broken or too large.
    """
    end = time.monotonic() + limits.seconds
    with pdf_file.opened(data, limits.bytes) as opened:
        document = opened.document
        told = _paragraphs(document, limits, end - _REST)
        picture = _first_page(document, limits.picture_seconds)
        words = pdf_about.words(document, data)
        scanned = frozenset(range(1, len(document) + 1)) - {each.page for each in told.paragraphs}
        left = min(limits.images_seconds, end - time.monotonic())
        found, files = pdf_images.of_document(document, left, scanned)
        count = 0 if opened.are_pictures else len(document)
    packet = xmp.of_packet(_packet(data))
    title, title_in = _title(packet, words, told.paragraphs)
    author, author_in = _author(packet, words)
    text = put_together(titled(pdf_paragraphs.pieces(told.paragraphs), title))
    size = ({"Pages": str(count)} if count else {}) | (
        {"Pages read": str(told.pages)} if told.pages < count else {}
    )
    printed = packet.by_local_name("publicationDate")
    published = stated(printed)
    origins = {"title": title_in, "author": author_in}
    origins["published"] = "XMP publicationDate" if published else ""
    return Reading(
        title=title,
        author=author,
        published=published,
        published_as_printed=printed,
        language=language.guess(body_text(text.text, text.parts)),
        text=text.text,
        parts=text.parts,
        pictures=(PictureRef("#page=1"), *found) if found else (),  # 0 is the document itself
        embedded=tuple(files),
        metadata={**size, **words, **packet.words},
        thumbnail=picture.thumbnail if picture else None,
        display=picture.display if picture else None,
        problem=_damage(told, opened) or _shortfall(text, told.pages, count),
        said_in={name: where for name, where in origins.items() if where},
        pages=count,
    )


@dataclass(frozen=True, slots=True)
class _Told:
    """What stands on the pages that were read in the time there is."""

    pages: int
    paragraphs: list[pdf_paragraphs.Paragraph]
    lost: int
    """How many of these pages could not be read."""


def _paragraphs(document: pypdfium2.PdfDocument, limits: Limits, end: float) -> _Told:
    """Read until the processor or, at `end`, the clock has had enough."""
    found: list[pdf_paragraphs.Paragraph] = []
    lost = 0
    spent = time.process_time() + limits.text_seconds
    for index in range(len(document)):
        if index >= limits.pages or time.process_time() > spent or time.monotonic() > end:
            return _Told(index, found, lost)
        try:
            found += _on_page(document, index)
        except pypdfium2.PdfiumError:  # one broken page; the others have their words
            lost += 1
    return _Told(len(document), found, lost)


def _on_page(document: pypdfium2.PdfDocument, index: int) -> list[pdf_paragraphs.Paragraph]:
    with closing(document[index]) as page:
        lines = pdf_lines.of_page(page)
        return pdf_paragraphs.of_lines(lines, index + 1, page.get_height())


def _title(
    packet: xmp.Xmp, words: Mapping[str, str], paragraphs: Sequence[pdf_paragraphs.Paragraph]
) -> tuple[str, str]:
    """The title and where it was read."""
    for stated_title, where in ((packet.title, "XMP title"), (words.get("Title"), "PDF Title")):
        if title := said.title(stated_title or ""):
            return title, where
    shown = pdf_paragraphs.headline(paragraphs)
    return shown, "Heading on page 1" if shown else ""


def _author(packet: xmp.Xmp, words: Mapping[str, str]) -> tuple[str, str]:
    for names, where in ((packet.byline, "XMP creator"), (words.get("Author"), "PDF Author")):
        if people := said.people(names or ""):
            return people, where
    return "", ""


def _first_page(document: pypdfium2.PdfDocument, seconds: float) -> pdf_picture.Pictures | None:
    try:
        with closing(document[0]) as page:
            return pdf_picture.of_page(page, seconds)
    except pypdfium2.PdfiumError:  # the words may still be sound
        return None


def _packet(data: bytes) -> bytes:
    """The last packet of XMP: a file changed later carries the older ones before it."""
    last = data.rfind(b"<x:xmpmeta")
    found = _PACKET.match(data, last) if last >= 0 else None
    return found[0] if found else b""


def _damage(told: _Told, opened: pdf_file.Opened) -> str:
    """What to say of a document of which not all is there; empty where it is."""
    if opened.are_pictures:
        return refusals.only_pictures()
    if opened.is_salvaged and told.pages > told.lost:
        return ngettext(
            "The document is damaged: {n} page of it could still be read. It is kept as it is.",
            "The document is damaged: {n} pages of it could still be read. It is kept as it is.",
            told.pages - told.lost,
        )
    if told.lost:
        return ngettext(
            "{n} page of the document is damaged and could not be read. It is kept as it is.",
            "{n} pages of the document are damaged and could not be read. It is kept as it is.",
            told.lost,
        )
    return ""


def _shortfall(text: Text, pages: int, count: int) -> str:
    if pages < count:
        return _("Only the first pages were read: the document is very long. It is kept whole.")
    if text.is_cut or any(part.body for part in text.parts):
        return shortfall(text)
    return _(
        "The document holds pictures of its pages and no text. OCR can read the words in them."
    )
