"""Making one of two: claims that say the same, sources that are the same."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlmodel import Session, SQLModel, col, select

from caseboard.commands.claims import disputes_of
from caseboard.commands.editing import living
from caseboard.errors import CaseError
from caseboard.i18n import _
from caseboard.model.claim import Claim, ClaimLocation, ClaimUnit, Dispute, Relay, Report
from caseboard.model.clip import Clip
from caseboard.model.columns import new_id
from caseboard.model.entities import Source, names_of
from caseboard.model.ids import CaseId, ClaimId, ReportId, SourceId
from caseboard.model.inquiry import Consistency, Evidence, Gap
from caseboard.model.work import Layer
from caseboard.store import claims
from caseboard.store.columns import column


@dataclass(frozen=True, slots=True)
class MergeClaims:
    """Let one claim take over the reports, disputes, places, units, cells and gaps of others.

    The others go to the bin with reports of their own, so that they can come back whole; what is
    kept is said, dated and assessed as before.
    """

    case_id: CaseId
    keep: ClaimId
    gone: tuple[ClaimId, ...]

    @property
    def label(self) -> str:
        """What the journal says."""
        return _("Merge claims")

    def do(self, session: Session) -> ClaimId:
        """Merge; raises `CaseError` where one is gone, of another case or the one that is kept."""
        kept: Claim = living(session, Claim, self.keep)
        others: list[Claim] = [living(session, Claim, each) for each in self.gone]
        if not others or self.keep in self.gone:
            raise CaseError(_("A claim is merged with another one."), _("Choose another claim."))
        if any(claim.case_id != self.case_id for claim in (kept, *others)):
            raise CaseError(_("Only claims of one case can be merged."))
        now = datetime.now(UTC)
        for claim in others:
            _take_over(session, kept, claim, now)
        return kept.id


def _take_over(session: Session, kept: Claim, claim: Claim, now: datetime) -> None:
    _reports(session, kept, claim, now)
    _disputes(session, kept, claim, now)
    _about(session, ClaimLocation, "location_id", kept, claim)
    _about(session, ClaimUnit, "unit_id", kept, claim)
    _about(session, Evidence, "inquiry_id", kept, claim)
    _about(session, Consistency, "hypothesis_id", kept, claim)
    for gap in session.exec(select(Gap).where(col(Gap.claim_id) == claim.id)):
        gap.claim_id = kept.id
    claim.deleted = now


def _reports(session: Session, kept: Claim, claim: Claim, now: datetime) -> None:
    """Reports are copied: a claim in the bin must still rest on one of its own."""
    mine = {_said(session, report) for report in claims.reports_of(session, kept.id)}
    for report in claims.reports_of(session, claim.id):
        if _said(session, report) not in mine:
            _copy_report(session, report, kept.id)
        report.deleted = now


def _said(session: Session, report: Report) -> tuple[str, ...]:
    """What tells one report from another: the same words, of the same mouth, to the same end."""
    relays = [relay.source_id for relay in claims.relays_of(session, [report.id])]
    return (report.anchor_id, report.stance.value, report.claimant_id, *relays)


def _copy_report(session: Session, report: Report, claim_id: ClaimId) -> None:
    made = report.model_copy(update={"id": ReportId(new_id()), "claim_id": claim_id})
    session.add(Report(**made.model_dump()))
    rows: Sequence[SQLModel] = (
        *claims.relays_of(session, [report.id]),
        *claims.quantities_of(session, [report.id]),
    )
    for row in rows:
        fields = row.model_dump() | {"id": new_id(), "report_id": made.id}
        session.add(type(row)(**fields))


def _disputes(session: Session, kept: Claim, claim: Claim, now: datetime) -> None:
    """Clashes go over; one between the two is over, and so is a second one with the same rival."""
    rivals = {_rival(dispute, kept.id) for dispute in disputes_of(session, kept.id)}
    for dispute in disputes_of(session, claim.id):
        rival = _rival(dispute, claim.id)
        if rival == kept.id or rival in rivals:
            dispute.deleted = now
        elif dispute.claim_a_id == claim.id:
            dispute.claim_a_id = kept.id
        else:
            dispute.claim_b_id = kept.id


def _rival(dispute: Dispute, claim_id: ClaimId) -> ClaimId:
    return dispute.claim_b_id if dispute.claim_a_id == claim_id else dispute.claim_a_id


def _about(session: Session, model: type[SQLModel], name: str, kept: Claim, claim: Claim) -> None:
    """Let the links of a claim to something else go over, unless the kept one has the same."""
    of_claim = column(model, "claim_id")
    had = {getattr(row, name) for row in session.exec(select(model).where(of_claim == kept.id))}
    for row in session.exec(select(model).where(of_claim == claim.id)).all():
        if getattr(row, name) not in had:
            session.add(type(row)(**(row.model_dump() | {"id": new_id(), "claim_id": kept.id})))


@dataclass(frozen=True, slots=True)
class MergeSources:
    """Let one source take over all that others said, passed on or published, in every case.

    It goes by their names from now on; how reliable it is stays as it was judged.
    """

    case_id: CaseId | None
    keep: SourceId
    gone: tuple[SourceId, ...]

    @property
    def label(self) -> str:
        """What the journal says."""
        return _("Merge sources")

    def do(self, session: Session) -> SourceId:
        """Merge; raises `CaseError` where one has gone or is the one that is kept."""
        kept: Source = living(session, Source, self.keep)
        others: list[Source] = [living(session, Source, each) for each in self.gone]
        if not others or self.keep in self.gone:
            raise CaseError(_("A source is merged with another one."), _("Choose another source."))
        for source in others:
            for model, name in ((Report, "claimant_id"), (Clip, "source_id"), (Layer, "source_id")):
                for row in _naming(session, model, name, source.id):
                    setattr(row, name, kept.id)
            _relays(session, kept.id, source.id)
            source.deleted = datetime.now(UTC)
        names = dict.fromkeys(name for source in others for name in names_of(source))
        fresh = [name for name in names if name not in names_of(kept)]
        if fresh:
            kept.aliases = [*kept.aliases, *fresh]
        return kept.id


def _naming(session: Session, model: type[SQLModel], name: str, row_id: str) -> Collection[Any]:
    return session.exec(select(model).where(column(model, name) == row_id)).all()


def _relays(session: Session, kept: SourceId, gone: SourceId) -> None:
    """Nobody passes a report on to themselves: of two that stand next to each other one goes."""
    touched = list(_naming(session, Relay, "source_id", gone))
    for relay in touched:
        relay.source_id = kept
    for report_id in dict.fromkeys(relay.report_id for relay in touched):
        _close_ranks(session, report_id)


def _close_ranks(session: Session, report_id: ReportId) -> None:
    report: Report | None = session.get(Report, report_id)
    before = report.claimant_id if report else None
    chain: list[SourceId] = []
    steps = claims.relays_of(session, [report_id])
    for step in steps:
        if step.source_id != before:
            chain.append(step.source_id)
        before = step.source_id
    for step, source in zip(steps, chain, strict=False):
        if step.source_id != source:
            step.source_id = source
    for step in steps[len(chain) :]:
        session.delete(step)
