"""A drag of the mouse, told from a click."""

from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QApplication


class Drag:
    """A press of the mouse and how far it has gone."""

    def __init__(self, start: QPointF, *, panning: bool) -> None:
        self.start = start
        self.last = start
        self.panning = panning
        self._begun = False

    def has_begun(self, point: QPointF) -> bool:
        """Whether it has gone far enough to be meant; once it has, it stays so."""
        far = (point - self.start).manhattanLength() >= QApplication.startDragDistance()
        self._begun = self._begun or far
        return self._begun
