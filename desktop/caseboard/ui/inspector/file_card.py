"""One file of a clip: what it is, its hash in full, where from, and whether it is sound."""

from PySide6.QtCore import QLocale, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from caseboard.i18n import _
from caseboard.model.clip import ClipFile
from caseboard.ui import words
from caseboard.ui.inspector.said_by_file import SaidByFile
from caseboard.ui.lib.buttons import link_button, tool_button
from caseboard.ui.lib.keyvalue import Fact, KeyValues
from caseboard.ui.lib.labels import ElidedLabel, plain_label, set_tone
from caseboard.ui.lib.surfaces import Card
from caseboard.ui.lib.theme import Theme


class FileCard(Card):
    """Copying the hash and saving a copy of the bytes are what can be done with a file."""

    copy_wanted = Signal()

    def __init__(self, theme: Theme, file: ClipFile, made_from: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.file = file
        px = theme.px
        role = words.file_role(file)
        self.setAccessibleName(f"{role}: {file.name}")
        size = QLocale().formattedDataSize(file.bytes)
        self.state = plain_label("", self, size="small", wrap=True)
        self.state.hide()
        # Two lines of 32; whoever copies it gets it in one piece.
        self.hash = plain_label(f"{file.sha256[:32]}\n{file.sha256[32:]}", self, size="mono")
        self.hash.setAccessibleName(_("SHA-256: {hash}").format(hash=file.sha256))
        self.copy_hash = tool_button(theme, "copy", _("Copy the hash"), self)
        self.copy_hash.clicked.connect(
            lambda: QGuiApplication.clipboard().setText(self.file.sha256)
        )
        self.save_copy = link_button(_("Save a copy…"), self)
        self.save_copy.clicked.connect(self.copy_wanted)
        facts = KeyValues(theme, self)
        facts.set_facts(_facts(file, made_from))
        column = QVBoxLayout(self)
        column.setContentsMargins(px(10), px(8), px(10), px(8))
        column.setSpacing(px(4))
        head = QHBoxLayout()
        head.addWidget(plain_label(role, self, size="strong", wrap=True), 1)
        head.addWidget(plain_label(size, self, tone="muted", size="small"))
        column.addLayout(head)
        column.addWidget(ElidedLabel(file.name, self, tone="muted", size="fact"))
        line = QHBoxLayout()
        line.addWidget(self.hash, 1)
        line.addWidget(self.copy_hash)
        column.addLayout(line)
        column.addWidget(facts)
        self.said = SaidByFile(theme, file.meta, self)
        column.addWidget(self.said)
        column.addWidget(self.state)
        foot = QHBoxLayout()
        foot.addWidget(self.save_copy)
        foot.addStretch(1)
        column.addLayout(foot)

    def show_checked(self, *, sound: bool) -> None:
        """Say what re-hashing has found."""
        if sound:
            self.state.setText(_("✓ Sound: the bytes still have this hash."))
        else:
            self.state.setText(
                _("Damaged: the bytes are missing or no longer have this hash. Restore them.")
            )
        set_tone(self.state, "good" if sound else "bad")
        self.state.show()


def _facts(file: ClipFile, made_from: str) -> list[Fact]:
    facts = [Fact(_("Type"), file.media_type)]
    width, height = file.meta.get("width"), file.meta.get("height")
    if width and height:
        facts.append(Fact(_("Pixels"), f"{width} × {height}"))
    if made_from:
        facts.append(Fact(_("Made from"), made_from))
    if file.url:
        facts.append(Fact(_("Address"), file.url))
    if file.caption:
        facts.append(Fact(_("Caption"), file.caption))
    if file.credit:
        facts.append(Fact(_("Credit"), file.credit))
    return facts
