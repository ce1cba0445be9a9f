"""The notes on a clip, each open to write in."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from caseboard.briefing.words import minute
from caseboard.commands.editing import Bin
from caseboard.i18n import _
from caseboard.model.work import Note
from caseboard.store.clips import ClipView
from caseboard.ui.desk import CaseDesk
from caseboard.ui.forms.note_editor import NoteEditor
from caseboard.ui.forms.note_marks import NoteMarks
from caseboard.ui.forms.note_text import focus_end
from caseboard.ui.inspector.pick_row import PickRow
from caseboard.ui.lib.asyncui import async_slot
from caseboard.ui.lib.buttons import push_button, tool_button
from caseboard.ui.lib.empty import EmptyState
from caseboard.ui.lib.labels import ElidedLabel, plain_label
from caseboard.ui.lib.surfaces import Card
from caseboard.ui.navigation import Navigator


class NotesTab(QScrollArea):
    """Editors stay what they are while their notes change: nobody loses the cursor."""

    picked = Signal(str)
    """The anchor a note stands at."""

    def __init__(self, desk: CaseDesk, navigator: Navigator, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._navigator = navigator
        self._view: ClipView | None = None
        self.cards: dict[str, NoteCard] = {}
        theme = desk.desk.theme
        self.new = push_button(theme, _("New note"), self, icon="plus")
        self.new.clicked.connect(self.start)
        self.new.setEnabled(not desk.desk.library.read_only)
        self.empty = EmptyState(
            theme, _("No note on this clip yet."), second=_("N starts one"), parent=self
        )
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(*(theme.px(n) for n in (14, 12, 14, 12)))
        self._column.setSpacing(theme.px(10))
        self._column.addWidget(self.new)
        self._column.addWidget(self.empty)
        self._column.addStretch(1)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidget(inside)

    def show_clip(self, view: ClipView | None) -> None:
        """Show the notes of this clip."""
        if view is None or self._view is None or view.clip.id != self._view.clip.id:
            self._clear()
        self._view = view
        self.new.setVisible(view is not None)
        notes = view.notes if view else ()
        quotes = {anchor.id: anchor.exact for anchor in view.anchors} if view else {}
        self._drop_gone(notes)
        for note in notes:
            card = self.cards.get(note.id) or self._add(note)
            card.show_note(note, quotes[note.anchor_id] if note.anchor_id else "")
        self._show_empty()

    @Slot()
    def start(self) -> None:
        """Begin a note on the clip."""
        if self._view is None:
            return
        editor = NoteEditor(self._desk, self._navigator, clip_id=self._view.clip.id, lines=4)
        self._take(NoteCard(self._desk, editor))
        focus_end(editor.text)

    def select(self, anchor_id: str) -> bool:
        """Bring the note at this anchor into sight; whether there is one."""
        card = next((c for c in self.cards.values() if c.anchor_id == anchor_id), None)
        if card is not None:
            self.ensureWidgetVisible(card)
        return card is not None

    async def keep(self) -> None:
        """Write all that is typed and wait until the disk has it."""
        for card in list(self.cards.values()):
            await card.editor.keep()

    def _add(self, note: Note) -> "NoteCard":
        editor = NoteEditor(self._desk, self._navigator, note)
        return self._take(NoteCard(self._desk, editor))

    def _take(self, card: "NoteCard") -> "NoteCard":
        self.cards[card.editor.note_id] = card
        self._column.insertWidget(self._column.count() - 1, card)
        card.picked.connect(self.picked)
        self._show_empty()
        return card

    def _drop_gone(self, notes: Sequence[Note]) -> None:
        """A card of its own note that is not written yet stays while it is typed in."""
        here = {note.id for note in notes}
        for note_id, card in list(self.cards.items()):
            is_begun = not card.is_kept and card.isAncestorOf(self.focusWidget() or self)
            if note_id not in here and not is_begun:
                self._drop(note_id)

    def _drop(self, note_id: str) -> None:
        card = self.cards.pop(note_id)
        card.editor.autosave.end()
        self._column.removeWidget(card)
        card.hide()
        card.deleteLater()

    def _clear(self) -> None:
        for note_id in list(self.cards):
            self._drop(note_id)

    def _show_empty(self) -> None:
        self.empty.setVisible(self._view is not None and not self.cards)


class NoteCard(Card):
    """One note: when it was written, what it is about, its text."""

    picked = Signal(str)

    def __init__(self, desk: CaseDesk, editor: NoteEditor) -> None:
        super().__init__()
        self._desk = desk
        self.anchor_id = ""
        self.editor = editor
        self.is_kept = False
        theme = desk.desk.theme
        px = theme.px
        self.when = plain_label(_("New note"), self, tone="muted", size="small")
        self.quote = PickRow(theme, "", self)
        self._words = ElidedLabel("", self.quote, tone="muted", size="quote")
        self._words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.quote.put(self._words, 1)
        self.quote.hide()
        self.quote.clicked.connect(lambda: self.picked.emit(self.anchor_id))
        self.delete = tool_button(theme, "trash-2", _("Delete this note"), self)
        self.delete.clicked.connect(self._on_delete)
        self.delete.hide()
        head = QHBoxLayout()
        self.marks = NoteMarks(desk, self)
        head.addWidget(self.when, 1)
        head.addWidget(self.delete)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(10), px(6), px(6), px(8))
        column.setSpacing(px(4))
        column.addLayout(head)
        column.addWidget(self.quote)
        column.addWidget(editor)
        column.addWidget(self.marks, 0, Qt.AlignmentFlag.AlignLeft)

    def show_note(self, note: Note, quote: str) -> None:
        """Show when it was written and where it stands."""
        self.is_kept = True
        self.when.setText(minute(note.changed))
        self.anchor_id = note.anchor_id or ""
        words = _("“{words}”").format(words=quote) if quote else _("On a region")
        self._words.setText(words)
        self.quote.setAccessibleName(words)
        self.quote.setVisible(bool(note.anchor_id))
        self.delete.setVisible(not self._desk.desk.library.read_only)
        self.marks.show_note(note)
        self.editor.show_note(note)

    @async_slot()
    async def _on_delete(self) -> None:
        await self.editor.keep()
        gone = frozenset([str(self.editor.note_id)])
        await self._desk.run(Bin(Note, gone, _("Delete note"), self._desk.case_id))
