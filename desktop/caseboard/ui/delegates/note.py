"""A row of the list of notes."""

from caseboard.store.notes import NoteRow
from caseboard.ui.delegates.line import Face
from caseboard.ui.itemmodels.notes import first_line, second


def note_face(row: NoteRow) -> Face:
    """Its first line, when it was changed, and on which clip it is."""
    return Face(first_line(row), second(row))
