"""Where bugs end: in the log, and in one window that says so."""

import logging
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QPushButton, QWidget

from caseboard.i18n import _
from caseboard.ui.lib.messages import MessageDialog

log = logging.getLogger(__name__)


class CrashDialog(MessageDialog):
    """Says that something broke and nothing is lost; offers the log."""

    def __init__(self, trace: str, log_file: Path, parent: QWidget | None = None) -> None:
        super().__init__(
            _("Something in Caseboard broke. Your work is kept."),
            _("You can go on. If it happens again, start the program anew and send us the log."),
            parent,
        )
        self.setModal(False)
        self._trace = trace
        self._log_file = log_file
        self.trace = QPlainTextEdit(trace, self)
        self.trace.setReadOnly(True)
        self.trace.setAccessibleName(_("Details"))
        self.trace.hide()
        for text, act in (
            (_("Show details"), self._on_details_wanted),
            (_("Copy details"), self._on_copy_wanted),
            (_("Open the log"), self._on_log_wanted),
        ):
            self._button(text, act)
        self.buttons.addStretch()
        close = self._button(_("Close"), self.accept)
        close.setProperty("primary", True)
        close.setDefault(True)
        whole = self.layout()
        if whole is not None:
            whole.addWidget(self.trace)

    def _button(self, text: str, act: Callable[[], object]) -> QPushButton:
        button = QPushButton(text, self)
        button.setAutoDefault(False)
        button.clicked.connect(act)
        self.buttons.addWidget(button)
        return button

    @Slot()
    def _on_details_wanted(self) -> None:
        self.trace.setVisible(not self.trace.isVisible())

    @Slot()
    def _on_copy_wanted(self) -> None:
        QGuiApplication.clipboard().setText(self._trace)

    @Slot()
    def _on_log_wanted(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._log_file)))


class BugCatcher:
    """What `sys.excepthook` becomes: logs every bug, and shows a window for the first."""

    def __init__(self, log_file: Path, parent: Callable[[], QWidget | None]) -> None:
        self._log_file = log_file
        self._parent = parent
        self.dialog: QDialog | None = None

    def __call__(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Take note of a bug; `KeyboardInterrupt` and the like are none."""
        if not issubclass(kind, Exception):
            return
        log.critical("unexpected error", exc_info=(kind, error, trace))
        if self.dialog is None:
            lines = traceback.format_exception(kind, error, trace)
            self.dialog = CrashDialog("".join(lines), self._log_file, self._parent())
            self.dialog.finished.connect(self._on_closed)
            self.dialog.show()

    def _on_closed(self, _result: int) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None
