"""A row of two lines: what it is, and under it what is to be known of it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from caseboard.ui.delegates.clip import two_lines
from caseboard.ui.delegates.ground import paint_ground
from caseboard.ui.itemmodels.paged import Role
from caseboard.ui.lib.chips import HEIGHT as CHIP
from caseboard.ui.lib.chips import Shape, chip_size, paint_chip
from caseboard.ui.lib.skeleton import paint_skeleton
from caseboard.ui.lib.theme import Theme, Weight
from caseboard.ui.lib.tokens import Tint

R = TypeVar("R")
Index = QModelIndex | QPersistentModelIndex
MIDDLE = Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class Face:
    """What a row shows; with a `tint` its first line is a chip, with a `pill` one precedes it."""

    first: str
    second: str = ""
    right: str = ""
    tint: Tint | None = None
    pill: tuple[str, Tint] | None = None


class LineDelegate(QStyledItemDelegate, Generic[R]):
    """Paints every row at one height, so that a list of any length is laid out at once."""

    def __init__(
        self,
        theme: Theme,
        face: Callable[[R], Face],
        parent: QWidget,
        *,
        lines: int = 1,
        quoted: bool = False,
    ) -> None:
        """The first line may take `lines`; `quoted` sets it in the reading type."""
        super().__init__(parent)
        self._theme = theme
        self._face = face
        self._lines = lines
        self._quoted = quoted

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        first = self._lines * self._step()
        under = QFontMetrics(self._theme.ui_font(11.5)).height()
        return QSize(self._theme.px(160), first + under + self._theme.px(24))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        any_option: Any = option  # Qt's stubs leave its fields out
        row: R | None = index.data(Role.ROW)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, self._theme, any_option.rect, any_option.state)
        if row is None:
            paint_skeleton(painter, self._theme, any_option.rect, 2)
        else:
            self._paint_face(painter, any_option.rect, self._face(row))
        painter.restore()

    def _paint_face(self, painter: QPainter, rect: QRect, face: Face) -> None:
        px = self._theme.px
        inner = rect.adjusted(px(14), px(9), -px(12), -px(8))
        count = len(self._broken(face.first, inner.width()))
        inner.translate(0, (self._lines - count) * self._step() // 2)  # in the middle of the row
        first = QRect(inner.left(), inner.top(), inner.width(), count * self._step())
        if face.right:
            first.setRight(self._paint_right(painter, first, face.right))
        if face.pill:
            first.setLeft(self._paint_pill(painter, first, face.pill))
        if face.tint:
            place = QPoint(first.left(), first.top() + (first.height() - px(CHIP)) // 2)
            paint_chip(painter, self._theme, place, face.first, face.tint, room=first.width())
        else:
            self._paint_first(painter, first, face.first)
        painter.setFont(self._theme.ui_font(11.5))
        painter.setPen(self._theme.tokens.muted)
        metrics = painter.fontMetrics()
        under = QRect(inner.left(), first.bottom() + px(5), inner.width(), metrics.height())
        shown = metrics.elidedText(face.second, Qt.TextElideMode.ElideRight, under.width())
        painter.drawText(under, MIDDLE, shown)

    def _paint_first(self, painter: QPainter, room: QRect, text: str) -> None:
        painter.setFont(self._font())
        painter.setPen(self._theme.tokens.text)
        for place, words in enumerate(self._broken(text, room.width())):
            line = QRect(room.left(), room.top() + place * self._step(), room.width(), self._step())
            painter.drawText(line, MIDDLE, words)

    def _broken(self, text: str, width: int) -> list[str]:
        font = self._font()
        if self._lines > 1:
            return two_lines(text, font, width)
        return [QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, width)]

    def _paint_right(self, painter: QPainter, room: QRect, text: str) -> int:
        """Draw at the right end of the first line and return where what is left of it ends."""
        painter.setFont(self._theme.ui_font(11.5))
        painter.setPen(self._theme.tokens.muted)
        line = QRect(room.left(), room.top(), room.width(), self._step())
        painter.drawText(line, MIDDLE | Qt.AlignmentFlag.AlignRight, text)
        return room.right() - painter.fontMetrics().horizontalAdvance(text) - self._theme.px(10)

    def _paint_pill(self, painter: QPainter, room: QRect, pill: tuple[str, Tint]) -> int:
        text, tint = pill
        top = room.top() + (self._step() - self._theme.px(CHIP)) // 2
        size = chip_size(self._theme, text, Shape.PILL)
        paint_chip(painter, self._theme, QPoint(room.left(), top), text, tint, Shape.PILL)
        return room.left() + size.width() + self._theme.px(7)

    def _font(self) -> QFont:
        if self._quoted:
            return self._theme.reading_font(13)
        return self._theme.ui_font(13, Weight.DemiBold)

    def _step(self) -> int:
        return round(QFontMetrics(self._font()).height() * 1.06)
