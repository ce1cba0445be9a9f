"""What the cells of the matrix stand on, drawn once for a row: ground, line, heading, mark."""

from PySide6.QtCore import QModelIndex, QRect, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QTableView

from caseboard.ui.claim_board import Heading
from caseboard.ui.delegates.claim_heading import paint_heading
from caseboard.ui.itemmodels.claims import ClaimsModel
from caseboard.ui.lib.frozen_table import FrozenTable
from caseboard.ui.lib.paint import focus_ring, outline_round
from caseboard.ui.lib.theme import Theme


class MatrixGround:
    """Draws on a `FrozenTable` and on the columns of it that stay."""

    def __init__(self, theme: Theme, model: ClaimsModel, table: FrozenTable) -> None:
        self._theme = theme
        self._model = model
        self._table = table

    def paint_under(self, painter: QPainter, table: QTableView, rows: range) -> None:
        """The ground of the current row, and a line under each."""
        tokens = self._theme.tokens
        current = self._table.currentIndex().row()
        width = table.viewport().width()
        for row in rows:
            top, height = table.rowViewportPosition(row), table.rowHeight(row)
            if row == current:
                painter.fillRect(0, top, width, height, tokens.accent_soft)
            elif self._model.line(row) is None:
                painter.fillRect(0, top, width, height, tokens.panel_2)
            painter.fillRect(0, top + height - 1, width, 1, tokens.line)

    def paint_over(self, painter: QPainter, table: QTableView, rows: range) -> None:
        """Headings across the columns that stay, and where the keyboard is."""
        current = self._table.currentIndex()
        if table is self._table.above:
            for row in rows:
                heading = self._model.row(self._model.index(row, 0))
                if isinstance(heading, Heading):
                    self._paint_heading(painter, table, row, heading)
            if current.row() in rows:
                self._paint_strip(painter, table, current.row())
        is_here = (table is self._table.above) == (current.column() < self._table.frozen)
        if is_here and current.row() in rows and self._model.id_at(current):
            self._paint_ring(painter, table, current)

    def _paint_heading(
        self, painter: QPainter, table: QTableView, row: int, heading: Heading
    ) -> None:
        top, height = table.rowViewportPosition(row), table.rowHeight(row)
        rect = QRect(0, top, table.viewport().width(), height)
        current = self._table.currentIndex().row() == row
        focused = current and self._table.hasFocus()
        paint_heading(painter, self._theme, rect, heading, current=current, focused=focused)

    def _paint_strip(self, painter: QPainter, table: QTableView, row: int) -> None:
        top, height = table.rowViewportPosition(row), table.rowHeight(row)
        painter.fillRect(0, top, self._theme.px(3), height, self._theme.tokens.accent)

    def _paint_ring(self, painter: QPainter, table: QTableView, index: QModelIndex) -> None:
        """Thinner while the keyboard is elsewhere."""
        place, radius = QRectF(table.visualRect(index)).adjusted(1, 1, -1, -2), self._theme.px(4)
        if self._table.hasFocus():
            focus_ring(painter, self._theme, place, radius)
        else:
            outline_round(painter, place, radius, self._theme.tokens.accent)
