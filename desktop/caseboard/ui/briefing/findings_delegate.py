"""A row of the findings: what is objected to, and under it what to do."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from caseboard.briefing.linter.finding import Finding
from caseboard.ui.briefing.finding_words import heading
from caseboard.ui.delegates.ground import paint_ground
from caseboard.ui.itemmodels.paged import Role
from caseboard.ui.lib.theme import Theme, Weight

if TYPE_CHECKING:
    from caseboard.ui.briefing.findings_model import Line

Index = QModelIndex | QPersistentModelIndex
WRAPPED = int(Qt.TextFlag.TextWordWrap)
SIGN = 16


class FindingsDelegate(QStyledItemDelegate):
    """Rows as high as their words are long."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        px, line = self._theme.px, index.data(Role.ROW)
        width = self._view.viewport().width()
        if not isinstance(line, Finding):
            return QSize(width, px(30))
        inner = self._inner(QRect(0, 0, width, 0)).width()
        high = sum(_height(text, font, inner) for text, font in self._texts(line))
        return QSize(width, high + px(17))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        any_option: Any = option  # Qt's stubs leave its fields out
        line: Line = index.data(Role.ROW)
        painter.save()
        if isinstance(line, Finding):
            paint_ground(painter, self._theme, any_option.rect, any_option.state)
            self._paint_finding(painter, self._inner(any_option.rect), line)
        else:
            self._paint_heading(painter, any_option.rect, heading(line))
        painter.restore()

    def _paint_heading(self, painter: QPainter, rect: QRect, words: str) -> None:
        theme, px = self._theme, self._theme.px
        side = px(SIGN - 2)
        ratio = self._view.devicePixelRatioF()
        middle = rect.center().y() + px(2)
        sign = theme.pixmap("triangle-alert", SIGN - 2, theme.tokens.claim, ratio)
        painter.drawPixmap(QRect(rect.left() + px(14), middle - side // 2, side, side), sign)
        painter.setFont(theme.ui_font(12, Weight.DemiBold))
        painter.setPen(theme.tokens.text)
        room = rect.adjusted(px(14 + SIGN + 4), px(4), -px(8), 0)
        shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)

    def _paint_finding(self, painter: QPainter, inner: QRect, finding: Finding) -> None:
        tokens, top = self._theme.tokens, inner.top()
        for place, (text, font) in enumerate(self._texts(finding)):
            high = _height(text, font, inner.width())
            painter.setFont(font)
            painter.setPen(tokens.muted if place else tokens.text)
            painter.drawText(QRect(inner.left(), top, inner.width(), high), WRAPPED, text)
            top += high + self._theme.px(1)

    def _inner(self, rect: QRect) -> QRect:
        px = self._theme.px
        return rect.adjusted(px(14 + SIGN + 4), px(7), -px(12), -px(8))

    def _texts(self, finding: Finding) -> list[tuple[str, QFont]]:
        theme = self._theme
        texts = ((finding.words, theme.ui_font(12.5)), (finding.hint, theme.ui_font(11.5)))
        return [(text, font) for text, font in texts if text]


def _height(text: str, font: QFont, width: int) -> int:
    room = QRect(0, 0, max(1, width), 1 << 20)
    return QFontMetrics(font).boundingRect(room, WRAPPED, text).height()
