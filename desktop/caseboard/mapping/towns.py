"""The names of towns for the map, from the gazetteer that ships with the program."""

import math
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import Any

import numpy as np

from caseboard.mapping.view import Bounds, View

UNIT = 100_000
"""Steps of a coordinate of the gazetteer in a degree."""
CELLS = 2
"""Cells of its grid in a degree."""
MOST = 400
LARGE = 15_000
"""People of a town that is kept at hand: those of the whole world are scanned at once."""
_TOWN = "kind <= 2"
"""No district, and no place of no known kind."""
DISTRICTS = frozenset(
    {
        705962, 711874, 712590, 9112916, 12167218, 13546531, 13561779, 13580034, 13607717,
        13607718, 13607722, 13608465, 13608468,
    }
)  # fmt: skip
"""GeoNames has these for towns: they lie in a larger one, and Ukraine's classifier has them not."""
_NEEDED = (3_000_000, 800_000, 500_000, 300_000, 150_000, 60_000, LARGE, 3_000, 700, 400)
"""People a town must have, by whole zoom steps from 0."""
_COLUMNS = "id, name, shown, lat, lon, population, is_capital"
_LARGE = f"""
    SELECT {_COLUMNS} FROM place WHERE population >= {LARGE} AND {_TOWN}
    ORDER BY population DESC, id
"""  # noqa: S608  our own numbers
_NEAR = f"""
    SELECT {_COLUMNS} FROM cell JOIN place ON place.id = cell.place
    WHERE cell.cell IN (%s) AND lat BETWEEN ? AND ? AND lon BETWEEN ? AND ?
    AND coalesce(population, 0) >= ? AND {_TOWN}
    AND (precision_m <= 5000 OR population > 0)
    ORDER BY population DESC, id LIMIT {MOST}
"""  # noqa: S608  numbers of cells
Row = tuple[int, str, str | None, int, int, int | None, int | None]


@dataclass(frozen=True, slots=True)
class Town:
    """A town whose place is known to a few kilometres; degrees WGS 84."""

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
        self._large: list[Row] = []
        self._numbers: Any = None

    def close(self) -> None:
        """Nothing can be asked any more."""
        with self._lock:
            self._connection.close()

    def within(self, view: View, language: str = "en") -> list[Town]:
        """Towns worth a name in this view, the greatest first, at most `MOST`.

        `language` is `en` or `uk`; where a name in it is not known, it is the Latin one.
        """
        needed = _NEEDED[int(view.zoom)] if view.zoom < len(_NEEDED) else 0
        with self._lock:
            rows = (self._wide if needed >= LARGE else self._near)(view.bounds(), needed)
        return [
            Town(id_, _named(name, shown, language), lat / UNIT, lon / UNIT, people or 0, bool(top))
            for id_, name, shown, lat, lon, people, top in rows
            if id_ not in DISTRICTS
        ]

    def _wide(self, bounds: Bounds, needed: int) -> list[Row]:
        if self._numbers is None:
            self._large = self._connection.execute(_LARGE).fetchall()
            self._numbers = np.array([row[3:6] for row in self._large])
        lat, lon, people = self._numbers.T
        inside = (lat >= bounds.south * UNIT) & (lat <= bounds.north * UNIT)
        inside &= (lon >= bounds.west * UNIT) & (lon <= bounds.east * UNIT) & (people >= needed)
        return [self._large[index] for index in np.flatnonzero(inside)[:MOST].tolist()]

    def _near(self, bounds: Bounds, needed: int) -> list[Row]:
        cells = list(_cells(bounds))
        edges = (bounds.south, bounds.north, bounds.west, bounds.east)
        values = (*cells, *(int(edge * UNIT) for edge in edges), needed)
        query = _NEAR % ", ".join("?" * len(cells))
        rows: list[Row] = self._connection.execute(query, values).fetchall()
        return rows


def _cells(bounds: Bounds) -> Iterator[int]:
    """The cells of the gazetteer's grid that the bounds touch."""
    rows = range(
        math.floor((bounds.south + 90) * CELLS), math.floor((bounds.north + 90) * CELLS) + 1
    )
    west, east = math.floor((bounds.west + 180) * CELLS), math.floor((bounds.east + 180) * CELLS)
    for row in rows:
        for column in range(west, min(east, 360 * CELLS - 1) + 1):
            yield row * 360 * CELLS + column


def _named(name: str, shown: str | None, language: str) -> str:
    return shown.split("|")[0] if language == "uk" and shown else name
