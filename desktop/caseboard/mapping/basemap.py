"""The ground that ships with the program: countries, regions, rivers and lakes of the world.

`resources/basemap.sqlite` is made by `packaging/build_basemap.py`. A geometry is the deltas of
whole numbers, a fraction of 1/2^28 of the world (15 cm at the equator), packed.
"""

import sqlite3
import zlib
from collections import OrderedDict
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

WORLD = float(1 << 28)
KEPT = 4_000_000
"""Vertices that are kept unpacked: 64 MB."""
CREATE = """
    PRAGMA page_size = 8192;
    PRAGMA journal_mode = OFF;
    CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
    CREATE TABLE feature (
        id INTEGER PRIMARY KEY, ground TEXT NOT NULL, detail INT NOT NULL, rank INT NOT NULL,
        name TEXT NOT NULL, name_uk TEXT NOT NULL, country TEXT NOT NULL, geometry BLOB NOT NULL
    );
    CREATE VIRTUAL TABLE feature_box USING rtree_i32 (id, left, right, top, bottom);
"""
"""How the file is laid out."""
Box = tuple[float, float, float, float]
"""Left, top, right, bottom on the unit square."""


class Ground(StrEnum):
    """What is drawn of it."""

    COUNTRY = "country"
    REGION = "region"
    """First-level divisions."""
    DISPUTED = "disputed"
    """Borders that are."""
    RIVER = "river"
    LAKE = "lake"


@dataclass(frozen=True, slots=True)
class GroundFeature:
    """One of them; lines are open, rings closed and filled by the even-odd rule."""

    id: int
    ground: Ground
    rank: int
    """Of a river: 0 is the greatest; of a lake: its km²."""
    name: str
    name_uk: str
    country: str
    """ISO 3166-1 alpha-2 of a country or region."""
    parts: "tuple[NDArray[np.float64], ...]" = field(compare=False)
    """(n, 2) on the unit square each."""
    boxes: "NDArray[np.float64]" = field(compare=False)
    """(parts, 4): left, top, right, bottom of each."""


class Basemap:
    """Reads the file; may be asked from any thread, one at a time."""

    def __init__(self, path: Path) -> None:
        uri = f"file:{path}?mode=ro&immutable=1"
        self._connection = sqlite3.connect(uri, uri=True, check_same_thread=False)
        self._lock = Lock()
        self._kept: OrderedDict[int, GroundFeature] = OrderedDict()
        self._vertices = 0

    def close(self) -> None:
        """Nothing can be asked any more."""
        with self._lock:
            self._connection.close()

    @property
    def attribution(self) -> str:
        """Whose data it is, on one line."""
        with self._lock:
            row = self._connection.execute("SELECT value FROM meta WHERE key = 'attribution'")
            return str(row.fetchone()[0])

    def features(self, ground: Ground, detail: int, box: Box) -> list[GroundFeature]:
        """What touches `box`; `detail` is 0 (world), 1 (continent) or 2 (region and nearer)."""
        left, top, right, bottom = (int(max(0.0, min(1.0, edge)) * WORLD) for edge in box)
        with self._lock:
            rows = self._connection.execute(
                "SELECT f.id, f.rank, f.name, f.name_uk, f.country FROM feature_box b"
                " JOIN feature f ON f.id = b.id WHERE b.right >= ? AND b.left <= ?"
                " AND b.bottom >= ? AND b.top <= ? AND f.ground = ? AND f.detail = ?"
                " ORDER BY f.id",
                (left, right, top, bottom, ground.value, detail),
            ).fetchall()
            return [self._feature(ground, *row) for row in rows]

    def _feature(
        self, ground: Ground, id_: int, rank: int, name: str, name_uk: str, country: str
    ) -> GroundFeature:
        if id_ in self._kept:
            self._kept.move_to_end(id_)
            return self._kept[id_]
        query = "SELECT geometry FROM feature WHERE id = ?"
        packed = self._connection.execute(query, (id_,)).fetchone()[0]
        parts = unpacked(packed)
        boxes = np.array([(*part.min(axis=0), *part.max(axis=0)) for part in parts])
        feature = GroundFeature(id_, ground, rank, name, name_uk, country, parts, boxes)
        self._keep(feature)
        return feature

    def _keep(self, feature: GroundFeature) -> None:
        self._kept[feature.id] = feature
        self._vertices += sum(len(part) for part in feature.parts)
        while self._vertices > KEPT and len(self._kept) > 1:
            _id, oldest = self._kept.popitem(last=False)
            self._vertices -= sum(len(part) for part in oldest.parts)


def packed(parts: "list[NDArray[np.int32]]") -> bytes:
    """Parts of whole numbers, (n, 2) each, as they are kept."""
    head = np.array([len(parts), *(len(part) for part in parts)], "<i4").tobytes()
    zero = np.zeros((1, 2), np.int32)
    deltas = (np.diff(part, axis=0, prepend=zero).astype("<i4").T.tobytes() for part in parts)
    return zlib.compress(head + b"".join(deltas), 9)


def unpacked(data: bytes) -> "tuple[NDArray[np.float64], ...]":
    """The parts on the unit square."""
    raw = zlib.decompress(data)
    count = int(np.frombuffer(raw, "<i4", 1)[0])
    lengths = np.frombuffer(raw, "<i4", count, 4)
    at, parts = 4 + 4 * count, []
    for length in lengths.tolist():
        deltas = np.frombuffer(raw, "<i4", 2 * length, at).reshape(2, length)
        parts.append(deltas.cumsum(axis=1, dtype=np.int64).T / WORLD)
        at += 8 * length
    return tuple(parts)
