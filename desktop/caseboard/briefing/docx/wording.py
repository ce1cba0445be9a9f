"""The elements of WordprocessingML that a briefing needs, made one by one."""

from typing import Any, Final

from docx.oxml.ns import nsmap, qn
from lxml import etree

from caseboard.briefing.inert import shown

TWIPS: Final = 20
"""In a point."""
_W: Final = f"{{{nsmap['w']}}}"
_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"


def put(parent: Any, tag: str, **values: str | int) -> Any:
    """A new last child `w:tag` with attributes `w:…`."""
    child = etree.SubElement(parent, f"{_W}{tag}")
    for name, value in values.items():
        child.set(f"{_W}{name}", str(value))
    return child


def put_text(run: Any, text: str) -> None:
    """The characters of a run: a text node, and nothing but that."""
    node = put(run, "t")
    node.text = shown(text)
    node.set(_SPACE, "preserve")


def put_paragraph(parent: Any, style: str, *, keeps: bool = False) -> Any:
    """A paragraph of a style (its id); it `keeps` with the next where it must."""
    paragraph = put(parent, "p")
    properties = put(paragraph, "pPr")
    put(properties, "pStyle", val=style)
    if keeps:
        put(properties, "keepNext")
    return paragraph


def indent(paragraph: Any, left: float, hanging: float = 0.0) -> None:
    """Points from the left, the first line `hanging` by so many of them."""
    properties = paragraph.find(qn("w:pPr"))
    tabs = put(properties, "tabs")
    put(tabs, "tab", val="left", pos=round(left * TWIPS))
    put(
        properties,
        "ind",
        left=round(left * TWIPS),
        hanging=round(hanging * TWIPS),
    )


def put_field(paragraph: Any, code: str) -> None:
    """A number that Word keeps: `PAGE`, `NUMPAGES`."""
    for kind in ("begin", "", "separate", "1", "end"):
        run = put(paragraph, "r")
        if kind in ("begin", "separate", "end"):
            put(run, "fldChar", fldCharType=kind)
        elif kind:
            put_text(run, kind)
        else:
            put(run, "instrText").text = code


def put_table(parent: Any, widths: list[float], *, style: str) -> Any:
    """A table with columns so many points wide that stay so."""
    table = put(parent, "tbl")
    properties = put(table, "tblPr")
    put(properties, "tblStyle", val=style)
    put(properties, "tblW", w=round(sum(widths) * TWIPS), type="dxa")
    put(properties, "tblLayout", type="fixed")
    put(properties, "tblLook", val="0020", firstRow="1", lastRow="0", firstColumn="0")
    grid = put(table, "tblGrid")
    for width in widths:
        put(grid, "gridCol", w=round(width * TWIPS))
    return table


def put_row(table: Any, *, is_head: bool = False) -> Any:
    """A row that no page break tears; a head is repeated on each page."""
    row = put(table, "tr")
    properties = put(row, "trPr")
    put(properties, "cantSplit")
    if is_head:
        put(properties, "tblHeader")
    return row


def put_cell(row: Any, width: float, *, span: int = 1, ruled: bool = True) -> Any:
    """A cell `width` points wide over `span` columns; not `ruled`, it joins the one above."""
    cell = put(row, "tc")
    properties = put(cell, "tcPr")
    put(properties, "tcW", w=round(width * TWIPS), type="dxa")
    if span > 1:
        put(properties, "gridSpan", val=span)
    if not ruled:
        put(put(properties, "tcBorders"), "top", val="nil")
    return cell
