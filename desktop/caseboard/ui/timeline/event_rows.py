"""Short rows of events beside a timeline: what it is at the left, when at the right."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget
from typing_extensions import override

from caseboard.ui.lib.chips import HEIGHT as CHIP
from caseboard.ui.lib.chips import Shape, chip_size, paint_chip
from caseboard.ui.lib.labels import plain_tooltip
from caseboard.ui.lib.paint import fill_round, focus_ring, painter_for
from caseboard.ui.lib.theme import Theme
from caseboard.ui.lib.tokens import Tint

HEIGHT = 28
MIDDLE = Qt.AlignmentFlag.AlignVCenter
Words = tuple[str, Tint]


class EventRow(QAbstractButton):
    """A line that can be pressed, perhaps with a pill before its words."""

    def __init__(
        self,
        theme: Theme,
        name: str,
        right: str,
        parent: QWidget,
        *,
        pill: Words | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._right = right
        self._pill = pill
        said = [pill[0] if pill else "", name, right]
        self.setText(name)
        self.setAccessibleName(", ".join(part for part in said if part))
        plain_tooltip(self, self.accessibleName())
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(180), self._theme.px(HEIGHT))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(60), self._theme.px(HEIGHT))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme, tokens, px = self._theme, self._theme.tokens, self._theme.px
        painter = painter_for(self)
        whole = self.rect()
        if self.underMouse() or self.isDown():
            fill_round(painter, QRectF(whole), px(5), tokens.accent_soft)
        inner = whole.adjusted(px(4), 0, -px(4), 0)
        small = theme.ui_font(11.5)
        wide = QFontMetrics(small).horizontalAdvance(self._right)
        right = min(wide, inner.width() // 2)
        painter.setFont(small)
        painter.setPen(tokens.muted)
        shown = painter.fontMetrics().elidedText(self._right, Qt.TextElideMode.ElideRight, right)
        painter.drawText(inner, MIDDLE | Qt.AlignmentFlag.AlignRight, shown)
        inner.setRight(inner.right() - right - px(10))
        if self._pill:
            text, tint = self._pill
            top = inner.top() + (inner.height() - px(CHIP)) // 2
            place = inner.topLeft()
            place.setY(top)
            paint_chip(painter, theme, place, text, tint, Shape.PILL)
            inner.setLeft(inner.left() + chip_size(theme, text, Shape.PILL).width() + px(8))
        painter.setFont(theme.ui_font(13))
        painter.setPen(tokens.text)
        name = painter.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, inner.width()
        )
        painter.drawText(inner, MIDDLE, name)
        if self.hasFocus():
            focus_ring(painter, theme, QRectF(whole), px(5))
