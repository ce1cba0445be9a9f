"""A sentence to take care of, with the sign that says so."""

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from caseboard.ui.lib.labels import plain_label
from caseboard.ui.lib.theme import Theme

ICON = 14


class CareLine(QWidget):
    """Small words behind a triangle."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.picture = plain_label("", self)
        self.words = plain_label("", self, size="small", wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(6))
        row.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.words, 1)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def say(self, sentence: str) -> None:
        """Show this one."""
        if sentence != self.words.text():
            self.words.setText(sentence)
            self.setAccessibleName(sentence)

    @Slot()
    def _on_theme_changed(self) -> None:
        color, side = self._theme.tokens.claim, self._theme.px(ICON)
        ratio = self.devicePixelRatioF()
        self.picture.setPixmap(self._theme.pixmap("triangle-alert", ICON, color, ratio))
        self.picture.setFixedSize(QSize(side, side + self._theme.px(2)))
