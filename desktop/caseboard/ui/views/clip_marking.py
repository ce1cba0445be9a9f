"""Marking the clips that are selected, and saying whether their pictures may be printed."""

from PySide6.QtCore import QObject, Signal

from caseboard.commands.marking import MarkRows, SetReuse
from caseboard.model.clip import Clip
from caseboard.model.terms import Marking, Reuse
from caseboard.ui.desk import CaseDesk
from caseboard.ui.lib.asyncui import async_slot
from caseboard.ui.telling import Telling
from caseboard.ui.views.clips import ClipsPane


class ClipMarking(QObject):
    """Does what is chosen in the menu of the list, and says so."""

    told = Signal(object)
    """`Telling`."""

    def __init__(self, desk: CaseDesk, clips: ClipsPane, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        clips.mark_wanted.connect(self.mark)
        clips.reuse_wanted.connect(self.set_reuse)

    @async_slot(list, object)
    async def mark(self, ids: list[str], marking: Marking | None) -> None:
        """Mark these clips; None marks them as their case is."""
        await self._run(MarkRows(self._desk.case_id, Clip, frozenset(ids), marking))

    @async_slot(list, object)
    async def set_reuse(self, ids: list[str], reuse: Reuse) -> None:
        """Say whether the pictures of these clips may be printed."""
        await self._run(SetReuse(self._desk.case_id, frozenset(ids), reuse))

    async def _run(self, command: MarkRows | SetReuse) -> None:
        await self._desk.run(command)
        self.told.emit(Telling(f"{command.label}.", is_undoable=True))
