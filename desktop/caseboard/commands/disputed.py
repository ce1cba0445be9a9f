"""Which claims of a case a proposed dispute would stand between."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import Session, col, select

from caseboard.commands import proposed
from caseboard.model.claim import Claim, Report
from caseboard.model.clip import Anchor, Clip
from caseboard.model.ids import CaseId, ClaimId, ClipId
from caseboard.model.proposing import Proposed, ProposedMention
from caseboard.tagging.proposals import Proposal
from caseboard.tagging.suggestions import DisputeSuggestion, Elsewhere, Kind

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Unstated:
    """A side of a proposed dispute that is no claim yet, and what it can be stated from."""

    number: int
    """1 for the first side, 2 for the other."""
    clip: Clip
    statement: Proposal
    others: Sequence[Proposal]
    """All that is proposed of that clip and open."""


def sides(
    session: Session, case_id: CaseId, clip_id: ClipId, proposal: Proposal
) -> tuple[ClaimId | None, ClaimId | None]:
    """The claims made of its two statements; None for one that was not accepted yet."""
    dispute = proposal.best
    spans = _spans(session, clip_id, proposal.key)
    first = _stated(session, case_id, clip_id, spans[0]) if spans else None
    if isinstance(dispute, DisputeSuggestion) and dispute.elsewhere is not None:
        return first, _elsewhere(session, case_id, dispute.elsewhere)
    return first, _stated(session, case_id, clip_id, spans[1], first) if spans[1:] else None


def unstated(
    session: Session, case_id: CaseId, clip_id: ClipId, proposal: Proposal
) -> Unstated | None:
    """The first side that is no claim yet; None where both are, or its statement has gone."""
    stated = sides(session, case_id, clip_id, proposal)
    if None not in stated:
        return None
    number = stated.index(None)
    clip, span = _where(session, clip_id, proposal, number)
    if clip is None or span is None:
        return None
    for statement in proposed.statements_of(session, clip.id):
        if any((said.start, said.end) == span for said in statement.mentions):
            return Unstated(number + 1, clip, statement, proposed.open_of(session, clip.id))
    return None


def _where(
    session: Session, clip_id: ClipId, proposal: Proposal, number: int
) -> tuple[Clip | None, Span | None]:
    """In which clip a side stands, and where in it."""
    dispute = proposal.best
    if number == 1 and isinstance(dispute, DisputeSuggestion) and dispute.elsewhere is not None:
        return _found(session, dispute.elsewhere)
    spans = _spans(session, clip_id, proposal.key)
    return session.get(Clip, clip_id), spans[number] if spans[number:] else None


def _found(session: Session, other: Elsewhere) -> tuple[Clip | None, Span | None]:
    clip = session.get(Clip, other.clip_id) if other.clip_id else None
    at = clip.text.find(other.surface) if clip is not None and clip.deleted is None else -1
    return clip, (at, at + len(other.surface)) if at >= 0 else None


def _spans(session: Session, clip_id: ClipId, key: str) -> Sequence[Span]:
    query = (
        select(ProposedMention.start, ProposedMention.end)
        .join(Proposed, col(Proposed.id) == col(ProposedMention.proposed_id))
        .where(Proposed.clip_id == clip_id, Proposed.kind == Kind.DISPUTE, Proposed.key == key)
        .order_by(col(ProposedMention.ordinal))
    )
    return [(row[0], row[1]) for row in session.exec(query)]


def _stated(
    session: Session, case_id: CaseId, clip_id: ClipId, span: Span, besides: ClaimId | None = None
) -> ClaimId | None:
    """The claim reported at a passage; of several, the one with most of its words."""
    start, end = span
    query = (
        select(Claim.id, Anchor.start, Anchor.end)
        .join(Report, col(Report.claim_id) == col(Claim.id))
        .join(Anchor, col(Anchor.id) == col(Report.anchor_id))
        .where(
            Claim.case_id == case_id,
            Anchor.clip_id == clip_id,
            col(Anchor.start) < end,
            col(Anchor.end) > start,
            *(col(row.deleted).is_(None) for row in (Claim, Report, Anchor)),
        )
    )
    found = [
        (min(end, last or 0) - max(start, first or 0), ClaimId(claim_id))
        for claim_id, first, last in session.exec(query)
        if claim_id != besides
    ]
    return max(found, key=lambda each: each[0])[1] if found else None


def _elsewhere(session: Session, case_id: CaseId, other: Elsewhere) -> ClaimId | None:
    if other.claim_id:
        claim = session.get(Claim, other.claim_id)
        return claim.id if claim is not None and claim.deleted is None else None
    clip, span = _found(session, other)
    return _stated(session, case_id, clip.id, span) if clip is not None and span else None
