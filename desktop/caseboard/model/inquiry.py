"""Competing hypotheses, the claims they are tried on, and what is still to be found out."""

from datetime import datetime

from sqlalchemy import CheckConstraint, UniqueConstraint

from caseboard.model.columns import choice, key, link
from caseboard.model.ids import CaseId, ClaimId, DisputeId, GapId, HypothesisId, InquiryId
from caseboard.model.rows import Row
from caseboard.model.terms import Fit, GapStatus


class Inquiry(Row, table=True):
    """One question, answered by hypotheses that compete (Heuer 1999, chapter 8)."""

    id: InquiryId = key()
    case_id: CaseId = link("case.id")
    question: str
    deleted: datetime | None = None


class Evidence(Row, table=True):
    """A claim that the hypotheses of an inquiry are tried on: one row of its matrix."""

    __tablename__ = "inquiry_evidence"
    __table_args__ = (UniqueConstraint("inquiry_id", "claim_id"),)

    id: str = key()
    inquiry_id: InquiryId = link("inquiry.id")
    claim_id: ClaimId = link("claim.id")


class Hypothesis(Row, table=True):
    """One answer to an inquiry: a column of its matrix."""

    __table_args__ = (UniqueConstraint("case_id", "ref"),)

    id: HypothesisId = key()
    case_id: CaseId = link("case.id")
    inquiry_id: InquiryId = link("inquiry.id")
    ref: str
    """`KUP-2024-11-H2`."""
    statement: str
    ordinal: int
    """Its place among the columns, from 0."""
    deleted: datetime | None = None


class Consistency(Row, table=True):
    """How one claim fits one hypothesis, and why: a cell of the matrix."""

    __table_args__ = (UniqueConstraint("hypothesis_id", "claim_id"),)

    id: str = key()
    hypothesis_id: HypothesisId = link("hypothesis.id")
    claim_id: ClaimId = link("claim.id")
    fit: Fit = choice(Fit)
    reason: str = ""


class Gap(Row, table=True):
    """Something not known that would change a judgement: a task, with a date."""

    __table_args__ = (
        UniqueConstraint("case_id", "ref"),
        CheckConstraint(
            "(claim_id IS NOT NULL) + (dispute_id IS NOT NULL) + (hypothesis_id IS NOT NULL) <= 1",
            name="ck_gap_at_most_one",
        ),
    )

    id: GapId = key()
    case_id: CaseId = link("case.id")
    ref: str
    """`KUP-2024-11-G4`."""
    question: str
    """What is to be found out."""
    changes: str = ""
    """Which judgement the answer would change, and how."""
    claim_id: ClaimId | None = link("claim.id", default=None)
    dispute_id: DisputeId | None = link("dispute.id", default=None)
    hypothesis_id: HypothesisId | None = link("hypothesis.id", default=None)
    due: str = ""
    """By when: a day (ISO 8601), or empty."""
    status: GapStatus = choice(GapStatus, GapStatus.OPEN)
    answer: str = ""
    created: datetime
    closed: datetime | None = None
    deleted: datetime | None = None
