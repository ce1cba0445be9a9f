"""Marks that would lie upon each other become one; nearer by, they part."""

import math
from collections.abc import Iterable
from dataclasses import dataclass

from caseboard.mapping.view import View
from caseboard.model.spots import Spot

BEYOND = 80.0
"""Pixels out of sight at which spots still count: so a cluster stays whole at the edge."""


@dataclass(frozen=True, slots=True)
class Cluster:
    """Spots that share a mark at `x`, `y`, where the weightiest of them is, which comes first."""

    x: float
    y: float
    spots: tuple[Spot, ...]

    @property
    def first(self) -> Spot:
        """The weightiest."""
        return self.spots[0]

    @property
    def count(self) -> int:
        """Of all that is in it."""
        return sum(spot.count for spot in self.spots)


def clustered(view: View, spots: Iterable[Spot], reach: float) -> list[Cluster]:
    """Spots in sight, those within `reach` pixels of a weightier one together.

    It depends on the scale alone and not on where the view stands, but for its very edge.
    """
    placed = _placed(view, spots)
    cells: dict[tuple[int, int], list[int]] = {}
    for index, (x, y, _spot) in enumerate(placed):
        cells.setdefault(_cell(x, y, reach), []).append(index)
    free = set(range(len(placed)))
    clusters = []
    for index, (x, y, spot) in enumerate(placed):
        if index not in free:
            continue
        free.discard(index)
        others = [
            other
            for other in _around(cells, _cell(x, y, reach))
            if other in free and math.dist((x, y), placed[other][:2]) <= reach
        ]
        free.difference_update(others)
        clusters.append(Cluster(x, y, (spot, *(placed[other][2] for other in sorted(others)))))
    return clusters


def single(view: View, spots: Iterable[Spot]) -> list[Cluster]:
    """Each spot by itself."""
    return [Cluster(x, y, (spot,)) for x, y, spot in _placed(view, spots)]


def _placed(view: View, spots: Iterable[Spot]) -> list[tuple[float, float, Spot]]:
    """Spots in or near the view with their pixels, the weightiest first."""
    placed = []
    for spot in spots:
        x, y = view.to_view(spot.lat, spot.lon)
        if -BEYOND <= x <= view.width + BEYOND and -BEYOND <= y <= view.height + BEYOND:
            placed.append((x, y, spot))
    placed.sort(key=lambda each: (-each[2].count, each[2].label, each[2].key))
    return placed


def _cell(x: float, y: float, reach: float) -> tuple[int, int]:
    size = max(reach, 1.0)
    return math.floor(x / size), math.floor(y / size)


def _around(cells: dict[tuple[int, int], list[int]], cell: tuple[int, int]) -> list[int]:
    column, row = cell
    return [
        index
        for across in (column - 1, column, column + 1)
        for down in (row - 1, row, row + 1)
        for index in cells.get((across, down), ())
    ]
