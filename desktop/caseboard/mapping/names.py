"""Which names a view has, and which of them come first."""

import math
from typing import TYPE_CHECKING

from caseboard.mapping import labels

if TYPE_CHECKING:
    from collections.abc import Sequence

    from caseboard.mapping.ground import GroundReader
    from caseboard.mapping.look import Look
    from caseboard.mapping.marks import Site
    from caseboard.mapping.options import Options
    from caseboard.mapping.placing import Room
    from caseboard.mapping.scene import Shape
    from caseboard.mapping.towns import Town
    from caseboard.mapping.view import View

_SAME, _NAMESAKE = 14.0, 90.0
"""Pixels from a mark of the case within which a town is the same, whatever it is called, and
within which it is if it has the same name."""


def drawn(
    view: "View",
    reader: "GroundReader",
    look: "Look",
    options: "Options",
    room: "Room",
    sites: "Sequence[Site]",
) -> "tuple[Shape, ...]":
    """Names where `room` is left; a town that the case has a mark for has its name there."""
    shapes: list[Shape] = []
    for town in reader.towns(view, options.language):
        x, y = view.to_view(town.lat, town.lon)
        if not _is_marked(town, x, y, sites):
            shapes.extend(labels.town(room, look, town, x, y))
    return tuple(shapes)


def _is_marked(town: "Town", x: float, y: float, sites: "Sequence[Site]") -> bool:
    for site in sites:
        away = math.hypot(site.x - x, site.y - y)
        if away < _SAME or (away < _NAMESAKE and site.label.casefold() == town.name.casefold()):
            return True
    return False
