"""Reading what claims rest on, without the rest of a case: enough to weigh them by."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from sqlmodel import Session, SQLModel, col, select

from caseboard.model.case import Case
from caseboard.model.claim import Claim, ClaimLocation, ClaimUnit, Dispute, Report
from caseboard.model.clip import Anchor, Clip
from caseboard.model.collection import Syndication
from caseboard.model.dossier import Dossier
from caseboard.model.entities import Location, Source, Unit
from caseboard.model.ids import CaseId, ClaimId, ReportId
from caseboard.store import history
from caseboard.store.claims import relays_of
from caseboard.store.columns import column

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


def of_claims(session: Session, case_id: CaseId) -> Dossier:
    """The claims of a case with what they rest on; only clips that carry a report are in it."""
    cut = history.cut(session)
    claims = session.exec(
        select(Claim)
        .where(Claim.case_id == case_id, col(Claim.deleted).is_(None))
        .order_by(col(Claim.id))
    ).all()
    here = [claim.id for claim in claims]
    reports = session.exec(
        select(Report)
        .where(col(Report.claim_id).in_(here), col(Report.deleted).is_(None))
        .order_by(col(Report.id))
    ).all()
    relays = relays_of(session, [report.id for report in reports])
    anchors = _by_ids(session, Anchor, {report.anchor_id for report in reports})
    stood_in = _by_ids(session, Clip, {anchor.clip_id for anchor in anchors})
    clips = [clip for clip in stood_in if clip.deleted is None]
    about = session.exec(select(ClaimLocation).where(col(ClaimLocation.claim_id).in_(here))).all()
    fought = session.exec(select(ClaimUnit).where(col(ClaimUnit.claim_id).in_(here))).all()
    said_by = {
        *(report.claimant_id for report in reports),
        *(relay.source_id for relay in relays),
        *(clip.source_id for clip in clips if clip.source_id),
    }
    disputes = select(Dispute).where(Dispute.case_id == case_id, col(Dispute.deleted).is_(None))
    judged = select(Syndication).where(
        Syndication.case_id == case_id, col(Syndication.deleted).is_(None)
    )
    case = session.get(Case, case_id)
    if case is None:
        raise LookupError(case_id)
    return Dossier(
        case=case,
        journal_seq=cut.seq,
        journal_head=cut.hash,
        as_of=cut.at,
        clips=clips,
        anchors=anchors,
        locations=_by_ids(session, Location, {each.location_id for each in about}),
        units=_by_ids(session, Unit, {each.unit_id for each in fought}),
        sources=_by_ids(session, Source, said_by),
        claims=claims,
        claim_locations=about,
        claim_units=fought,
        reports=reports,
        relays=relays,
        disputes=session.exec(disputes.order_by(col(Dispute.id))).all(),
        syndications=session.exec(judged.order_by(col(Syndication.id))).all(),
    )


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


def claims_of(session: Session, case_id: CaseId) -> list[Claim]:
    """The living claims of a case, in order of their refs."""
    query = select(Claim).where(Claim.case_id == case_id, col(Claim.deleted).is_(None))
    return list(session.exec(query.order_by(col(Claim.id))))


def _views(session: Session, reports: Sequence[Report]) -> list[ReportView]:
    passed: dict[str, list[Source]] = defaultdict(list)
    for relay in relays_of(session, [each.id for each in reports]):
        passed[relay.report_id].append(_must(session.get(Source, relay.source_id)))
    return [_view(session, each, passed[each.id]) for each in reports]


def _view(session: Session, report: Report, relays: Sequence[Source]) -> ReportView:
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
    )


def _by_ids(session: Session, model: type[M], wanted: Iterable[str]) -> Sequence[M]:
    key = column(model, "id")
    return session.exec(select(model).where(key.in_(wanted)).order_by(key)).all()


def _must(row: M | None) -> M:
    assert row is not None  # noqa: S101  the database holds what a foreign key points at
    return row
