"""WordprocessingML (ISO/IEC 29500-1, 17) as paragraphs."""

from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element

from caseboard.capture.documents.pieces import Piece
from caseboard.model.terms import PartKind

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
_GONE = {"del", "moveFrom", "Fallback", "pPr", "rPr", "instrText", "delText", "txbxContent"}
"""Deleted words, words said twice, and what are no words."""
_BREAKS = {"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "ptab": " "}
_WRAPPERS = {"sdt", "sdtContent", "ins", "moveTo", "customXml"}
_ROW = " | "
_DEEPEST = 30


def styles(root: Element | None) -> dict[str, str]:
    """The names of styles by their ids: ids are in the language of the program, names are not."""
    found = {}
    for style in root if root is not None else ():
        named = _child(style, "name")
        if tag_of(style) == "style" and named is not None:
            found[attribute(style, "styleId")] = attribute(named, "val").lower()
    return found


def pieces(root: Element, names: Mapping[str, str]) -> Iterator[Piece]:
    """Everything that stands in a document's body."""
    for top in root:
        if tag_of(top) == "body":
            yield from _blocks(top, names, 0)


def notes(root: Element) -> Iterator[Piece]:
    """Footnotes or endnotes; they are no body."""
    for note in root:
        if not attribute(note, "type"):  # else it is the line above them
            yield Piece(text_of(note), PartKind.OTHER, body=False)


def _blocks(holder: Element, names: Mapping[str, str], depth: int) -> Iterator[Piece]:
    for element in holder:
        tag = tag_of(element)
        if tag == "p":
            yield from _paragraph(element, names)
        elif tag == "tbl":
            yield from _rows(element)
        elif tag in _WRAPPERS and depth < _DEEPEST:
            yield from _blocks(element, names, depth + 1)


def _paragraph(element: Element, names: Mapping[str, str]) -> Iterator[Piece]:
    kind = _kind(element, names)
    yield Piece(text_of(element), kind, body=kind not in {PartKind.TITLE, PartKind.CAPTION})
    for box in _boxes(element):
        yield Piece(text_of(box))


def _boxes(element: Element) -> Iterator[Element]:
    """The text boxes that are fixed to a paragraph, each once."""
    waiting = [element]
    while waiting:
        for inner in waiting.pop():
            if tag_of(inner) == "txbxContent":
                yield inner
            if tag_of(inner) != "Fallback":
                waiting.append(inner)


def _rows(table: Element, depth: int = 0) -> Iterator[Piece]:
    """One piece a row, its cells side by side; a table in a cell is that cell's words."""
    for row in table:
        if tag_of(row) == "tr":
            cells = (" ".join(text_of(cell).split()) for cell in row if tag_of(cell) == "tc")
            yield Piece(_ROW.join(cell for cell in cells if cell))
        elif tag_of(row) in _WRAPPERS and depth < _DEEPEST:
            yield from _rows(row, depth + 1)


def _kind(paragraph: Element, names: Mapping[str, str]) -> PartKind:
    properties = _child(paragraph, "pPr")
    if properties is None:
        return PartKind.PARAGRAPH
    styled = _child(properties, "pStyle")
    name = names.get(attribute(styled, "val"), attribute(styled, "val").lower())
    if name == "title":
        return PartKind.TITLE
    if name.startswith("heading") or _child(properties, "outlineLvl") is not None:
        return PartKind.HEADING
    if name == "caption":
        return PartKind.CAPTION
    if "quote" in name:
        return PartKind.QUOTE
    is_item = _child(properties, "numPr") is not None or name.startswith("list")
    return PartKind.LIST_ITEM if is_item else PartKind.PARAGRAPH


def text_of(element: Element) -> str:
    """The words under an element; without recursion, as strangers nest deep."""
    found: list[str] = []
    waiting = list(reversed(element))
    while waiting:
        inner = waiting.pop()
        tag = tag_of(inner)
        if tag == "t":
            found.append(inner.text or "")
        elif tag in _BREAKS:
            found.append(_BREAKS[tag])
        elif tag not in _GONE:
            if tag == "p" and found:
                found.append("\n")
            waiting.extend(reversed(inner))
    return "".join(found)


def _child(element: Element, tag: str) -> Element | None:
    return next((child for child in element if tag_of(child) == tag), None)


def tag_of(element: Element) -> str:
    """The name of an element without its namespace."""
    return element.tag.rsplit("}", 1)[-1]


def attribute(element: Element | None, name: str) -> str:
    """An attribute of WordprocessingML; empty where it is not set."""
    if element is None:
        return ""
    return element.get(f"{_W}{name}") or element.get(f"{_STRICT}{name}") or ""
