"""Proposals as they are kept: from suggestions to rows, and back."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

from pydantic import TypeAdapter
from sqlmodel import Session, col, select

from caseboard.model.ids import ClipId
from caseboard.model.proposing import Proposed
from caseboard.store import proposals as store
from caseboard.store.proposals import Row
from caseboard.tagging.gazetteer.naming import key as fold
from caseboard.tagging.proposals import Proposal, proposals
from caseboard.tagging.suggestions import (
    DisputeSuggestion,
    EquipmentSuggestion,
    GovernmentSuggestion,
    Kind,
    LocationSuggestion,
    PersonSuggestion,
    StatementSuggestion,
    Suggestions,
    UnitSuggestion,
)

_MENTIONS: Mapping[Kind, TypeAdapter[Any]] = MappingProxyType(
    {
        Kind.LOCATION: TypeAdapter(tuple[LocationSuggestion, ...]),
        Kind.GOVERNMENT: TypeAdapter(tuple[GovernmentSuggestion, ...]),
        Kind.UNIT: TypeAdapter(tuple[UnitSuggestion, ...]),
        Kind.PERSON: TypeAdapter(tuple[PersonSuggestion, ...]),
        Kind.EQUIPMENT: TypeAdapter(tuple[EquipmentSuggestion, ...]),
        Kind.STATEMENT: TypeAdapter(tuple[StatementSuggestion, ...]),
        Kind.DISPUTE: TypeAdapter(tuple[DisputeSuggestion, ...]),
    }
)


def rows(found: Suggestions) -> list[Row]:
    """What is kept of the suggestions of one clip."""
    return [_row(proposal, found) for proposal in proposals(found)]


def open_of(session: Session, clip_id: ClipId) -> list[Proposal]:
    """What is proposed of a clip and not answered yet: in reading order, disputes last."""
    return [_proposal(each) for each in store.open_payloads(session, clip_id)]


def statements_of(session: Session, clip_id: ClipId) -> list[Proposal]:
    """What anybody says in a clip, answered or not, in reading order."""
    query = select(Proposed.payload).where(
        Proposed.clip_id == clip_id, Proposed.kind == Kind.STATEMENT
    )
    return [_proposal(each) for each in session.exec(query.order_by(col(Proposed.id)))]


def open_rows(
    session: Session, clip_id: ClipId, known: Mapping[int, Proposal]
) -> dict[int, Proposal]:
    """The same by row; those in `known` are not read again, which takes most of the time."""
    ids = store.open_ids(session, clip_id)
    payloads = store.payloads(session, [each for each in ids if each not in known])
    read = {row: _proposal(payload) for row, payload in payloads.items()}
    return {row: known[row] if row in known else read[row] for row in ids}


def _proposal(payload: Mapping[str, Any]) -> Proposal:
    kind = Kind(payload["kind"])
    mentions = _MENTIONS[kind].validate_python(payload["mentions"])
    return Proposal(kind, payload["key"], payload["name"], mentions)


def _row(proposal: Proposal, found: Suggestions) -> Row:
    mentions = _MENTIONS[proposal.kind].dump_python(proposal.mentions, mode="json")
    payload = {
        "kind": proposal.kind.value,
        "key": proposal.key,
        "name": proposal.name,
        "mentions": mentions,
    }
    return Row(proposal.kind.value, proposal.key, proposal.score, payload, _places(proposal, found))


def _places(proposal: Proposal, found: Suggestions) -> Sequence[tuple[int, int, str]]:
    """A dispute stands where its two statements do."""
    first = proposal.mentions[0]
    if isinstance(first, DisputeSuggestion):
        sides = [found.statements[i] for i in (first.a, first.b) if i is not None]
        return [(side.start, side.end, proposal.key) for side in sides]
    return [(each.start, each.end, fold(each.surface)) for each in proposal.mentions]
