"""A timeline as a table for spreadsheets: CSV (RFC 4180), a row for each event.

Written as the table of claims is: UTF-8 with a byte order mark, the marking in every row, and no
cell that a spreadsheet would take for a formula.
"""

import csv
import io
from collections.abc import Iterable
from typing import NamedTuple

from caseboard.exchange.claims_csv import guarded


class TimedRow(NamedTuple):
    """One event; times are UTC, an end that is open is empty."""

    marking: str
    """A TLP 2.0 label."""
    case: str
    clock: str
    """`happened`, `reported` or `captured`."""
    kind: str
    when: str
    """EDTF (ISO 8601-2)."""
    start: str
    """ISO 8601: the first moment."""
    end: str
    """ISO 8601: the first moment after it."""
    approximate: str
    uncertain: str
    zone_known: str
    """Each `yes` or `no`."""
    label: str
    ref: str
    status: str
    """Of a claim."""
    stance: str
    """Of a report."""
    source: str
    places: str
    """One to a line."""


def write(rows: Iterable[TimedRow]) -> bytes:
    """The file of these rows, in their order."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(TimedRow._fields)
    for row in rows:
        writer.writerow([guarded(cell) for cell in row])
    return text.getvalue().encode("utf-8-sig")
