"""Lakes and reservoirs of GSHHG."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from shapely.geometry import MultiPolygon, Point, Polygon, box

from basemap_build.naming import Named

LEVEL = "2"
"""Of a shore line: 1 is that of land, 2 that of a lake in it, 3 that of an island in the lake."""


KAKHOVKA = box(33.36, 46.77, 35.35, 47.75)
"""From the dam that was blown up on 6 June 2023 to where the river was wide no more."""
DRAINED = ("Kakhovka Reservoir (drained 2023)", "Каховське водосховище (спущене 2023)")
WIDE = 2
"""Points of a river in one water: then the water is the river."""


@dataclass(frozen=True)
class Lake:
    """Its shore, without islands."""

    area_km2: float
    shape: Polygon | MultiPolygon
    """Longitude, latitude in degrees."""
    names: tuple[str, str] = ("", "")
    """English, Ukrainian; empty where only the gazetteer may know them."""


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


def named(listed: Sequence[Lake], rivers: Sequence[Named]) -> Iterator[Lake]:
    """The wide part of a river by its name; what is drained of it apart."""
    for lake in listed:
        wide = next((each for each in rivers if _holds(lake, each)), None)
        if wide is None:
            yield lake
            continue
        drained = lake.shape.intersection(KAKHOVKA)
        rest = replace(lake, names=(wide.name, wide.name_uk))
        if wide.name == "Dnipro" and drained.area:
            rest = replace(rest, shape=lake.shape.difference(KAKHOVKA))
            yield replace(lake, shape=drained, names=DRAINED)
        yield rest


def _holds(lake: Lake, river: Named) -> bool:
    points = (Point(lon, lat) for lat, lon in river.points)
    return sum(bool(lake.shape.covers(point)) for point in points) >= WIDE
