"""What stands in the reader's place when there is nothing to read: nothing open, not here yet."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from caseboard.ui.lib.buttons import push_button
from caseboard.ui.lib.labels import plain_label
from caseboard.ui.lib.paint import fill_round, painter_for
from caseboard.ui.lib.surfaces import Surface
from caseboard.ui.lib.theme import Theme

WIDEST = 420


class Statement(Surface):
    """A sentence, what goes with it, and at most one action."""

    def __init__(self, theme: Theme, action: str, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent=parent)
        self.sentence = plain_label("", self, size="heading", wrap=True, selectable=True)
        self.detail = plain_label("", self, tone="muted", wrap=True)
        self.action = push_button(theme, action, self)
        words = QWidget(self)
        words.setMaximumWidth(theme.px(WIDEST))
        column = QVBoxLayout(words)
        column.setSpacing(8)
        column.addStretch(2)
        for label in (self.sentence, self.detail):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(label)
        column.addSpacing(8)
        column.addWidget(self.action, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        row = QHBoxLayout(self)
        row.addStretch(1)
        row.addWidget(words, 100)
        row.addStretch(1)

    def say(self, sentence: str, detail: str) -> None:
        """Show these words."""
        self.sentence.setText(sentence)
        self.detail.setText(detail)


class Skeleton(Surface):
    """Bars where text will stand. Nothing in it moves."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent=parent)
        self._theme = theme

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        super().paintEvent(event)
        painter = painter_for(self)
        width = min(self.width() - 96.0, self._theme.px(520))
        left, y = (self.width() - width) / 2, float(self._theme.px(32))
        for share, height, gap in _BARS:
            bar = QRectF(left, y, width * share, self._theme.px(height))
            fill_round(painter, bar, 4, self._theme.tokens.line)
            y += self._theme.px(height + gap)


_BARS = (
    *((0.86, 22, 8), (0.4, 22, 14), (0.62, 10, 16), (1.0, 150, 20)),
    *((1.0, 12, 14), (0.95, 12, 14), (0.4, 12, 24)),
    *((1.0, 12, 14), (0.98, 12, 14), (0.7, 12, 24)),
)
