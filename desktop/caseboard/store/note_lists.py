"""Lists of notes that can be filtered by their words."""

from sqlmodel import Session, col, select

from caseboard.model.ids import CaseId
from caseboard.model.work import Note
from caseboard.store import notes
from caseboard.store.folding import fold


def ids(session: Session, case_id: CaseId, typed: str = "") -> list[str]:
    """The living notes that hold what is typed, last changed first."""
    wanted = fold(typed)
    if not wanted.strip():
        return notes.ids(session, case_id)
    query = (
        select(Note.id, Note.text)
        .where(Note.case_id == case_id, col(Note.deleted).is_(None))
        .order_by(col(Note.changed).desc())
    )
    return [row_id for row_id, text in session.exec(query) if wanted in fold(text)]
