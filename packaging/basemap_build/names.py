"""What countries and regions are called, as the gazetteer that ships has it."""

import sqlite3
from collections import defaultdict
from contextlib import closing
from pathlib import Path

import shapely
from shapely.geometry.base import BaseGeometry

from basemap_build.land import Land

STATE, COUNTRY, WATER, UNIT = 8, 9, 13, 100_000
"""Kinds, and steps of a coordinate in a degree: see `caseboard.tagging.gazetteer.schema`."""
_QUERY = "SELECT country, name, shown, lat, lon FROM place WHERE kind = ? ORDER BY id"
Names = tuple[str, str]
"""English, Ukrainian."""
SHORT = {"RU": ("Russia", "Росія")}
"""Where the gazetteer has the name of treaties."""
ALSO = {("UA", "Odessa"): "Odesa Oblast", ("UA", "Kiev"): "Kyiv Oblast"}
"""Divisions of Natural Earth whose middle lies in another, or in the sea."""


class Gazetteer:
    """Finds the names of a country by its code, of a region by what lies in it."""

    def __init__(self, gazetteer: Path) -> None:
        self._countries: dict[str, Names] = {}
        self._states: defaultdict[str, list[tuple[shapely.Point, Names]]] = defaultdict(list)
        with closing(sqlite3.connect(gazetteer)) as connection:
            for code, name, shown, _lat, _lon in connection.execute(_QUERY, (COUNTRY,)):
                self._countries[code] = name, _ukrainian(shown)
            for code, name, shown, lat, lon in connection.execute(_QUERY, (STATE,)):
                point = shapely.Point(lon / UNIT, lat / UNIT)
                self._states[code].append((point, (name, _ukrainian(shown))))
            waters = connection.execute(_QUERY, (WATER,)).fetchall()
        self._waters = [(name, _ukrainian(shown)) for _code, name, shown, _lat, _lon in waters]
        points = [shapely.Point(lon / UNIT, lat / UNIT) for *_names, lat, lon in waters]
        self._tree = shapely.STRtree(points)

    def country(self, code: str) -> Names:
        """Empty where it is not known."""
        return SHORT.get(code) or self._countries.get(code, ("", ""))

    def region(self, land: Land) -> Names:
        """The state whose middle lies in it, nearest to its own middle; else its first name."""
        states = self._states.get(land.country, ())
        if other := ALSO.get((land.country, land.name)):
            return next(names for _point, names in states if names[0] == other)
        inside = [
            (point.distance(land.shape.centroid), names)
            for point, names in states
            if land.shape.covers(point)
        ]
        return min(inside)[1] if inside else (land.name, "")

    def lake(self, shape: BaseGeometry) -> Names:
        """That of the water that is said to be in it; empty where there is none."""
        inside = self._tree.query(shape, predicate="covers")
        return self._waters[int(inside[0])] if len(inside) else ("", "")


def _ukrainian(shown: str | None) -> str:
    return shown.split("|")[0] if shown else ""
