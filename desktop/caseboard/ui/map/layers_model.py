"""The layers of a case as a list: the highest first, with a tick each, put in order by hand."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from typing_extensions import override

from caseboard.i18n import _
from caseboard.model import moments
from caseboard.model.ids import LayerId
from caseboard.model.terms import LayerKind
from caseboard.model.work import Layer

Index = QModelIndex | QPersistentModelIndex
MIME = "application/x-caseboard-layers"


class LayerRole(IntEnum):
    """What else an index answers."""

    LINE = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class LayerLine:
    """One layer as the card shows it."""

    layer: Layer
    source: str = ""
    swatch: tuple[str, ...] = ()
    """Its colours, `#rrggbb`; none where they are not known."""

    @property
    def id(self) -> LayerId:
        """The id of the layer."""
        return self.layer.id

    @property
    def under(self) -> str:
        """When it is of, from whom and how it came about."""
        when = moments.show(day_of(self.layer.as_of)) if self.layer.as_of else _("no date")
        said = [when, self.source, KIND_WORDS[self.layer.kind]()]
        return " · ".join(part for part in said if part)


def day_of(edtf: str) -> str:
    """The day of a moment, for where there is little room; of an interval all of it."""
    return edtf if "/" in edtf else edtf.partition("T")[0]


KIND_WORDS = {
    LayerKind.IMPORTED: lambda: _("map import"),
    LayerKind.DRAWN: lambda: _("drawn here"),
    LayerKind.TRACED: lambda: _("traced on a picture"),
    LayerKind.CHANGE: lambda: _("change"),
    LayerKind.PICTURE: lambda: _("picture"),
    LayerKind.TILES: lambda: _("tiles"),
}


class LayersModel(QAbstractListModel):
    """What is ticked is shown on the map; rows are moved by dragging."""

    ticked = Signal(object, bool)
    """The id of a layer, and whether it is to be shown."""
    ordered = Signal(list)
    """The ids as they are wanted now, the highest first."""

    def __init__(self, parent: QObject | None = None, *, is_writable: bool = True) -> None:
        super().__init__(parent)
        self._lines: list[LayerLine] = []
        self._is_writable = is_writable

    @property
    def lines(self) -> tuple[LayerLine, ...]:
        """All of them, the highest first."""
        return tuple(self._lines)

    def show_lines(self, lines: Sequence[LayerLine]) -> None:
        """List these, the highest first."""
        if [line.id for line in lines] == [line.id for line in self._lines]:
            self._lines = list(lines)
            if lines:
                self.dataChanged.emit(self.index(0), self.index(len(lines) - 1))
            return
        self.beginResetModel()
        self._lines = list(lines)
        self.endResetModel()

    def line(self, index: Index) -> LayerLine | None:
        """The layer at an index."""
        return self._lines[index.row()] if index.isValid() else None

    def index_of(self, layer_id: str) -> QModelIndex:
        """Where a layer stands; an invalid index where it does not."""
        rows = (row for row, line in enumerate(self._lines) if line.id == layer_id)
        row = next(rows, None)
        return QModelIndex() if row is None else self.index(row)

    def move(self, row: int, to: int) -> None:
        """Ask for the layer at `row` to stand at `to`, counted without it."""
        ids = [line.id for line in self._lines]
        layer_id = ids.pop(row)
        ids.insert(max(0, min(len(ids), to)), layer_id)
        if ids != [line.id for line in self._lines]:
            self.ordered.emit(ids)

    @override
    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._lines)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self.line(index)
        if line is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return line.layer.name
            case Qt.ItemDataRole.CheckStateRole:
                is_shown = line.layer.is_shown
                return Qt.CheckState.Checked if is_shown else Qt.CheckState.Unchecked
            case Qt.ItemDataRole.AccessibleTextRole:
                shown = _("shown") if line.layer.is_shown else _("hidden")
                return f"{line.layer.name}, {line.under}, {shown}"
            case LayerRole.LINE:
                return line
        return None

    @override
    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        line = self.line(index)
        if line is None or role != Qt.ItemDataRole.CheckStateRole:
            return False
        self.ticked.emit(line.id, Qt.CheckState(value) is Qt.CheckState.Checked)
        return True

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled if self._is_writable else Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if self._is_writable:
            flags |= Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsDragEnabled
        return flags

    @override
    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    @override
    def mimeTypes(self) -> list[str]:
        return [MIME]

    @override
    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        data = QMimeData()
        data.setData(MIME, str(indexes[0].row()).encode())
        return data

    @override
    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        """Ask for the new order; False, since the rows are read anew and not taken by the view."""
        if not data.hasFormat(MIME) or not self._is_writable:
            return False
        moved = int(bytes(data.data(MIME).data()))
        target = row if row >= 0 else len(self._lines)
        self.move(moved, target - 1 if target > moved else target)
        return False
