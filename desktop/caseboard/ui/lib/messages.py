"""The two dialogs there are: something went wrong, and do you mean it.

No `QMessageBox`: its second text cannot be kept from reading HTML.
"""

import traceback

from PySide6.QtCore import Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from caseboard.errors import CaseError
from caseboard.i18n import _
from caseboard.ui.lib.labels import plain_label

WIDTH = 440


class MessageDialog(QDialog):
    """A sentence, what goes with it, and buttons."""

    def __init__(self, text: str, detail: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setModal(True)
        self.setMinimumWidth(WIDTH)
        self.setWindowTitle(_("Caseboard"))
        self.setAccessibleName(text)
        self.setAccessibleDescription(detail)
        self.text = plain_label(text, self, size="heading", wrap=True, selectable=True)
        self.detail = plain_label(detail, self, tone="muted", wrap=True, selectable=True)
        self.detail.setVisible(bool(detail))
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(8)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(8)
        layout.addWidget(self.text)
        layout.addWidget(self.detail)
        layout.addSpacing(12)
        layout.addLayout(self.buttons)


class ErrorDialog(MessageDialog):
    """Says what went wrong and what may help."""

    def __init__(self, error: CaseError, parent: QWidget | None = None) -> None:
        super().__init__(str(error), error.hint, parent)
        self._details = details(error)
        self.copy = QPushButton(_("Copy details"), self)
        self.copy.clicked.connect(self._copy_details)
        self.close_button = QPushButton(_("Close"), self)
        self.close_button.setProperty("primary", True)
        self.close_button.setDefault(True)
        self.close_button.clicked.connect(self.accept)
        self.buttons.addWidget(self.copy)
        self.buttons.addStretch()
        self.buttons.addWidget(self.close_button)
        self.close_button.setFocus()

    @Slot()
    def _copy_details(self) -> None:
        QGuiApplication.clipboard().setText(self._details)
        self.copy.setText(_("Copied"))


class QuestionDialog(MessageDialog):
    """Asks before something that cannot be taken back; Enter and Escape both leave it."""

    def __init__(self, question: str, detail: str, action: str, parent: QWidget | None) -> None:
        super().__init__(question, detail, parent)
        self.cancel = QPushButton(_("Cancel"), self)
        self.cancel.setDefault(True)
        self.cancel.clicked.connect(self.reject)
        self.act = QPushButton(action, self)
        self.act.setProperty("danger", True)
        self.act.setAutoDefault(False)
        self.act.clicked.connect(self.accept)
        self.buttons.addStretch()
        self.buttons.addWidget(self.cancel)
        self.buttons.addWidget(self.act)
        self.cancel.setFocus()


def details(error: BaseException) -> str:
    """All that is known of an error, for a report: its text, its hint and what led to it."""
    lines = [str(error), getattr(error, "hint", "")]
    trace = "".join(traceback.format_exception(error))
    return "\n".join([*filter(None, lines), "", trace])
