"""Writes the rows as the file that ships: the same rows give the same bytes."""

import itertools
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing
from pathlib import Path

from caseboard.tagging.gazetteer import schema
from caseboard.tagging.gazetteer.naming import key
from gazetteer_build.rows import Row, Weight


def write(rows: Iterable[Row], path: Path, about: Mapping[str, str]) -> None:
    """Write all rows into a new file, and `about` as what is known of the whole."""
    path.unlink(missing_ok=True)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.executescript(schema.CREATE)
        connection.execute("BEGIN")
        connection.executemany("INSERT INTO meta VALUES (?, ?)", sorted(about.items()))
        writer = schema.Writer(connection)
        for number, row in enumerate(_ordered(rows)):
            writer.add(_place(row, number), _names(row), row.anchors)
        connection.execute("COMMIT")
        connection.executescript(schema.FINISH)


def _ordered(rows: Iterable[Row]) -> Sequence[Row]:
    listed = sorted(rows, key=lambda row: row.code)
    for before, after in itertools.pairwise(listed):
        if before.code == after.code:
            raise SystemExit(f"two places are {before.code}")
    return listed


def _place(row: Row, number: int) -> schema.Place:
    source, _, end = row.code.partition(":")
    is_plain = source == "geonames"
    return schema.Place(
        id=int(end) if is_plain else schema.FIRST_OWN_ID + number,
        code=row.also if is_plain else row.code,
        name=row.name,
        kind=row.kind,
        lat=row.lat,
        lon=row.lon,
        precision_m=row.precision_m,
        country=row.country,
        state=row.state,
        raion=row.raion,
        hromada=row.hromada,
        population=row.population,
        is_capital=row.is_capital,
        shown=tuple(dict.fromkeys(name for name in row.shown if name and name != row.name)),
    )


def _names(row: Row) -> dict[str, int]:
    """Keys and what they are worth."""
    found: dict[str, int] = {}
    for name, weight in row.names.items():
        if normal := key(name):
            found[normal] = max(int(weight), found.get(normal, int(Weight.SHORT)))
    return found
