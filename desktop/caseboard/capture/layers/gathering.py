"""Features as they are found in a file, made plain and counted, within the limits of a layer."""

import json
from collections.abc import Mapping
from typing import Any

from caseboard.capture.layers import geometry, naming, refusals
from caseboard.capture.layers.geometry import OffTheGlobe, Shapeless

MOST_FEATURES = 100_000
MOST_POINTS = 1_500_000


class Gathering:
    """A FeatureCollection in the making."""

    def __init__(self) -> None:
        self.is_styled = False
        """Whether any feature says what colour it is."""
        self.left_out = 0
        """Features without anything to draw."""
        self._features: list[dict[str, Any]] = []
        self._points = 0
        self._seen = 0

    @property
    def count(self) -> int:
        """Features that a map can show."""
        return len(self._features)

    def add(self, shape: Any, properties: Mapping[str, Any]) -> None:
        """Take a feature in: GeoJSON's geometry, properties as its file names them.

        Raises `CaseError` for one that is not in degrees, and where there is too much.
        """
        self._seen += 1
        if self._seen > MOST_FEATURES:
            raise refusals.too_large()
        known = naming.properties(properties)
        try:
            found, points = geometry.plain(shape)
        except OffTheGlobe as error:
            name = known.get("name", "")
            raise refusals.off_the_globe(self._seen, name, error.lon, error.lat) from error
        except Shapeless:
            found, points = None, 0
        self._points += points
        if self._points > MOST_POINTS:
            raise refusals.too_large()
        if found is None:
            self.left_out += 1
            return
        self.is_styled |= any(key in known for key in ("stroke", "fill", "marker-color"))
        self._features.append({"type": "Feature", "properties": known, "geometry": found})

    def bounds(self) -> tuple[float, float, float, float]:
        """West, south, east, north in degrees; raises `CaseError` where there is nothing."""
        if not self._features:
            raise refusals.empty()
        west, south, east, north = 180.0, 90.0, -180.0, -90.0
        for feature in self._features:
            for lon, lat in geometry.positions(feature["geometry"]):
                west, east = min(west, lon), max(east, lon)
                south, north = min(south, lat), max(north, lat)
        return west, south, east, north

    def written(self) -> bytes:
        """The GeoJSON (RFC 7946)."""
        collection = {"type": "FeatureCollection", "features": self._features}
        return json.dumps(collection, ensure_ascii=False, separators=(",", ":")).encode()
