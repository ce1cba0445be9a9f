"""A table whose first columns and header stay in sight while the rest scrolls both ways."""

from collections.abc import Callable

from PySide6.QtCore import (
    QAbstractItemModel,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QTableView,
    QWidget,
)
from typing_extensions import override

Hint = QAbstractItemView.ScrollHint
Off = Qt.ScrollBarPolicy.ScrollBarAlwaysOff


Paint = Callable[[QPainter, QTableView, range], None]
"""Draws on a table, given the rows that can be seen."""


class Painted(QTableView):
    """A table that is drawn on under its cells and over them."""

    paint_under: Paint | None = None
    paint_over: Paint | None = None

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        self._paint(self.paint_under)
        super().paintEvent(event)
        self._paint(self.paint_over)

    def _paint(self, draw: Paint | None) -> None:
        if draw is None or self.model() is None or not self.model().rowCount():
            return
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw(painter, self, self._rows_in_sight())
        painter.end()

    def _rows_in_sight(self) -> range:
        """The first and the last of them perhaps in part."""
        first, last = self.rowAt(0), self.rowAt(self.viewport().height() - 1)
        end = self.model().rowCount() if last < 0 else last + 1
        return range(max(first, 0), end)


class FrozenTable(Painted):
    """A second table of the same model and selection lies over the first columns.

    The keyboard, and what a screen reader reads, are those of this table alone; the one that lies
    above it is to be looked at and clicked. What it sends is sent from here.
    """

    head_clicked = Signal(int)
    column_resized = Signal(int, int)
    """Column and pixels, whoever resized it."""
    menu_wanted = Signal(QModelIndex, QPoint)
    """The cell, and where on the screen."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._count = 0
        self._is_freezing = False
        self.setAccessibleName(name)
        self.above = Painted(self)
        self.above.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.above.setFrameShape(QFrame.Shape.NoFrame)
        self.above.setVerticalScrollBarPolicy(Off)
        self.above.setHorizontalScrollBarPolicy(Off)
        self.above.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        for table in (self, self.above):
            _dress(table)
        self.verticalScrollBar().valueChanged.connect(self.above.verticalScrollBar().setValue)
        self.above.verticalScrollBar().valueChanged.connect(self.verticalScrollBar().setValue)
        self.above.customContextMenuRequested.connect(self._on_menu_above)
        self.above.pressed.connect(lambda _index: self.setFocus(Qt.FocusReason.MouseFocusReason))
        self.above.clicked.connect(self.clicked)
        self.above.activated.connect(self.activated)

    @property
    def frozen(self) -> int:
        """How many columns stay."""
        return self._count

    def freeze(self, count: int) -> None:
        """Let the first `count` columns stay."""
        self._count = count
        self._is_freezing = True
        for column in range(self.model().columnCount()):
            self.above.setColumnHidden(column, column >= count)
            if column < count:
                self.above.setColumnWidth(column, self.columnWidth(column))
        self._is_freezing = False
        self._place()

    def set_paint(self, under: Paint, over: Paint) -> None:
        """Draw this under and over the cells of both tables."""
        for table in (self, self.above):
            table.paint_under = under
            table.paint_over = over

    def set_heads(self, here: QHeaderView, above: QHeaderView, height: int) -> None:
        """Take these headers, `height` pixels high."""
        for table, head in ((self, here), (self.above, above)):
            table.setHorizontalHeader(head)
            head.setSectionsClickable(True)
            head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
            head.setStretchLastSection(False)
            head.sectionClicked.connect(self.head_clicked)
            head.show()
        here.sectionResized.connect(self._on_resized)
        above.sectionResized.connect(self._on_resized_above)
        self.set_head_height(height)

    def set_head_height(self, pixels: int) -> None:
        """Both headers are so high from now on."""
        for table in (self, self.above):
            table.horizontalHeader().setFixedHeight(pixels)
        self._place()

    def set_row_height(self, pixels: int) -> None:
        """Every row is so high from now on, but for those of `set_heights`."""
        for table in (self, self.above):
            table.verticalHeader().setDefaultSectionSize(pixels)

    def set_heights(self, rows: list[int], pixels: int) -> None:
        """These rows are of another height than the rest."""
        for table in (self, self.above):
            header = table.verticalHeader()
            for row in rows:
                header.resizeSection(row, pixels)

    @override
    def setModel(self, model: QAbstractItemModel | None, /) -> None:
        self.above.setModel(model)
        super().setModel(model)  # this sets a selection too

    @override
    def setSelectionModel(self, selection: QItemSelectionModel, /) -> None:
        super().setSelectionModel(selection)
        self.above.setSelectionModel(selection)

    @override
    def setItemDelegate(self, delegate: QAbstractItemDelegate, /) -> None:
        super().setItemDelegate(delegate)
        self.above.setItemDelegate(delegate)

    @override
    def scrollTo(
        self, index: QModelIndex | QPersistentModelIndex, hint: Hint = Hint.EnsureVisible
    ) -> None:
        """Bring a cell into sight, out from under the columns that stay."""
        bar = self.horizontalScrollBar()
        before = bar.value()
        super().scrollTo(index, hint)
        if index.column() < self._count:
            bar.setValue(before)
            return
        hidden = self.above.width() - self.visualRect(index).left()
        if hidden > 0:
            bar.setValue(bar.value() - hidden)

    @override
    def updateGeometries(self) -> None:
        super().updateGeometries()
        self._place()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.above.viewport().update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.above.viewport().update()

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        if index.isValid():
            place = self.place_of(index) if by_key else event.globalPos()
            self.menu_wanted.emit(index, place)

    def place_of(self, index: QModelIndex) -> QPoint:
        """Where on the screen a menu of this cell opens."""
        table = self.above if index.column() < self._count else self
        return table.viewport().mapToGlobal(table.visualRect(index).bottomLeft())

    def _place(self) -> None:
        width = sum(self.columnWidth(column) for column in range(self._count))
        frame = self.frameWidth()
        height = self.horizontalHeader().height() + self.viewport().height()
        self.above.setGeometry(frame, frame, width, height)
        self.above.setVisible(self._count > 0)

    def _on_menu_above(self, place: QPoint) -> None:
        index = self.above.indexAt(place)
        if index.isValid():
            self.menu_wanted.emit(index, self.above.viewport().mapToGlobal(place))

    def _on_resized(self, column: int, _before: int, width: int) -> None:
        if column < self._count and self.above.columnWidth(column) != width:
            self.above.setColumnWidth(column, width)
        self._place()
        self.column_resized.emit(column, width)

    def _on_resized_above(self, column: int, _before: int, width: int) -> None:
        is_shown = bool(width) and column < self._count and not self._is_freezing
        if is_shown and self.columnWidth(column) != width:
            self.setColumnWidth(column, width)


def _dress(table: QTableView) -> None:
    table.setProperty("painted", True)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.setTabKeyNavigation(False)
    table.setCornerButtonEnabled(False)
    table.setMouseTracking(True)
    table.viewport().setAutoFillBackground(True)
    table.verticalHeader().hide()
    table.verticalHeader().setMinimumSectionSize(1)
    table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
