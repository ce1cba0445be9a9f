"""Looks places up by name and by position."""

import sqlite3
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from caseboard.paths import resources
from caseboard.tagging.gazetteer.entry import Entry, EntryKind
from caseboard.tagging.gazetteer.naming import key


class Gazetteer:
    """One table of names, open to read; for one thread."""

    def __init__(self, path: Path) -> None:
        self._connection = sqlite3.connect(
            f"{path.as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False
        )

    def lookup(self, name: str) -> Sequence[Entry]:
        """Every place of this very name, whatever its case and accents; the largest first."""
        rows = self._connection.execute(_BY_NAME, (key(name),))
        return [_entry(row) for row in rows]

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()


@cache
def shipped() -> Gazetteer:
    """The gazetteer that ships with the program, opened once."""
    return Gazetteer(resources() / "gazetteer.sqlite")


_BY_NAME = """
    SELECT p.id, p.name, p.kind, p.lat, p.lon, p.prec, p.cc, p.a1, r.name, h.name, p.pop, n.w
    FROM name n JOIN place p ON p.id = n.id
    LEFT JOIN adm r ON r.id = p.raion LEFT JOIN adm h ON h.id = p.hromada
    WHERE n.norm = ? ORDER BY p.pop DESC
"""


def _entry(row: tuple[object, ...]) -> Entry:
    id_, name, kind, lat, lon, prec, cc, a1, raion, hromada, pop, weight = row
    return Entry(
        f"geonames:{id_}",
        str(name),
        EntryKind(str(kind)),
        float(str(lat)),
        float(str(lon)),
        1000 * float(str(prec)) or 3000.0,
        str(cc),
        str(a1 or ""),
        str(raion or ""),
        str(hromada or ""),
        int(str(pop or 0)),
        bool(weight),
    )
