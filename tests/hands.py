"""Hands on a window, which count what they do: keys, the modifiers held with them, and clicks."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

Modifier = Qt.KeyboardModifier
HELD = (
    Modifier.ControlModifier,
    Modifier.AltModifier,
    Modifier.ShiftModifier,
    Modifier.MetaModifier,
)


class Hands:
    """Presses what has the keyboard, and clicks what can be seen; `strokes` is the sum."""

    def __init__(self):
        self.strokes = 0
        self.done = []

    def press(self, key, held=Modifier.NoModifier):
        """One key for whatever has the keyboard; Ctrl+Enter are two."""
        self._count(1 + sum(bool(held & each) for each in HELD), key.name)
        QTest.keyClick(QApplication.focusWidget(), key, held)

    def type(self, text):
        """Letters, each of them a key."""
        for letter in text:
            self._count(1, letter)
            QTest.keyClicks(QApplication.focusWidget(), letter)

    def click(self, widget, place=None):
        """A click with the left button, in the middle unless told."""
        assert widget.isVisible(), f"{widget.accessibleName()} is not in sight"
        assert widget.isEnabled(), f"{widget.accessibleName()} cannot be clicked"
        self._count(1, f"click {widget.accessibleName()}")
        QTest.mouseClick(
            widget,
            Qt.MouseButton.LeftButton,
            Modifier.NoModifier,
            widget.rect().center() if place is None else place,
        )

    def _count(self, strokes, what):
        self.strokes += strokes
        self.done.append(what)
