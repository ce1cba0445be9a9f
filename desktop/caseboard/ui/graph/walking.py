"""Which node the keyboard leads to next."""

import math
from collections.abc import Iterable
from enum import Enum

from PySide6.QtCore import QLineF

from caseboard.ui.graph.picture import Picture


class Way(Enum):
    """A direction, by its unit vector; down is where y grows."""

    LEFT = (-1.0, 0.0)
    RIGHT = (1.0, 0.0)
    UP = (0.0, -1.0)
    DOWN = (0.0, 1.0)


def toward(picture: Picture, here: str, way: Way) -> str | None:
    """The nearest node that way: one that `here` is joined to, or else any; None for none.

    That way is within 60° to either side; what lies straight ahead counts as nearer.
    """
    beside = picture.network.beside.get(here, frozenset())
    return _nearest(picture, here, way, beside) or _nearest(picture, here, way, picture.places)


def _nearest(picture: Picture, here: str, way: Way, among: Iterable[str]) -> str | None:
    x, y = way.value
    best, least = None, math.inf
    for node_id in sorted(among):
        line = QLineF(picture.places[here], picture.places[node_id])
        length = line.length()
        ahead = (line.dx() * x + line.dy() * y) / length if length else 0.0
        if ahead >= 0.5 and length * (2 - ahead) < least:
            best, least = node_id, length * (2 - ahead)
    return best


def tour(picture: Picture, here: str) -> list[str]:
    """The neighbours of a node, clockwise from the top."""

    def turn(node_id: str) -> tuple[float, str]:
        line = QLineF(picture.places[here], picture.places[node_id])
        return (math.atan2(line.dx(), -line.dy()) % (2 * math.pi), node_id)

    return sorted(picture.network.beside.get(here, ()), key=turn)


def first(picture: Picture) -> str | None:
    """Where the keyboard begins: at the heaviest node."""
    nodes = picture.network.nodes.values()
    return max(nodes, key=lambda node: (node.weight, node.id)).id if nodes else None
