"""What of a clip was collected and what was not, each item with its detail or its reason."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QVBoxLayout, QWidget

from caseboard.analysis import completeness
from caseboard.analysis.completeness import Collected, Item, Kept
from caseboard.i18n import _
from caseboard.model.terms import FileRole
from caseboard.store.clips import ClipView
from caseboard.ui.lib.buttons import link_button
from caseboard.ui.lib.labels import Tone, breakable, plain_label, plain_tooltip, set_tone
from caseboard.ui.lib.section import Section
from caseboard.ui.lib.theme import Theme

SIGNS = {Kept.YES: "✓", Kept.NO: "✗", Kept.NOT_HERE: "–"}
TONES: dict[Kept, Tone] = {Kept.YES: "good", Kept.NO: "bad", Kept.NOT_HERE: "muted"}


class CompletenessSection(Section):
    """The Berkeley Protocol's list as a meter, with the ways to take the proof out."""

    report_wanted = Signal()
    """The collection report is to be saved."""
    archive_wanted = Signal()
    """The web archive is to be saved."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, _("Completeness"), parent=parent)
        self._theme = theme
        self._rows: list[ItemRow] = []
        self.share = plain_label("", self, size="small", tone="muted", wrap=True)
        self.meter = QProgressBar(self)
        self.meter.setTextVisible(False)
        self.meter.setAccessibleName(_("Completeness of the collection"))
        self.list = QVBoxLayout()
        self.list.setSpacing(theme.px(6))
        self.report = link_button(_("Save collection report…"), self)
        self.report.clicked.connect(self.report_wanted)
        self.archive = link_button(_("Save web archive…"), self)
        self.archive.clicked.connect(self.archive_wanted)
        out = QHBoxLayout()
        out.setSpacing(theme.px(16))
        out.addWidget(self.report)
        out.addWidget(self.archive)
        out.addStretch()
        self.body.addWidget(self.share)
        self.body.addWidget(self.meter)
        self.body.addLayout(self.list)
        self.body.addLayout(out)

    def show_clip(self, view: ClipView) -> None:
        """Check this clip against the list."""
        found = completeness.items(Collected(view.clip, view.files, view.collection))
        kept, of = completeness.share(found)
        words = _("{kept} of {all} items collected").format(kept=kept, all=of)
        self.share.setText(words)
        self.meter.setRange(0, of)
        self.meter.setValue(kept)
        self.meter.setAccessibleDescription(words)
        self.archive.setVisible(any(file.role is FileRole.WARC for file in view.files))
        self._show_items(found)

    def _show_items(self, found: Sequence[Item]) -> None:
        while len(self._rows) < len(found):
            row = ItemRow(self._theme, self)
            self.list.addWidget(row)
            self._rows.append(row)
        for row, item in zip(self._rows, found, strict=True):
            row.show_item(item)


class ItemRow(QWidget):
    """One item: a sign and a word for its state, its name, its detail."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.sign = plain_label("", self, size="fact")
        self.sign.setFixedWidth(theme.px(14))
        self.name = plain_label("", self, size="fact", wrap=True)
        self.detail = _detail(self)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.name)
        words.addWidget(self.detail)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(6))
        row.addWidget(self.sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)

    def show_item(self, item: Item) -> None:
        """Show this item."""
        self.sign.setText(SIGNS[item.kept])
        set_tone(self.sign, TONES[item.kept])
        self.name.setText(
            _("{item}: {state}").format(item=item.name, state=state(item.kept))
            if item.kept is not Kept.YES
            else item.name
        )
        self.detail.setText(breakable(item.detail))
        plain_tooltip(self.detail, item.detail)
        self.setAccessibleName(f"{item.name}: {state(item.kept)}. {item.detail}")


def state(kept: Kept) -> str:
    """The state of an item, in words."""
    return {
        Kept.YES: _("collected"),
        Kept.NO: _("not collected"),
        Kept.NOT_HERE: _("does not apply"),
    }[kept]


def _detail(parent: QWidget) -> QLabel:
    return plain_label("", parent, tone="muted", size="small", wrap=True)
