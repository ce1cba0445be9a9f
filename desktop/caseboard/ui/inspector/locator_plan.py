"""What stands where on a small map that tells where a place is; knows nothing of painting."""

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from caseboard.mapping.distances import beside
from caseboard.tagging.suggestions import Place

STEPS = (5e3, 10e3, 20e3, 40e3, 80e3, 160e3)
"""Metres from the middle to the upper edge, from which one is chosen."""
WIDEST_DOT = 40e3
"""A place that reaches farther than this is no dot: it is told in words."""
ENOUGH = 3
"""So many neighbours tell where one is."""
LARGE = 15_000
"""Inhabitants of a place that is known farther away."""
SHARE = 0.3
"""The scale bar takes at most so much of the width."""
GAP = 4.0
DOT = 3.0
"""Half of what a neighbour's dot covers, in pixels."""

Measure = Callable[[str], tuple[float, float]]
"""Width and height of a label, in pixels."""


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A place that helps to find another."""

    name: str
    lat: float
    lon: float
    population: int = 0


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle of the map, in pixels."""

    left: float
    top: float
    width: float
    height: float

    def meets(self, other: "Box") -> bool:
        """Whether the two overlap."""
        return (
            self.left < other.left + other.width
            and other.left < self.left + self.width
            and self.top < other.top + other.height
            and other.top < self.top + self.height
        )

    def holds(self, other: "Box") -> bool:
        """Whether the other lies wholly inside."""
        return (
            self.left <= other.left
            and self.top <= other.top
            and other.left + other.width <= self.left + self.width
            and other.top + other.height <= self.top + self.height
        )


@dataclass(frozen=True, slots=True)
class Dot:
    """A named dot: where it stands, and its name."""

    name: str
    x: float
    y: float
    label: Box


@dataclass(frozen=True, slots=True)
class Plan:
    """All that is drawn; the place itself stands in the middle."""

    x: float
    y: float
    ring: float
    """Radius of what is meant, in pixels."""
    label: Box
    """Of the place itself."""
    dots: tuple[Dot, ...]
    scale_m: float
    scale: float
    """The length of the bar for `scale_m` metres, in pixels."""


def is_dot(place: Place) -> bool:
    """Whether a place can be shown on a small map."""
    has_position = place.lat is not None and place.lon is not None
    return has_position and (place.precision_m or 0.0) <= WIDEST_DOT


def reach(place: Place, neighbours: Iterable[Neighbour]) -> float:
    """Metres from the middle to the upper edge that show enough around `place`."""
    least = 3 * (place.precision_m or 0.0)
    known = [each for each in neighbours if each.name != place.name]
    for step in STEPS:
        if step < least:
            continue
        near = [each for each in known if _is_within(place, each, step)]
        if len(near) >= ENOUGH and any(each.population >= LARGE for each in near):
            return step
    return max(STEPS[-2], least)


def plan(
    place: Place,
    neighbours: Sequence[Neighbour],
    size: tuple[float, float],
    measure: Measure,
    kept: Sequence[Box] = (),
) -> Plan:
    """Lay out a map of `size` pixels; labels stay inside it, off `kept` and off each other.

    The larger neighbours come first; one whose name finds no room is left out.
    """
    width, height = size
    metre = height / 2 / reach(place, neighbours)
    frame = Box(2, 2, width - 4, height - 4)
    x, y = width / 2, height / 2
    taken = [Box(x - 5, y - 5, 10, 10), *kept]
    ring = (place.precision_m or 0.0) * metre
    spots = [_spot(place, each, x, y, metre) for each in neighbours if each.name != place.name]
    own = _own_label(place.name, x, y, frame, taken, spots, measure)
    taken.append(own)
    dots: list[Dot] = []
    for each in sorted(neighbours, key=lambda each: -each.population):
        spot = _spot(place, each, x, y, metre)
        there = (spot.left + DOT, spot.top + DOT)
        if each.name == place.name or not frame.holds(spot) or any(map(spot.meets, taken)):
            continue
        label = _label(each.name, *there, frame, taken, measure)
        if label is not None:
            dots.append(Dot(each.name, *there, label))
            taken += (spot, label)
    scale_m = _round_length(SHARE * width / metre)
    return Plan(x, y, ring, own, tuple(dots), scale_m, scale_m * metre)


def _is_within(place: Place, each: Neighbour, metres: float) -> bool:
    east, north = beside(place.lat or 0.0, place.lon or 0.0, each.lat, each.lon)
    return abs(north) < metres * 0.9 and abs(east) < metres * 1.8


def _spot(place: Place, each: Neighbour, x: float, y: float, metre: float) -> Box:
    """What the dot of a neighbour covers."""
    east, north = beside(place.lat or 0.0, place.lon or 0.0, each.lat, each.lon)
    return Box(x + east * metre - DOT, y - north * metre - DOT, 2 * DOT, 2 * DOT)


def _own_label(
    name: str,
    x: float,
    y: float,
    frame: Box,
    taken: Sequence[Box],
    spots: Sequence[Box],
    measure: Measure,
) -> Box:
    """Beside the place itself, where it hides the fewest neighbours."""
    boxes = list(_around(x, y, *measure(name)))
    free = [box for box in boxes if frame.holds(box) and not any(map(box.meets, taken))]
    return min(free or boxes, key=lambda box: sum(map(box.meets, spots)))


def _label(
    name: str, x: float, y: float, frame: Box, taken: Sequence[Box], measure: Measure
) -> Box | None:
    """Room for a name right of its dot, left of it, above or below; None where there is none."""
    for box in _around(x, y, *measure(name)):
        if frame.holds(box) and not any(map(box.meets, taken)):
            return box
    return None


def _around(x: float, y: float, width: float, height: float) -> Iterator[Box]:
    yield Box(x + GAP + 2, y - height / 2, width, height)
    yield Box(x - GAP - 2 - width, y - height / 2, width, height)
    yield Box(x - width / 2, y - GAP - 1 - height, width, height)
    yield Box(x - width / 2, y + GAP + 1, width, height)


def _round_length(most: float) -> float:
    """The longest of 1, 2 and 5 times a power of ten that is not above `most`."""
    power = 10.0 ** math.floor(math.log10(most))
    return max(n * power for n in (1, 2, 5) if n * power <= most)
