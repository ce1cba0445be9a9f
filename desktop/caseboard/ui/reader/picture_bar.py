"""The tools over a picture: how it is looked at, turned, lit, enlarged, and its words."""

from enum import StrEnum

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget
from typing_extensions import override

from caseboard.i18n import _
from caseboard.ui.lib.buttons import flat_button, push_button, tool_button
from caseboard.ui.lib.labels import plain_tooltip
from caseboard.ui.lib.segments import Segments
from caseboard.ui.lib.surfaces import Surface
from caseboard.ui.lib.theme import Theme
from caseboard.ui.reader.tone_strip import ToneStrip


class Look(StrEnum):
    """What is shown of a picture."""

    PICTURE = "picture"
    LEVELS = "levels"


class PictureBar(Surface):
    """A row of tools and, while light is adjusted, a strip of sliders under it."""

    look_chosen = Signal(object)
    """`Look`."""
    turn_wanted = Signal(int)
    """Quarters to the right."""
    lens_wanted = Signal(bool)
    words_wanted = Signal()
    place_wanted = Signal()
    """Where it lies on the ground is to be said."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("panel", "bottom", parent)
        names = [(Look.PICTURE.value, _("Picture")), (Look.LEVELS.value, _("Error levels"))]
        self.looks = Segments(theme, names, _("What is shown of the picture"), self)
        self.looks.chosen.connect(lambda key: self.look_chosen.emit(Look(key)))
        self.left = tool_button(theme, "rotate-ccw", _("Turn left ([)"), self)
        self.left.clicked.connect(lambda: self.turn_wanted.emit(-1))
        self.right = tool_button(theme, "rotate-cw", _("Turn right (])"), self)
        self.right.clicked.connect(lambda: self.turn_wanted.emit(1))
        self.lens = self._toggle(tool_button(theme, "search", _("Lens (M)"), self))
        self.lens.toggled.connect(self.lens_wanted)
        self.light = self._toggle(tool_button(theme, "contrast", _("Light and contrast"), self))
        self.light.toggled.connect(self._on_light_toggled)
        self._theme = theme
        self._is_short = False
        self.words = flat_button(theme, _("Copy text"), self, "scan-text")
        self.words.clicked.connect(self.words_wanted)
        self.place = push_button(theme, _("Georeference…"), self, icon="map-pinned")
        self.place.clicked.connect(self.place_wanted)
        self.tones = ToneStrip(theme, self)
        self.tones.hide()
        self._names = {each: each.text() for each in (self.words, self.place)}
        for button, name in self._names.items():
            button.setAccessibleName(name)
        self._lay_out(theme)

    @override
    def minimumSizeHint(self) -> QSize:
        words = 0 if self._is_short else self._words_width()
        return QSize(self._row_width() - words, super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        words = self._words_width() if self._is_short else 0
        self._say(short=event.size().width() < self._row_width() + words)

    @staticmethod
    def _toggle(button: QToolButton) -> QToolButton:
        button.setCheckable(True)
        return button

    def _lay_out(self, theme: Theme) -> None:
        self._row = row = QHBoxLayout()
        row.setContentsMargins(*(theme.px(n) for n in (12, 4, 12, 4)))
        row.setSpacing(theme.px(4))
        row.addWidget(self.looks)
        row.addSpacing(theme.px(8))
        for button in (self.left, self.right, self.lens, self.light):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.words)
        row.addWidget(self.place)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self.tones)

    def _words_width(self) -> int:
        """Pixels that the words of the two buttons take, which can do without."""
        return sum(
            button.fontMetrics().horizontalAdvance(name) + self._theme.px(4)
            for button, name in self._names.items()
        )

    def _row_width(self) -> int:
        self._row.invalidate()  # its own record of what was there before
        return self._row.minimumSize().width()

    def _say(self, *, short: bool) -> None:
        """With words or, where there is no room for them, with signs alone."""
        if short == self._is_short:
            return
        self._is_short = short
        for button, name in self._names.items():
            button.setText("" if short else name)
            plain_tooltip(button, name if short else "")

    def show_afresh(self) -> None:
        """Another picture is shown: as it is, unturned."""
        self.looks.choose(Look.PICTURE.value)
        self.tones.reset()

    @Slot(bool)
    def _on_light_toggled(self, on: bool) -> None:
        self.tones.setVisible(on)
        if on:
            self.tones.brightness.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.tones.reset()
