"""The row of what a selection can be tagged as."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from caseboard.i18n import _
from caseboard.ui.lib.chips import Chip, chip_size
from caseboard.ui.lib.labels import plain_label, plain_tooltip
from caseboard.ui.lib.theme import Theme
from caseboard.ui.lib.tokens import Tint
from caseboard.ui.reader.page import MarkKind, kind_word

KEYS = {
    MarkKind.LOCATION: ("L", Tint.LOCATION),
    MarkKind.UNIT: ("U", Tint.UNIT),
    MarkKind.CLAIM: ("C", Tint.CLAIM),
    MarkKind.PERSON: ("P", Tint.PERSON),
    MarkKind.NOTE: ("N", Tint.NEUTRAL),
}
"""What a selection can become, by the key that does it."""
GAP = 6


class TagBar(QWidget):
    """A chip for each kind, with its key; only the keys where there is no room for words."""

    kind_chosen = Signal(object)
    """`MarkKind`."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.lead = plain_label(_("Tag as"), self, tone="muted", size="small")
        self.chips = {kind: Chip(theme, key, tint, self) for kind, (key, tint) in KEYS.items()}
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        layout.addWidget(self.lead)
        for kind, chip in self.chips.items():
            layout.addWidget(chip, 0, Qt.AlignmentFlag.AlignVCenter)
            chip.clicked.connect(lambda _down=False, kind=kind: self.kind_chosen.emit(kind))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self.set_short(short=False)

    def set_short(self, *, short: bool) -> None:
        """Show only the keys, or words too."""
        self.lead.setVisible(not short)
        for kind, chip in self.chips.items():
            chip.setText(KEYS[kind][0] if short else _with_word(kind))
            chip.setAccessibleName(_deed(kind))
            plain_tooltip(chip, _deed(kind))

    def width_with_words(self) -> int:
        """The pixels it takes to show the words, too."""
        chips = sum(chip_size(self._theme, _with_word(kind)).width() for kind in KEYS)
        return self.lead.sizeHint().width() + chips + GAP * len(KEYS)


def _with_word(kind: MarkKind) -> str:
    return f"{KEYS[kind][0]} {kind_word(kind)}"


def _deed(kind: MarkKind) -> str:
    return {
        MarkKind.LOCATION: _("Tag as location"),
        MarkKind.UNIT: _("Tag as unit"),
        MarkKind.CLAIM: _("Tag as claim"),
        MarkKind.PERSON: _("Tag as person"),
        MarkKind.NOTE: _("Write a note"),
    }[kind]
