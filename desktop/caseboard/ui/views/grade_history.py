"""How a source was graded over time: from what to what, when, by whom and why."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caseboard.briefing.words import minute
from caseboard.i18n import _
from caseboard.model.terms import ChangeKind, Reliability
from caseboard.store.row_history import RowChange
from caseboard.ui import words
from caseboard.ui.lib.labels import plain_label
from caseboard.ui.lib.section import Section
from caseboard.ui.lib.theme import Theme

SHOWN = 5
"""How many changes are shown before all are asked for."""


class GradeHistory(Section):
    """The newest first; the rest on demand."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, _("History of the grade"), parent=parent)
        self._theme = theme
        self._changes: Sequence[RowChange] = ()
        self._is_whole = False
        self.entries: list[QWidget] = []
        self.acted.connect(self._on_all_wanted)

    def begin(self) -> None:
        """Show nothing yet: another source is looked at."""
        self._is_whole = False
        self.show_changes(())

    def show_changes(self, changes: Sequence[RowChange]) -> None:
        """Show these, newest first."""
        if list(changes) != list(self._changes):
            self._changes = changes
            self._fill()

    def _fill(self) -> None:
        for entry in self.entries:
            self.body.removeWidget(entry)
            entry.hide()
            entry.deleteLater()
        shown = self._changes if self._is_whole else self._changes[:SHOWN]
        self.entries = [self._entry(change) for change in shown]
        for entry in self.entries:
            self.body.addWidget(entry)
        is_cut = len(shown) < len(self._changes)
        self.set_action(_("Show all {n}").format(n=len(self._changes)) if is_cut else "")

    def _entry(self, change: RowChange) -> QWidget:
        entry = QWidget(self)
        column = QVBoxLayout(entry)
        column.setContentsMargins(0, 0, 0, self._theme.px(4))
        column.setSpacing(self._theme.px(2))
        reason = str(change.after.get("reliability_reason") or "")
        column.addWidget(plain_label(what(change), entry, size="strong", wrap=True))
        column.addWidget(plain_label(when(change), entry, tone="muted", size="small", wrap=True))
        if reason:
            column.addWidget(plain_label(reason, entry, size="fact", wrap=True, selectable=True))
        entry.setAccessibleName(", ".join(p for p in (what(change), when(change), reason) if p))
        return entry

    @Slot()
    def _on_all_wanted(self) -> None:
        self._is_whole = True
        self._fill()


def what(change: RowChange) -> str:
    """`F, cannot be judged → B, usually reliable`."""
    if not change.before:
        return _("Taken in as {grade}").format(grade=_grade(change.after))
    told = []
    if "reliability" in change.after:
        told.append(f"{_grade(change.before)} → {_grade(change.after)}")
    elif "reliability_reason" in change.after:
        told.append(_("Another reason for the grade"))
    if "interested" in change.after:
        is_party = change.after["interested"]
        told.append(_("interested party") if is_party else _("no longer an interested party"))
    text = ", ".join(told)
    return text[:1].upper() + text[1:]


def when(change: RowChange) -> str:
    """`14 Nov 2024 18:00 UTC · Olena · undone`."""
    how = {
        ChangeKind.UNDO: _("undone"),
        ChangeKind.REVERT: _("undone"),
        ChangeKind.REDO: _("done again"),
    }.get(change.kind, "")
    return " · ".join(part for part in (minute(change.at), change.who, how) if part)


def _grade(values: Any) -> str:
    return words.reliability(Reliability(values["reliability"]))
