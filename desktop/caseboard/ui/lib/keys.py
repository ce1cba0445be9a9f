"""Key caps: the small boxes that name a key."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from caseboard.ui.lib.paint import fill_round, outline_round, painter_for
from caseboard.ui.lib.theme import Theme

PX = 11
HEIGHT = 18


def key_size(theme: Theme, text: str) -> QSize:
    """The room a key cap wants."""
    width = QFontMetrics(theme.ui_font(PX)).horizontalAdvance(text) + 2 * theme.px(5) + 2
    return QSize(max(width, theme.px(HEIGHT)), theme.px(HEIGHT))


def paint_key(painter: QPainter, theme: Theme, place: QPoint, text: str) -> QRect:
    """Draw the cap of a key with its top left at `place`; returns what it covers."""
    rect = QRect(place, key_size(theme, text))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    fill_round(painter, QRectF(rect), theme.px(4), theme.tokens.panel)
    outline_round(painter, QRectF(rect), theme.px(4), theme.tokens.line)
    painter.setFont(theme.ui_font(PX))
    painter.setPen(theme.tokens.muted)
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)
    painter.restore()
    return rect


class KeyCap(QWidget):
    """The cap of one key or chord, such as "Ctrl K"."""

    def __init__(self, theme: Theme, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._text = text
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._on_theme_changed)

    @override
    def sizeHint(self) -> QSize:
        return key_size(self._theme, self._text)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        paint_key(painter_for(self), self._theme, QPoint(0, 0), self._text)

    @Slot()
    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()
