"""The units of a case as a tree that can be put in another order."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from typing_extensions import override

from caseboard.i18n import _, ngettext
from caseboard.model.change import Change
from caseboard.store import unit_pages
from caseboard.store.unit_pages import UnitLine
from caseboard.ui import words
from caseboard.ui.desk import CaseDesk
from caseboard.ui.itemmodels.paged import Role
from caseboard.ui.itemmodels.unit_nodes import Arrangement, Node, groups, grow
from caseboard.ui.lib.asyncui import newest_slot
from caseboard.ui.listening import follow

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
NAMING = ("tag", "anchor", "unit", "position", "claim_unit", "clip", "claim")
"""Tables that say which units a case has, and how often it speaks of them."""
MIME = "application/x-caseboard-units"
Flag = Qt.ItemFlag


class UnitsModel(QAbstractItemModel):
    """All units at once: what is filtered and how they stand is found without reading again."""

    listed = Signal()
    move_wanted = Signal(list, str, str)
    """Ids of units, the parent they are to have and the unit they are to stand before; both may
    be empty."""

    def __init__(self, desk: CaseDesk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._root = Node(None)
        self._every: Sequence[Node] = ()
        self.lines: Sequence[UnitLine] = ()
        self.nodes: dict[str, Node] = {}
        self.arrangement = Arrangement.PARENT
        self.only = ""
        self.typed = ""
        self.is_of_library = False
        follow(self, desk.desk.history.changed, self._on_changed)

    @property
    def groups(self) -> list[str]:
        """The countries and sides there are, by their keys."""
        return groups(self.lines)

    @property
    def can_move(self) -> bool:
        """Whether the order may be changed, and is shown."""
        return self.arrangement is Arrangement.PARENT and not self._desk.desk.library.read_only

    @newest_slot()
    async def reload(self) -> None:
        """Read the units anew."""
        self.lines = await self._desk.read(
            unit_pages.lines, self._desk.case_id, whole=self.is_of_library
        )
        if self.only not in self.groups:
            self.only = ""
        self._grow()

    def filter_by(self, typed: str) -> None:
        """Show only what goes by a name that holds `typed`."""
        self.typed = typed
        self._grow()

    def arrange(self, arrangement: Arrangement) -> None:
        """Let units stand under their parents, or all side by side."""
        self.arrangement = arrangement
        self._grow()

    def show_only(self, group: str) -> None:
        """Show one country or side; all where `group` is empty."""
        self.only = group
        self._grow()

    def show_library(self, *, is_of_library: bool) -> None:
        """Show the units of all cases too."""
        self.is_of_library = is_of_library
        self.reload()

    def node(self, index: Index) -> Node:
        """What stands at an index; the root for none."""
        return self._every[index.internalId()] if index.isValid() else self._root

    def id_at(self, index: Index) -> str:
        """The unit at an index; empty for a heading."""
        return self.node(index).id

    def index_of(self, row_id: str) -> QModelIndex:
        """Where a unit is shown; invalid where it is not."""
        node = self.nodes.get(row_id)
        return self.createIndex(node.row, 0, node.number) if node else QModelIndex()

    @override
    def index(self, row: int, column: int, parent: Index = ROOT) -> QModelIndex:
        parts = self.node(parent).parts
        if column or not 0 <= row < len(parts):
            return QModelIndex()
        return self.createIndex(row, 0, parts[row].number)

    @override
    def parent(self, index: Index = ROOT) -> QModelIndex:  # type: ignore[override]  # Qt has two
        above = self.node(index).above
        if above is None or above is self._root:
            return QModelIndex()
        return self.createIndex(above.row, 0, above.number)

    @override
    def rowCount(self, parent: Index = ROOT) -> int:
        return len(self.node(parent).parts)

    @override
    def columnCount(self, parent: Index = ROOT) -> int:
        return 1

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        node = self.node(index)
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return said(node.line) if node.line else node.title
        return {Role.ROW: node, Role.ID: node.id}.get(Role(role)) if role in set(Role) else None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        moves = Flag.ItemIsDragEnabled | Flag.ItemIsDropEnabled
        if not index.isValid():
            return Flag.ItemIsDropEnabled
        if not self.node(index).line:
            return Flag.NoItemFlags  # a heading: the keys pass over it
        shown = Flag.ItemIsEnabled | Flag.ItemIsSelectable
        return shown | moves if self.can_move else shown

    @override
    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    @override
    def mimeTypes(self) -> list[str]:
        return [MIME]

    @override
    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        data = QMimeData()
        data.setData(MIME, "\n".join(self.id_at(index) for index in indexes).encode())
        return data

    @override
    def canDropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        """Whether units may be put there: never into themselves."""
        above: Node | None = self.node(parent)
        dragged = set(_ids(data))
        while above is not None:
            if above.id in dragged:
                return False
            above = above.above
        return self.can_move and bool(dragged)

    @override
    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        if self.canDropMimeData(data, action, row, column, parent):
            node = self.node(parent)
            before = node.parts[row].id if 0 <= row < len(node.parts) else ""
            self.move_wanted.emit(_ids(data), node.id, before)
        return False  # the rows move when the library has them moved

    def _grow(self) -> None:
        self.beginResetModel()
        self._root = grow(self.lines, self.arrangement, self.only, self.typed)
        self._every = list(self._root.walk())
        for number, node in enumerate(self._every):
            node.number = number
        self.nodes = {node.id: node for node in self._every if node.line}
        self.endResetModel()
        self.listed.emit()

    def _on_changed(self, change: Change) -> None:
        if change.touches(*NAMING):
            self.reload()


def _ids(data: QMimeData) -> list[str]:
    return [each for each in bytes(data.data(MIME).data()).decode().split("\n") if each]


def second(line: UnitLine) -> str:
    """What tells a unit from others: its designation or size, its branch and other names."""
    unit = line.unit
    known = (each for each in (unit.echelon, unit.branch) if each != "unknown")
    parts = [unit.designation, *map(words.term, known), ", ".join(unit.aliases)]
    if not unit.is_identified:
        parts.insert(0, _("not identified"))
    return " · ".join(part for part in parts if part)


def spoken_of(line: UnitLine) -> str:
    """`4 clips · 2 positions`."""
    parts = (
        ngettext("{n} clip", "{n} clips", line.clips) if line.clips else "",
        ngettext("{n} position", "{n} positions", line.positions) if line.positions else "",
    )
    return " · ".join(part for part in parts if part)


def said(line: UnitLine) -> str:
    """All that a row shows, as a screen reader says it; the symbol's side and size among it."""
    unit = line.unit
    side = words.term(unit.side) if unit.side != "unknown" else ""
    parts = (unit.name, side, second(line), spoken_of(line))
    return ", ".join(part for part in parts if part)
