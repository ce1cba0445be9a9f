"""A row of the claim list: the statement, how it stands, when, and what speaks for and against."""

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from caseboard.analysis.matrix import Line
from caseboard.analysis.standing import status_name
from caseboard.model.terms import ClaimStatus
from caseboard.ui.claim_board import Heading, Row
from caseboard.ui.claim_words import weight, when_words
from caseboard.ui.delegates.claim_heading import paint_heading
from caseboard.ui.delegates.clip import two_lines
from caseboard.ui.delegates.ground import paint_ground
from caseboard.ui.itemmodels.paged import Role
from caseboard.ui.lib.chips import HEIGHT as CHIP
from caseboard.ui.lib.chips import paint_pill
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

    @property
    def height(self) -> int:
        """The height of every row of a claim, in pixels."""
        return 2 * self._step() + self._theme.px(CHIP) + self._theme.px(26)

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(self._theme.px(200), self.height)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        any_option: Any = option  # Qt's stubs leave its fields out
        row: Row = index.data(Role.ROW)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(row, Heading):
            self._paint_heading(painter, any_option, row)
        else:
            paint_ground(painter, self._theme, any_option.rect, any_option.state)
            self._paint_line(painter, any_option.rect, row)
        painter.restore()

    def _paint_heading(self, painter: QPainter, option: Any, heading: Heading) -> None:
        current = bool(option.state & QStyle.StateFlag.State_Selected)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        paint_heading(painter, self._theme, option.rect, heading, current=current, focused=focused)

    def _paint_line(self, painter: QPainter, rect: QRect, line: Line) -> None:
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

    def _paint_standing(self, painter: QPainter, room: QRect, line: Line) -> None:
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
        when = when_words(line)
        if rest.width() > px(24):
            painter.drawText(rest, MIDDLE, metrics.elidedText(when, _END, rest.width()))

    def _step(self) -> int:
        return round(QFontMetrics(self._theme.ui_font(13, Weight.DemiBold)).height() * 1.06)


_END = Qt.TextElideMode.ElideRight
