"""The bar that says how long a length on the ground is on the map."""

from PySide6.QtCore import QLineF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QFontMetricsF, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from caseboard.i18n import _
from caseboard.mapping.view import View
from caseboard.ui.lib.paint import painter_for
from caseboard.ui.lib.theme import Theme
from caseboard.ui.map.measuring import round_length, scale_words

WIDEST = 110.0
"""Pixels that the bar takes at most."""
HEIGHT = 20


class ScaleBar(QWidget):
    """True in the middle of the view that was shown last."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._length = 1.0
        self._words = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._on_theme_changed)

    @property
    def words(self) -> str:
        """How long it is on the ground."""
        return self._words

    def show_view(self, view: View) -> None:
        """Show the scale of a view."""
        metres = round_length(WIDEST * view.metres)
        self._length, self._words = metres / view.metres, scale_words(metres)
        self.setAccessibleName(_("Scale bar: {length}").format(length=self._words))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(WIDEST + 8), self._theme.px(HEIGHT))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, px = painter_for(self), self._theme.px
        ink = self._theme.tokens.muted
        length = self._length * self._theme.scale
        left, middle, tick = self.width() - length - px(2), self.height() / 2, px(4)
        font = self._theme.ui_font(11)
        wide = QFontMetricsF(font).horizontalAdvance(self._words) + px(6)
        painter.setPen(QPen(ink, 1.2))
        gap = (length - wide) / 2
        if gap > px(4):
            painter.drawLine(QLineF(left, middle, left + gap, middle))
            painter.drawLine(QLineF(left + length - gap, middle, left + length, middle))
        for x in (left, left + length):
            painter.drawLine(QLineF(x, middle - tick, x, middle + tick))
        painter.setFont(font)
        painter.setPen(self._theme.tokens.text)
        room = QRectF(left, 0, length, self.height())
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, self._words)

    @Slot()
    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()
