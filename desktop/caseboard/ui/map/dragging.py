"""One drag of the mouse over a map: of the map itself, or of a box to zoom into."""

from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QPointF, QRectF

SLACK = 4.0
"""Pixels that a click may stray."""


class Grip(Enum):
    """What is dragged."""

    MAP = auto()
    BOX = auto()


@dataclass(slots=True)
class Drag:
    """It begins to count once the mouse has moved further than a click strays."""

    grip: Grip
    start: QPointF
    last: QPointF
    is_dragged: bool = False

    def moved_to(self, at: QPointF) -> QPointF:
        """The pixels since the last move that counted."""
        if not self.is_dragged and (at - self.start).manhattanLength() > SLACK:
            self.is_dragged = True
        if not self.is_dragged:
            return QPointF()
        before, self.last = self.last, at
        return at - before

    def box(self) -> QRectF:
        """From where it started to where it is."""
        return QRectF(self.start, self.last).normalized()
