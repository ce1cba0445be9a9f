"""The keys that go through suggestions and answer them, wherever one reads."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from caseboard.ui.reader.center import ReaderPane
from caseboard.ui.reader.tabs import Tab
from caseboard.ui.views.suggesting import ClipSuggestions

EVERYWHERE = Qt.ShortcutContext.WidgetWithChildrenShortcut
HERE = Qt.ShortcutContext.WidgetShortcut


class SuggestionKeys(QObject):
    """`J` and `K` go on in the whole view; the answers count where one reads or lists them.

    A field with the keyboard keeps its letters: Qt asks it before any shortcut. Enter, the arrows
    and Escape are taken only while a suggestion is current, so that they do else what they did.
    """

    def __init__(
        self, suggestions: ClipSuggestions, reader: ReaderPane, listed: QWidget, view: QWidget
    ) -> None:
        super().__init__(view)
        self._suggestions = suggestions
        self._reader = reader
        self._view = view
        self._answers: list[QShortcut] = []
        self._turns: list[QShortcut] = []
        self._make("J", view, EVERYWHERE, self._next)
        self._make("K", view, EVERYWHERE, self._before)
        reading = [reader.article, reader.original, reader.images.picture]
        if reader.pages is not None:
            reading.append(reader.pages.view)
        for widget in (*reading, listed):
            self._make_answers(widget)
        for widget in (reader.article, listed):  # elsewhere the arrows move what is drawn
            self._make_turns(widget)
        suggestions.current_changed.connect(self._on_current_changed)
        self._on_current_changed()

    def _make_answers(self, widget: QWidget) -> None:
        asked = self._suggestions
        for key, act in (
            ("X", asked.reject),
            ("Return", asked.accept),
            ("Enter", asked.accept),
            ("Shift+Return", asked.accept_all),
            ("Shift+Enter", asked.accept_all),
            ("Escape", asked.leave),
        ):
            self._answers.append(self._make(key, widget, HERE, act))

    def _make_turns(self, widget: QWidget) -> None:
        asked = self._suggestions
        for key, by in (("Left", -1), ("Right", 1)):
            self._turns.append(self._make(key, widget, HERE, partial(asked.turn, by)))

    def _make(
        self, key: str, widget: QWidget, where: Qt.ShortcutContext, act: Callable[[], object]
    ) -> QShortcut:
        shortcut = QShortcut(QKeySequence(key), widget, context=where)
        shortcut.setAutoRepeat(where is EVERYWHERE)  # a key held down answers one question
        shortcut.activated.connect(act)
        return shortcut

    @Slot()
    def _next(self) -> None:
        self._step(1)

    @Slot()
    def _before(self) -> None:
        self._step(-1)

    def _step(self, by: int) -> None:
        """Go on; the keyboard follows to where the answers are given."""
        self._suggestions.step(by)
        focus = self._view.focusWidget()
        answering = {shortcut.parent() for shortcut in self._answers}
        if self._suggestions.queue.spot is not None and focus not in answering:
            pages = self._reader.pages
            is_paged = self._reader.tab is Tab.PAGES and pages is not None
            place = pages.view if is_paged and pages is not None else self._reader.article
            place.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_current_changed(self) -> None:
        queue = self._suggestions.queue
        for shortcut in self._answers:
            shortcut.setEnabled(queue.spot is not None)
        for shortcut in self._turns:
            shortcut.setEnabled(len(queue.candidates) > 1)
