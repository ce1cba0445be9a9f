"""Playing through time: the brush steps from one unit to the next in which something is."""

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from caseboard.analysis import calendar
from caseboard.analysis.calendar import Unit
from caseboard.analysis.stretches import moment, seconds
from caseboard.analysis.tallies import Tally
from caseboard.ui.brush import Brush
from caseboard.ui.timeline import brushed
from caseboard.ui.timeline.dragging import Span, whole

PAUSE = 900
"""Milliseconds that a step is shown."""


class Player(QObject):
    """Moves the brush; `turned` is sent when it starts and when it stops.

    What was brushed is carried along in its own width; with nothing brushed, one unit is.
    """

    turned = Signal(bool)

    def __init__(self, brush: Brush, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._brush = brush
        self._tally = Tally()
        self.unit = Unit.DAY
        self._timer = QTimer(self, interval=PAUSE)
        self._timer.timeout.connect(self.step)

    @property
    def is_playing(self) -> bool:
        """Whether it goes on by itself."""
        return self._timer.isActive()

    def count_by(self, tally: Tally) -> None:
        """Stop only where `tally` counts something."""
        self._tally = tally

    @Slot()
    def toggle(self) -> None:
        """Begin to play from what is brushed, from the start again after the end; or stop."""
        if self.is_playing:
            self.stop()
            return
        bounds = self._tally.bounds
        if bounds is None:
            return
        span = brushed.span_of(self._brush.brushed)
        if span is None or span[1] >= bounds[1]:
            self._show(whole(bounds[0], bounds[0], self.unit))
        self._timer.start()
        self.turned.emit(True)

    @Slot()
    def stop(self) -> None:
        """Stay where it is."""
        if self.is_playing:
            self._timer.stop()
            self.turned.emit(False)

    @Slot()
    def step(self) -> None:
        """On to the next unit in which something is; after the last, stop."""
        if not self._step(1):
            self.stop()

    @Slot()
    def step_back(self) -> None:
        """Back to the unit before in which something is."""
        self._step(-1)

    def _step(self, way: int) -> bool:
        bounds, span = self._tally.bounds, brushed.span_of(self._brush.brushed)
        if bounds is None:
            return False
        if span is None:
            self._show(whole(bounds[0], bounds[0], self.unit))
            return True
        found = self._next(span, bounds, way)
        if found is not None:
            self._show(found)
        return found is not None

    def _next(self, span: Span, bounds: Span, way: int) -> Span | None:
        """The stretch moved on until it holds something it did not hold before."""
        start, end = span
        while True:
            start, end = self._moved(start, way), self._moved(end, way)
            if start >= bounds[1] or end <= bounds[0]:
                return None
            edge = (self._moved(end, -1), end) if way > 0 else (start, self._moved(start, 1))
            if self._tally.going_on(*edge):
                return start, end

    def _moved(self, at: float, way: int) -> float:
        return seconds(calendar.later(moment(at), self.unit, way))

    def _show(self, span: Span) -> None:
        brushed.put(self._brush, span)
