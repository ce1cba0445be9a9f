"""A row of the list of briefings."""

from caseboard.store.briefings import BriefingRow
from caseboard.ui.delegates.line import Face
from caseboard.ui.itemmodels.briefings import state, title


def briefing_face(row: BriefingRow) -> Face:
    """What it is called, and what was last exported of it."""
    return Face(title(row), state(row))
