"""A row of the claim list: the statement, how it stands, when, and what speaks for and against."""

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from caseboard.analysis.standing import status_name
from caseboard.model import moments
from caseboard.model.terms import ClaimStatus
from caseboard.ui.delegates.clip import two_lines
from caseboard.ui.delegates.ground import paint_ground
from caseboard.ui.itemmodels.claims import ClaimLine, weight
from caseboard.ui.itemmodels.paged import Role
from caseboard.ui.lib.chips import HEIGHT as CHIP
from caseboard.ui.lib.chips import paint_pill
from caseboard.ui.lib.skeleton import paint_skeleton
from caseboard.ui.lib.theme import Theme, Weight
from caseboard.ui.lib.tokens import Tint

Index = QModelIndex | QPersistentModelIndex
MIDDLE = Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight
STATUS_TINTS = {
    ClaimStatus.OPEN: Tint.NEUTRAL,
    ClaimStatus.SINGLE_SOURCE: Tint.CLAIM,
    ClaimStatus.CORROBORATED: Tint.SUPPORTS,
    ClaimStatus.DISPUTED: Tint.CONTRADICTS,
}


class ClaimDelegate(QStyledItemDelegate):
    """Paints every row at one height, so that a list of any length is laid out at once."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        px = self._theme.px
        return QSize(px(200), 2 * self._step() + px(CHIP) + px(26))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        any_option: Any = option  # Qt's stubs leave its fields out
        line: ClaimLine | None = index.data(Role.ROW)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, self._theme, any_option.rect, any_option.state)
        if line is None:
            paint_skeleton(painter, self._theme, any_option.rect, 3)
        else:
            self._paint_line(painter, any_option.rect, line)
        painter.restore()

    def _paint_line(self, painter: QPainter, rect: QRect, line: ClaimLine) -> None:
        px = self._theme.px
        inner = rect.adjusted(px(14), px(10), -px(12), -px(8))
        font = self._theme.ui_font(13, Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(self._theme.tokens.text)
        lines = two_lines(line.claim.statement, font, inner.width())
        if len(lines) == 1:  # stands in the middle of the row
            inner.translate(0, self._step() // 2)
        for place, words in enumerate(lines):
            top = inner.top() + place * self._step()
            room = QRect(inner.left(), top, inner.width(), self._step())
            painter.drawText(room, MIDDLE, words)
        top = inner.top() + len(lines) * self._step() + px(7)
        self._paint_standing(painter, QRect(inner.left(), top, inner.width(), px(CHIP)), line)

    def _paint_standing(self, painter: QPainter, room: QRect, line: ClaimLine) -> None:
        """What stands at the right comes first; the time takes what room is left."""
        px = self._theme.px
        status = line.standing.status
        name, tint = status_name(status), STATUS_TINTS[status]
        pill = paint_pill(painter, self._theme, room.topLeft(), name, tint)
        painter.setFont(self._theme.ui_font(11.5))
        painter.setPen(self._theme.tokens.muted)
        metrics = painter.fontMetrics()
        said = weight(line.standing)
        rest = QRect(QPoint(pill.right() + px(8), room.top()), room.bottomRight())
        painter.drawText(rest, MIDDLE | RIGHT, metrics.elidedText(said, _END, rest.width()))
        rest.setRight(rest.right() - metrics.horizontalAdvance(said) - px(10))
        when = moments.show(line.claim.event_time) if line.claim.event_time else ""
        if rest.width() > px(24):
            painter.drawText(rest, MIDDLE, metrics.elidedText(when, _END, rest.width()))

    def _step(self) -> int:
        return round(QFontMetrics(self._theme.ui_font(13, Weight.DemiBold)).height() * 1.06)


_END = Qt.TextElideMode.ElideRight
