"""One investigation."""

from datetime import datetime

from sqlmodel import Field

from caseboard.model.columns import choice, key
from caseboard.model.ids import CaseId
from caseboard.model.rows import Row
from caseboard.model.terms import CaseStatus, Ladder, Marking


class Case(Row, table=True):
    """One investigation: the question, and the rules its work is done under."""

    id: CaseId = key()
    ref: str = Field(unique=True)
    """`KUP-2024-11`: what people call it."""
    title: str
    question: str = ""
    marking: Marking = choice(Marking, Marking.AMBER)
    status: CaseStatus = choice(CaseStatus, CaseStatus.OPEN)
    ladder: Ladder = choice(Ladder, Ladder.ICD203)
    collector: str = ""
    created: datetime
    deleted: datetime | None = None
