"""A list model over rows that are all at hand: for short lists."""

from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from caseboard.ui.itemmodels.paged import Role

R = TypeVar("R")
Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()


class RowsModel(QAbstractListModel, Generic[R]):
    """Shows `rows` in order; `text` says each in words, for keyboards and screen readers."""

    def __init__(self, text: Callable[[R], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self._rows: Sequence[R] = ()

    @property
    def rows(self) -> Sequence[R]:
        """Every row."""
        return self._rows

    def set_rows(self, rows: Sequence[R]) -> None:
        """Show these instead."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def row(self, index: Index) -> R:
        """The row at a valid `index`."""
        return self._rows[index.row()]

    @override
    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return self._text(self.row(index))
        return self.row(index) if role == Role.ROW else None
