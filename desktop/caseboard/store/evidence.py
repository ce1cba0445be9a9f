"""Reading the reports of a claim, with all they name."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from sqlmodel import Session, SQLModel, col, select

from caseboard.model.claim import Claim, Quantity, Report
from caseboard.model.clip import Anchor, Clip
from caseboard.model.entities import Source
from caseboard.model.ids import CaseId, ClaimId, ReportId
from caseboard.store.claims import quantities_of, relays_of

M = TypeVar("M", bound=SQLModel)


@dataclass(frozen=True, slots=True)
class ReportView:
    """A report with all it names: where it stands, who said it, who passed it on."""

    report: Report
    claim: Claim
    anchor: Anchor
    clip: Clip
    claimant: Source
    relays: Sequence[Source]
    outlet: Source | None
    """Who published the clip."""
    quantities: Sequence[Quantity] = ()
    """The numbers it tells, in order."""

    @property
    def outlet_name(self) -> str:
        """Who published the clip: its source, or the site it was read from."""
        return self.outlet.name if self.outlet else self.clip.site


def report(session: Session, report_id: ReportId) -> ReportView | None:
    """One report; None if it has gone."""
    found = session.get(Report, report_id)
    if found is None or found.deleted is not None:
        return None
    return _views(session, [found])[0]


def reports_of(session: Session, claim_id: ClaimId) -> list[ReportView]:
    """The reports a claim rests on, oldest first."""
    query = select(Report).where(Report.claim_id == claim_id, col(Report.deleted).is_(None))
    views = _views(session, session.exec(query.order_by(col(Report.id))).all())
    return [view for view in views if view.clip.deleted is None]


def reports_of_all(session: Session, claim_ids: Sequence[ClaimId]) -> list[ReportView]:
    """The reports that several claims rest on, those of each claim oldest first."""
    return [view for claim_id in claim_ids for view in reports_of(session, claim_id)]


def claims_of(session: Session, case_id: CaseId) -> list[Claim]:
    """The living claims of a case, in order of their refs."""
    query = select(Claim).where(Claim.case_id == case_id, col(Claim.deleted).is_(None))
    return list(session.exec(query.order_by(col(Claim.id))))


def _views(session: Session, reports: Sequence[Report]) -> list[ReportView]:
    here = [each.id for each in reports]
    passed: dict[str, list[Source]] = defaultdict(list)
    for relay in relays_of(session, here):
        passed[relay.report_id].append(_must(session.get(Source, relay.source_id)))
    told: dict[str, list[Quantity]] = defaultdict(list)
    for quantity in quantities_of(session, here):
        told[quantity.report_id].append(quantity)
    return [_view(session, each, passed[each.id], told[each.id]) for each in reports]


def _view(
    session: Session, report: Report, relays: Sequence[Source], quantities: Sequence[Quantity]
) -> ReportView:
    anchor = _must(session.get(Anchor, report.anchor_id))
    clip = _must(session.get(Clip, anchor.clip_id))
    return ReportView(
        report=report,
        claim=_must(session.get(Claim, report.claim_id)),
        anchor=anchor,
        clip=clip,
        claimant=_must(session.get(Source, report.claimant_id)),
        relays=relays,
        outlet=session.get(Source, clip.source_id) if clip.source_id else None,
        quantities=quantities,
    )


def _must(row: M | None) -> M:
    assert row is not None  # noqa: S101  the database holds what a foreign key points at
    return row
