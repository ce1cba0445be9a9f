"""The stretch of time that was brushed: the map, the timeline and the lists show what is in it."""

from dataclasses import dataclass, replace
from datetime import datetime

from PySide6.QtCore import QObject, Signal

from caseboard.analysis.timeline import Clock


@dataclass(frozen=True, slots=True)
class Brushed:
    """From `start` until before `end`, UTC, on one clock; both empty is all of time."""

    start: datetime | None = None
    end: datetime | None = None
    clock: Clock = Clock.HAPPENED

    @property
    def is_all(self) -> bool:
        """Whether nothing is left out."""
        return self.start is None and self.end is None


class Brush(QObject):
    """What is brushed in one open case; whoever brushes and whoever shows share one."""

    changed = Signal(object)
    """`Brushed`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._brushed = Brushed()

    @property
    def brushed(self) -> Brushed:
        """What is brushed now."""
        return self._brushed

    def put(self, start: datetime | None, end: datetime | None) -> None:
        """Brush another stretch of the same clock."""
        self._take(replace(self._brushed, start=start, end=end))

    def use(self, clock: Clock) -> None:
        """Brush the same stretch of another clock."""
        self._take(replace(self._brushed, clock=clock))

    def clear(self) -> None:
        """All of time."""
        self.put(None, None)

    def _take(self, brushed: Brushed) -> None:
        if brushed != self._brushed:
            self._brushed = brushed
            self.changed.emit(brushed)
