"""A row of places that a point may be: the name as a chip, and what tells it from others."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from caseboard.ui.itemmodels.paged import Role
from caseboard.ui.lib.chips import HEIGHT as CHIP
from caseboard.ui.lib.chips import paint_chip
from caseboard.ui.lib.paint import fill_round
from caseboard.ui.lib.theme import Theme
from caseboard.ui.lib.tokens import Tint

if TYPE_CHECKING:
    from caseboard.ui.georeference.places import Found

HEIGHT = 30
SHARE = 0.55
"""Of the row, that a name may take."""
Index = QModelIndex | QPersistentModelIndex


class FoundDelegate(QStyledItemDelegate):
    """Paints a `Found`."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(self._theme.px(200), self._theme.px(HEIGHT))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        found: Found = index.data(Role.ROW)
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        theme, px = self._theme, self._theme.px
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & QStyle.StateFlag.State_Selected:
            ground = QRectF(rect).adjusted(px(4), 1, -px(4), -1)
            fill_round(painter, ground, px(6), theme.tokens.accent_soft)
        room = rect.adjusted(px(10), 0, -px(10), 0)
        place = QPoint(room.left(), room.top() + (room.height() - px(CHIP)) // 2)
        most = round(room.width() * SHARE) if found.about else room.width()
        chip = paint_chip(painter, theme, place, found.name, Tint.LOCATION, room=most)
        painter.setFont(theme.ui_font(11.5))
        painter.setPen(theme.tokens.muted)
        rest = room.adjusted(chip.right() + px(8) - room.left(), 0, 0, 0)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        shown = painter.fontMetrics().elidedText(
            found.about, Qt.TextElideMode.ElideRight, rest.width()
        )
        painter.drawText(rest, flags, shown)
        painter.restore()
