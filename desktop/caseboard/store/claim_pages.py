"""Reading one claim with all that is shown of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import Session, col, select

from caseboard.model.case import Case
from caseboard.model.claim import Claim, ClaimLocation, ClaimUnit, Dispute
from caseboard.model.entities import Location, Unit
from caseboard.model.ids import ClaimId
from caseboard.model.inquiry import Gap
from caseboard.model.terms import Ladder
from caseboard.store import evidence
from caseboard.store.evidence import ReportView


@dataclass(frozen=True, slots=True)
class Account:
    """One side of a dispute: a claim, and the reports it rests on."""

    claim: Claim
    said: Sequence[ReportView]
    places: Sequence[str] = ()
    """Names of the locations the claim is about."""


@dataclass(frozen=True, slots=True)
class Clash:
    """A dispute with both its sides."""

    dispute: Dispute
    one: Account
    other: Account


@dataclass(frozen=True, slots=True)
class ClaimPage:
    """A claim with what it rests on, clashes with, is about, and leaves open."""

    claim: Claim
    ladder: Ladder
    said: Sequence[ReportView]
    """Oldest first; what rests on a clip in the bin is left out."""
    clashes: Sequence[Clash]
    locations: Sequence[Location]
    units: Sequence[Unit]
    gaps: Sequence[Gap]


def read(session: Session, claim_id: ClaimId) -> ClaimPage | None:
    """One living claim; None where it has gone."""
    claim = session.get(Claim, claim_id)
    if claim is None or claim.deleted is not None:
        return None
    case = session.get(Case, claim.case_id)
    assert case is not None  # noqa: S101  the database holds what a foreign key points at
    return ClaimPage(
        claim=claim,
        ladder=case.ladder,
        said=evidence.reports_of(session, claim_id),
        clashes=clashes_of(session, claim_id),
        locations=_locations(session, claim_id),
        units=_units(session, claim_id),
        gaps=_gaps(session, claim_id),
    )


def clashes_of(session: Session, claim_id: ClaimId) -> list[Clash]:
    """The disputes a claim stands in, oldest first, each with both sides."""
    query = (
        select(Dispute)
        .where(
            (Dispute.claim_a_id == claim_id) | (Dispute.claim_b_id == claim_id),
            col(Dispute.deleted).is_(None),
        )
        .order_by(col(Dispute.id))
    )
    found = []
    for dispute in session.exec(query).all():
        one, other = session.get(Claim, dispute.claim_a_id), session.get(Claim, dispute.claim_b_id)
        if one and other and one.deleted is None and other.deleted is None:
            found.append(Clash(dispute, _account(session, one), _account(session, other)))
    return found


def accounts(session: Session, claim_ids: Sequence[ClaimId]) -> list[Account]:
    """These claims with the reports they rest on; those that have gone are left out."""
    found = (session.get(Claim, each) for each in claim_ids)
    return [_account(session, claim) for claim in found if claim and claim.deleted is None]


def _account(session: Session, claim: Claim) -> Account:
    places = tuple(place.name for place in _locations(session, claim.id))
    return Account(claim, evidence.reports_of(session, claim.id), places)


def _locations(session: Session, claim_id: ClaimId) -> Sequence[Location]:
    query = (
        select(Location)
        .join(ClaimLocation, col(ClaimLocation.location_id) == col(Location.id))
        .where(ClaimLocation.claim_id == claim_id)
    )
    return session.exec(query.order_by(col(Location.id))).all()


def _units(session: Session, claim_id: ClaimId) -> Sequence[Unit]:
    query = (
        select(Unit)
        .join(ClaimUnit, col(ClaimUnit.unit_id) == col(Unit.id))
        .where(ClaimUnit.claim_id == claim_id)
    )
    return session.exec(query.order_by(col(Unit.id))).all()


def _gaps(session: Session, claim_id: ClaimId) -> Sequence[Gap]:
    """What is missing on the claim itself, or on a dispute it stands in."""
    disputes = select(Dispute.id).where(
        (Dispute.claim_a_id == claim_id) | (Dispute.claim_b_id == claim_id)
    )
    query = select(Gap).where(
        (col(Gap.claim_id) == claim_id) | col(Gap.dispute_id).in_(disputes),
        col(Gap.deleted).is_(None),
    )
    return session.exec(query.order_by(col(Gap.id))).all()
