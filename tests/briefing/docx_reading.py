"""Reads a Word document back, as an office suite would."""

from io import BytesIO
from zipfile import ZipFile

import docx
from docx.oxml.ns import qn

ORDER = {
    "pPr": ["pStyle", "keepNext", "pBdr", "shd", "tabs", "spacing", "ind", "jc", "rPr"],
    "rPr": ["rStyle", "rFonts", "b", "i", "color", "sz", "u", "shd", "vertAlign", "lang"],
    "tcPr": ["tcW", "gridSpan", "vMerge", "tcBorders", "shd"],
    "tblPr": ["tblStyle", "tblW", "tblBorders", "tblLayout", "tblCellMar", "tblLook"],
    "trPr": ["cantSplit", "tblHeader"],
}
"""In which order the schema of ISO/IEC 29500-1 wants what we write."""


def opened(data):
    return docx.Document(BytesIO(data))


def parts(data):
    """The bytes of each part, by name."""
    with ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def words(document):
    """All text of the body in order, white space made even."""
    parts_ = {qn("w:p"): " ", qn("w:tab"): " "}
    pieces = (
        node.text if node.tag == qn("w:t") else parts_.get(node.tag, "")
        for node in document.element.body.iter()
    )
    return " ".join("".join(piece or "" for piece in pieces).split())


def bookmarks(document):
    return [each.get(qn("w:name")) for each in document.element.iter(qn("w:bookmarkStart"))]


def links(document):
    """Bookmarks that links lead to, and addresses."""
    rels = document.part.rels
    inside, outside = [], []
    for link in document.element.iter(qn("w:hyperlink")):
        if name := link.get(qn("w:anchor")):
            inside.append(name)
        else:
            outside.append(rels[link.get(qn("r:id"))].target_ref)
    return inside, outside


def in_wrong_order(document):
    """Children that stand before one that the schema has first."""
    wrong = []
    for element in document.element.iter():
        kind = element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
        if kind in ORDER:
            names = [child.tag.rpartition("}")[2] for child in element]
            places = [ORDER[kind].index(name) for name in names]
            if places != sorted(places):
                wrong.append((kind, names))
    return wrong
