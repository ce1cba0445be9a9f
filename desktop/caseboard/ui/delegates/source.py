"""Rows about sources: one of a list of them, and a clip one published."""

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from caseboard.i18n import _
from caseboard.model.refs import short
from caseboard.store.source_reports import PublishedRow
from caseboard.ui.delegates.ground import paint_ground
from caseboard.ui.delegates.line import Face
from caseboard.ui.itemmodels.paged import Role
from caseboard.ui.itemmodels.source_reports import resting, when
from caseboard.ui.itemmodels.sources import SourceRow, graded, tallied
from caseboard.ui.lib.chips import HEIGHT as CHIP
from caseboard.ui.lib.chips import Shape, chip_size, paint_pill
from caseboard.ui.lib.skeleton import paint_skeleton
from caseboard.ui.lib.theme import Theme, Weight
from caseboard.ui.lib.tokens import Tint

Index = QModelIndex | QPersistentModelIndex
MIDDLE = Qt.AlignmentFlag.AlignVCenter
ELIDED = Qt.TextElideMode.ElideRight


class SourceDelegate(QStyledItemDelegate):
    """Name and interest, grade in words and kind, what it gave: three lines at one height."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        px = self._theme.px
        return QSize(px(200), px(CHIP + 4) + 2 * self._step() + px(20))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        any_option: Any = option  # Qt's stubs leave its fields out
        row: SourceRow | None = index.data(Role.ROW)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, self._theme, any_option.rect, any_option.state)
        if row is None:
            paint_skeleton(painter, self._theme, any_option.rect, 3)
        else:
            self._paint_row(painter, any_option.rect, row)
        painter.restore()

    def _paint_row(self, painter: QPainter, rect: QRect, row: SourceRow) -> None:
        px = self._theme.px
        inner = rect.adjusted(px(14), px(9), -px(12), -px(9))
        first = QRect(inner.topLeft(), QSize(inner.width(), px(CHIP)))
        if row.source.interested:
            first.setRight(self._paint_party(painter, first) - px(8))
        painter.setFont(self._theme.ui_font(13, Weight.DemiBold))
        painter.setPen(self._theme.tokens.text)
        self._paint_line(painter, first, row.source.name)
        painter.setFont(self._theme.ui_font(11.5))
        second = QRect(inner.left(), first.bottom() + px(5), inner.width(), self._step())
        self._paint_line(painter, second, graded(row.source))
        painter.setPen(self._theme.tokens.muted)
        third = second.translated(0, self._step())
        self._paint_line(painter, third, tallied(row.tally, row.clashes))

    def _paint_party(self, painter: QPainter, room: QRect) -> int:
        """Draw the mark at the right end and return where it begins."""
        text = _("interested party")
        left = room.right() - chip_size(self._theme, text, Shape.PILL).width()
        paint_pill(painter, self._theme, QPoint(left, room.top()), text, Tint.CLAIM)
        return left

    @staticmethod
    def _paint_line(painter: QPainter, room: QRect, text: str) -> None:
        painter.drawText(room, MIDDLE, painter.fontMetrics().elidedText(text, ELIDED, room.width()))

    def _step(self) -> int:
        return round(QFontMetrics(self._theme.ui_font(11.5)).height() * 1.15)


def published_face(row: PublishedRow) -> Face:
    """The title of a clip, when it was published, how many reports rest on it."""
    about = " · ".join(part for part in (when(row.published), resting(row)) if part)
    return Face(row.title, about, short(row.ref))
