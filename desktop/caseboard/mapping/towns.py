"""The names of towns for the map, from the gazetteer that ships with the program."""

import sqlite3
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

from caseboard.mapping.view import View

UNIT = 100_000
"""Steps of a coordinate of the gazetteer in a degree."""
MOST = 400
_CITY, _SETTLEMENT, _VILLAGE = 0, 1, 2
_NEEDED = (3_000_000, 800_000, 500_000, 300_000, 150_000, 60_000, 15_000, 3_000, 700, 400)
"""People a town must have, by whole zoom steps from 0."""


@dataclass(frozen=True, slots=True)
class Town:
    """A town whose place is known to about a kilometre; degrees WGS 84."""

    id: int
    name: str
    lat: float
    lon: float
    population: int
    is_capital: bool


class Towns:
    """Reads the file; may be asked from any thread."""

    def __init__(self, path: Path) -> None:
        uri = f"file:{path}?mode=ro&immutable=1"
        self._connection = sqlite3.connect(uri, uri=True, check_same_thread=False)
        self._lock = Lock()

    def within(self, view: View, language: str = "en") -> list[Town]:
        """Towns worth a name in this view, the greatest first, at most `MOST`.

        `language` is `en` or `uk`; where a name in it is not known, it is the Latin one.
        """
        bounds = view.bounds()
        needed = _NEEDED[int(view.zoom)] if view.zoom < len(_NEEDED) else 0
        with self._lock:
            rows = self._connection.execute(
                "SELECT id, name, shown, lat, lon, population, is_capital FROM place"
                " WHERE lat BETWEEN ? AND ? AND lon BETWEEN ? AND ?"
                " AND coalesce(population, 0) >= ?"
                " AND kind <= ? ORDER BY population DESC LIMIT ?",
                (
                    int(bounds.south * UNIT),
                    int(bounds.north * UNIT),
                    int(bounds.west * UNIT),
                    int(bounds.east * UNIT),
                    needed,
                    _VILLAGE,
                    MOST,
                ),
            ).fetchall()
        return [
            Town(id_, _named(name, shown, language), lat / UNIT, lon / UNIT, people or 0, bool(top))
            for id_, name, shown, lat, lon, people, top in rows
        ]


def _named(name: str, shown: str | None, language: str) -> str:
    return shown.split("|")[0] if language == "uk" and shown else name
