"""Reads a DOCX (ISO/IEC 29500): its words, and what it says of itself."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from caseboard.capture import language
from caseboard.capture.dates import stated
from caseboard.capture.documents import (
    docx_marks,
    docx_text,
    refusals,
    said,
    salvage,
    zipped,
    zipped_pictures,
)
from caseboard.capture.documents.held import Held
from caseboard.capture.documents.pieces import (
    Piece,
    headline,
    put_together,
    shortfall,
    tidy,
    titled,
)
from caseboard.capture.reading import Reading
from caseboard.model.parts import body_text

_FAULTY = (ParseError, DefusedXmlException, ValueError, LookupError, RecursionError)
_MAX_XML = 24 * 2**20
_DOCUMENT = "word/document.xml"
_NOTES = ("word/footnotes.xml", "word/endnotes.xml")
_CORE = {
    "title": "Title",
    "creator": "Author",
    "subject": "Subject",
    "description": "Description",
    "keywords": "Keywords",
    "category": "Category",
    "language": "Language",
    "lastModifiedBy": "Changed by",
    "revision": "Revision",
    "created": "Created",
    "modified": "Changed",
    "lastPrinted": "Printed",
}
_DATES = {"Created", "Changed", "Printed"}


def read(data: bytes) -> Reading:
    """Read a DOCX: paragraphs, headings, lists, tables and notes, in their order.

    Comments, and what was deleted with changes recorded, stand apart and marked. Raises
    `CaseError` where it is locked, broken or too large.
    """
    with zipped.opened(data) as archive:
        root = xml(archive, _DOCUMENT)
        if root is None:
            return _only_pictures(archive)
        styles = docx_text.styles(xml(archive, "word/styles.xml"))
        words = _words(xml(archive, "docProps/core.xml"))
        pieces = [*docx_text.pieces(root, styles), *_notes(archive), *_marks(archive, root)]
        pictures, files = zipped_pictures.taken_out(archive, _pictures(archive, root))
    title = said.title(words.get("Title", "")) or headline(pieces)
    text = put_together(titled(pieces, title))
    body = body_text(text.text, text.parts)
    author = said.people(words.get("Author", ""))
    return Reading(
        title=title,
        author=author,
        language=language.stated(words.get("Language", "")) or language.guess(body),
        text=text.text,
        parts=text.parts,
        pictures=tuple(pictures),
        embedded=tuple(files),
        metadata=words,
        problem=shortfall(text) or ("" if archive.is_whole else refusals.in_part()),
        said_in={"author": "DOCX creator"} if author else {},
    )


def _only_pictures(archive: zipped.Archive) -> Reading:
    """What is shown of a document without its words. Raises `CaseError` where that is nothing."""
    held = Held()
    names = ((name, "") for name in archive.names if name.startswith("word/media/"))
    for file in zipped_pictures.taken_out(archive, names)[1]:
        held.add(file.url, file.media_type, file.data)
    if held.is_empty:
        raise refusals.broken()
    return held.alone()


def _notes(archive: zipped.Archive) -> Iterator[Piece]:
    for name in _NOTES:
        root = xml(archive, name)
        if root is not None:
            yield from docx_text.notes(root)


def _marks(archive: zipped.Archive, root: Element) -> Iterator[Piece]:
    comments = xml(archive, "word/comments.xml")
    if comments is not None:
        yield from docx_marks.comments(comments)
    yield from docx_marks.deletions(root)


def _pictures(archive: zipped.Archive, root: Element) -> Iterator[tuple[str, str]]:
    """Entries of the archive that are shown in the text, in their order, with what is said."""
    relations = xml(archive, "word/_rels/document.xml.rels")
    targets = {each.get("Id", ""): each.get("Target", "") for each in relations or ()}
    alt = ""
    for element in root.iter():
        name = docx_text.tag_of(element)
        if name == "docPr":
            alt = tidy(element.get("descr", ""))[:500]
        elif name in {"blip", "imagedata"}:
            target = targets.get(_related(element), "")
            if target and "//" not in target:
                yield target.removeprefix("/") if target[0] == "/" else f"word/{target}", alt


def _related(element: Element) -> str:
    """The id of what an element shows; a link to somewhere else is not followed."""
    ends = ("}embed", "}id")
    return next((value for key, value in element.attrib.items() if key.endswith(ends)), "")


def _words(core: Element | None) -> dict[str, str]:
    """The core properties, dates as EDTF."""
    words: dict[str, str] = {}
    for element in core if core is not None else ():
        name = _CORE.get(element.tag.rsplit("}", 1)[-1])
        value = tidy(element.text or "")[:2000]
        if name in _DATES:
            value = stated(value) or ""
        if name and said.is_said(value):
            words[name] = value
    return words


def xml(archive: zipped.Archive, name: str) -> Element | None:
    """One file of the archive; None where there is none. No entity in it is ever resolved."""
    data = archive.read(name, _MAX_XML)
    if not data:
        return None
    try:
        root: Element = fromstring(data, forbid_dtd=True)
    except _FAULTY:
        archive.is_whole = False
        return _faulty(data)
    return root


def _faulty(data: bytes) -> Element | None:
    """What can be read of XML that is broken, or that tries to have something resolved."""
    try:
        root: Element = fromstring(salvage.xml(data), forbid_dtd=True)
    except _FAULTY:
        return None
    return root
