"""Reading the inquiries of a case: questions, hypotheses, and how the claims fit them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlmodel import Session, col, select

from caseboard.model.claim import Claim
from caseboard.model.ids import CaseId, ClaimId, HypothesisId, InquiryId
from caseboard.model.inquiry import Consistency, Evidence, Hypothesis, Inquiry
from caseboard.store.numbering import next_after


@dataclass(frozen=True, slots=True)
class InquirySheet:
    """One inquiry with all its matrix holds; what lies in the bin is left out."""

    inquiry: Inquiry
    hypotheses: Sequence[Hypothesis]
    """In the order of their columns."""
    evidence: Sequence[ClaimId]
    """The claims they are tried on, oldest first."""
    cells: Mapping[tuple[HypothesisId, ClaimId], Consistency]
    """The cells that are rated."""


def of_case(session: Session, case_id: CaseId) -> list[Inquiry]:
    """The living inquiries of a case, oldest first."""
    query = select(Inquiry).where(Inquiry.case_id == case_id, col(Inquiry.deleted).is_(None))
    return list(session.exec(query.order_by(col(Inquiry.id))))


def read(session: Session, inquiry_id: InquiryId) -> InquirySheet | None:
    """One living inquiry; None where it has gone."""
    inquiry = session.get(Inquiry, inquiry_id)
    if inquiry is None or inquiry.deleted is not None:
        return None
    hypotheses = hypotheses_of(session, inquiry_id)
    claims = claims_of(session, inquiry_id)
    return InquirySheet(inquiry, hypotheses, claims, _cells(session, inquiry_id, claims))


def hypotheses_of(session: Session, inquiry_id: InquiryId) -> list[Hypothesis]:
    """The living hypotheses of an inquiry, in order."""
    query = select(Hypothesis).where(
        Hypothesis.inquiry_id == inquiry_id, col(Hypothesis.deleted).is_(None)
    )
    return list(session.exec(query.order_by(col(Hypothesis.ordinal), col(Hypothesis.id))))


def claims_of(session: Session, inquiry_id: InquiryId) -> list[ClaimId]:
    """The living claims that are evidence in an inquiry, oldest first."""
    query = (
        select(Evidence.claim_id)
        .join(Claim, col(Claim.id) == col(Evidence.claim_id))
        .where(Evidence.inquiry_id == inquiry_id, col(Claim.deleted).is_(None))
    )
    return [ClaimId(row) for row in session.exec(query.order_by(col(Evidence.claim_id)))]


def inquiry_of(session: Session, hypothesis_id: HypothesisId) -> InquiryId | None:
    """Where a living hypothesis competes; None where it has gone."""
    hypothesis = session.get(Hypothesis, hypothesis_id)
    if hypothesis is None or hypothesis.deleted is not None:
        return None
    return hypothesis.inquiry_id


def evidence_of(
    session: Session, inquiry_id: InquiryId, claims: Sequence[ClaimId]
) -> list[Evidence]:
    """The rows that make these claims evidence in an inquiry."""
    query = select(Evidence).where(
        Evidence.inquiry_id == inquiry_id, col(Evidence.claim_id).in_(claims)
    )
    return list(session.exec(query))


def ratings_of(
    session: Session, inquiry_id: InquiryId, claims: Sequence[ClaimId]
) -> list[Consistency]:
    """The cells of these claims in an inquiry, those of hypotheses in the bin too."""
    query = (
        select(Consistency)
        .join(Hypothesis, col(Hypothesis.id) == col(Consistency.hypothesis_id))
        .where(Hypothesis.inquiry_id == inquiry_id, col(Consistency.claim_id).in_(claims))
    )
    return list(session.exec(query))


def next_number(session: Session, case_id: CaseId) -> int:
    """The number of the next hypothesis of a case: more than any so far, binned ones too."""
    return next_after(session.exec(select(Hypothesis.ref).where(Hypothesis.case_id == case_id)))


def _cells(
    session: Session, inquiry_id: InquiryId, claims: Sequence[ClaimId]
) -> dict[tuple[HypothesisId, ClaimId], Consistency]:
    query = (
        select(Consistency)
        .join(Hypothesis, col(Hypothesis.id) == col(Consistency.hypothesis_id))
        .where(Hypothesis.inquiry_id == inquiry_id, col(Hypothesis.deleted).is_(None))
    )
    here = frozenset(claims)
    return {
        (cell.hypothesis_id, cell.claim_id): cell
        for cell in session.exec(query)
        if cell.claim_id in here
    }
