"""A few quiet words over a view, gone after a while."""

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QFontMetrics, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from caseboard.ui.lib.paint import fill_round, outline_round, painter_for
from caseboard.ui.lib.theme import Theme

SHOWN_FOR = 6000  # ms
ABOVE = 20


class Hint(QWidget):
    """Stands at the foot of its parent, takes no mouse and no keys."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._over = parent
        self._text = ""
        self._timer = QTimer(self, interval=SHOWN_FOR, singleShot=True)
        self._timer.timeout.connect(self.hide)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def text(self) -> str:
        """What is said, or was said last."""
        return self._text

    def say(self, text: str) -> None:
        """Show these words for a while."""
        self._text = text
        self.setAccessibleName(text)
        self.place()
        self.show()
        self.raise_()
        self._timer.start()

    def place(self) -> None:
        """Stand in the middle of the parent's foot."""
        room = self._over.size()
        size = self.sizeHint().boundedTo(room)
        x, y = (room.width() - size.width()) // 2, room.height() - size.height()
        self.setGeometry(x, y - self._theme.px(ABOVE), size.width(), size.height())

    @override
    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self._theme.ui_font(12))
        width = metrics.horizontalAdvance(self._text) + 2 * self._theme.px(14)
        return QSize(width, self._theme.px(30))

    @override
    def paintEvent(self, _event: QPaintEvent, /) -> None:
        painter, tokens, rect = painter_for(self), self._theme.tokens, QRectF(self.rect())
        fill_round(painter, rect, self._theme.px(7), tokens.panel_2)
        outline_round(painter, rect, self._theme.px(7), tokens.faint)
        painter.setPen(tokens.text)
        painter.setFont(self._theme.ui_font(12))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, self._text)
