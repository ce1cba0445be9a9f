"""What the program proposes of clips, and what a case has turned down.

What was accepted is no row of its own: it is the tag, report or dispute that a person made of it.
"""

from datetime import datetime
from typing import Any

from sqlmodel import AutoString, Field, Index

from caseboard.model.columns import json_map, key, link
from caseboard.model.ids import CaseId, ClipId, RejectionId
from caseboard.model.rows import Row


class Rejection(Row, table=True):
    """These words are not proposed as this kind of thing in this case."""

    id: RejectionId = key()
    case_id: CaseId = link("case.id")
    kind: str
    """Such as `location`."""
    words: str
    """Folded, as `naming.key` does."""
    surface: str
    """As they stood in the text."""
    deleted: datetime | None = None


def _of_clip(*, primary_key: bool = False) -> Any:
    return Field(
        foreign_key="clip.id",
        ondelete="CASCADE",
        primary_key=primary_key,
        sa_type=AutoString,
        nullable=False,
        index=not primary_key,
    )


class Proposed(Row, table=True):
    """One question to the analyst. Worked out from the clip's text, so it is in no journal."""

    id: int | None = Field(default=None, primary_key=True)
    clip_id: ClipId = _of_clip()
    kind: str
    key: str
    score: float
    payload: dict[str, Any] = json_map()
    """A `tagging.proposals.Proposal` as JSON."""


class ProposedMention(Row, table=True):
    """Where it stands in the clip's text; of a dispute, the two sides."""

    __tablename__ = "proposed_mention"
    __table_args__ = (Index("ix_proposed_mention", "proposed_id", "ordinal"),)

    id: int | None = Field(default=None, primary_key=True)
    proposed_id: int = Field(foreign_key="proposed.id", ondelete="CASCADE", nullable=False)
    ordinal: int
    start: int
    end: int
    words: str
    """Folded, as a rejection has them."""


class ProposalRun(Row, table=True):
    """When a clip's text was last looked through."""

    __tablename__ = "proposal_run"

    clip_id: ClipId = _of_clip(primary_key=True)
    stamp: str
    """Hash of all that the outcome rests on, but for what the case knows."""
    problem: str = ""
    """Why there is no outcome."""
