"""A small world in place of the one that ships, and two places in it."""

import numpy as np

from caseboard.mapping.basemap import Ground, GroundFeature
from caseboard.mapping.towns import Town
from caseboard.model.spots import Spot, SpotKey, SpotKind
from caseboard.model.terms import LocationKind

KUPIANSK = SpotKey(SpotKind.PLACE, "kupiansk")
IZIUM = SpotKey(SpotKind.PLACE, "izium")
SPOTS = (
    Spot(KUPIANSK, 49.71, 37.6158, "Kupiansk", 3000.0, 9, LocationKind.SETTLEMENT),
    Spot(IZIUM, 49.2, 37.27, "Izium", 2000.0, 1, LocationKind.SETTLEMENT),
)


class SmallWorld:
    """A `GroundReader` of one square country and one town; counts how often it was asked."""

    attribution = "Made up"

    def __init__(self):
        self.asked = 0

    def features(self, ground, _detail, _box):
        self.asked += 1
        if ground is not Ground.COUNTRY:
            return []
        ring = np.array([[0.5, 0.25], [0.7, 0.25], [0.7, 0.45], [0.5, 0.45], [0.5, 0.25]])
        boxes = np.array([[0.5, 0.25, 0.7, 0.45]])
        return [GroundFeature(1, ground, 0, "Land", "Земля", "UA", (ring,), boxes)]

    def towns(self, _view, _language):
        return [Town(1, "Kharkiv", 49.99, 36.23, 1_400_000, is_capital=False)]
