"""What can be linked to by ref in a case: clips, claims, hypotheses, gaps, layers, briefings."""

from dataclasses import dataclass

from sqlmodel import Session, col, select

from caseboard.model.claim import Claim
from caseboard.model.clip import Clip
from caseboard.model.ids import CaseId
from caseboard.model.inquiry import Gap, Hypothesis
from caseboard.model.refs import short
from caseboard.model.work import Briefing, Layer


@dataclass(frozen=True, slots=True)
class Reference:
    """One thing of a case that has a ref, by its table, id, short ref and title."""

    table: str
    row_id: str
    ref: str
    title: str


def of_case(session: Session, case_id: CaseId) -> list[Reference]:
    """Everything with a ref that is not in the bin, by table and in order of their refs."""
    clips = session.exec(
        select(Clip.id, Clip.ref, Clip.title)
        .where(Clip.case_id == case_id, col(Clip.deleted).is_(None))
        .order_by(col(Clip.ref))
    )
    claims = session.exec(
        select(Claim.id, Claim.ref, Claim.statement)
        .where(Claim.case_id == case_id, col(Claim.deleted).is_(None))
        .order_by(col(Claim.id))
    )
    hypotheses = session.exec(
        select(Hypothesis.id, Hypothesis.ref, Hypothesis.statement)
        .where(Hypothesis.case_id == case_id, col(Hypothesis.deleted).is_(None))
        .order_by(col(Hypothesis.id))
    )
    gaps = session.exec(
        select(Gap.id, Gap.ref, Gap.question)
        .where(Gap.case_id == case_id, col(Gap.deleted).is_(None))
        .order_by(col(Gap.id))
    )
    layers = session.exec(
        select(Layer.id, Layer.ref, Layer.name)
        .where(Layer.case_id == case_id, col(Layer.deleted).is_(None))
        .order_by(col(Layer.id))
    )
    briefings = session.exec(
        select(Briefing.id, Briefing.ref, Briefing.title)
        .where(Briefing.case_id == case_id, col(Briefing.deleted).is_(None))
        .order_by(col(Briefing.id))
    )
    return [
        *(Reference("clip", row_id, short(ref), title) for row_id, ref, title in clips),
        *(Reference("claim", row_id, short(ref), title) for row_id, ref, title in claims),
        *(Reference("hypothesis", row_id, short(ref), title) for row_id, ref, title in hypotheses),
        *(Reference("gap", row_id, short(ref), title) for row_id, ref, title in gaps),
        *(Reference("layer", row_id, short(ref), title) for row_id, ref, title in layers),
        *(Reference("briefing", row_id, short(ref), title) for row_id, ref, title in briefings),
    ]


def find(session: Session, case_id: CaseId, ref: str) -> Reference | None:
    """What `ref`, short or whole and in any letter case, names in this case."""
    wanted = short(ref.strip().upper())
    return next((each for each in of_case(session, case_id) if each.ref == wanted), None)
