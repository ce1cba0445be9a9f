"""Facts in two columns: what it is, and what it says."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget

from caseboard.ui.lib.labels import plain_label, plain_tooltip, set_size
from caseboard.ui.lib.theme import Theme

KEY_WIDTH = 92


@dataclass(frozen=True, slots=True)
class Fact:
    """One line; `mono` for hashes and coordinates, `tip` for what stands in its tooltip.

    `note` stands under the value in small letters: such as where it was read.
    """

    key: str
    value: str
    mono: bool = False
    tip: str = ""
    note: str = ""


class KeyValues(QWidget):
    """A grid of facts whose values can be selected and copied."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._labels: list[tuple[QLabel, QLabel, QLabel]] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(1, 1)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def set_facts(self, facts: Sequence[Fact]) -> None:
        """Show these, in this order; labels already there are used again."""
        while len(self._labels) < len(facts):
            self._add_line()
        for place, (key, value, note) in enumerate(self._labels):
            is_used = place < len(facts)
            key.setVisible(is_used)
            value.setVisible(is_used)
            note.setVisible(is_used and bool(facts[place].note))
            if is_used:
                self._fill(key, value, facts[place])
                note.setText(facts[place].note)

    def _add_line(self) -> None:
        key = plain_label("", self, tone="muted", size="fact", wrap=True)
        value = plain_label("", self, wrap=True, selectable=True)
        # A long address must not push the column over the edge of its pane.
        value.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        note = plain_label("", self, tone="muted", size="small", wrap=True)
        row = 2 * len(self._labels)
        top = Qt.AlignmentFlag.AlignTop
        self._grid.addWidget(key, row, 0, top)
        self._grid.addWidget(value, row, 1, top)
        self._grid.addWidget(note, row + 1, 1, top)
        self._labels.append((key, value, note))

    @staticmethod
    def _fill(key: QLabel, value: QLabel, fact: Fact) -> None:
        key.setText(fact.key)
        value.setText(fact.value)
        set_size(value, "mono" if fact.mono else "fact")
        said = f"{fact.key}: {fact.value}"
        value.setAccessibleName(f"{said}, {fact.note}" if fact.note else said)
        plain_tooltip(value, fact.tip)

    @Slot()
    def _on_theme_changed(self) -> None:
        self._grid.setColumnMinimumWidth(0, self._theme.px(KEY_WIDTH))
        self._grid.setHorizontalSpacing(self._theme.px(8))
        self._grid.setVerticalSpacing(self._theme.px(4))
