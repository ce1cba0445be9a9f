"""The notes of a case as a list."""

from collections.abc import Sequence

from PySide6.QtCore import QObject
from typing_extensions import override

from caseboard.briefing.words import day
from caseboard.i18n import _
from caseboard.model.change import Change
from caseboard.model.refs import short
from caseboard.store import note_lists, notes
from caseboard.store.notes import NoteRow
from caseboard.ui.desk import CaseDesk
from caseboard.ui.itemmodels.listed import ListedModel


class NotesModel(ListedModel[NoteRow]):
    """Last changed first, as they were when one came or went: nothing moves while one types."""

    def __init__(self, desk: CaseDesk, parent: QObject | None = None) -> None:
        super().__init__(desk, words, parent)

    @override
    async def read_ids(self) -> Sequence[str]:
        """The notes that hold what is typed."""
        return await self.desk.read(note_lists.ids, self.desk.case_id, self.typed)

    @override
    async def fetch_rows(self, ids: Sequence[str]) -> dict[str, NoteRow]:
        """These rows."""
        return await self.desk.read(notes.rows, ids)

    @override
    def on_changed(self, change: Change) -> None:
        """List anew where a note came or went; otherwise read what was written."""
        if "note" in change.moved:
            self.reload()
        if change.touches("note"):
            self.refresh(change.touched["note"])


def first_line(row: NoteRow) -> str:
    """The first line with words in it, without the marks of a heading."""
    lines = (line.strip("#>*- \t") for line in row.note.text.splitlines())
    return next((line for line in lines if line), _("Empty note"))


def second(row: NoteRow) -> str:
    """When it was changed last, on which clip it is, and who may read it."""
    note = row.note
    parts = (
        day(note.changed),
        short(row.clip_ref) if row.clip_ref else "",
        _("private") if note.is_private else "",
        note.marking.value if note.marking else "",
    )
    return " · ".join(part for part in parts if part)


def words(row: NoteRow) -> str:
    """All that a row shows, as a screen reader says it."""
    return f"{first_line(row)}, {second(row)}"
