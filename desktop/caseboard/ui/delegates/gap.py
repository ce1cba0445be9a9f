"""A row of the list of gaps."""

from caseboard.store.gaps import GapRow
from caseboard.ui import gap_words
from caseboard.ui.delegates.line import Face


def gap_face(row: GapRow) -> Face:
    """The question, and under it its date, what it would change, its ref."""
    return Face(row.gap.question, gap_words.second(row))
