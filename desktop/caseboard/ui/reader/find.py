"""The bar that finds words in what is being read."""

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from caseboard.i18n import _
from caseboard.ui.lib.buttons import tool_button
from caseboard.ui.lib.labels import plain_label
from caseboard.ui.lib.search import SearchField
from caseboard.ui.lib.surfaces import Surface
from caseboard.ui.lib.theme import Theme
from caseboard.ui.reader.folding import matches


class Searchable(Protocol):
    """What the bar looks in."""

    def searched_text(self) -> str:
        """The text, whose offsets `show_matches` is given."""

    def show_matches(self, found: Sequence[tuple[int, int]], current: int) -> None:
        """Mark what was found; the one at index `current` is in sight."""


class FindBar(Surface):
    """Words, how often they stand there, next and previous. Escape closes it."""

    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None, name: str = "") -> None:
        """`name` says where it looks; in a clip unless told."""
        super().__init__("panel_2", "bottom", parent)
        self._target: Searchable | None = None
        self._found: list[tuple[int, int]] = []
        self._current = 0
        self.field = SearchField(theme, name or _("Find in this clip"), parent=self)
        self.count = plain_label("", self, tone="muted", size="small")
        self.previous = tool_button(theme, "chevron-up", _("Previous (Shift+Enter)"), self)
        self.next = tool_button(theme, "chevron-down", _("Next (Enter)"), self)
        self.close_button = tool_button(theme, "x", _("Close (Esc)"), self)
        self._lay_out()
        self.field.textChanged.connect(self._on_words_changed)
        self.previous.clicked.connect(lambda: self.go(-1))
        self.next.clicked.connect(lambda: self.go(1))
        self.close_button.clicked.connect(self.hide)

    def open_on(self, target: Searchable, words: str = "") -> None:
        """Look in `target`, for `words` if there are any, else for those looked for last."""
        self.aim_at(target)
        if words:
            self.field.setText(words)
        self.open()
        self.search()

    def open(self) -> None:
        """Be there to be typed in, whether or not there is anything to look in yet."""
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def aim_at(self, target: Searchable) -> None:
        """Look in `target` from now on."""
        if self._target is not None and self._target is not target:
            self._target.show_matches((), -1)
        self._target = target

    def search(self) -> None:
        """Look anew, as when the text is another."""
        self._current = 0
        self.renew()

    def renew(self) -> None:
        """Look anew and stay at the match one is at, by its number."""
        if self._target is None:
            return
        self._found = matches(self._target.searched_text(), self.field.text())
        self._current = max(0, min(self._current, len(self._found) - 1))
        self._show()

    def go(self, step: int) -> None:
        """To the next (1) or previous (-1) one, round and round."""
        if self._found:
            self._current = (self._current + step) % len(self._found)
            self._show()

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.go(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    @override
    def hideEvent(self, event: QHideEvent, /) -> None:
        super().hideEvent(event)
        if not event.spontaneous() and self._target is not None:
            self._target.show_matches((), -1)
            self.closed.emit()

    def _lay_out(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 5, 12, 5)
        layout.setSpacing(4)
        layout.addWidget(self.field, 1)
        layout.addSpacing(4)
        layout.addWidget(self.count)
        layout.addStretch()
        for button in (self.previous, self.next, self.close_button):
            layout.addWidget(button)

    def _show(self) -> None:
        if self._target is None:
            return
        self._target.show_matches(self._found, self._current)
        self.previous.setEnabled(bool(self._found))
        self.next.setEnabled(bool(self._found))
        self.count.setText(self._count_words())

    def _count_words(self) -> str:
        if not self.field.text().strip():
            return ""
        if not self._found:
            return _("Not found")
        return _("{n} of {total}").format(n=self._current + 1, total=len(self._found))

    @Slot()
    def _on_words_changed(self) -> None:
        self.search()
