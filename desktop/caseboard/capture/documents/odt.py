"""Reads a text of OpenDocument (ISO/IEC 26300): its words, and what it says of itself."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from caseboard.capture import language
from caseboard.capture.dates import stated
from caseboard.capture.documents import refusals, said, zipped, zipped_pictures
from caseboard.capture.documents.docx import xml
from caseboard.capture.documents.docx_text import tag_of
from caseboard.capture.documents.pieces import (
    Piece,
    headline,
    put_together,
    shortfall,
    tidy,
    titled,
)
from caseboard.capture.reading import Reading
from caseboard.i18n import _
from caseboard.model.parts import body_text
from caseboard.model.terms import PartKind

_META = {
    "title": "Title",
    "initial-creator": "Author",
    "creator": "Changed by",
    "subject": "Subject",
    "description": "Description",
    "keyword": "Keywords",
    "language": "Language",
    "creation-date": "Created",
    "date": "Changed",
    "print-date": "Printed",
    "generator": "Producer",
}
_DATES = {"Created", "Changed", "Printed"}
_ASIDE = {"note", "annotation", "tracked-changes"}
_BREAKS = {"tab": " ", "s": " ", "line-break": "\n"}
_XLINK = "{http://www.w3.org/1999/xlink}href"


def read(data: bytes) -> Reading:
    """Read an ODT: paragraphs, headings, lists and tables in their order; notes and comments apart.

    Raises `CaseError` where it is locked, broken or too large.
    """
    with zipped.opened(data) as archive:
        root = xml(archive, "content.xml")
        if root is None:
            raise refusals.broken()
        words = _words(xml(archive, "meta.xml"))
        pieces = list(_pieces(root))
        named = [(name, "") for name in _pictures(root)]
        pictures, files = zipped_pictures.taken_out(archive, named)
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
        said_in={"author": "ODF initial-creator"} if author else {},
    )


def _pieces(root: Element) -> Iterator[Piece]:
    """Everything that stands in the document; without recursion, as strangers nest deep."""
    aside: list[Piece] = []
    waiting = [(element, PartKind.PARAGRAPH) for element in reversed(root)]
    while waiting:
        element, kind = waiting.pop()
        name = tag_of(element)
        if name in {"p", "h"}:
            yield Piece(_text(element), PartKind.HEADING if name == "h" else kind)
            aside += _notes(element)
        elif name == "tracked-changes":
            aside += _notes_of(element, _("Deleted"))
        elif name not in {"automatic-styles", "font-face-decls", "forms"}:
            inner = PartKind.LIST_ITEM if name == "list-item" else kind
            waiting.extend((child, inner) for child in reversed(element))
    yield from aside


def _notes(paragraph: Element) -> Iterator[Piece]:
    for element in paragraph.iter():
        if tag_of(element) == "note":
            yield from _notes_of(element, "")
        elif tag_of(element) == "annotation":
            yield from _notes_of(element, _("Comment"))


def _notes_of(element: Element, lead: str) -> Iterator[Piece]:
    found = [_text(inner) for inner in element.iter() if tag_of(inner) in {"p", "h"}]
    words = tidy("\n".join(found))
    who = next((inner.text for inner in element.iter() if tag_of(inner) == "creator"), None)
    if words:
        signed = f"{lead} ({tidy(who)})" if who and lead else lead
        yield Piece(f"{signed}: {words}" if lead else words, PartKind.OTHER, body=False)


def _text(paragraph: Element) -> str:
    """The words of a paragraph, without its notes."""
    found = [paragraph.text or ""]
    waiting: list[Element | str] = list(reversed(_after(paragraph)))
    while waiting:
        each = waiting.pop()
        if isinstance(each, str):
            found.append(each)
        elif tag_of(each) in _BREAKS:
            found.append(_BREAKS[tag_of(each)])
        elif tag_of(each) not in _ASIDE:
            found.append(each.text or "")
            waiting.extend(reversed(_after(each)))
    return "".join(found)


def _after(element: Element) -> list[Element | str]:
    """The children of an element with the words after each."""
    found: list[Element | str] = []
    for child in element:
        found += [child, child.tail or ""]
    return found


def _pictures(root: Element) -> Iterator[str]:
    for element in root.iter():
        if tag_of(element) == "image":
            yield element.get(_XLINK, "").removeprefix("./")


def _words(meta: Element | None) -> dict[str, str]:
    words: dict[str, str] = {}
    for element in meta.iter() if meta is not None else ():
        name = _META.get(tag_of(element))
        value = tidy(element.text or "")[:2000]
        if name in _DATES:
            value = stated(value) or ""
        if name and said.is_said(value):
            words.setdefault(name, value)
    return words
