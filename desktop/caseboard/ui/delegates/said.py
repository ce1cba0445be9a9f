"""A row for a report: what it does to a claim, its grade, the words, the claim, the way it took."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from caseboard.analysis.standing import status_name
from caseboard.model.ids import ClaimId
from caseboard.model.terms import ClaimStatus
from caseboard.store.source_reports import SaidRow
from caseboard.ui import words
from caseboard.ui.delegates.claim import STATUS_TINTS
from caseboard.ui.delegates.clip import two_lines
from caseboard.ui.delegates.ground import paint_ground
from caseboard.ui.itemmodels.paged import Role
from caseboard.ui.itemmodels.source_reports import claim_words, grade, quote, way
from caseboard.ui.lib.chips import HEIGHT as CHIP
from caseboard.ui.lib.chips import paint_pill
from caseboard.ui.lib.skeleton import paint_skeleton
from caseboard.ui.lib.theme import Theme

Index = QModelIndex | QPersistentModelIndex
Status = Callable[[ClaimId], ClaimStatus | None]
MIDDLE = Qt.AlignmentFlag.AlignVCenter
ELIDED = Qt.TextElideMode.ElideRight
TOP = 10
GAP = 5


class SaidDelegate(QStyledItemDelegate):
    """Paints every row at one height; `claim_line` is where its claim can be clicked."""

    def __init__(self, theme: Theme, status: Status, parent: QWidget) -> None:
        """`status` tells how a claim stands, None while that is being weighed."""
        super().__init__(parent)
        self._theme = theme
        self._status = status

    def claim_line(self, rect: QRect) -> QRect:
        """The line of the claim in a row that takes `rect`."""
        px = self._theme.px
        top = rect.top() + px(TOP) + px(CHIP + GAP) + 2 * self._step() + px(GAP)
        return QRect(rect.left() + px(14), top, rect.width() - px(26), px(CHIP))

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        px = self._theme.px
        under = QFontMetrics(self._theme.ui_font(11.5)).height()
        height = 2 * px(TOP) + 2 * px(CHIP + GAP) + 2 * self._step() + px(GAP) + under
        return QSize(px(220), height)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        any_option: Any = option  # Qt's stubs leave its fields out
        row: SaidRow | None = index.data(Role.ROW)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, self._theme, any_option.rect, any_option.state)
        if row is None:
            paint_skeleton(painter, self._theme, any_option.rect, 3)
        else:
            self._paint_row(painter, any_option.rect, row)
        painter.restore()

    def _paint_row(self, painter: QPainter, rect: QRect, row: SaidRow) -> None:
        px, tokens = self._theme.px, self._theme.tokens
        inner = rect.adjusted(px(14), px(TOP), -px(12), -px(TOP))
        self._paint_head(painter, QRect(inner.topLeft(), QSize(inner.width(), px(CHIP))), row)
        font = self._theme.reading_font(13)
        painter.setFont(font)
        painter.setPen(tokens.text)
        lines = two_lines(quote(row), font, inner.width())
        top = inner.top() + px(CHIP + GAP) + (2 - len(lines)) * self._step() // 2
        for place, line in enumerate(lines):
            room = QRect(inner.left(), top + place * self._step(), inner.width(), self._step())
            painter.drawText(room, MIDDLE, line)
        claim = self.claim_line(rect)
        self._paint_claim(painter, claim, row)
        painter.setFont(self._theme.ui_font(11.5))
        painter.setPen(tokens.muted)
        height = painter.fontMetrics().height()
        last = QRect(inner.left(), claim.bottom() + px(GAP), inner.width(), height)
        painter.drawText(last, MIDDLE, _cut(painter, way(row), last.width()))

    def _paint_head(self, painter: QPainter, room: QRect, row: SaidRow) -> None:
        """Stance, grade, and the outlet's own word for it."""
        px, tokens = self._theme.px, self._theme.tokens
        stance, tint = words.term(row.stance), words.STANCE_TINTS[row.stance]
        pill = paint_pill(painter, self._theme, room.topLeft(), stance, tint)
        rest = room.adjusted(pill.width() + px(7), 0, 0, 0)
        painter.setFont(self._theme.mono_font(11))
        painter.setPen(tokens.text)
        painter.drawText(rest, MIDDLE, grade(row))
        rest.setLeft(rest.left() + painter.fontMetrics().horizontalAdvance(grade(row)) + px(8))
        painter.setFont(self._theme.ui_font(11.5))
        painter.setPen(tokens.muted)
        painter.drawText(rest, MIDDLE, _cut(painter, row.verb, rest.width()))

    def _paint_claim(self, painter: QPainter, room: QRect, row: SaidRow) -> None:
        status = self._status(row.claim_id)
        if status is not None:
            pill = paint_pill(
                painter, self._theme, room.topLeft(), status_name(status), STATUS_TINTS[status]
            )
            room = room.adjusted(pill.width() + self._theme.px(7), 0, 0, 0)
        painter.setFont(self._theme.ui_font(12))
        painter.setPen(self._theme.tokens.accent)
        painter.drawText(room, MIDDLE, _cut(painter, claim_words(row), room.width()))

    def _step(self) -> int:
        return round(QFontMetrics(self._theme.reading_font(13)).height() * 1.06)


def _cut(painter: QPainter, text: str, width: int) -> str:
    return painter.fontMetrics().elidedText(text, ELIDED, width)
