"""The words that were read in a picture, to be checked and copied."""

from PySide6.QtCore import Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from caseboard.i18n import _
from caseboard.ui.lib.buttons import push_button
from caseboard.ui.lib.labels import plain_label
from caseboard.ui.lib.theme import Theme

WIDTH, HEIGHT = 520, 420


class WordsDialog(QDialog):
    """Shows them as plain text; they are on the clipboard already."""

    def __init__(self, theme: Theme, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Words in the picture"))
        self.resize(theme.px(WIDTH), theme.px(HEIGHT))
        self.text = QPlainTextEdit(self)
        self.text.setPlainText(words)
        self.text.setReadOnly(True)
        self.text.setAccessibleName(_("Words in the picture"))
        note = _("Read by a program, and on the clipboard. Check them against the picture.")
        copy = push_button(theme, _("Copy what is selected"), self, icon="copy")
        copy.clicked.connect(self._on_copy)
        close = push_button(theme, _("Close"), self, primary=True)
        close.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.addWidget(copy)
        buttons.addStretch(1)
        buttons.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.px(n) for n in (20, 16, 20, 14)))
        column.setSpacing(theme.px(10))
        column.addWidget(plain_label(note, self, tone="muted", wrap=True))
        column.addWidget(self.text, 1)
        column.addLayout(buttons)

    @Slot()
    def _on_copy(self) -> None:
        chosen = self.text.textCursor().selectedText().replace("\u2029", "\n")
        QGuiApplication.clipboard().setText(chosen or self.text.toPlainText())
