"""The map with one point of the ground marked: where one has gone to, or what one asks about."""

from PySide6.QtCore import QPointF, Signal
from PySide6.QtGui import QPainter

from caseboard.ui.map import marking
from caseboard.ui.map.drafting import Drafting
from caseboard.ui.map.tools import Position


class Pinning(Drafting):
    """At most one point is marked, by whoever asks for it; degrees WGS 84."""

    pin_moved = Signal()
    """Another point is marked now, or none."""

    pinned: Position | None = None
    """Latitude and longitude of what is marked."""

    def pin(self, lat: float, lon: float, zoom: float | None = None) -> None:
        """Go to a position and mark it until the next click or Escape."""
        self.go_to(lat, lon, zoom)
        self.mark((lat, lon))

    def mark(self, position: Position | None) -> None:
        """Mark this point, wherever one looks; None marks none."""
        if position != self.pinned:
            self.pinned = position
            self.update()
            self.pin_moved.emit()

    def paint_pinned(self, painter: QPainter) -> None:
        """Paint the mark."""
        if self.pinned is not None:
            at = QPointF(*self.view.to_view(*self.pinned))
            marking.paint_pin(painter, self._theme.tokens, at)
