"""The row of what a selection can be tagged as."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from caseboard.i18n import _
from caseboard.ui.lib.chips import Chip
from caseboard.ui.lib.labels import plain_label
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


class TagBar(QWidget):
    """A chip for each kind, with its key; only the keys where there is no room for words."""

    kind_chosen = Signal(object)
    """`MarkKind`."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lead = plain_label(_("Tag as"), self, tone="muted", size="small")
        self.chips = {kind: Chip(theme, key, tint, self) for kind, (key, tint) in KEYS.items()}
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
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
            key, word = KEYS[kind][0], kind_word(kind)
            chip.setText(key if short else f"{key} {word}")
            chip.setAccessibleName(_deed(kind))


def _deed(kind: MarkKind) -> str:
    return {
        MarkKind.LOCATION: _("Tag as location"),
        MarkKind.UNIT: _("Tag as unit"),
        MarkKind.CLAIM: _("Tag as claim"),
        MarkKind.PERSON: _("Tag as person"),
        MarkKind.NOTE: _("Write a note"),
    }[kind]
