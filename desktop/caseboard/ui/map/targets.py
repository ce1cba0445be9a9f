"""What a click on the map hits: the targets of a scene, where they stand in the view of now."""

from collections.abc import Iterator
from typing import NamedTuple

from caseboard.mapping.scene import Scene, Target
from caseboard.mapping.view import View
from caseboard.model.spots import SpotKey

REACH = 4.0
"""Pixels beside a target that still hit it."""


class Placed(NamedTuple):
    """A target and the pixel at which it stands now."""

    target: Target
    x: float
    y: float


def placed(scene: Scene | None, view: View) -> Iterator[Placed]:
    """The targets of a scene that may be of another view, the lowest first."""
    if scene is not None:
        for target in scene.targets:
            yield Placed(target, *view.place(*scene.view.unplace(target.x, target.y)))


def hit(scene: Scene | None, view: View, x: float, y: float) -> Placed | None:
    """The highest target at a pixel; None where there is none."""
    found = None
    for each in placed(scene, view):
        if (each.x - x) ** 2 + (each.y - y) ** 2 <= (each.target.r + REACH) ** 2:
            found = each
    return found


def inside(
    scene: Scene | None, view: View, box: tuple[float, float, float, float]
) -> frozenset[SpotKey]:
    """What stands in a box of pixels: left, top, right, bottom."""
    left, top, right, bottom = box
    keys: set[SpotKey] = set()
    for each in placed(scene, view):
        if left <= each.x <= right and top <= each.y <= bottom:
            keys |= each.target.keys
    return frozenset(keys)


def in_order(scene: Scene | None, view: View) -> list[Placed]:
    """Those in sight as one reads: by rows from the top, each from the left."""
    row = 48.0
    seen = [p for p in placed(scene, view) if 0 <= p.x <= view.width and 0 <= p.y <= view.height]
    return sorted(seen, key=lambda each: (each.y // row, each.x))


def of_keys(scene: Scene | None, view: View, keys: frozenset[SpotKey]) -> Placed | None:
    """The target of these keys, or the one that has taken them in; None out of sight."""
    if not keys:
        return None
    return next((each for each in placed(scene, view) if keys & each.target.keys), None)
