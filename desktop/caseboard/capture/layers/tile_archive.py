"""Archives of square pictures of the ground, of strangers: MBTiles and PMTiles."""

from dataclasses import dataclass
from typing import Protocol

from caseboard.capture.layers import refusals
from caseboard.errors import CaseError
from caseboard.i18n import _

Bounds = tuple[float, float, float, float]
"""West, south, east, north: degrees WGS 84."""
WORLD: Bounds = (-180.0, -85.0511, 180.0, 85.0511)
HIGHEST = 24
"""The closest zoom."""


@dataclass(frozen=True, slots=True)
class About:
    """What an archive says of itself."""

    format: str
    name: str
    attribution: str
    bounds: Bounds
    least: int
    most: int
    """The zooms it has pictures for."""


class Archive(Protocol):
    """Pictures in the grid of Web Mercator, rows counted from the north."""

    @property
    def about(self) -> About:
        """What it says of itself."""

    def tile(self, zoom: int, column: int, row: int) -> bytes:
        """A picture as it is in the archive; empty where there is none. Raises `CaseError`."""


def bounds_of(west: float, south: float, east: float, north: float) -> Bounds:
    """What an archive covers; the world where it says what cannot be."""
    is_sound = -180.01 <= west < east <= 180.01 and -90 <= south < north <= 90
    if not is_sound:
        return WORLD
    return max(-180.0, west), max(WORLD[1], south), min(180.0, east), min(WORLD[3], north)


def zooms(least: int, most: int) -> tuple[int, int]:
    """A sound range of zooms; raises `CaseError` where there is none."""
    if not 0 <= least <= most <= HIGHEST:
        raise refusals.broken(_("it has no zoom that a map could show."))
    return least, most


def not_pictures() -> CaseError:
    """Tiles of outlines and not of pictures."""
    return CaseError(
        _("The tiles of this file are outlines (vector tiles), which are not read."),
        _("Tiles that are pictures are read: PNG, JPEG or WebP."),
    )
