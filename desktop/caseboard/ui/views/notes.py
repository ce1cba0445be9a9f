"""The notes of a case, and the one being written."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget
from shiboken6 import isValid

from caseboard.briefing.words import minute
from caseboard.commands.editing import Bin
from caseboard.i18n import _
from caseboard.model.change import Change
from caseboard.model.refs import short
from caseboard.model.work import Note
from caseboard.store import notes
from caseboard.store.notes import NoteRow
from caseboard.ui.delegates.line import LineDelegate
from caseboard.ui.delegates.note import note_face
from caseboard.ui.desk import CaseDesk
from caseboard.ui.forms.note_editor import NoteEditor
from caseboard.ui.forms.note_marks import NoteMarks
from caseboard.ui.forms.note_text import focus_end
from caseboard.ui.itemmodels.notes import NotesModel
from caseboard.ui.lib.asyncui import async_slot, newest_slot
from caseboard.ui.lib.buttons import flat_button, link_button, push_button
from caseboard.ui.lib.labels import plain_label
from caseboard.ui.lib.surfaces import Surface
from caseboard.ui.listening import follow
from caseboard.ui.navigation import Navigator, Place
from caseboard.ui.panes import Panes
from caseboard.ui.telling import Telling
from caseboard.ui.views.list_pane import ListPane, Says

LIST_WIDTH = 340
WIDEST = 760
LINES, MOST = 18, 2000


class NotesView(Surface):
    """The list at the left, the note that is selected or begun at the right."""

    told = Signal(object)
    """`Telling`."""

    def __init__(self, desk: CaseDesk, navigator: Navigator, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent=parent)
        self._desk = desk
        self._navigator = navigator
        self._row: NoteRow | None = None
        self.editor: NoteEditor | None = None
        theme = desk.desk.theme
        self._is_writable = not desk.desk.library.read_only
        self.model = NotesModel(desk, self)
        faces: LineDelegate[NoteRow] = LineDelegate(theme, note_face, self, lines=2)
        self.pane = ListPane(theme, self.model, faces, _says(is_writable=self._is_writable), self)
        self.new = flat_button(theme, _("New note"), self, "plus")
        self.new.setEnabled(self._is_writable)
        self.pane.add_tool(self.new)
        self.when = plain_label("", self, tone="muted", size="fact")
        self.clip = link_button("", self)
        self.marks = NoteMarks(desk, self)
        self.delete = push_button(theme, _("Delete"), self, danger=True)
        self._lay_out()
        self.new.clicked.connect(self.start)
        self.pane.acted.connect(self.start)
        self.pane.chosen.connect(self._on_chosen)
        self.clip.clicked.connect(self._on_clip_wanted)
        self.delete.clicked.connect(self._on_delete_wanted)
        if self._is_writable:
            self.pane.delete_wanted.connect(self._delete)
        follow(self, desk.desk.history.changed, self._on_changed)
        self.model.reload()

    def show_row(self, note_id: str) -> None:
        """Select a note, as soon as it is there."""
        self.pane.show_row(note_id)

    @Slot()
    def start(self) -> None:
        """Begin a note; it is in the list from its first letter on."""
        if not self._is_writable:
            return
        self._row = None
        self._read("")
        self._take(NoteEditor(self._desk, self._navigator, lines=LINES, most=MOST))
        if self.editor is not None:
            self.pane.await_row(self.editor.note_id)
            focus_end(self.editor.text)

    async def keep(self) -> None:
        """Write what is typed and wait until the disk has it."""
        if self.editor is not None:
            await self.editor.keep()

    def _lay_out(self) -> None:
        px = self._desk.desk.theme.px
        head = Surface("panel", "bottom", self)
        head.setMinimumHeight(px(46))
        row = QHBoxLayout(head)
        row.setContentsMargins(px(14), 0, px(12), 0)
        row.setSpacing(px(10))
        row.addWidget(self.when)
        row.addWidget(self.clip)
        row.addStretch(1)
        row.addWidget(self.marks)
        row.addWidget(self.delete)
        inside = Surface("panel")
        around = QHBoxLayout(inside)
        around.setContentsMargins(px(14), px(14), px(14), px(14))
        holder = QWidget(inside)
        holder.setMaximumWidth(px(WIDEST))
        self._holder = QVBoxLayout(holder)
        self._holder.setContentsMargins(0, 0, 0, 0)
        self._holder.addStretch(1)
        around.addWidget(holder, 1000, Qt.AlignmentFlag.AlignTop)
        around.addStretch(1)  # what is left where the note is as wide as it may be
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inside)
        page = Surface("panel", parent=self)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(scroll, 1)
        self._right = QStackedWidget(self)
        self._right.addWidget(Surface("panel"))
        self._right.addWidget(page)
        self.panes = Panes(self._desk.desk.settings, "notes", self)
        self.panes.add(self.pane, px(LIST_WIDTH))
        self.panes.add(self._right, px(600), takes_room=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.panes)

    def _take(self, editor: NoteEditor | None) -> None:
        """Write in another note, or in none."""
        if self.editor is not None:
            self.editor.autosave.end()
            self._holder.removeWidget(self.editor)
            self.editor.hide()
            self.editor.deleteLater()
        self.editor = editor
        if editor is not None:
            self._holder.insertWidget(0, editor)
        self._right.setCurrentIndex(0 if editor is None else 1)
        self._say()

    def _say(self) -> None:
        row = self._row
        self.when.setText(
            _("Changed {when}").format(when=minute(row.note.changed)) if row else _("New note")
        )
        self.clip.setText(_("On {ref}").format(ref=short(row.clip_ref)) if row else "")
        self.clip.setVisible(bool(row and row.clip_ref))
        self.marks.show_note(row.note if row else None)
        self.delete.setVisible(self._is_writable and row is not None)

    def _show(self, row: NoteRow) -> None:
        self._row = row
        if self.editor is not None and self.editor.note_id == row.id:
            self.editor.show_note(row.note)
            self._say()
            return
        self._take(NoteEditor(self._desk, self._navigator, row.note, lines=LINES, most=MOST))

    @Slot(str)
    def _on_chosen(self, note_id: str) -> None:
        self._read(note_id)
        if not note_id:
            is_begun = self.editor is not None and self._row is None
            if not is_begun:
                self._row = None
                self._take(None)
            return
        self._navigator.stand_at(Place("note", note_id))

    @newest_slot(str)
    async def _read(self, note_id: str) -> None:
        """Show a note as it is now; none leaves what is shown, and ends what is being read."""
        if not note_id:
            return
        row = (await self._desk.read(notes.rows, [note_id])).get(note_id)
        if row is not None and row.note.deleted is None:
            self._show(row)

    def _on_changed(self, change: Change) -> None:
        here = self.pane.current_id
        if here and here in change.touched.get("note", frozenset()):
            self._read(here)

    @Slot()
    def _on_clip_wanted(self) -> None:
        if self._row is not None and self._row.note.clip_id:
            self._navigator.open_clip(self._row.note.clip_id, self._row.note.anchor_id)

    @Slot()
    def _on_delete_wanted(self) -> None:
        if self._row is not None:
            self._delete(self._row.id)

    @async_slot(str)
    async def _delete(self, note_id: str) -> None:
        await self.keep()
        if not isValid(self):
            return
        command = Bin(Note, frozenset([note_id]), _("Delete note"), self._desk.case_id)
        await self._desk.run(command)
        words = _("{what}. It is in the bin.").format(what=command.label)
        self.told.emit(Telling(words, is_undoable=True))


def _says(*, is_writable: bool) -> Says:
    return Says(
        title=_("Notes"),
        filter=_("Filter notes"),
        nothing=_("No note is written yet."),
        action=_("New note") if is_writable else "",
        second=_("N in a clip writes one on it"),
        icon="notebook-text",
    )
