"""A segmented control: a few views of one thing, of which one is shown."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QPushButton, QWidget
from typing_extensions import override

from caseboard.ui.lib.theme import Theme, Weight

Modifier = Qt.KeyboardModifier


class Segments(QWidget):
    """Buttons side by side, one of them down; Tab reaches it, the arrow keys change it.

    So do the number of a segment and its first letter. `chosen` is sent with the key of a segment
    when the user takes it, not for `choose`.
    """

    chosen = Signal(str)

    def __init__(
        self,
        theme: Theme,
        segments: Sequence[tuple[str, str]],
        name: str,
        parent: QWidget | None = None,
    ) -> None:
        """`segments` are pairs of a key and what it is called; `name` is for screen readers."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, _Segment] = {}
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for place, (key, text) in enumerate(segments):
            button = _Segment(theme, text, _place(place, len(segments)), self)
            self._buttons[key] = button
            self._group.addButton(button)
            layout.addWidget(button)
        next(iter(self._buttons.values())).setChecked(True)
        self.setFocusProxy(next(iter(self._buttons.values())))
        self._group.buttonClicked.connect(self._on_clicked)

    @property
    def current(self) -> str:
        """The key of the segment shown; empty where none is yet."""
        down = (key for key, button in self._buttons.items() if button.isChecked())
        return next(down, "")

    def choose(self, key: str) -> None:
        """Show that segment; raises `KeyError` for a key there is not."""
        self._buttons[key].setChecked(True)
        self.setFocusProxy(self._buttons[key])

    def choose_none(self) -> None:
        """Let none be down until the user takes one."""
        self._group.setExclusive(False)
        for button in self._buttons.values():
            button.setChecked(False)
        self._group.setExclusive(True)

    def set_text(self, key: str, text: str) -> None:
        """Call that segment something else, such as "Images 2"."""
        self._buttons[key].setText(text)
        self._buttons[key].updateGeometry()

    def set_enabled(self, key: str, *, enabled: bool) -> None:
        """Let that segment be taken, or not."""
        self._buttons[key].setEnabled(enabled)

    def set_shown(self, key: str, *, shown: bool) -> None:
        """Let that segment be there, or not; for one between others, so that the ends stay ends."""
        self._buttons[key].setVisible(shown)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        button = self._meant(event)
        if button is None:
            super().keyPressEvent(event)
            return
        button.setFocus(Qt.FocusReason.ShortcutFocusReason)
        button.click()

    def _meant(self, event: QKeyEvent) -> "_Segment | None":
        """The segment a key stands for: by its number, else the next that begins with a letter."""
        typed = event.text().casefold()
        held = event.modifiers() & ~(Modifier.ShiftModifier | Modifier.KeypadModifier)
        if not typed.isalnum() or held != Modifier.NoModifier:
            return None
        there = [
            each for each in self._buttons.values() if each.isEnabled() and not each.isHidden()
        ]
        if typed.isdecimal():
            return there[int(typed) - 1] if 0 < int(typed) <= len(there) else None
        named = [each for each in there if each.text().casefold().startswith(typed)]
        down = next((place for place, each in enumerate(named) if each.isChecked()), -1)
        return named[(down + 1) % len(named)] if named else None

    @Slot(QAbstractButton)
    def _on_clicked(self, button: QAbstractButton) -> None:
        self.setFocusProxy(button)
        self.chosen.emit(next(key for key, each in self._buttons.items() if each is button))


class _Segment(QPushButton):
    """As wide as its text is when it is down, so that nothing moves."""

    def __init__(self, theme: Theme, text: str, place: str, parent: QWidget) -> None:
        super().__init__(text, parent)
        self._theme = theme
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setProperty("segment", place)
        theme.changed.connect(self.updateGeometry)

    @override
    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self._theme.ui_font(12, Weight.DemiBold))
        width = metrics.horizontalAdvance(self.text()) + 2 * self._theme.px(10) + 2
        return QSize(width, self._theme.px(24))


def _place(number: int, count: int) -> str:
    if count == 1:
        return "only"
    return {0: "first", count - 1: "last"}.get(number, "middle")
