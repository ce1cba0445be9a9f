"""Writes features as `caseboard.mapping.basemap` reads them."""

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from caseboard.mapping.basemap import CREATE, WORLD, Ground, packed
from caseboard.mapping.mercator import MAX_LAT

Whole = NDArray[np.int32]


class Writer:
    """A new file at a path."""

    def __init__(self, path: Path) -> None:
        path.unlink(missing_ok=True)
        self._connection = sqlite3.connect(path)
        self._connection.executescript(CREATE)
        self.counts: Counter[tuple[str, int]] = Counter()

    def add(
        self,
        ground: Ground,
        detail: int,
        shape: BaseGeometry,
        *,
        rank: int = 0,
        names: tuple[str, str] = ("", ""),
        country: str = "",
    ) -> None:
        """Keep a feature in Web Mercator; nothing is kept of what is smaller than a step."""
        parts = [part for part in map(whole, _lines(shape)) if len(part) > 1]
        if not parts:
            return
        number = sum(self.counts.values()) + 1
        row = (number, ground.value, detail, rank, *names, country, packed(parts))
        self._connection.execute("INSERT INTO feature VALUES (?, ?, ?, ?, ?, ?, ?, ?)", row)
        points = np.vstack(parts)
        (left, top), (right, bottom) = points.min(axis=0).tolist(), points.max(axis=0).tolist()
        box = (number, left, right, top, bottom)
        self._connection.execute("INSERT INTO feature_box VALUES (?, ?, ?, ?, ?)", box)
        self.counts[ground.value, detail] += 1

    def finish(self, meta: Iterable[tuple[str, str]]) -> None:
        """Write down what the file says of itself, and close it."""
        self._connection.executemany("INSERT INTO meta VALUES (?, ?)", meta)
        self._connection.commit()
        self._connection.execute("VACUUM")
        self._connection.close()


def whole(degrees: NDArray[np.float64]) -> Whole:
    """Longitude and latitude as whole steps of the world; equal neighbours are one."""
    lat = np.radians(np.clip(degrees[:, 1], -MAX_LAT, MAX_LAT))
    x = (degrees[:, 0] + 180) / 360
    y = 0.5 - np.arctanh(np.sin(lat)) / (2 * np.pi)
    steps = np.rint(np.c_[x, y] * WORLD).astype(np.int64).clip(0, int(WORLD) - 1).astype(np.int32)
    is_new = np.r_[True, np.any(np.diff(steps, axis=0) != 0, axis=1)]
    found: Whole = steps[is_new]
    return found


def _lines(shape: Any) -> Iterator[NDArray[np.float64]]:
    """Rings of polygons, and lines."""
    for part in getattr(shape, "geoms", [shape]):
        rings: Sequence[Any] = ()
        if part.geom_type == "Polygon":
            rings = (part.exterior, *part.interiors)
        elif part.geom_type == "LineString":
            rings = (part,)
        for ring in rings:
            if not ring.is_empty:
                yield np.asarray(ring.coords)[:, :2]
