"""A field that says at once how what is typed was understood."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from caseboard.ui.lib.labels import plain_label, set_tone
from caseboard.ui.lib.theme import Theme


class UnderstoodField(QWidget):
    """A line, and under it what it means or what is wrong with it."""

    def __init__(self, theme: Theme, name: str, text: str, example: str) -> None:
        super().__init__()
        self.line = QLineEdit(text)
        self.line.setPlaceholderText(example)
        self.line.setAccessibleName(name)
        self.reading = plain_label("", self, tone="muted", size="small", wrap=True)
        self.setFocusProxy(self.line)
        self.setAccessibleName(name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(3))
        column.addWidget(self.line)
        column.addWidget(self.reading)
        self.line.textChanged.connect(self.read)

    def understood(self) -> tuple[str, bool]:
        """What to say of what is typed, and whether it is wrong."""
        raise NotImplementedError

    @Slot()
    def read(self) -> None:
        """Say anew how it is understood."""
        words, is_wrong = self.understood()
        self.reading.setText(words)
        self.reading.setVisible(bool(words))
        set_tone(self.reading, "bad" if is_wrong else "muted")
        self.line.setAccessibleDescription(words)
