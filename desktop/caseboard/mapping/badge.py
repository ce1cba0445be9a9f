"""The mark of a cluster, whatever is in it."""

import math
from abc import ABC, abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass

from caseboard.mapping.clusters import Cluster
from caseboard.mapping.look import Look
from caseboard.mapping.placing import Rect
from caseboard.mapping.scene import Align, Face, Shape, Words

NUMBER = 11.0
"""The size of numbers and signs in a badge, pixels."""
_SLANTS = (0, 45, -45, 180, 135, -135, 90, -90)
_FARTHER = (1.0, 1.6, 2.3)


@dataclass(frozen=True, slots=True)
class Badge(ABC):
    """A mark that may be moved aside from `x`, `y`, where what it marks is; lengths are pixels."""

    cluster: Cluster
    look: Look
    is_chosen: bool

    @property
    @abstractmethod
    def color(self) -> str:
        """Of the line from it to where it belongs."""

    @property
    @abstractmethod
    def reach(self) -> float:
        """How far about its middle a click hits."""

    @property
    def title(self) -> str:
        """What is written beside it, if there is room."""
        return ""

    @abstractmethod
    def rect(self, x: float, y: float) -> Rect:
        """The room it takes when it stands there."""

    @abstractmethod
    def offsets(self) -> Iterator[tuple[float, float]]:
        """How far it may be moved, the best first."""

    def under(self, x: float, y: float) -> Iterator[Shape]:  # noqa: ARG002  for those that have it
        """What is drawn below all badges, at the place itself."""
        yield from ()

    @abstractmethod
    def drawn(self, x: float, y: float) -> Iterator[Shape]:
        """Its shapes when it stands there."""


def around(step: float) -> Iterator[tuple[float, float]]:
    """Where it is, then about it, farther and farther."""
    yield 0.0, 0.0
    for far in _FARTHER:
        for slant in _SLANTS:
            turn = math.radians(slant)
            yield step * far * math.cos(turn), step * far * math.sin(turn)


def short(count: int) -> str:
    """A number in at most four signs."""
    return str(count) if count < 1000 else f"{count // 1000}k"


def number(x: float, y: float, text: str, color: str) -> Words:
    """Words whose middle is `x`, `y`."""
    return Words(x, y + 4, text, NUMBER, color, Face.BOLD, Align.MIDDLE)
