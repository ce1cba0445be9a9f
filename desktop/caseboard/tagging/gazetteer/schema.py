"""How a file of places is laid out: the one that ships, and those a user imports.

Coordinates are kept as hundred-thousandths of a degree (a metre), which is half the size of
numbers with a fraction. The names of what a place lies in stand in a table of their own.
"""

import math
import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from caseboard.tagging.gazetteer.entry import EntryKind

APPLICATION_ID = 0x43426761
"""`CBga`: in the header of the file, so that nothing else is taken for it."""
VERSION = 1
FIRST_OWN_ID = 1_000_000_000
"""Numbers below it are GeoNames' own."""
UNIT = 100_000
"""Steps of a coordinate in a degree."""
KINDS = (
    EntryKind.CITY,
    EntryKind.SETTLEMENT,
    EntryKind.VILLAGE,
    EntryKind.DISTRICT,
    EntryKind.PLACE,
    EntryKind.HROMADA,
    EntryKind.RAION,
    EntryKind.COUNTY,
    EntryKind.STATE,
    EntryKind.COUNTRY,
    EntryKind.CONTINENT,
    EntryKind.REGION,
    EntryKind.RIVER,
    EntryKind.WATER,
    EntryKind.SITE,
)
"""By the number they are kept as; new ones go to the end."""
SEPARATOR = "|"

CREATE = f"""
    PRAGMA page_size = 4096;
    PRAGMA journal_mode = OFF;
    PRAGMA application_id = {APPLICATION_ID};
    PRAGMA user_version = {VERSION};
    CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
    CREATE TABLE area (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
    CREATE TABLE place (
        id INTEGER PRIMARY KEY, code TEXT, name TEXT NOT NULL, kind INT NOT NULL,
        lat INT NOT NULL, lon INT NOT NULL, precision_m INT NOT NULL, country TEXT NOT NULL,
        state INT, raion INT, hromada INT, population INT, is_capital INT, shown TEXT
    );
    CREATE TABLE name (
        key TEXT NOT NULL, place INT NOT NULL, weight INT NOT NULL, PRIMARY KEY (key, place)
    ) WITHOUT ROWID;
    CREATE TABLE cell (cell INT NOT NULL, place INT NOT NULL, PRIMARY KEY (cell, place))
        WITHOUT ROWID;
    CREATE TABLE anchor (place INT NOT NULL, lat INT NOT NULL, lon INT NOT NULL);
"""
FINISH = """
    CREATE INDEX place_code ON place (code) WHERE code IS NOT NULL;
    CREATE INDEX anchor_place ON anchor (place);
    VACUUM;
"""


@dataclass(frozen=True, slots=True)
class Place:
    """A place to be written; `code` is empty where its id is GeoNames' and says it all."""

    id: int
    code: str
    name: str
    kind: EntryKind
    lat: float
    lon: float
    precision_m: float
    country: str
    state: str = ""
    raion: str = ""
    hromada: str = ""
    population: int = 0
    is_capital: bool = False
    shown: tuple[str, ...] = ()


class Writer:
    """Adds places to a file that has the tables; transactions are the caller's."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._areas: dict[str, int] = {}

    def add(
        self,
        place: Place,
        names: Mapping[str, int],
        anchors: Iterable[tuple[float, float]] = (),
    ) -> None:
        """Write a place, the keys it is found by and what they are worth, and its points."""
        points = list(anchors) or [(place.lat, place.lon)]
        self._connection.execute(
            "INSERT OR REPLACE INTO place VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                place.id,
                place.code or None,
                place.name,
                KINDS.index(place.kind),
                round(place.lat * UNIT),
                round(place.lon * UNIT),
                round(place.precision_m),
                place.country,
                self._area(place.state),
                self._area(place.raion),
                self._area(place.hromada),
                place.population or None,
                1 if place.is_capital else None,
                SEPARATOR.join(place.shown) or None,
            ),
        )
        self._connection.executemany(
            "INSERT OR REPLACE INTO name VALUES (?, ?, ?)",
            [(name, place.id, weight) for name, weight in names.items()],
        )
        self._connection.executemany(
            "INSERT OR IGNORE INTO cell VALUES (?, ?)",
            {(cell(*point), place.id) for point in points},
        )
        if len(points) > 1:
            self._connection.executemany(
                "INSERT INTO anchor VALUES (?, ?, ?)",
                [(place.id, round(lat * UNIT), round(lon * UNIT)) for lat, lon in points],
            )

    def _area(self, name: str) -> int | None:
        if not name:
            return None
        if name not in self._areas:
            self._areas[name] = len(self._areas) + 1
            self._connection.execute("INSERT INTO area VALUES (?, ?)", (self._areas[name], name))
        return self._areas[name]


CELLS = 2
"""Cells in a degree."""


def cell(lat: float, lon: float) -> int:
    """The number of the half degree by half degree a point lies in."""
    column = math.floor(((lon + 180) % 360) * CELLS)
    return math.floor((lat + 90) * CELLS) * 360 * CELLS + column
