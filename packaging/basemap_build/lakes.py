"""Lakes and reservoirs of GSHHG."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from shapely.geometry import Polygon

LEVEL = "2"
"""Of a shore line: 1 is that of land, 2 that of a lake in it, 3 that of an island in the lake."""


@dataclass(frozen=True)
class Lake:
    """Its shore, without islands."""

    area_km2: float
    shape: Polygon
    """Longitude, latitude in degrees."""


def read(listed: str, points: bytes) -> Iterator[Lake]:
    """Every lake that does not cross 180°, as the list says where its points are."""
    for line in listed.splitlines():
        fields = line.split()
        if fields[0] != LEVEL:
            continue
        start, size = int(fields[5]), int(fields[6])
        shore = np.frombuffer(points[start : start + size], "<f4").reshape(-1, 2).astype(float)
        shore[:, 0] = np.where(shore[:, 0] > 180, shore[:, 0] - 360, shore[:, 0])
        if len(shore) > 3 and np.ptp(shore[:, 0]) < 180:
            yield Lake(float(fields[1]), Polygon(shore))
