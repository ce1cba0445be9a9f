"""GeoPackage (OGC 12-128r19): the feature tables of one file, in one layer."""

import sqlite3
from collections.abc import Iterator
from typing import Any

from caseboard.capture.layers import database, geojson, refusals, wkb
from caseboard.capture.layers.database import quoted
from caseboard.capture.layers.gathering import MOST_FEATURES, Gathering

_ENVELOPES = {0: 0, 1: 32, 2: 48, 3: 48, 4: 64}
_DEGREES, _MERCATOR = frozenset({4326, 4979}), frozenset({3857, 900913, 102100})
_MOST_TABLES = 40


def read(data: bytes) -> Gathering:
    """Its features; raises `CaseError`."""
    found = Gathering()
    with database.opened(data) as connection:
        known = database.tables(connection)
        if "gpkg_geometry_columns" not in known:
            raise refusals.unknown()
        rows = connection.execute(
            "SELECT table_name, column_name, srs_id FROM gpkg_geometry_columns"
        ).fetchmany(_MOST_TABLES)
        for table, column, grid in rows:
            if table in known:
                _check(connection, known, grid)
                for shape, said in _features(connection, table, column):
                    found.add(_in_degrees(shape, grid), said)
    return found


def _check(connection: sqlite3.Connection, known: set[str], grid: Any) -> None:
    """Raise `CaseError` unless coordinates are in degrees or in Web Mercator."""
    if grid in _DEGREES | _MERCATOR:
        return
    name = str(grid)
    if "gpkg_spatial_ref_sys" in known:
        query = "SELECT srs_name FROM gpkg_spatial_ref_sys WHERE srs_id = ?"
        row = connection.execute(query, (grid,)).fetchone()
        name = f"{row[0]}"[:80] if row else name
    raise refusals.unknown_grid(name)


def _features(
    connection: sqlite3.Connection, table: str, column: str
) -> Iterator[tuple[Any, dict[str, Any]]]:
    rows = connection.execute(f"SELECT * FROM {quoted(table)} LIMIT {MOST_FEATURES + 1}")  # noqa: S608  quoted
    names = [str(about[0]) for about in rows.description]
    for row in rows:
        held = dict(zip(names, row, strict=True))
        blob = held.pop(column, None)
        said = {name: value for name, value in held.items() if isinstance(value, str | int | float)}
        yield _shape(blob), said


def _shape(blob: Any) -> Any:
    """The shape of a blob with GeoPackage's head; None for none."""
    if not isinstance(blob, bytes) or blob[:2] != b"GP" or len(blob) < 8:
        return None
    skipped = _ENVELOPES.get(blob[3] >> 1 & 7)
    if skipped is None or blob[3] & 0x10:  # or empty
        return None
    try:
        return wkb.read(blob[8 + skipped :])
    except wkb.Broken:
        return None


def _in_degrees(shape: Any, grid: Any) -> Any:
    return geojson.unprojected(shape) if grid in _MERCATOR else shape
