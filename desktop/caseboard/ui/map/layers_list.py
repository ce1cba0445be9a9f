"""The list in the layers card: ticked by mouse or Space, ordered by dragging or Alt with arrows."""

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyleOptionViewItem, QWidget
from typing_extensions import override

from caseboard.i18n import _
from caseboard.model import moments
from caseboard.ui.lib.labels import plain_tooltip
from caseboard.ui.lib.theme import Theme
from caseboard.ui.map.layer_delegate import LayerDelegate
from caseboard.ui.map.layers_model import LayerLine, LayersModel

SHOWN = 6
"""Rows that are seen at once."""


class LayersList(QListView):
    """Layers, the highest first."""

    menu_wanted = Signal(object, QPoint)
    """A `LayerLine`, and where on the screen."""
    opened = Signal(object)
    """Its details are wanted: a `LayerLine`."""
    removed = Signal(object)
    """It is to go: a `LayerLine`."""

    def __init__(self, theme: Theme, model: LayersModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._layers = theme, model
        self.faces = LayerDelegate(theme, self)
        self.setModel(model)
        self.setItemDelegate(self.faces)
        self.setAccessibleName(_("Layers"))
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDropIndicatorShown(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.doubleClicked.connect(self._on_double_clicked)
        model.modelReset.connect(self.fit)

    @property
    def current(self) -> LayerLine | None:
        """The layer that has the keyboard."""
        return self._layers.line(self.currentIndex())

    def fit(self) -> None:
        """Be as high as its rows, up to `SHOWN`."""
        rows = self._layers.rowCount()
        row = self.faces.sizeHint(self._option(), QModelIndex()).height()
        self.setFixedHeight(min(rows, SHOWN) * row + (row // 2 if rows > SHOWN else 0))
        self.setVisible(rows > 0)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        line = self.current
        if line is None or not self._act(line, event):
            super().keyPressEvent(event)

    def _act(self, line: LayerLine, event: QKeyEvent) -> bool:
        index, key = self.currentIndex(), event.key()
        is_alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if is_alt and key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self._layers.move(index.row(), index.row() + (1 if key == Qt.Key.Key_Down else -1))
        elif key == Qt.Key.Key_Space:
            self._toggle(index)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.opened.emit(line)
        elif key == Qt.Key.Key_Delete:
            self.removed.emit(line)
        else:
            return False
        return True

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        line = self._layers.line(index)
        if event.button() is Qt.MouseButton.LeftButton and line is not None:
            rect, place = self.visualRect(index), event.position().toPoint()
            if self.faces.tick(rect).contains(place):
                self.setCurrentIndex(index)
                self._toggle(index)
                return
            if self.faces.dots(rect).contains(place):
                self.setCurrentIndex(index)
                self.menu_wanted.emit(line, self.viewport().mapToGlobal(place))
                return
        super().mousePressEvent(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover(self.indexAt(event.position().toPoint()).row())

    @override
    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(-1)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        is_keyed = event.reason() is QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if is_keyed else self.indexAt(event.pos())
        line = self._layers.line(index)
        if line is None:
            return
        self.setCurrentIndex(index)
        place = self.visualRect(index).center() if is_keyed else event.pos()
        self.menu_wanted.emit(line, self.viewport().mapToGlobal(place))

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            line = self._layers.line(self.indexAt(event.pos()))
            plain_tooltip(self.viewport(), told(line) if line else "")
        return super().viewportEvent(event)

    def _option(self) -> QStyleOptionViewItem:
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        return option

    def _toggle(self, index: QModelIndex) -> None:
        line = self._layers.line(index)
        if line is not None and index.flags() & Qt.ItemFlag.ItemIsUserCheckable:
            state = Qt.CheckState.Unchecked if line.layer.is_shown else Qt.CheckState.Checked
            self._layers.setData(index, state.value, Qt.ItemDataRole.CheckStateRole)

    def _hover(self, row: int) -> None:
        if row != self.faces.hovered:
            self.faces.hovered = row
            self.viewport().update()

    def _on_double_clicked(self, index: QModelIndex) -> None:
        line = self._layers.line(index)
        if line is not None:
            self.opened.emit(line)


def told(line: LayerLine) -> str:
    """All that is known of a layer, a line each."""
    layer = line.layer
    published = (
        _("Published {when}").format(when=moments.show(layer.published)) if layer.published else ""
    )
    as_of = _("As of {when}").format(when=moments.show(layer.as_of)) if layer.as_of else ""
    said = (layer.name, as_of, published, line.source, layer.estimated, layer.attribution)
    return "\n".join(part for part in said if part)
