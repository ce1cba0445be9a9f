"""Which places lie about a position."""

import math
from collections.abc import Iterator
from typing import NamedTuple

from caseboard.mapping.distances import DEGREE_M, bearing, metres
from caseboard.tagging.gazetteer.entry import Entry, EntryKind
from caseboard.tagging.gazetteer.schema import CELLS, cell

MOST_M = 200_000
"""Nobody asks for what lies farther away; a hostile distance costs no more than this."""
SETTLED = frozenset(
    {
        EntryKind.CITY,
        EntryKind.SETTLEMENT,
        EntryKind.VILLAGE,
        EntryKind.PLACE,
        EntryKind.DISTRICT,
    }
)
AREA_M = 10_000
"""As sure as this is what is known by its hromada."""


class Near(NamedTuple):
    """A place, and how it lies as seen from where one asked."""

    entry: Entry
    metres: float
    bearing: float
    """Degrees from north in which the place lies, 0 to 360."""


def near(entry: Entry, lat: float, lon: float) -> Near:
    """How an entry lies: of several points the nearest counts."""
    points = entry.anchors or ((entry.lat, entry.lon),)
    distance, point = min((metres(lat, lon, *point), point) for point in points)
    return Near(entry, distance, bearing(lat, lon, *point))


def is_area(entry: Entry) -> bool:
    """Whether it is a settlement of which no more is known than its hromada or raion."""
    is_coarse = entry.precision_m >= AREA_M and not entry.population
    return entry.kind in SETTLED and is_coarse and bool(entry.hromada or entry.raion)


def is_dot(entry: Entry) -> bool:
    """Whether it is a settlement that is known to lie where its coordinates say."""
    return entry.kind in SETTLED and not is_area(entry)


def cells(lat: float, lon: float, within_m: float) -> Iterator[int]:
    """The cells of the grid that a circle touches; some more near the poles."""
    high = min(within_m, MOST_M) / DEGREE_M
    wide = min(180.0, high / max(0.02, math.cos(math.radians(min(89.0, abs(lat) + high)))))
    rows = range(math.floor((lat - high) * CELLS), math.floor((lat + high) * CELLS) + 1)
    columns = range(math.floor((lon - wide) * CELLS), math.floor((lon + wide) * CELLS) + 1)
    for row in rows:
        if -90 * CELLS <= row < 90 * CELLS:
            for column in columns:
                yield cell(row / CELLS, column / CELLS)
