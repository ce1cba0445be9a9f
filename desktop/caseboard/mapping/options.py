"""What a scene is asked to hold."""

from dataclasses import dataclass
from enum import StrEnum

from caseboard.mapping.placing import Rect
from caseboard.mapping.symbol_picture import Symbols


class Part(StrEnum):
    """What of a scene is asked for."""

    GROUND = "ground"
    OVERLAYS = "overlays"
    NAMES = "names"
    """Of towns, regions, countries and rivers."""
    MARKS = "marks"
    """The spots of the case with their own names, and where a click hits them."""
    FURNITURE = "furniture"
    """Grid, scale bar, legend and attribution, as far as the options want them."""


class Grid(StrEnum):
    """Which grid lies over the map."""

    NONE = "none"
    DEGREES = "degrees"
    """Latitude and longitude, WGS 84."""
    UTM = "utm"
    """Eastings and northings in metres, of each zone in sight."""


TILE_PARTS = frozenset({Part.GROUND, Part.OVERLAYS})
"""What a cached tile of the map holds: all that moves along when the map is dragged."""
VIEW_PARTS = frozenset({Part.NAMES, Part.MARKS, Part.FURNITURE})
"""What is placed anew for each view."""


@dataclass(frozen=True, slots=True)
class Options:
    """What a scene is to hold, and how."""

    parts: frozenset[Part] = frozenset(Part)
    language: str = "en"
    """Of names: `en` or `uk`."""
    grid: Grid = Grid.NONE
    with_scale_bar: bool = True
    with_legend: bool = False
    with_attribution: bool = True
    with_clusters: bool = True
    """Whether marks that would lie upon each other become one with a number."""
    symbols: Symbols | None = None
    """Who draws unit symbols; without one, units are plain frames."""
    covered: tuple[Rect, ...] = ()
    """Boxes of pixels that stand over the map, such as cards: no name is put there."""
