"""Reads the rows of an Excel workbook's first sheet (ECMA-376), as text."""

import io
import re
import zipfile
from collections.abc import Iterator

from defusedxml.ElementTree import fromstring, iterparse

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_COLUMN = re.compile("[A-Z]+")


def rows(workbook: bytes, columns: int) -> Iterator[list[str]]:
    """Each row as so many texts; an empty cell is an empty text."""
    with zipfile.ZipFile(io.BytesIO(workbook)) as archive:
        shared = [
            "".join(text.text or "" for text in item.iter(f"{_MAIN}t"))
            for item in fromstring(archive.read("xl/sharedStrings.xml"))
        ]
        sheet = io.BytesIO(archive.read("xl/worksheets/sheet1.xml"))
    for _, element in iterparse(sheet):
        if element.tag != f"{_MAIN}row":
            continue
        cells = [""] * columns
        for cell in element.iter(f"{_MAIN}c"):
            column = _number(cell.get("r"))
            value = cell.find(f"{_MAIN}v")
            if column < columns and value is not None:
                is_shared = cell.get("t") == "s"
                cells[column] = shared[int(value.text)] if is_shared else value.text
        yield cells
        element.clear()


def _number(reference: str) -> int:
    """`C7` is column 2."""
    letters = _COLUMN.match(reference)
    number = 0
    for letter in letters[0] if letters else "":
        number = 26 * number + ord(letter) - ord("A") + 1
    return number - 1
