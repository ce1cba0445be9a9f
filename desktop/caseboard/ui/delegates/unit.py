"""A row of the tree of units: the symbol, the name, what tells it from others, how often named."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Slot
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView
from typing_extensions import override

from caseboard.store.unit_pages import UnitLine
from caseboard.ui.delegates.ground import paint_ground
from caseboard.ui.itemmodels.paged import Role
from caseboard.ui.itemmodels.units import second, spoken_of
from caseboard.ui.lib.theme import Theme, Weight
from caseboard.ui.symbol_pixmaps import SymbolPixmaps, code_of

if TYPE_CHECKING:
    from caseboard.ui.itemmodels.unit_nodes import Node

Index = QModelIndex | QPersistentModelIndex
MIDDLE = Qt.AlignmentFlag.AlignVCenter
SYMBOL = 19
COLUMN = 40
HEADING = 38
NAME, SMALL = 13, 11.5
ARROW = 12


class UnitDelegate(QStyledItemDelegate):
    """Paints units and the headings between them; arrows say which can be unfolded."""

    def __init__(self, theme: Theme, symbols: SymbolPixmaps, view: QTreeView) -> None:
        super().__init__(view)
        self._theme = theme
        self._symbols = symbols
        self._view = view
        self._row: QSize | None = None
        self._heading = QSize()
        theme.changed.connect(self._forget)
        self.folded: set[str] = set()
        """Units whose parts are not shown."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        if self._row is None:
            px = self._theme.px
            lines = (self._theme.ui_font(NAME, Weight.DemiBold), self._theme.ui_font(SMALL))
            height = sum(QFontMetrics(font).height() for font in lines) + px(18)
            self._row, self._heading = QSize(px(160), height), QSize(px(160), px(HEADING))
        return self._row if index.data(Role.ID) else self._heading

    @Slot()
    def _forget(self) -> None:
        self._row = None

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        any_option: Any = option  # Qt's stubs leave its fields out
        node: Node = index.data(Role.ROW)
        row = QRect(any_option.rect)
        row.setLeft(0)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if node.line is None:
            self._paint_heading(painter, row, node.title)
        else:
            paint_ground(painter, self._theme, row, any_option.state)
            if any_option.state & QStyle.StateFlag.State_Children:
                self._paint_arrow(painter, any_option.rect, index)
            self._paint_unit(painter, any_option.rect, node.line)
        painter.restore()

    def _paint_heading(self, painter: QPainter, row: QRect, title: str) -> None:
        px, tokens = self._theme.px, self._theme.tokens
        painter.fillRect(row, tokens.panel)
        painter.fillRect(row.left(), row.bottom(), row.width(), 1, tokens.line)
        painter.setFont(self._theme.ui_font(NAME, Weight.DemiBold))
        painter.setPen(tokens.text)
        painter.drawText(row.adjusted(px(12), 0, -px(12), 0), MIDDLE, title)

    def _paint_arrow(self, painter: QPainter, rect: QRect, index: Index) -> None:
        px = self._theme.px
        is_open = index.data(Role.ID) not in self.folded
        icon = "chevron-down" if is_open else "chevron-right"
        ratio = self._view.devicePixelRatioF()
        pixmap = self._theme.pixmap(icon, ARROW, self._theme.tokens.muted, ratio)
        top = rect.top() + (rect.height() - px(ARROW)) // 2
        painter.drawPixmap(QPoint(rect.left() - px(ARROW) - px(3), top), pixmap)

    def _paint_unit(self, painter: QPainter, rect: QRect, line: UnitLine) -> None:
        px = self._theme.px
        self._paint_symbol(painter, rect, line)
        inner = rect.adjusted(px(COLUMN) + px(10), px(8), -px(12), -px(8))
        strong = self._theme.ui_font(NAME, Weight.DemiBold)
        name = QFontMetrics(strong).horizontalAdvance(line.unit.name)
        right = self._paint_right(painter, inner, spoken_of(line), name)
        painter.setFont(strong)
        painter.setPen(self._theme.tokens.text)
        metrics = painter.fontMetrics()
        first = QRect(inner.left(), inner.top(), right - inner.left(), metrics.height())
        painter.drawText(first, MIDDLE, _cut(metrics, line.unit.name, first.width()))
        painter.setFont(self._theme.ui_font(SMALL))
        painter.setPen(self._theme.tokens.muted)
        metrics = painter.fontMetrics()
        under = QRect(inner.left(), first.bottom() + px(2), first.width(), metrics.height())
        painter.drawText(under, MIDDLE, _cut(metrics, second(line), under.width()))

    def _paint_symbol(self, painter: QPainter, rect: QRect, line: UnitLine) -> None:
        size = float(self._theme.px(SYMBOL))
        pixmap = self._symbols.pixmap(code_of(line.unit), size, self._view.devicePixelRatioF())
        if pixmap is not None:
            room = pixmap.deviceIndependentSize()
            left = rect.left() + (self._theme.px(COLUMN) - room.width()) / 2
            top = rect.top() + (rect.height() - room.height()) / 2
            painter.drawPixmap(QPoint(round(left), round(top)), pixmap)

    def _paint_right(self, painter: QPainter, room: QRect, text: str, name: int) -> int:
        """Draw at the right end, in the middle, and return where what is left of it ends.

        `name` is how many pixels the name at the left wants.
        """
        if not text:
            return room.right()
        gap = self._theme.px(10)
        painter.setFont(self._theme.ui_font(SMALL))
        painter.setPen(self._theme.tokens.muted)
        metrics = painter.fontMetrics()
        shown = _cut(metrics, text, room_beside(name + 2, room.width() - gap))
        painter.drawText(room, MIDDLE | Qt.AlignmentFlag.AlignRight, shown)
        return room.right() - metrics.horizontalAdvance(shown) - gap


def room_beside(name: int, room: int) -> int:
    """Pixels of `room` for the words beside a name of so many: its rest, at least a third."""
    return max(room // 3, room - name)


def _cut(metrics: QFontMetrics, text: str, width: int) -> str:
    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
