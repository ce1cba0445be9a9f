"""A window of its own for what differs between two clips."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from caseboard.analysis import textdiff
from caseboard.analysis.textdiff import Block, Kind
from caseboard.i18n import _, ngettext
from caseboard.model.ids import ClipId
from caseboard.store import similar
from caseboard.ui.desk import CaseDesk
from caseboard.ui.differences.text import DifferenceText
from caseboard.ui.lib.asyncui import async_slot
from caseboard.ui.lib.buttons import tool_button
from caseboard.ui.lib.labels import ElidedLabel, plain_label
from caseboard.ui.lib.surfaces import Surface

LONGEST = 160
"""Characters of a change that are said in words."""


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two clips, and what it is called here."""

    clip_id: ClipId
    name: str


class DifferenceWindow(Surface):
    """Shows how the body text of one clip became that of another.

    N and P, or F3 and Shift F3, go from change to change; Escape closes.
    """

    def __init__(self, desk: CaseDesk, old: Side, new: Side, parent: QWidget) -> None:
        super().__init__("panel", parent=parent)
        self._desk = desk
        self._old, self._new = old, new
        self.setWindowFlag(Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("What differs – Caseboard"))
        theme = desk.desk.theme
        self.text = DifferenceText(theme, self)
        self.summary = plain_label("", self, tone="muted", wrap=True)
        self.where = plain_label("", self, tone="muted", size="small")
        self.change = ElidedLabel("", self, size="small")
        self.previous = tool_button(theme, "arrow-up", _("Previous change (P)"), self)
        self.next = tool_button(theme, "arrow-down", _("Next change (N)"), self)
        self._lay_out()
        self.previous.clicked.connect(self.go_back)
        self.next.clicked.connect(self.go_on)
        self.text.moved_to.connect(self._on_moved_to)
        self._bind()
        self.resize(theme.px(860), theme.px(680))
        self._compare()

    @Slot()
    def go_on(self) -> None:
        """Show the next change."""
        self.text.go(1)

    @Slot()
    def go_back(self) -> None:
        """Show the change before."""
        self.text.go(-1)

    def _lay_out(self) -> None:
        px = self._desk.desk.theme.px
        names = QVBoxLayout()
        names.setSpacing(px(2))
        names.addWidget(ElidedLabel(_("− {name}").format(name=self._old.name), self))
        names.addWidget(ElidedLabel(_("+ {name}").format(name=self._new.name), self))
        names.addWidget(self.summary)
        head = Surface("panel_2", "bottom", self)
        row = QHBoxLayout(head)
        row.setContentsMargins(px(14), px(10), px(10), px(10))
        row.setSpacing(px(4))
        row.addLayout(names, 1)
        row.addWidget(self.where)
        row.addWidget(self.previous)
        row.addWidget(self.next)
        foot = Surface("panel_2", "top", self)
        line = QHBoxLayout(foot)
        line.setContentsMargins(px(14), px(6), px(14), px(6))
        line.addWidget(self.change)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self.text, 1)
        column.addWidget(foot)

    def _bind(self) -> None:
        for keys, slot in (
            (("N", "F3"), self.go_on),
            (("P", "Shift+F3"), self.go_back),
            (("Esc", "Ctrl+W"), self.close),
        ):
            for key in keys:
                QShortcut(QKeySequence(key), self).activated.connect(slot)

    @async_slot()
    async def _compare(self) -> None:
        wanted = [self._old.clip_id, self._new.clip_id]
        bodies = await self._desk.read(similar.bodies, wanted)
        texts = [bodies.get(each, "") for each in wanted]
        blocks = await asyncio.to_thread(textdiff.diff, *texts)
        if not isValid(self):
            return
        self.text.show_blocks(blocks)
        self.summary.setText(summary(blocks))
        for button in (self.previous, self.next):
            button.setEnabled(bool(self.text.changes))
        self.text.setFocus()
        self.go_on()

    @Slot(int)
    def _on_moved_to(self, change: int) -> None:
        count = len(self.text.changes)
        self.where.setText(_("{n} of {count}").format(n=change + 1, count=count))
        self.change.setText(in_words(self.text.block_of(change)))


def summary(blocks: Sequence[Block]) -> str:
    """`12 words added · 3 words removed · 1 paragraph moved`."""
    added, removed = (textdiff.words(blocks, kind) for kind in (Kind.ADDED, Kind.REMOVED))
    moved = sum(block.kind is Kind.MOVED for block in blocks)
    parts = [
        ngettext("{n} word added", "{n} words added", added) if added else "",
        ngettext("{n} word removed", "{n} words removed", removed) if removed else "",
        ngettext("{n} paragraph moved", "{n} paragraphs moved", moved) if moved else "",
    ]
    return " · ".join(part for part in parts if part) or _("The two texts are the same.")


def in_words(block: Block) -> str:
    """What changed in a paragraph, as a screen reader says it."""
    removed, added = (
        " … ".join(run.text.strip() for run in block.runs if run.kind is kind)
        for kind in (Kind.REMOVED, Kind.ADDED)
    )
    parts = [
        _("The paragraph was moved here.") if block.kind is Kind.MOVED else "",
        _("Removed: “{words}”.").format(words=_short(removed)) if removed else "",
        _("Added: “{words}”.").format(words=_short(added)) if added else "",
    ]
    return " ".join(part for part in parts if part)


def _short(words: str) -> str:
    return words.rstrip(".") if len(words) <= LONGEST else f"{words[:LONGEST]}…"
