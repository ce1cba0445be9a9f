"""The change-sets of a case as a table that reads rows when they come into sight."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, Signal

from caseboard.i18n import _
from caseboard.model.change import Change
from caseboard.model.terms import ChangeKind
from caseboard.store import history
from caseboard.store.history import HistoryRow
from caseboard.ui.desk import CaseDesk
from caseboard.ui.itemmodels.paged import Column, PagedModel
from caseboard.ui.lib.asyncui import newest_slot
from caseboard.ui.listening import follow


def kind_word(kind: ChangeKind) -> str:
    """What sort of change it was; nothing for what a user simply did."""
    return {
        ChangeKind.DO: "",
        ChangeKind.FOLLOW: _("by the program"),
        ChangeKind.UNDO: _("undone"),
        ChangeKind.REDO: _("done again"),
        ChangeKind.REVERT: _("reverted"),
    }[kind]


def columns() -> list[Column[HistoryRow]]:
    """When, what, of which sort, by whom; the hash is in the tooltip of the number."""
    return [
        Column(_("When (UTC)"), lambda row: f"{row.at:%Y-%m-%d %H:%M:%S}"),
        Column(_("What"), lambda row: row.label, lambda row: row.label),
        Column(_("Kind"), lambda row: kind_word(row.kind)),
        Column(_("Who"), lambda row: row.who),
        Column(_("No."), lambda row: row.id, lambda row: row.hash, right=True),
    ]


class HistoryModel(PagedModel[HistoryRow]):
    """Every change-set of one case, newest first; what was written never changes."""

    listed = Signal()
    """The ids have been read."""

    def __init__(self, desk: CaseDesk, parent: QObject | None = None) -> None:
        super().__init__(columns(), self._fetch_rows, parent=parent)
        self._desk = desk
        follow(self, desk.desk.history.changed, self._on_changed)

    @newest_slot()
    async def reload(self) -> None:
        """Read the list anew."""
        self.set_ids(await self._desk.read(history.ids, self._desk.case_id))
        self.listed.emit()

    async def _fetch_rows(self, ids: Sequence[str]) -> Mapping[str, HistoryRow]:
        return await self._desk.read(history.rows, ids)

    def _on_changed(self, _change: Change) -> None:
        self.reload()
