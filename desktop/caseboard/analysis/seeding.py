"""Where an inquiry can begin: in a dispute, in claims that exclude each other, or from nothing.

A seed proposes a question, hypotheses and evidence. It rates no cell: how a claim fits a
hypothesis is for a person to say.
"""

from collections.abc import Collection
from dataclasses import dataclass

from caseboard.i18n import _
from caseboard.model.claim import Dispute
from caseboard.model.ids import ClaimId
from caseboard.model.ledger import Ledger, Stated
from caseboard.model.refs import short

MANY = 40
"""A case with more claims than that does not propose all of them as evidence."""


@dataclass(frozen=True, slots=True)
class Seed:
    """What an inquiry may begin with; all of it can be changed before it is asked."""

    question: str = ""
    hypotheses: tuple[str, ...] = ()
    claims: frozenset[ClaimId] = frozenset()
    """Proposed as evidence."""
    left_out: frozenset[ClaimId] = frozenset()
    """Claims that are hypotheses and are not tried on themselves."""


def from_question(ledger: Ledger, question: str) -> Seed:
    """Only a question; every claim as evidence, unless they are many."""
    return Seed(question=question, claims=_all(ledger))


def from_dispute(ledger: Ledger, dispute: Dispute) -> Seed:
    """One side holds, the other, both, or neither; tried on both, and on claims about the same.

    Claims about the same share a place or a unit with either side. Where neither side names any,
    every claim is proposed, unless they are many. Raises `KeyError` for a side that has gone.
    """
    claims = {claim.id: claim for claim in ledger.claims}
    one, other = claims[dispute.claim_a_id], claims[dispute.claim_b_id]
    both = dispute.both_could_hold.strip()
    return Seed(
        question=_("Which holds, {one} or {other}?").format(one=_called(one), other=_called(other)),
        hypotheses=(
            _only(one),
            _only(other),
            _("Both hold: {how}").format(how=both) if both else _("Both hold"),
            _("Neither holds"),
        ),
        claims=_about(ledger, one, other),
    )


def from_claims(ledger: Ledger, question: str, chosen: Collection[ClaimId]) -> Seed:
    """Each of these claims is a hypothesis; all others are evidence, unless they are many."""
    competing = [claim for claim in ledger.claims if claim.id in chosen]
    left_out = frozenset(claim.id for claim in competing)
    return Seed(
        question=question,
        hypotheses=tuple(dict.fromkeys(" ".join(each.statement.split()) for each in competing)),
        claims=_all(ledger) - left_out,
        left_out=left_out,
    )


def _all(ledger: Ledger) -> frozenset[ClaimId]:
    if len(ledger.claims) > MANY:
        return frozenset()
    return frozenset(claim.id for claim in ledger.claims)


def _about(ledger: Ledger, one: Stated, other: Stated) -> frozenset[ClaimId]:
    about = _things(one) | _things(other)
    if not about:
        return _all(ledger) | {one.id, other.id}
    return frozenset(claim.id for claim in ledger.claims if _things(claim) & about) | {
        one.id,
        other.id,
    }


def _things(claim: Stated) -> frozenset[str]:
    """The ids of the places and units a claim is about."""
    places = {place.id for place in claim.places}
    return frozenset[str](places | {unit.id for unit in claim.units})


def _called(claim: Stated) -> str:
    return f"{short(claim.ref)} “{_bare(claim)}”"


def _only(claim: Stated) -> str:
    return _("Only {ref} holds: {statement}").format(ref=short(claim.ref), statement=_bare(claim))


def _bare(claim: Stated) -> str:
    return " ".join(claim.statement.split()).removesuffix(".")
