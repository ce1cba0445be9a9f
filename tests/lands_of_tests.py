"""Countries side by side, for what asks the ground."""

import numpy as np

from caseboard.mapping.basemap import Ground, GroundFeature
from caseboard.mapping.mercator import x_of, y_of


class Countries:
    """Each from a longitude to another, between 45 and 55 degrees north."""

    attribution = ""

    def __init__(self, *countries):
        self.lands = [self.land(number, *each) for number, each in enumerate(countries)]

    @staticmethod
    def land(number, code, name, west, east):
        corners = [(west, 45), (east, 45), (east, 55), (west, 55), (west, 45)]
        ring = np.array([(x_of(lon), y_of(lat)) for lon, lat in corners])
        box = np.array([(*ring.min(axis=0), *ring.max(axis=0))])
        return GroundFeature(number, Ground.COUNTRY, 0, name, f"{name} uk", code, (ring,), box)

    def features(self, ground, _detail, box):
        left, _top, right, _bottom = box
        return [
            each
            for each in self.lands
            if ground is Ground.COUNTRY and each.boxes[0][0] <= right and each.boxes[0][2] >= left
        ]

    def towns(self, _view, _language):
        return []
