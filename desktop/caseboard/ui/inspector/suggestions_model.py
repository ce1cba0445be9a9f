"""The proposals of one clip as a list: all of them are at hand, so nothing is read while shown."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from caseboard.tagging.proposals import Proposal
from caseboard.ui.inspector import suggestions_words as said
from caseboard.ui.itemmodels.paged import Role
from caseboard.ui.lib.labels import plain_tip

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()


class SuggestionsModel(QAbstractTableModel):
    """One column, a row for each proposal; `Role.ROW` gives the `Proposal`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Proposal, ...] = ()

    def show(self, rows: Sequence[Proposal]) -> None:
        """List these; where only some are gone, the others stay as they are."""
        shown = tuple(rows)
        if shown == self._rows:
            return
        gone = _gone(self._rows, shown)
        if gone is None:
            self.beginResetModel()
            self._rows = shown
            self.endResetModel()
            return
        for row in reversed(gone):
            self.beginRemoveRows(QModelIndex(), row, row)
            self._rows = (*self._rows[:row], *self._rows[row + 1 :])
            self.endRemoveRows()

    def row(self, index: Index) -> Proposal:
        """The proposal at an index."""
        return self._rows[index.row()]

    @override
    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else 1

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        proposal = self._rows[index.row()]
        if role == Role.ROW:
            return proposal
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return said.spoken(proposal)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(said.tip(proposal))
        return None


FEW = 8
"""So many rows are taken out one by one; more are another list."""


def _gone(before: Sequence[Proposal], after: Sequence[Proposal]) -> list[int] | None:
    """The rows to take out of `before` to have `after`; None where that is not all."""
    if not 0 < len(before) - len(after) <= FEW:
        return None
    gone, at = [], 0
    for row, proposal in enumerate(before):
        if at < len(after) and after[at] is proposal:
            at += 1
        else:
            gone.append(row)
    return gone if at == len(after) else None
