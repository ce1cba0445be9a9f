"""The tree of units: folded and unfolded, dragged, and moved by keys."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QTreeView, QWidget
from typing_extensions import override

from caseboard.i18n import _
from caseboard.ui.delegates.unit import UnitDelegate
from caseboard.ui.itemmodels.unit_nodes import Node
from caseboard.ui.itemmodels.units import UnitsModel
from caseboard.ui.lib.theme import Theme
from caseboard.ui.symbol_pixmaps import SymbolPixmaps

Index = QModelIndex | QPersistentModelIndex
Key = Qt.Key
INDENT = 20


class UnitsTree(QTreeView):
    """Alt with the arrows moves the unit that is selected: up, down, into the one above, out."""

    add_wanted = Signal()
    remove_wanted = Signal()
    edit_wanted = Signal()

    def __init__(
        self, theme: Theme, model: UnitsModel, symbols: SymbolPixmaps, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._units = model
        self._faces = UnitDelegate(theme, symbols, self)
        self.setModel(model)
        self.setItemDelegate(self._faces)
        self.setAccessibleName(_("Units"))
        self.setHeaderHidden(True)
        self.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QTreeView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setExpandsOnDoubleClick(False)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDropIndicatorShown(True)
        self.setAutoExpandDelay(600)
        self._fit()
        theme.changed.connect(self._fit)
        symbols.ready.connect(self.viewport().update)
        self.collapsed.connect(self._on_collapsed)
        self.expanded.connect(self._on_expanded)

    def unfold(self) -> None:
        """Show all parts of all units, but those of units that were folded."""
        folded = self._faces.folded if not self._units.typed else set()
        self.blockSignals(True)
        self.expandAll()
        for row_id in folded:
            index = self._units.index_of(row_id)
            if index.isValid():
                self.collapse(index)
        self.blockSignals(False)

    @override
    def drawBranches(self, painter: QPainter, rect: QRect, index: Index) -> None:
        """The delegate draws the arrows, on the ground of the row."""

    @override
    def event(self, event: QEvent, /) -> bool:
        """Alt with an arrow is the tree's own here, and leads back and forward elsewhere."""
        is_override = event.type() == QEvent.Type.ShortcutOverride
        if is_override and isinstance(event, QKeyEvent) and self._move_of(event) is not None:
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        move = self._move_of(event)
        wanted = {
            Key.Key_Insert: self.add_wanted,
            Key.Key_Delete: self.remove_wanted,
            Key.Key_F2: self.edit_wanted,
        }.get(Key(event.key()))
        if move is not None:
            move(self._units.node(self.currentIndex()))
        elif wanted is not None:
            wanted.emit()
        else:
            super().keyPressEvent(event)

    def _move_of(self, event: QKeyEvent) -> Callable[[Node], None] | None:
        if (
            event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            != Qt.KeyboardModifier.AltModifier
        ):
            return None
        if not self._units.can_move or not self._units.id_at(self.currentIndex()):
            return None
        moves: dict[int, Callable[[Node], None]] = {
            Key.Key_Up: self._up,
            Key.Key_Down: self._down,
            Key.Key_Right: self._into,
            Key.Key_Left: self._out,
        }
        return moves.get(event.key())

    def _up(self, node: Node) -> None:
        if node.above and node.row:
            self._move(node, node.above.id, node.above.parts[node.row - 1].id)

    def _down(self, node: Node) -> None:
        if node.above and node.row + 1 < len(node.above.parts):
            after = node.above.parts[node.row + 2 : node.row + 3]
            self._move(node, node.above.id, after[0].id if after else "")

    def _into(self, node: Node) -> None:
        """Under the unit that stands before it, as its last part."""
        if node.above and node.row:
            self._move(node, node.above.parts[node.row - 1].id, "")

    def _out(self, node: Node) -> None:
        """Behind its parent, under what that is part of."""
        parent = node.above
        if parent is None or parent.line is None or parent.above is None:
            return
        after = parent.above.parts[parent.row + 1 : parent.row + 2]
        self._move(node, parent.above.id, after[0].id if after else "")

    def _move(self, node: Node, parent: str, before: str) -> None:
        self._units.move_wanted.emit([node.id], parent, before)

    def _on_collapsed(self, index: QModelIndex) -> None:
        self._faces.folded.add(self._units.id_at(index))

    def _on_expanded(self, index: QModelIndex) -> None:
        self._faces.folded.discard(self._units.id_at(index))

    def _fit(self) -> None:
        self.setIndentation(self._theme.px(INDENT))
        self.doItemsLayout()
