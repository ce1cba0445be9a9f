"""Countries and first-level divisions of Natural Earth, with Crimea where it belongs."""

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from gazetteer_build.geometry import Point, Shape, from_geopackage

OURS = {("RU", "Crimea"): "UA", ("RU", "Sevastopol"): "UA"}
"""Natural Earth draws who holds them."""

Box = tuple[float, float, float, float]
"""South, west, north, east."""


@dataclass(frozen=True)
class Division:
    """A first-level division as Natural Earth has it; in some countries a second-level one."""

    country: str
    name: str
    also: tuple[str, ...]
    shape: Shape


def countries(path: Path) -> dict[str, Shape]:
    """By ISO 3166-1 alpha-2."""
    query = "SELECT iso_a2, geom FROM countries WHERE iso_a2 GLOB '[A-Z][A-Z]' ORDER BY fid"
    with closing(sqlite3.connect(path)) as connection:
        return {iso: from_geopackage(geom) for iso, geom in connection.execute(query)}


def divisions(path: Path) -> list[Division]:
    """Every one that has a name and a country."""
    query = """
        SELECT iso_a2, name, woe_name, gn_name, geom FROM states_provinces
        WHERE iso_a2 GLOB '[A-Z][A-Z]' AND name IS NOT NULL ORDER BY iso_a2, name, fid
    """
    with closing(sqlite3.connect(path)) as connection:
        return [
            Division(
                OURS.get((iso, name), iso),
                name,
                tuple(other for other in (woe_name, gn_name) if other),
                from_geopackage(geom),
            )
            for iso, name, woe_name, gn_name, geom in connection.execute(query)
        ]


class Finder:
    """Says in which of some divisions a point lies."""

    def __init__(self, listed: Sequence[Division]) -> None:
        self._by_country: dict[str, list[tuple[Box, int]]] = {}
        self._listed = listed
        for number, division in enumerate(listed):
            boxes = self._by_country.setdefault(division.country, [])
            boxes.append((division.shape.box, number))
        for boxes in self._by_country.values():
            boxes.sort(key=lambda found: _size(found[0]))  # a city before the oblast around it

    def find(self, country: str, point: Point) -> int | None:
        """The index of the division of `country` around a point; None on the sea."""
        lat, lon = point
        for (south, west, north, east), number in self._by_country.get(country, ()):
            is_near = south <= lat <= north and west <= lon <= east
            if is_near and self._listed[number].shape.holds(point):
                return number
        return None


def _size(box: Box) -> float:
    south, west, north, east = box
    return (north - south) * (east - west)
