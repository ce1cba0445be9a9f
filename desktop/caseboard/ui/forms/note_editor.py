"""A note one writes in: kept as it is typed."""

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from caseboard.commands.anchoring import Place
from caseboard.commands.notes import WriteNote
from caseboard.errors import CaseError
from caseboard.i18n import _
from caseboard.model.columns import new_id
from caseboard.model.ids import ClipId, NoteId
from caseboard.model.work import Note
from caseboard.store import notes
from caseboard.ui.desk import CaseDesk
from caseboard.ui.forms.autosave import Autosave
from caseboard.ui.forms.note_text import NoteText
from caseboard.ui.lib.asyncui import newest_slot
from caseboard.ui.lib.labels import plain_label, set_tone
from caseboard.ui.navigation import Navigator


class NoteEditor(QWidget):
    """One note. A new one is made by the first letter typed, so that none is ever empty."""

    written = Signal(str)
    """The note's id, each time the library has what was typed."""

    def __init__(
        self,
        desk: CaseDesk,
        navigator: Navigator,
        note: Note | None = None,
        *,
        clip_id: ClipId | None = None,
        place: Place | None = None,
        lines: int = 3,
        most: int = 24,
    ) -> None:
        super().__init__()
        self._desk = desk
        self.note_id = note.id if note else NoteId(new_id())
        self._clip_id, self._place = clip_id, place
        self._kept = note.text if note else ""
        self.text = NoteText(desk, navigator, self._kept, lines=lines, most=most)
        self.state = plain_label("", self, tone="muted", size="small", wrap=True)
        self.state.hide()
        self.autosave = Autosave(desk.desk.history, self._command, self)
        self.setFocusProxy(self.text)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.text)
        column.addWidget(self.state)
        self.text.setReadOnly(desk.desk.library.read_only)
        self.text.textChanged.connect(self._on_typed)
        self.text.left.connect(self.autosave.end)
        self.autosave.saved.connect(self._on_saved)
        self.autosave.failed.connect(self._on_failed)
        self.autosave.taken_back.connect(self._read_again)

    def show_note(self, note: Note) -> None:
        """Show what the library now has; what is being typed here is newer and stays."""
        if not self.autosave.is_saved:
            return
        self._kept = note.text
        if note.text != self.text.toPlainText() and not self.text.hasFocus():
            self._show(note.text)

    async def keep(self) -> None:
        """Write what is typed and wait until the disk has it."""
        await self.autosave.keep()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.autosave.end()

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DeferredDelete:
            self.autosave.end()
        return super().event(event)

    def _command(self) -> WriteNote | None:
        typed = self.text.toPlainText()
        if not typed.strip() and not self._kept:
            return None
        self._kept = typed
        return WriteNote(self._desk.case_id, self.note_id, typed, self._clip_id, self._place)

    def _show(self, text: str) -> None:
        self.text.blockSignals(True)
        self.text.setPlainText(text)
        self.text.blockSignals(False)
        self._kept = text

    @Slot()
    def _on_typed(self) -> None:
        if self.text.toPlainText() != self._kept:
            self.autosave.touch()

    @Slot()
    def _on_saved(self) -> None:
        self.state.hide()
        self.written.emit(self.note_id)

    @Slot(object)
    def _on_failed(self, error: CaseError) -> None:
        words = _("Not saved: {reason} {hint}").format(reason=error, hint=error.hint)
        self.state.setText(words.strip())
        set_tone(self.state, "bad")
        self.state.show()

    @newest_slot()
    async def _read_again(self) -> None:
        """An undo or redo may have changed the note under the editor."""
        note = await self._desk.read(notes.by_id, self.note_id)
        text = note.text if note is not None and note.deleted is None else ""
        if self.autosave.is_saved and text != self.text.toPlainText():
            self._show(text)
