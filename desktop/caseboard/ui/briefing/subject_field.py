"""What a briefing is about, where that is not the whole case: refs, told by name."""

import re
from collections.abc import Sequence

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import QCompleter, QLineEdit, QVBoxLayout, QWidget

from caseboard.i18n import _
from caseboard.model.refs import short
from caseboard.store import references
from caseboard.store.references import Reference
from caseboard.ui.desk import CaseDesk
from caseboard.ui.forms.fields import popup_of
from caseboard.ui.forms.note_text import GAP
from caseboard.ui.lib.asyncui import newest_slot
from caseboard.ui.lib.labels import plain_label, set_tone

TABLES = {"clip", "claim"}
_BETWEEN = re.compile(r"[\s,;]+")


class SubjectField(QWidget):
    """Refs of clips or claims, parted by commas; below them stands what they name."""

    changed = Signal()

    def __init__(self, desk: CaseDesk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._known: dict[str, Reference] = {}
        self.line = _RefsLine(self)
        self.line.setPlaceholderText(_("The whole case"))
        self.reading = plain_label("", self, tone="muted", size="small", wrap=True)
        self.reading.hide()
        self.setFocusProxy(self.line)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(desk.desk.theme.px(3))
        column.addWidget(self.line)
        column.addWidget(self.reading)
        self.line.textChanged.connect(self._on_typed)

    def subject(self) -> list[str]:
        """As `Briefing.subject` keeps it: short refs in capitals, each once."""
        typed = (short(part.upper()) for part in _BETWEEN.split(self.line.text()) if part)
        return list(dict.fromkeys(typed))

    def show_subject(self, subject: Sequence[str]) -> None:
        """Show these refs."""
        if self.subject() != list(subject):
            self.line.setText(", ".join(subject))
        self.read_again()

    @newest_slot()
    async def read_again(self) -> None:
        """Learn anew what there is to be named."""
        found = await self._desk.read(references.of_case, self._desk.case_id)
        self._known = {each.ref: each for each in found if each.table in TABLES}
        self.line.offer([f"{each.ref}{GAP}{each.title}" for each in self._known.values()])
        self._say()

    def _on_typed(self) -> None:
        self._say()
        self.changed.emit()

    def _say(self) -> None:
        if not self._known:
            return
        lines = [_named(ref, self._known.get(ref)) for ref in self.subject()]
        is_wrong = any(ref not in self._known for ref in self.subject())
        self.reading.setText("\n".join(lines))
        self.reading.setVisible(bool(lines))
        set_tone(self.reading, "bad" if is_wrong else "muted")
        self.line.setAccessibleDescription("; ".join(lines))


class _RefsLine(QLineEdit):
    """Offers what can be named for the last ref that is being typed."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._offers = QStringListModel(self)
        self.completer_of_refs = QCompleter(self._offers, self)
        self.completer_of_refs.setWidget(self)
        self.completer_of_refs.setFilterMode(Qt.MatchFlag.MatchContains)
        self.completer_of_refs.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.completer_of_refs.activated.connect(self._on_taken)
        popup_of(self.completer_of_refs).setAccessibleName(_("Clips and claims"))
        self.textEdited.connect(self._on_edited)

    def offer(self, offers: Sequence[str]) -> None:
        """Offer these while one types."""
        self._offers.setStringList(list(offers))

    def _on_edited(self) -> None:
        last = _BETWEEN.split(self.text())[-1]
        self.completer_of_refs.setCompletionPrefix(last)
        if last and self.completer_of_refs.completionCount():
            self.completer_of_refs.complete()
        else:
            popup_of(self.completer_of_refs).hide()

    def _on_taken(self, offer: str) -> None:
        *before, _last = _BETWEEN.split(self.text())
        self.setText(", ".join([*before, offer.partition(GAP)[0]]))


def _named(ref: str, found: Reference | None) -> str:
    if found is None:
        return _("{ref}: no clip or claim of this case").format(ref=ref)
    return f"{ref}{GAP}{' '.join(found.title.split())}"
