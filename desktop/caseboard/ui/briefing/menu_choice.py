"""A choice that stands in a line of words, such as "A4": a flat button with a menu."""

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from caseboard.i18n import _
from caseboard.ui.lib.buttons import give_menu
from caseboard.ui.lib.choices import add_choices

T = TypeVar("T")


class MenuChoice(QPushButton, Generic[T]):
    """Shows what is chosen of a closed set; `chosen` is sent when the user takes another."""

    chosen = Signal()

    def __init__(self, name: str, options: Sequence[tuple[T, str]], parent: QWidget) -> None:
        """`name` is what is chosen, for screen readers; the first option stands at first."""
        super().__init__(parent)
        self._name = name
        self._options = list(options)
        self._current = self._options[0][0]
        self.setAutoDefault(False)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # as all buttons: a click takes no keyboard
        self.setProperty("flat", True)
        menu = QMenu(self)
        menu.aboutToShow.connect(self._fill)
        give_menu(self, menu)
        self._say()

    @property
    def current(self) -> T:
        """What is chosen."""
        return self._current

    def choose(self, option: T) -> None:
        """Choose without telling anybody; what is not offered leaves the first."""
        known = [each for each, _words in self._options]
        self._current = option if option in known else known[0]
        self._say()

    def _fill(self) -> None:
        self.menu().clear()
        add_choices(self.menu(), self._options, self._take, self._current)

    def _take(self, option: T) -> None:
        if option != self._current:
            self.choose(option)
            self.chosen.emit()

    def _say(self) -> None:
        words = next(words for each, words in self._options if each == self._current)
        self.setText(words.replace("&", "&&"))
        self.setAccessibleName(_("{name}: {value}").format(name=self._name, value=words))
