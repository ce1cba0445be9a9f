"""Tables of places: a latitude and a longitude column, or positions in one, in any notation."""

import csv
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from io import StringIO
from itertools import islice

from caseboard.capture.decode import decode
from caseboard.capture.layers import refusals
from caseboard.capture.layers.gathering import MOST_FEATURES, Gathering
from caseboard.errors import CaseError
from caseboard.i18n import _

Position = tuple[float, float]
"""Longitude, latitude."""
_DELIMITERS = "\t;,|"
_LOOKED_AT = 30
_LONGEST_CELL = 1 << 17
_LAT = re.compile(r"lat(?:itude)?|широта|y(?:_?coord)?", re.IGNORECASE)
_LON = re.compile(r"lon(?:g(?:itude)?)?|lng|довгота|долгота|x(?:_?coord)?", re.IGNORECASE)
_BOTH = re.compile(
    r"coord(?:inate)?s?|position|mgrs|utm|plus.?code|lat.?lon(?:g)?|координати|координаты|місце",
    re.IGNORECASE,
)
_NAMES = re.compile(r"name|title|label|place|назва|название|подія", re.IGNORECASE)
_WORDS = re.compile(r"desc(?:ription)?|note|comment|text|опис|примітка", re.IGNORECASE)
_STYLES = frozenset({"stroke", "fill", "marker-color", "marker-symbol", "name:en", "name:uk"})


@dataclass(frozen=True, slots=True)
class Columns:
    """Where a table holds what, counted from 0."""

    position: Callable[[Sequence[str]], Position | None]
    said: dict[int, str] = field(default_factory=dict)
    """Column and property."""


def read(data: bytes) -> Gathering:
    """A point for each row with a position; raises `CaseError` where there is none such."""
    text = decode(data)
    delimiter = _delimiter(text)
    head = list(islice(_rows(text, delimiter), _LOOKED_AT)) if delimiter else []
    columns = _columns(head)
    if columns is None:
        raise refusals.unknown()
    found = Gathering()
    for row in islice(_rows(text, delimiter), 1, MOST_FEATURES + 2):
        if any(cell.strip() for cell in row):
            position = columns.position(row)
            shape = {"type": "Point", "coordinates": list(position)} if position else None
            said = {name: row[at] for at, name in columns.said.items() if at < len(row)}
            found.add(shape, said)
    return found


def _delimiter(text: str) -> str:
    """The one that splits the first line most often; empty where none does."""
    first = text.lstrip()[:20_000].partition("\n")[0]
    counts = Counter({each: first.count(each) for each in _DELIMITERS})
    best, times = counts.most_common(1)[0]
    return best if times else ""


def _rows(text: str, delimiter: str) -> Iterator[list[str]]:
    csv.field_size_limit(_LONGEST_CELL)
    try:
        yield from csv.reader(StringIO(text, newline=""), delimiter=delimiter)
    except csv.Error as error:  # a quote that is never closed
        raise refusals.broken(_("a cell of its table never ends.")) from error


def _columns(head: list[list[str]]) -> Columns | None:
    """Told by the header, else by which column holds positions."""
    if len(head) < 2:
        return None
    names = [name.strip() for name in head[0]]
    lat, lon = _named(names, _LAT), _named(names, _LON)
    if lat is not None and lon is not None:
        return Columns(lambda row: _pair(row, lat, lon), _said(names))
    both = _named(names, _BOTH)
    if both is None:
        both = _holding(head[1:], len(names))
    if both is None:
        return None
    at = both
    return Columns(lambda row: _one(row, at), _said(names))


def _named(names: Sequence[str], pattern: re.Pattern[str]) -> int | None:
    return next((at for at, name in enumerate(names) if pattern.fullmatch(name)), None)


def _said(names: Sequence[str]) -> dict[int, str]:
    found = {at: name.lower() for at, name in enumerate(names) if name.lower() in _STYLES}
    for pattern, key in ((_NAMES, "name"), (_WORDS, "description")):
        at = _named(names, pattern)
        if at is not None:
            found[at] = key
    return found


def _holding(rows: list[list[str]], width: int) -> int | None:
    """The column most of whose cells are positions."""
    for at in range(width):
        cells = [row[at] for row in rows if at < len(row) and row[at].strip()]
        read = [_parsed(cell) for cell in cells]
        if cells and sum(each is not None for each in read) > len(cells) / 2:
            return at
    return None


def _pair(row: Sequence[str], lat: int, lon: int) -> Position | None:
    if max(lat, lon) >= len(row) or not row[lat].strip() or not row[lon].strip():
        return None
    try:
        return float(row[lon].replace(",", ".")), float(row[lat].replace(",", "."))
    except ValueError:  # degrees, minutes and seconds
        return _parsed(f"{row[lat]}; {row[lon]}")


def _one(row: Sequence[str], at: int) -> Position | None:
    return _parsed(row[at]) if at < len(row) else None


def _parsed(text: str) -> Position | None:
    from caseboard.mapping import coordinates  # noqa: PLC0415  # utm brings numpy

    try:
        point = coordinates.parse(text[:200])
    except CaseError:
        return None
    return point.lon, point.lat
