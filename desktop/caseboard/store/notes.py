"""Reading notes."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import Session, col, select

from caseboard.model.clip import Clip
from caseboard.model.ids import CaseId
from caseboard.model.work import Note


@dataclass(frozen=True, slots=True)
class NoteRow:
    """One line of the note list: the note, and the ref of the clip it is about."""

    id: str
    note: Note
    clip_ref: str


def ids(session: Session, case_id: CaseId) -> list[str]:
    """The living notes of a case, last changed first."""
    query = select(Note.id).where(Note.case_id == case_id, col(Note.deleted).is_(None))
    return list(session.exec(query.order_by(col(Note.changed).desc())))


def rows(session: Session, wanted: Sequence[str]) -> dict[str, NoteRow]:
    """These lines, by id."""
    query = (
        select(Note, Clip.ref)
        .join(Clip, col(Clip.id) == col(Note.clip_id), isouter=True)
        .where(col(Note.id).in_(wanted))
    )
    return {note.id: NoteRow(note.id, note, ref or "") for note, ref in session.exec(query)}


def by_id(session: Session, note_id: str) -> Note | None:
    """One note."""
    return session.get(Note, note_id)
