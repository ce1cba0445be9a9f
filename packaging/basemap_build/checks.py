"""What must hold of the file that ships; the build stops where something does not."""

from pathlib import Path

import numpy as np
from shapely.geometry import LineString, Point, Polygon

from caseboard.mapping.basemap import Basemap, Ground
from caseboard.mapping.mercator import x_of, y_of
from caseboard.mapping.view import Bounds, View, fitting

MOST_BYTES = 16_000_000
SIMFEROPOL, KUPIANSK, LUHANSK = (44.95, 34.10), (49.71003, 37.61581), (48.57, 39.33)
NAMED = {"Oskil": KUPIANSK, "Dnipro": (54.79, 32.05), "Siverskyi Donets": (48.94, 38.05)}


def check(path: Path) -> None:
    """Look at the file as the program will."""
    size = path.stat().st_size
    _hold(size <= MOST_BYTES, f"{size} bytes")
    basemap = Basemap(path)
    for detail in range(3):
        for place in (SIMFEROPOL, KUPIANSK, LUHANSK):
            _hold(country_at(basemap, *place, detail) == "UA", f"{place} is not Ukraine, {detail}")
    for name, place in NAMED.items():
        _hold(river_km(basemap, name, *place) < 2.0, f"the {name} is not at {place}")
    basemap.close()


def country_at(basemap: Basemap, lat: float, lon: float, detail: int) -> str:
    """The country around a place; raises `SystemExit` for the sea."""
    point = Point(x_of(lon), y_of(lat))
    for feature in basemap.features(Ground.COUNTRY, detail, point.buffer(1e-6).bounds):
        inside = sum(Polygon(part).contains(point) for part in feature.parts if len(part) > 3)
        if inside % 2:
            return feature.country
    raise SystemExit(f"no country at {lat} {lon}")


def river_km(basemap: Basemap, name: str, lat: float, lon: float) -> float:
    """How far the river of this name is from a place, in kilometres."""
    near = view_of(lat, lon)
    point = Point(x_of(lon), y_of(lat))
    distances = [
        LineString(np.asarray(part)).distance(point)
        for feature in basemap.features(Ground.RIVER, 2, near.box())
        if feature.name == name
        for part in feature.parts
    ]
    return min(distances, default=1.0) * near.metres * near.scale / 1000


def view_of(lat: float, lon: float) -> View:
    """Some tens of kilometres around a place."""
    return fitting(Bounds(lon - 0.3, lat - 0.2, lon + 0.3, lat + 0.2), 800, 600)


def _hold(is_so: bool, otherwise: str) -> None:
    if not is_so:
        raise SystemExit(otherwise)
