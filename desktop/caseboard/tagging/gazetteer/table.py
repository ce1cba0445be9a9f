"""One file of places, open to read."""

import sqlite3
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from caseboard.errors import CaseError
from caseboard.i18n import _
from caseboard.tagging.gazetteer import schema
from caseboard.tagging.gazetteer.entry import Entry, EntryKind
from caseboard.tagging.gazetteer.schema import KINDS, SEPARATOR, UNIT

ALIAS, MAIN = 1, 2
"""What a name is worth; below it is an abbreviation."""


class Table:
    """Promises not to change the file, and to need no other file once it is open."""

    def __init__(self, path: Path) -> None:
        """Raises `CaseError` where the file is missing, damaged or something else."""
        self.path = path
        if not path.is_file():
            raise CaseError(_("The table of places is missing: {path}.").format(path=path), _hint())
        try:
            self._connection = sqlite3.connect(
                f"{path.resolve().as_uri()}?mode=ro&immutable=1",
                uri=True,
                check_same_thread=False,
            )
            self._areas = self._opened()
        except sqlite3.DatabaseError as error:
            raise CaseError(
                _("The table of places is damaged: {path}.").format(path=path), _hint()
            ) from error

    def _opened(self) -> dict[int | None, str]:
        execute = self._connection.execute
        execute("PRAGMA temp_store = MEMORY")
        execute("PRAGMA cache_size = -8000")
        execute("PRAGMA mmap_size = 67108864")
        found = (
            execute("PRAGMA application_id").fetchone()[0],
            execute("PRAGMA user_version").fetchone()[0],
        )
        if found != (schema.APPLICATION_ID, schema.VERSION):
            raise CaseError(
                _("This is no table of places of this version: {path}.").format(path=self.path),
                _hint(),
            )
        return {None: "", **dict(execute("SELECT id, name FROM area"))}

    def named(self, key: str) -> list[Entry]:
        """Every place that is found by this key."""
        return [self._entry(row) for row in self._connection.execute(_BY_KEY, (key,))]

    def beginning(self, key: str, most: int) -> list[Entry]:
        """The largest places of which a name begins with this key, each once."""
        rows = self._connection.execute(_BY_START, (key, key + _LAST, most))
        return [self._entry(row) for row in rows]

    def entry(self, id_: str) -> Entry | None:
        """The place of this id; a settlement of Ukraine is found by its code, too."""
        query, value = _asked(id_)
        row = self._connection.execute(_SELECT.format(where=query), (value,)).fetchone()
        return self._entry(row) if row else None

    def shown(self, id_: str) -> tuple[str, ...]:
        """Further names of a place, written as people write them."""
        query, value = _asked(id_)
        row = self._connection.execute(_SHOWN.format(where=query), (value,)).fetchone()
        return tuple(row[0].split(SEPARATOR)) if row and row[0] else ()

    def in_cells(self, cells: Iterable[int]) -> list[Entry]:
        """Every place that has a point in one of these cells."""
        listed = sorted(set(cells))
        marks = ", ".join("?" * len(listed))
        rows = self._connection.execute(_IN_CELLS.format(marks=marks), listed)
        return [self._entry(row) for row in rows]

    def about(self) -> dict[str, str]:
        """What is known of the whole file: title, attribution."""
        return dict(self._connection.execute("SELECT key, value FROM meta"))

    def count(self) -> int:
        """How many places there are."""
        return int(self._connection.execute("SELECT count(*) FROM place").fetchone()[0])

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def _entry(self, row: Sequence[Any]) -> Entry:
        id_, code, name, kind, lat, lon, metres, country, state, raion, hromada = row[:11]
        population, is_capital, weight = row[11:]
        return Entry(
            f"geonames:{id_}" if id_ < schema.FIRST_OWN_ID else code,
            name,
            KINDS[kind],
            lat / UNIT,
            lon / UNIT,
            float(metres),
            country,
            self._areas[state],
            self._areas[raion],
            self._areas[hromada],
            population or 0,
            weight == MAIN,
            weight < ALIAS,
            bool(is_capital),
            self._anchors(id_) if kind >= _FIRST_CURATED else (),
        )

    def _anchors(self, id_: int) -> tuple[tuple[float, float], ...]:
        rows = self._connection.execute("SELECT lat, lon FROM anchor WHERE place = ?", (id_,))
        return tuple((lat / UNIT, lon / UNIT) for lat, lon in rows)


_FIRST_CURATED = KINDS.index(EntryKind.REGION)
"""From here on the kinds that may have more than one point."""
_COLUMNS = """
    p.id, p.code, p.name, p.kind, p.lat, p.lon, p.precision_m, p.country, p.state, p.raion,
    p.hromada, p.population, p.is_capital
"""
# whatever is put into these is written here; what is asked for goes in by ?
_BY_KEY = f"""
    SELECT {_COLUMNS}, n.weight FROM name n JOIN place p ON p.id = n.place
    WHERE n.key = ? ORDER BY p.population DESC, p.id
"""  # noqa: S608
_BY_START = f"""
    SELECT {_COLUMNS}, max(n.weight) FROM name n JOIN place p ON p.id = n.place
    WHERE n.key >= ? AND n.key < ? GROUP BY p.id ORDER BY p.population DESC, p.id LIMIT ?
"""  # noqa: S608
_LAST = "\U0010ffff"
_SELECT = f"SELECT {_COLUMNS}, {MAIN} FROM place p WHERE {{where}}"  # noqa: S608
_SHOWN = "SELECT p.shown FROM place p WHERE {where}"
_IN_CELLS = f"""
    SELECT {_COLUMNS}, {MAIN} FROM place p
    WHERE p.id IN (SELECT place FROM cell WHERE cell IN ({{marks}}))
"""  # noqa: S608


def _hint() -> str:
    return _("Install the program again, or build the table with packaging/build_gazetteer.py.")


def _asked(id_: str) -> tuple[str, int | str]:
    """Which column an id stands in, and as what; a settlement's code stands beside its number."""
    source, _colon, number = id_.partition(":")
    if source == "geonames" and number.isdecimal() and len(number) < 10:
        return "p.id = ?", int(number)
    return "p.code = ?", id_
