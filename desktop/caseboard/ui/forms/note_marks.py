"""Who may read a note: a small button that says so, and its menu."""

from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

from caseboard.commands.marking import KeepPrivate, MarkRows
from caseboard.i18n import _
from caseboard.model.terms import Marking
from caseboard.model.work import Note
from caseboard.ui.desk import CaseDesk
from caseboard.ui.lib.asyncui import async_slot
from caseboard.ui.lib.buttons import give_menu, menu_button
from caseboard.ui.lib.labels import plain_tooltip
from caseboard.ui.markings import Mark, mark_of, marking_menu


class NoteMarks(QWidget):
    """Shows whether a note is private and how it is marked; hidden for none."""

    def __init__(self, desk: CaseDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._note: Note | None = None
        self._said: tuple[object, ...] | None = None
        self.button: QPushButton = menu_button("", QMenu(self), self, flat=True)
        self.button.setEnabled(not desk.desk.library.read_only)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.button)
        self.hide()

    def show_note(self, note: Note | None) -> None:
        """Show this note’s; it is read again after each change."""
        before, said = self._said, _said(note) if note else None
        self._note, self._said = note, said
        self.setVisible(note is not None)
        if note is None or said == before:
            return
        words = _words(note)
        self.button.setText(words)
        self.button.setAccessibleName(_("Who may read this note: {words}").format(words=words))
        plain_tooltip(self.button, _("A private note is never printed."))
        old = self.button.menu()
        give_menu(self.button, self._menu(note))
        old.deleteLater()

    def _menu(self, note: Note) -> QMenu:
        menu = QMenu(self)
        private = menu.addAction(_("Private: never printed"))
        private.setCheckable(True)
        private.setChecked(note.is_private)
        private.triggered.connect(lambda: self._keep(is_private=private.isChecked()))
        menu.addSeparator()
        menu.addMenu(marking_menu(self._on_marked, menu, mark_of(note.marking)))
        return menu

    @async_slot()
    async def _keep(self, *, is_private: bool) -> None:
        if self._note is not None:
            ids = frozenset([str(self._note.id)])
            await self._desk.run(KeepPrivate(self._desk.case_id, ids, is_private))

    @async_slot(object)
    async def _on_marked(self, marking: Marking | None) -> None:
        if self._note is not None:
            ids = frozenset([str(self._note.id)])
            await self._desk.run(MarkRows(self._desk.case_id, Note, ids, marking))


def _said(note: Note) -> tuple[object, ...]:
    return note.id, note.is_private, note.marking


def _words(note: Note) -> str:
    mark = mark_of(note.marking)
    parts = [_("Private")] if note.is_private else []
    parts += [mark.value] if mark is not Mark.CASE else []
    return " · ".join(parts) or _("Marked as the case")
