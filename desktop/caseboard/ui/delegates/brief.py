"""A row of one line: a pill, words, and at the right what is to be known of them."""

from typing import Any, TypeVar

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem
from typing_extensions import override

from caseboard.ui.delegates.ground import paint_ground
from caseboard.ui.delegates.line import Face, LineDelegate
from caseboard.ui.itemmodels.paged import Role

R = TypeVar("R")
Index = QModelIndex | QPersistentModelIndex
MARGIN = 6


class BriefDelegate(LineDelegate[R]):
    """Paints the first line of a face, without a hairline; its rows are all at hand."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(self._theme.px(120), self._step() + self._theme.px(10))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        any_option: Any = option  # Qt's stubs leave its fields out
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, self._theme, any_option.rect, any_option.state, line=False)
        self._paint_face(painter, any_option.rect, self._face(index.data(Role.ROW)))
        painter.restore()

    @override
    def _paint_face(self, painter: QPainter, rect: QRect, face: Face) -> None:
        px = self._theme.px
        line = rect.adjusted(px(MARGIN), px(5), -px(MARGIN), -px(5))
        if face.right:
            line.setRight(self._paint_right(painter, line, face.right))
        if face.pill:
            line.setLeft(self._paint_pill(painter, line, face.pill))
        self._paint_first(painter, line, face.first)

    @override
    def _font(self) -> QFont:
        return self._theme.ui_font(13)

    @override
    def _step(self) -> int:
        return round(QFontMetrics(self._font()).height() * 1.1)
