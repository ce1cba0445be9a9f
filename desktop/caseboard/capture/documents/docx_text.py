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
        if _tag(style) == "style" and named is not None:
            found[_attribute(style, "styleId")] = _attribute(named, "val").lower()
    return found


def pieces(root: Element, names: Mapping[str, str]) -> Iterator[Piece]:
    """Everything that stands in a document's body."""
    for top in root:
        if _tag(top) == "body":
            yield from _blocks(top, names, 0)


def notes(root: Element) -> Iterator[Piece]:
    """Footnotes or endnotes; they are no body."""
    for note in root:
        if not _attribute(note, "type"):  # else it is the line above them
            yield Piece(_text(note), PartKind.OTHER, body=False)


def _blocks(holder: Element, names: Mapping[str, str], depth: int) -> Iterator[Piece]:
    for element in holder:
        tag = _tag(element)
        if tag == "p":
            yield from _paragraph(element, names)
        elif tag == "tbl":
            yield from _rows(element)
        elif tag in _WRAPPERS and depth < _DEEPEST:
            yield from _blocks(element, names, depth + 1)


def _paragraph(element: Element, names: Mapping[str, str]) -> Iterator[Piece]:
    kind = _kind(element, names)
    yield Piece(_text(element), kind, body=kind not in {PartKind.TITLE, PartKind.CAPTION})
    for box in _boxes(element):
        yield Piece(_text(box))


def _boxes(element: Element) -> Iterator[Element]:
    """The text boxes that are fixed to a paragraph, each once."""
    waiting = [element]
    while waiting:
        for inner in waiting.pop():
            if _tag(inner) == "txbxContent":
                yield inner
            if _tag(inner) != "Fallback":
                waiting.append(inner)


def _rows(table: Element, depth: int = 0) -> Iterator[Piece]:
    """One piece a row, its cells side by side; a table in a cell is that cell's words."""
    for row in table:
        if _tag(row) == "tr":
            cells = (" ".join(_text(cell).split()) for cell in row if _tag(cell) == "tc")
            yield Piece(_ROW.join(cell for cell in cells if cell))
        elif _tag(row) in _WRAPPERS and depth < _DEEPEST:
            yield from _rows(row, depth + 1)


def _kind(paragraph: Element, names: Mapping[str, str]) -> PartKind:
    properties = _child(paragraph, "pPr")
    if properties is None:
        return PartKind.PARAGRAPH
    styled = _child(properties, "pStyle")
    name = names.get(_attribute(styled, "val"), _attribute(styled, "val").lower())
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


def _text(element: Element) -> str:
    """The words under an element; without recursion, as strangers nest deep."""
    found: list[str] = []
    waiting = list(reversed(element))
    while waiting:
        inner = waiting.pop()
        tag = _tag(inner)
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
    return next((child for child in element if _tag(child) == tag), None)


def _tag(element: Element) -> str:
    return element.tag.rsplit("}", 1)[-1]


def _attribute(element: Element | None, name: str) -> str:
    if element is None:
        return ""
    return element.get(f"{_W}{name}") or element.get(f"{_STRICT}{name}") or ""
