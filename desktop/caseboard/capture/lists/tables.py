"""Tables of links: comma, semicolon, tab or bar between; auto-archiver's sheets among them."""

import ast
import csv
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice

from caseboard.capture import urls
from caseboard.capture.lists import columns
from caseboard.capture.lists.columns import Columns
from caseboard.capture.lists.entry import ListFormat, Listing
from caseboard.capture.lists.gathering import Gathering
from caseboard.i18n import _

_DELIMITERS = "\t;,|"
_LOOKED_AT = 50
_LONGEST_CELL = 1 << 20
_MOST_CELLS = 200
_CSV_DB = ["status", "metadata", "media"]
"""The header of auto-archiver's `csv_db`: Python's own writing of what it found."""
_STRING = r"""('(?:[^'\\]|\\.){0,4000}'|"(?:[^"\\]|\\.){0,4000}")"""
_BETWEEN = {"authors": r"\s*[;|\n]\s*|,\s+(?=\S+\s)|\s+(?:and|та|и)\s+", "tags": r"\s*[;,|\n]\s*",
            "files": r"\s*[;\n]\s*"}  # fmt: skip


def read(text: str) -> Listing | None:
    """The rows of a table of links; None where it is no table, or none with addresses."""
    delimiter = _delimiter(text)
    if not delimiter:
        return None
    head = list(islice(_rows(text, delimiter, None), 400))
    if not head:
        return None
    if [cell.strip().lower() for cell in head[0]] == _CSV_DB:
        return _csv_db(text, delimiter)
    found = columns.of_table(head)
    return _of_columns(text, delimiter, found) if found else None


def _of_columns(text: str, delimiter: str, known: Columns) -> Listing | None:
    is_archiver = known.is_archiver
    found = Gathering(
        ListFormat.ARCHIVER if is_archiver else ListFormat.TABLE,
        _("auto-archiver column") if is_archiver else _("table column"),
    )
    for row, cells in enumerate(_rows(text, delimiter, found), 1):
        if row == 1 and known.has_header:
            continue
        if any(cell.strip() for cell in cells):
            take(found, row, cells, known)
    return found.listing() if len(found) else None


def take(found: Gathering, row: int, cells: Sequence[str], known: Columns) -> None:
    """Hand one row of a table over."""
    said: dict[str, tuple[str, str]] = {}
    lists: dict[str, list[str]] = {"authors": [], "tags": [], "files": []}
    notes, kind, names = [], "", {}
    for field, name, cell in zip(known.fields, known.names, cells, strict=False):
        value = cell.strip()
        if not field or not value:
            continue
        if field == "author":
            lists["authors"] += re.split(_BETWEEN["authors"], value[:2000])
            names["authors"] = name
        elif field in lists:
            lists[field] += re.split(_BETWEEN[field], value[:20_000])
        elif field == "note":
            notes.append((f"{name.strip('“”')}: {value}" if known.is_archiver else value, name))
        elif field == "kind":
            kind = value
        else:
            said.setdefault(field, (value, name))
    if notes:
        said["note"] = ("\n".join(text for text, _name in notes), notes[0][1])
    local = [path for path in lists["files"] if not urls.is_web(path)]
    found.add(row, said, authors=lists["authors"], tags=lists["tags"], files=local, kind=kind,
              names=names)  # fmt: skip


def _delimiter(text: str) -> str:
    """The one by which most rows have the same number of cells, two or more; empty for none."""
    best, score = "", 0.0
    head = text[:200_000]
    for delimiter in _DELIMITERS:
        rows = list(islice(_rows(head, delimiter, None), _LOOKED_AT))
        widths = Counter(len(row) for row in rows if any(row))
        if not widths:
            continue
        width, times = widths.most_common(1)[0]
        share = times / widths.total()
        if width >= 2 and share > 0.5 and share * min(width, 3) > score:
            best, score = delimiter, share * min(width, 3)
    return best


def _rows(text: str, delimiter: str, found: Gathering | None) -> Iterator[list[str]]:
    """Each row; one that cannot be read is said in `found` and ends what can."""
    csv.field_size_limit(_LONGEST_CELL)
    reader = csv.reader(text.splitlines(keepends=True), delimiter=delimiter)
    while True:
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error:  # a cell longer than a megabyte: a quote that is never closed
            if found is not None:
                found.skip(reader.line_num, _("One of its cells is longer than a megabyte."))
            continue
        yield row[:_MOST_CELLS]


def _csv_db(text: str, delimiter: str) -> Listing | None:
    found = Gathering(ListFormat.ARCHIVER, "auto-archiver")
    for row, cells in enumerate(_rows(text, delimiter, found), 1):
        if row == 1 or len(cells) < 3:
            continue
        status, metadata, media = cells[:3]
        said = {
            "url": (_literal(metadata, "url"), "metadata url"),
            "title": (_literal(metadata, "title"), "metadata title"),
            "published": (_literal(metadata, "timestamp"), "metadata timestamp"),
            "note": (f"Archive status: {status}" if status else "", "status"),
        }
        files = [_value(each) for each in re.findall(rf"'filename':\s*{_STRING}", media[:200_000])]
        found.add(row, said, files=files)
    return found.listing() if len(found) else None


def _literal(text: str, key: str) -> str:
    match = re.search(rf"'{key}':\s*{_STRING}", text[:200_000])
    return _value(match[1]) if match else ""


def _value(literal: str) -> str:
    try:
        return str(ast.literal_eval(literal))
    except (ValueError, SyntaxError):
        return ""
