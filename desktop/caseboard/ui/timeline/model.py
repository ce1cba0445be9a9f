"""The timeline of the open case, read anew when anything in it gets another time."""

from PySide6.QtCore import QObject, Signal
from sqlmodel import Session

from caseboard.analysis import occurrences
from caseboard.analysis.occurrences import Timeline
from caseboard.errors import CaseError
from caseboard.model.change import Change
from caseboard.model.ids import CaseId
from caseboard.store import events
from caseboard.ui.desk import CaseDesk
from caseboard.ui.lib.asyncui import start
from caseboard.ui.listening import follow

TIMED = (
    *("claim", "claim_location", "report", "position", "anchor", "clip", "tag"),
    *("location", "unit", "source", "layer"),
)
"""Tables whose rows have a time, or name what has."""


class TimelineModel(QObject):
    """Reads off the loop's thread. `changed` is sent when `timeline` is another."""

    changed = Signal()
    failed = Signal(object)
    """`CaseError`."""

    def __init__(self, desk: CaseDesk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._is_stale = True
        self._is_busy = False
        self._is_asleep = False
        self.timeline: Timeline | None = None
        """None until it was read for the first time."""
        follow(self, desk.desk.history.changed, self._on_changed)

    def reload(self) -> None:
        """Read the case anew."""
        self._is_stale = True
        self._go()

    def sleep(self, *, asleep: bool) -> None:
        """Nothing is read while nobody looks."""
        self._is_asleep = asleep
        self._go()

    def _go(self) -> None:
        if self._is_stale and not self._is_busy and not self._is_asleep:
            self._is_busy = True
            start(self, self._work(), self.failed.emit)

    async def _work(self) -> None:
        try:
            while self._is_stale:
                self._is_stale = False
                self.timeline = await self._desk.read(_timeline, self._desk.case_id)
            self.changed.emit()
        except CaseError:
            self._is_stale = True  # until someone asks again
            raise
        finally:
            self._is_busy = False

    def _on_changed(self, change: Change) -> None:
        if change.touches(*TIMED):
            self.reload()


def _timeline(session: Session, case_id: CaseId) -> Timeline:
    return occurrences.of(events.read(session, case_id))
