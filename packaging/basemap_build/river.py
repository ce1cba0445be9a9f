"""A stretch of a river."""

from dataclasses import dataclass

from shapely.geometry import LineString


@dataclass(frozen=True)
class River:
    """From one confluence, or change of rank, to the next; `rank` 0 is the greatest."""

    rank: int
    line: LineString
    """Longitude, latitude in degrees."""
