"""One drag of the mouse: of the picture, of nodes, or of a box around them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum, auto

from PySide6.QtCore import QPointF, QRectF

SLACK = 4.0
"""Pixels that a click may stray."""


class Grip(Enum):
    """What is dragged."""

    PICTURE = auto()
    NODES = auto()
    BOX = auto()


@dataclass(slots=True)
class Drag:
    """It begins to count once the mouse has moved further than a click strays."""

    grip: Grip
    start: QPointF
    starts: Mapping[str, QPointF] = field(default_factory=dict)
    """Where the nodes stood."""
    before: frozenset[str] = frozenset()
    """What was selected, and stays so."""
    is_dragged: bool = False
    _last: QPointF | None = None

    def moved_to(self, at: QPointF) -> QPointF:
        """The pixels since the last move that counted."""
        if not self.is_dragged and (at - self.start).manhattanLength() > SLACK:
            self.is_dragged = True
        if not self.is_dragged:
            return QPointF()
        before, self._last = self._last or self.start, at
        return at - before

    def shift(self) -> QPointF:
        """The pixels since the start."""
        return (self._last or self.start) - self.start

    def box(self) -> QRectF:
        """From where it started to where it is."""
        return QRectF(self.start, self._last or self.start).normalized()
