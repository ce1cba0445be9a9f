"""In which country a place lies, as far as generalised borders can tell."""

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import shapely

from caseboard.mapping import mercator
from caseboard.mapping.basemap import Ground, GroundFeature

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from caseboard.mapping.ground import GroundReader

BORDER_M = 3_000.0
"""Metres from a generalised border within which no polygon tells on which side a place is."""
FAR_M = 100_000.0
"""Metres beyond which a border is no news of a place."""
_FINEST = 2


@dataclass(frozen=True, slots=True)
class Land:
    """A place and the border or coast nearest to it."""

    country: str
    """ISO 3166-1 alpha-2; empty within `BORDER_M` of the border: only a gazetteer can tell."""
    name: str
    border_m: float


def land_at(reader: "GroundReader", lat: float, lon: float, language: str = "en") -> Land | None:
    """The country of a place in degrees WGS 84; None at sea, and far from every border."""
    around = [
        feature
        for feature in reader.features(Ground.COUNTRY, _FINEST, _box(lat, lon))
        if feature.country
    ]
    inside = next((each for each in around if _holds(each, lat, lon)), None)
    if inside is None:
        return None
    border = min(_away(each, lat, lon) for each in around)
    if border > FAR_M:
        return None
    if border <= BORDER_M:
        return Land("", "", border)
    name = inside.name_uk if language == "uk" and inside.name_uk else inside.name
    return Land(inside.country, name, border)


def _box(lat: float, lon: float) -> tuple[float, float, float, float]:
    x, y = mercator.x_of(lon), mercator.y_of(lat)
    reach = FAR_M / mercator.metres_of(y)
    return x - reach, y - reach, x + reach, y + reach


def _holds(feature: GroundFeature, lat: float, lon: float) -> bool:
    """By the even-odd rule: a ring in a ring is a hole."""
    place = shapely.Point(mercator.x_of(lon), mercator.y_of(lat))
    rings = (ring for ring in feature.parts if len(ring) > 3)
    return bool(sum(shapely.Polygon(ring).contains(place) for ring in rings) % 2)


def _away(feature: GroundFeature, lat: float, lon: float) -> float:
    """Metres to the nearest of its borders, on a flat map about the place."""
    x, y = mercator.x_of(lon), mercator.y_of(lat)
    near = _box(lat, lon)
    found = math.inf
    for part in feature.parts:
        line = shapely.clip_by_rect(shapely.LineString(part), *near)
        if not line.is_empty:
            found = min(found, _metres(shapely.get_coordinates(line), line, x, y))
    return found


def _metres(points: "NDArray[np.float64]", line: shapely.Geometry, x: float, y: float) -> float:
    scale = mercator.metres_of(y)
    flat = shapely.set_coordinates(line, (points - (x, y)) * scale)
    return float(shapely.distance(flat, shapely.Point(0, 0)))
