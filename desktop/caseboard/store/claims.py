"""Reading claims and the reports they rest on."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from sqlmodel import Session, col, select

from caseboard.model.claim import Claim, ClaimLocation, Quantity, Relay, Report
from caseboard.model.ids import CaseId, ClaimId, LocationId, ReportId
from caseboard.store.numbering import next_after


def next_number(session: Session, case_id: CaseId) -> int:
    """The number of the next claim of a case: one more than any so far, binned ones too."""
    return next_after(session.exec(select(Claim.ref).where(Claim.case_id == case_id)))


def reports_of(session: Session, claim_id: ClaimId) -> list[Report]:
    """The living reports of a claim, oldest first."""
    query = (
        select(Report)
        .where(Report.claim_id == claim_id, col(Report.deleted).is_(None))
        .order_by(Report.id)
    )
    return list(session.exec(query))


def relays_of(session: Session, report_ids: Sequence[ReportId]) -> list[Relay]:
    """The relays of these reports, those nearest the claimant first."""
    query = select(Relay).where(col(Relay.report_id).in_(report_ids)).order_by(col(Relay.ordinal))
    return list(session.exec(query))


def quantities_of(session: Session, report_ids: Sequence[ReportId]) -> list[Quantity]:
    """The numbers these reports tell, those of each report in its order."""
    query = select(Quantity).where(col(Quantity.report_id).in_(report_ids))
    return list(session.exec(query.order_by(col(Quantity.ordinal), col(Quantity.id))))


def places_of(session: Session, case_id: CaseId) -> Mapping[ClaimId, set[LocationId]]:
    """Where each claim of a case is about; a claim about no place has none."""
    query = (
        select(ClaimLocation.claim_id, ClaimLocation.location_id)
        .join(Claim, col(Claim.id) == col(ClaimLocation.claim_id))
        .where(Claim.case_id == case_id, col(Claim.deleted).is_(None))
    )
    found: defaultdict[ClaimId, set[LocationId]] = defaultdict(set)
    for claim_id, location_id in session.exec(query):
        found[ClaimId(claim_id)].add(LocationId(location_id))
    return found
