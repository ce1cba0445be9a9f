"""What a drop will do, said over the whole window while the drag is there."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QColor, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from caseboard.ui.lib.paint import outline_round, painter_for
from caseboard.ui.lib.theme import Theme, Weight

VEIL = 238  # of 255: what is under it can still be made out


class DropOverlay(QWidget):
    """A calm veil with a dashed frame and one sentence, as large as its parent.

    It takes no mouse or drag events: these still reach the window under it.
    """

    def __init__(self, parent: QWidget, theme: Theme) -> None:
        super().__init__(parent)
        self._theme = theme
        self._text = ""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        parent.installEventFilter(self)
        theme.changed.connect(self.update)
        self.hide()

    def text(self) -> str:
        """The sentence shown."""
        return self._text

    def show_text(self, text: str) -> None:
        """Cover the parent and say `text`."""
        self._text = text
        self.setAccessibleName(text)
        self._cover()
        self.raise_()
        self.show()
        self.update()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._cover()
        return super().eventFilter(watched, event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        tokens, px = self._theme.tokens, self._theme.px
        painter = painter_for(self)
        veil = QColor(tokens.panel)
        veil.setAlpha(VEIL)
        painter.fillRect(self.rect(), veil)
        frame = self.rect().adjusted(px(16), px(16), -px(16), -px(16))
        dashes = Qt.PenStyle.CustomDashLine
        outline_round(painter, QRectF(frame), px(10), tokens.accent, 2.0, dashes)
        painter.setFont(self._theme.ui_font(15, Weight.DemiBold))
        painter.setPen(tokens.text)
        words = frame.adjusted(px(24), px(24), -px(24), -px(24))
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(words, flags, self._text)

    def _cover(self) -> None:
        parent = self.parentWidget()
        if parent is not None:
            self.setGeometry(parent.rect())
