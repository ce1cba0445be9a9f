"""What a briefing may cite by ref, with who said it and how far they are relied on."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlmodel import Session, col, select

from caseboard.model.claim import Claim, Report
from caseboard.model.clip import Clip
from caseboard.model.entities import Source
from caseboard.model.ids import CaseId
from caseboard.model.terms import Credibility, Reliability, Stance
from caseboard.model.work import Layer
from caseboard.store import references


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody who says it: of a publisher the reliability alone is known."""

    name: str
    reliability: Reliability
    credibility: Credibility | None = None


@dataclass(frozen=True, slots=True)
class Citable:
    """One thing of a case that can be cited, by its table and short ref."""

    table: str
    ref: str
    title: str
    voices: tuple[Voice, ...] = ()
    """Who published a clip or layer, or who said what supports a claim; each once."""


def of_case(session: Session, case_id: CaseId) -> list[Citable]:
    """Clips, claims, hypotheses, gaps and layers that are not in the bin, by table and ref."""
    voices = {**_publishers(session, case_id), **_claimants(session, case_id)}
    return [
        Citable(each.table, each.ref, each.title, tuple(voices.get(each.row_id, ())))
        for each in references.of_case(session, case_id)
    ]


def _publishers(session: Session, case_id: CaseId) -> Mapping[str, Sequence[Voice]]:
    of_clips = select(Clip.id, Source.name, Source.reliability).where(
        Clip.case_id == case_id, col(Clip.source_id) == col(Source.id)
    )
    of_layers = select(Layer.id, Source.name, Source.reliability).where(
        Layer.case_id == case_id, col(Layer.source_id) == col(Source.id)
    )
    return {
        row_id: (Voice(name, Reliability(reliability)),)
        for query in (of_clips, of_layers)
        for row_id, name, reliability in session.exec(query)
    }


def _claimants(session: Session, case_id: CaseId) -> Mapping[str, Sequence[Voice]]:
    query = (
        select(Claim.id, Source.name, Source.reliability, Report.credibility)
        .where(
            Claim.case_id == case_id,
            col(Report.claim_id) == col(Claim.id),
            col(Report.claimant_id) == col(Source.id),
            col(Report.stance) == Stance.SUPPORTS,
            col(Report.deleted).is_(None),
        )
        .order_by(col(Report.id))
    )
    found: defaultdict[str, dict[str, Voice]] = defaultdict(dict)
    for claim_id, name, reliability, credibility in session.exec(query):
        voice = Voice(name, Reliability(reliability), Credibility(credibility))
        found[claim_id].setdefault(name, voice)
    return {claim_id: tuple(by_name.values()) for claim_id, by_name in found.items()}
