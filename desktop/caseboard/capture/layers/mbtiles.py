"""MBTiles 1.3 with pictures: an SQLite file that is opened to be read alone, as it is on disk."""

import sqlite3
from pathlib import Path
from typing import Any
from urllib.parse import quote

from caseboard.capture.layers import database, refusals
from caseboard.capture.layers import tile_archive as archives
from caseboard.capture.layers.naming import plain
from caseboard.capture.layers.tile_archive import About
from caseboard.errors import CaseError
from caseboard.i18n import _

_PICTURES = frozenset({"png", "jpg", "jpeg", "webp", ""})
_PLAIN = "SELECT tile_data FROM tiles WHERE zoom_level = ? AND tile_column = ? AND tile_row = ?"
_SHARED = (
    "SELECT images.tile_data FROM map JOIN images ON images.tile_id = map.tile_id"
    " WHERE map.zoom_level = ? AND map.tile_column = ? AND map.tile_row = ?"
)
"""Archives that keep equal pictures once say so in a view; the tables behind it are asked."""


class MBTiles:
    """An open file; raises `CaseError` for one that is none."""

    def __init__(self, path: Path) -> None:
        uri = f"file:{quote(str(path.resolve()))}?mode=ro&immutable=1"
        try:
            self._connection = sqlite3.connect(uri, uri=True, isolation_level=None)
            database.restrain(self._connection)
            known = database.tables(self._connection)
            self._query, source = self._shape(known)
            self.about = self._about(known, source)
        except (sqlite3.Error, UnicodeError) as error:
            raise _damaged() from error

    def tile(self, zoom: int, column: int, row: int) -> bytes:
        """Rows of the file are counted from the south."""
        try:
            found = self._connection.execute(self._query, (zoom, column, 2**zoom - 1 - row))
            picture = found.fetchone()
        except (sqlite3.Error, OverflowError) as error:
            raise _damaged() from error
        return picture[0] if picture and isinstance(picture[0], bytes) else b""

    @staticmethod
    def _shape(known: set[str]) -> tuple[str, str]:
        """How a tile is asked for, and the table with the zooms."""
        if "tiles" in known:
            return _PLAIN, "tiles"
        if {"map", "images"} <= known:
            return _SHARED, "map"
        raise refusals.unknown()

    def _about(self, known: set[str], source: str) -> About:
        said: dict[str, Any] = {}
        if "metadata" in known:
            rows = self._connection.execute("SELECT name, value FROM metadata").fetchmany(200)
            said = {str(name): value for name, value in rows}
        if str(said.get("format", "")).lower() not in _PICTURES:
            raise archives.not_pictures()
        least, most = archives.zooms(self._end(source, "ASC"), self._end(source, "DESC"))
        return About(
            format="MBTiles",
            name=plain(str(said.get("name", "")), 200),
            attribution=plain(str(said.get("attribution", "")), 300),
            bounds=_bounds(str(said.get("bounds", ""))),
            least=least,
            most=most,
        )

    def _end(self, source: str, order: str) -> int:
        query = f"SELECT zoom_level FROM {source} ORDER BY zoom_level {order} LIMIT 1"  # noqa: S608  ours
        row = self._connection.execute(query).fetchone()
        return row[0] if row and isinstance(row[0], int) else -1


def _bounds(text: str) -> archives.Bounds:
    try:
        west, south, east, north = (float(part) for part in text.split(","))
    except ValueError:
        return archives.WORLD
    return archives.bounds_of(west, south, east, north)


def _damaged() -> CaseError:
    return refusals.broken(_("it is a damaged database, or none that is a map."))
