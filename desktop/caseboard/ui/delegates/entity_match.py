"""A row of the tag popup: the name as a chip, and what tells it from others of that name."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from caseboard.ui.forms.matches import Match, Offer
from caseboard.ui.itemmodels.paged import Role
from caseboard.ui.lib.chips import HEIGHT as CHIP
from caseboard.ui.lib.chips import paint_chip
from caseboard.ui.lib.paint import fill_round
from caseboard.ui.lib.theme import Theme
from caseboard.ui.lib.tokens import Tint

HEIGHT = 30
TINTS = {"location": Tint.LOCATION, "unit": Tint.UNIT, "person": Tint.PERSON}
Index = QModelIndex | QPersistentModelIndex


class MatchDelegate(QStyledItemDelegate):
    """Paints a `Match`."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(self._theme.px(200), self._theme.px(HEIGHT))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        match: Match = index.data(Role.ROW)
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        px = self._theme.px
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & QStyle.StateFlag.State_Selected:
            ground = QRectF(rect).adjusted(px(4), 1, -px(4), -1)
            fill_round(painter, ground, px(6), self._theme.tokens.accent_soft)
        inner = rect.adjusted(px(10), 0, -px(10), 0)
        if match.offer is Offer.NEW:
            self._paint_new(painter, inner, match)
        else:
            self._paint_known(painter, inner, match)
        painter.restore()

    def _paint_new(self, painter: QPainter, room: QRect, match: Match) -> None:
        tokens, px = self._theme.tokens, self._theme.px
        ratio = painter.device().devicePixelRatioF()
        icon = self._theme.pixmap("plus", 14, tokens.accent, ratio)
        painter.drawPixmap(room.left(), room.top() + (room.height() - px(14)) // 2, icon)
        painter.setFont(self._theme.ui_font(12.5))
        painter.setPen(tokens.accent)
        words = room.adjusted(px(20), 0, 0, 0)
        shown = painter.fontMetrics().elidedText(
            match.name, Qt.TextElideMode.ElideMiddle, words.width()
        )
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, shown)

    def _paint_known(self, painter: QPainter, room: QRect, match: Match) -> None:
        px = self._theme.px
        place = QPoint(room.left(), room.top() + (room.height() - px(CHIP)) // 2)
        most = round(room.width() * 0.62) if match.about else room.width()
        tint = TINTS.get(match.kind.value, Tint.NEUTRAL)
        chip = paint_chip(painter, self._theme, place, match.name, tint, room=most)
        painter.setFont(self._theme.ui_font(11.5))
        painter.setPen(self._theme.tokens.muted)
        rest = QRect(chip.right() + px(8), room.top(), room.right() - chip.right() - px(8), 0)
        rest.setHeight(room.height())
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        shown = painter.fontMetrics().elidedText(
            match.about, Qt.TextElideMode.ElideRight, rest.width()
        )
        painter.drawText(rest, flags, shown)
