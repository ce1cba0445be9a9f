"""A row of the layers card: a tick, a swatch, the name, and under it of when and from whom."""

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import (
    QApplication,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionButton,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

from caseboard.model.terms import LayerKind
from caseboard.ui.lib.paint import focus_ring
from caseboard.ui.lib.theme import Theme
from caseboard.ui.map.layers_model import LayerLine, LayerRole

Index = QModelIndex | QPersistentModelIndex
TICK, SWATCH, EDGE, GAP, DOTS = 16, 16, 6, 8, 24
ICONS = {
    LayerKind.PICTURE: "image",
    LayerKind.TILES: "grid-3x3",
}


class LayerDelegate(QStyledItemDelegate):
    """Two lines a row; `dots` is where the menu of a row is opened by a click."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.hovered = -1
        """The row under the pointer."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        first = QFontMetrics(self._theme.ui_font(13)).height()
        under = QFontMetrics(self._theme.ui_font(11)).height()
        return QSize(self._theme.px(160), first + under + self._theme.px(9))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line = index.data(LayerRole.LINE)
        if not isinstance(line, LayerLine):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, self._theme.tokens.accent_soft)
        self._tick(painter, option, line)
        self._swatch(painter, rect, line)
        self._words(painter, rect, line)
        if index.row() == self.hovered or state & QStyle.StateFlag.State_Selected:
            icon = self._theme.icon("ellipsis")
            icon.paint(painter, self._icon_in(self.dots(rect)))
        if state & QStyle.StateFlag.State_HasFocus:
            focus_ring(painter, self._theme, QRectF(rect), self._theme.px(4))
        painter.restore()

    def tick(self, rect: QRect) -> QRect:
        """Where the tick of a row is, a little larger than it is drawn."""
        px = self._theme.px
        return QRect(rect.left(), rect.top(), px(TICK + EDGE + GAP // 2), rect.height())

    def dots(self, rect: QRect) -> QRect:
        """Where the menu of a row is opened."""
        width = self._theme.px(DOTS)
        return QRect(rect.right() - width + 1, rect.top(), width, rect.height())

    def _tick(self, painter: QPainter, option: QStyleOptionViewItem, line: LayerLine) -> None:
        px = self._theme.px
        rect: QRect = option.rect
        box = QStyleOptionButton()
        box.rect = QRect(rect.left() + px(EDGE), rect.top() + px(4), px(TICK), px(TICK))
        box.state = QStyle.StateFlag.State_Enabled
        shown = line.layer.is_shown
        box.state |= QStyle.StateFlag.State_On if shown else QStyle.StateFlag.State_Off
        widget: QWidget = option.widget
        style = widget.style() if widget else QApplication.style()
        style.drawPrimitive(
            QStyle.PrimitiveElement.PE_IndicatorItemViewItemCheck, box, painter, widget
        )

    def _swatch(self, painter: QPainter, rect: QRect, line: LayerLine) -> None:
        px = self._theme.px
        left = rect.left() + px(EDGE + TICK + GAP)
        top = rect.top() + px(6)
        if line.layer.kind in ICONS:
            place = QRect(left, top - px(1), px(SWATCH), px(SWATCH))
            self._theme.icon(ICONS[line.layer.kind]).paint(painter, place)
            return
        box = QRectF(left + 0.5, top + 0.5, px(SWATCH) - 1, px(11) - 1)
        width = box.width() / max(1, len(line.swatch))
        for number, colour in enumerate(line.swatch):
            fill = QColor(colour)
            fill.setAlphaF(0.35)
            stripe = QRectF(box.left() + number * width, box.top(), width, box.height())
            painter.fillRect(stripe, fill)
        is_one = len(line.swatch) == 1
        pen = QPen(QColor(line.swatch[0]) if is_one else self._theme.tokens.muted, 1)
        if line.layer.estimated or line.layer.kind is LayerKind.TRACED:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(pen)
        painter.drawRect(box)

    def _words(self, painter: QPainter, rect: QRect, line: LayerLine) -> None:
        px, tokens = self._theme.px, self._theme.tokens
        left = rect.left() + px(EDGE + TICK + GAP + SWATCH + GAP)
        room = QRect(QPoint(left, rect.top()), self.dots(rect).bottomLeft())
        top = rect.top() + px(4)
        for text, size, colour in (
            (line.layer.name, 13, tokens.text),
            (line.under, 11, tokens.muted),
        ):
            painter.setFont(self._theme.ui_font(size))
            painter.setPen(colour)
            metrics = painter.fontMetrics()
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(QPoint(left, top + metrics.ascent()), shown)
            top += metrics.height()

    def _icon_in(self, rect: QRect) -> QRect:
        side = self._theme.px(16)
        place = QRect(0, 0, side, side)
        place.moveCenter(rect.center())
        return place

    @override
    def editorEvent(
        self, event: QEvent, model: object, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        """Ticks and menus are the list's, which knows what the mouse did."""
        return False
