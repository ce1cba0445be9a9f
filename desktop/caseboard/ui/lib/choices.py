"""Menus in which one of several is chosen, and their headings."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu

T = TypeVar("T")


def add_choices(
    menu: QMenu,
    options: Iterable[tuple[T, str]],
    choose: Callable[[T], None],
    current: T | None = None,
) -> None:
    """Add a line for each option, `current` ticked; taking one calls `choose` with it.

    The words are plain, whatever signs they hold; the option itself is the data of its line.
    """
    group = QActionGroup(menu)
    for option, words in options:
        action = menu.addAction(words.replace("&", "&&"))
        action.setCheckable(True)
        action.setChecked(current is not None and option == current)
        action.setData(option)
        action.setActionGroup(group)
        action.triggered.connect(lambda _on=False, option=option: choose(option))


def add_heading(menu: QMenu, words: str) -> None:
    """Say what the lines below are: a style sheet draws no words of Qt's own sections."""
    if menu.actions():
        menu.addSeparator()
    menu.addAction(words.replace("&", "&&")).setEnabled(False)
