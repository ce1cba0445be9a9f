"""What the names of one scene are made from."""

from typing import TYPE_CHECKING, NamedTuple

from caseboard.mapping.basemap import Ground, GroundFeature
from caseboard.mapping.ground import GroundReader, Sheet, detail_at
from caseboard.mapping.look import Look
from caseboard.mapping.placing import Rect, Room

if TYPE_CHECKING:
    from collections.abc import Sequence

    from caseboard.mapping.clipping import Points


class Naming(NamedTuple):
    """A view without margin, what may be read of it, and the room that is left."""

    page: Sheet
    reader: GroundReader
    look: Look
    language: str
    room: Room

    @property
    def zoom(self) -> float:
        """Of the view."""
        return self.page.view.zoom

    def features(self, ground: Ground) -> list[GroundFeature]:
        """What of a kind is in sight."""
        return self.reader.features(ground, detail_at(self.zoom), self.page.box)

    def named(self, feature: GroundFeature) -> str:
        """Its name in the language asked for; where that is not known, in the other."""
        if self.language == "uk":
            return feature.name_uk or feature.name
        return feature.name or feature.name_uk


def extent(rings: "Sequence[Points]") -> Rect:
    """The box about all of the points."""
    lows = [ring.min(axis=0) for ring in rings]
    highs = [ring.max(axis=0) for ring in rings]
    return Rect(
        float(min(low[0] for low in lows)),
        float(min(low[1] for low in lows)),
        float(max(high[0] for high in highs)),
        float(max(high[1] for high in highs)),
    )
