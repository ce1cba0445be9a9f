"""Links typed or pasted by hand, one a line."""

import re

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget
from typing_extensions import override

from caseboard.capture import urls
from caseboard.i18n import _
from caseboard.ui.forms.popup import Popup
from caseboard.ui.lib.buttons import push_button
from caseboard.ui.lib.labels import plain_label
from caseboard.ui.lib.theme import Theme

WIDTH = 460
LINES = 4
_BARE = re.compile(r"[\w-]+(?:\.[\w-]+)+(?::\d+)?(?:[/?#].*)?")


class LinkPopup(Popup):
    """Sends `given` with the addresses; Enter takes them, Shift+Enter begins another line."""

    given = Signal(list)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, WIDTH, parent)
        px = theme.px
        name = _("New from link")
        self.setAccessibleName(name)
        self.field = QPlainTextEdit(self)
        self.field.setAccessibleName(_("Links, one a line"))
        self.field.setPlaceholderText("https://")
        self.field.setTabChangesFocus(True)
        self.field.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.field.setFixedHeight(self.field.fontMetrics().lineSpacing() * LINES + px(16))
        self._enter = _Enter(self)
        self._enter.pressed.connect(self._on_taken)
        self.field.installEventFilter(self._enter)
        self.problem = plain_label("", self, tone="bad", size="small", wrap=True)
        self.problem.hide()
        self.take = push_button(theme, _("Clip"), self, primary=True)
        self.take.clicked.connect(self._on_taken)
        hint = _("One link a line. Shift Enter begins another.")
        row = QHBoxLayout()
        row.addWidget(plain_label(hint, self, tone="muted", size="small", wrap=True), 1)
        row.addWidget(self.take)
        column = QVBoxLayout()
        column.setContentsMargins(px(12), px(10), px(12), px(12))
        column.setSpacing(px(8))
        column.addWidget(plain_label(name, self, size="strong"))
        column.addWidget(self.field)
        column.addWidget(self.problem)
        column.addLayout(row)
        self.body.addLayout(column)

    def open_under(self, near: QRect) -> None:
        """Ask for links under `near`, a rectangle of the screen."""
        self.field.clear()
        self._say("")
        self.open_at(near, self.field)

    @Slot()
    def _on_taken(self) -> None:
        lines = [line.strip() for line in self.field.toPlainText().splitlines()]
        found = [(number, address(line), line) for number, line in enumerate(lines, 1) if line]
        wrong = next(((number, line) for number, url, line in found if not url), None)
        if wrong is not None:
            number, line = wrong
            text = _("Line {n} is no address of a page: “{line}”. Nothing was clipped yet.")
            self._say(text.format(n=number, line=line[:80]))
        elif not found:
            self._say(_("Type or paste the address of a page."))
        else:
            self.close_popup()
            self.given.emit([url for _number, url, _line in found])

    def _say(self, text: str) -> None:
        self.problem.setText(text)
        self.problem.setVisible(bool(text))
        if self.isVisible():
            self.place()


class _Enter(QObject):
    """Sends `pressed` for Enter alone; with Shift it begins a line."""

    pressed = Signal()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            is_enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
            if is_enter and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self.pressed.emit()
                return True
        return super().eventFilter(watched, event)


def address(typed: str) -> str:
    """The address that was typed, with https where no scheme was; empty where it is none."""
    if urls.is_web(typed) and len(typed.split()) == 1:
        return typed
    return f"https://{typed}" if _BARE.fullmatch(typed) else ""
