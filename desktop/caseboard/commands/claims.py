"""Claims, the reports they rest on, and disputes between them."""

from dataclasses import dataclass
from datetime import UTC, datetime

from sqlmodel import Session, col, select

from caseboard.commands.anchoring import Place, anchor_at
from caseboard.commands.editing import living
from caseboard.commands.quantities import QuantityDraft, write
from caseboard.commands.sources import SourceRef, source_id
from caseboard.errors import CaseError
from caseboard.i18n import _
from caseboard.model import moments, refs
from caseboard.model.case import Case
from caseboard.model.claim import Claim, ClaimLocation, ClaimUnit, Dispute, Relay, Report
from caseboard.model.ids import CaseId, ClaimId, ClipId, DisputeId, LocationId, ReportId, UnitId
from caseboard.model.terms import Credibility, DiffersOn, Stance
from caseboard.store import claims


@dataclass(frozen=True, slots=True)
class ReportDraft:
    """A claim as said somewhere: where, whose word, through whom (nearest the claimant first)."""

    clip_id: ClipId
    place: Place
    stance: Stance
    claimant: SourceRef
    relays: tuple[SourceRef, ...] = ()
    verb: str = ""
    said_when: str = ""
    credibility: Credibility = Credibility.UNJUDGED
    credibility_reason: str = ""
    quantities: tuple[QuantityDraft, ...] = ()
    """The numbers it tells, in order."""


@dataclass(frozen=True, slots=True)
class AddClaim:
    """State a claim with the report it rests on; returns the claim's id."""

    case_id: CaseId
    statement: str
    report: ReportDraft
    event_time: str = ""
    locations: tuple[LocationId, ...] = ()
    units: tuple[UnitId, ...] = ()

    @property
    def label(self) -> str:
        """What the journal says."""
        return _("Add claim “{statement}”").format(statement=self.statement)

    def do(self, session: Session) -> ClaimId:
        """Write claim and report together: neither stands alone."""
        if not self.statement.strip():
            raise CaseError(
                _("A claim needs a statement."), _("Say what is claimed, in one sentence.")
            )
        _check_time(self.event_time)
        case: Case = living(session, Case, self.case_id)
        claim = Claim(
            case_id=self.case_id,
            ref=refs.claim_ref(case.ref, claims.next_number(session, self.case_id)),
            statement=self.statement.strip(),
            event_time=self.event_time,
            first_report_id=ReportId(""),
        )
        report = _report(session, claim.id, self.report)
        claim.first_report_id = report.id
        session.add(claim)
        session.add_all(ClaimLocation(claim_id=claim.id, location_id=i) for i in self.locations)
        session.add_all(ClaimUnit(claim_id=claim.id, unit_id=i) for i in self.units)
        return claim.id


@dataclass(frozen=True, slots=True)
class AddReport:
    """Say that a claim was also reported, contradicted or mentioned elsewhere."""

    case_id: CaseId
    claim_id: ClaimId
    report: ReportDraft

    @property
    def label(self) -> str:
        """What the journal says."""
        return _("Add report")

    def do(self, session: Session) -> ReportId:
        """Write the report and its relays."""
        living(session, Claim, self.claim_id)
        return _report(session, self.claim_id, self.report).id


@dataclass(frozen=True, slots=True)
class BinReport:
    """Move a report to the bin; raises `CaseError` if it is the last its claim rests on."""

    case_id: CaseId
    report_id: ReportId

    @property
    def label(self) -> str:
        """What the journal says."""
        return _("Delete report")

    def do(self, session: Session) -> None:
        """Bin it, and let the claim rest on another."""
        report: Report = living(session, Report, self.report_id)
        claim: Claim = living(session, Claim, report.claim_id)
        others = [r for r in claims.reports_of(session, claim.id) if r.id != report.id]
        if not others:
            raise CaseError(
                _("This is the last report the claim rests on."),
                _("Delete the claim instead, or add another report first."),
            )
        report.deleted = datetime.now(UTC)
        if claim.first_report_id == report.id:
            claim.first_report_id = others[0].id


@dataclass(frozen=True, slots=True)
class BinClaim:
    """Move a claim, its reports and its disputes to the bin."""

    case_id: CaseId
    claim_id: ClaimId

    @property
    def label(self) -> str:
        """What the journal says."""
        return _("Delete claim")

    def do(self, session: Session) -> None:
        """Bin them together, so that they come back together."""
        now = datetime.now(UTC)
        claim: Claim = living(session, Claim, self.claim_id)
        rows = [claim, *claims.reports_of(session, claim.id), *disputes_of(session, claim.id)]
        for row in rows:
            row.deleted = now


@dataclass(frozen=True, slots=True)
class AddDispute:
    """Say that two claims clash."""

    case_id: CaseId
    claim_a: ClaimId
    claim_b: ClaimId
    differs_on: tuple[DiffersOn, ...] = ()
    both_could_hold: str = ""
    implies_a: str = ""
    implies_b: str = ""
    reading: str = ""

    @property
    def label(self) -> str:
        """What the journal says."""
        return _("Add dispute")

    def do(self, session: Session) -> DisputeId:
        """Pair the claims; raises `CaseError` where it is one claim twice, or paired already."""
        if self.claim_a == self.claim_b:
            raise CaseError(_("A claim cannot clash with itself."), _("Choose another claim."))
        one, other = (living(session, Claim, each) for each in (self.claim_a, self.claim_b))
        if any(other.id in (d.claim_a_id, d.claim_b_id) for d in disputes_of(session, one.id)):
            raise CaseError(
                _("{one} and {other} stand in a dispute already.").format(
                    one=refs.short(one.ref), other=refs.short(other.ref)
                ),
                _("Edit that dispute, or open it again."),
            )
        dispute = Dispute(
            case_id=self.case_id,
            claim_a_id=self.claim_a,
            claim_b_id=self.claim_b,
            differs_on=[on.value for on in self.differs_on],
            both_could_hold=self.both_could_hold,
            implies_a=self.implies_a.strip(),
            implies_b=self.implies_b.strip(),
            reading=self.reading.strip(),
        )
        session.add(dispute)
        return dispute.id


def _report(session: Session, claim_id: ClaimId, draft: ReportDraft) -> Report:
    _check_time(draft.said_when)
    report = Report(
        claim_id=claim_id,
        anchor_id=anchor_at(session, draft.clip_id, draft.place).id,
        stance=draft.stance,
        claimant_id=source_id(session, draft.claimant),
        verb=draft.verb,
        said_when=draft.said_when,
        credibility=draft.credibility,
        credibility_reason=draft.credibility_reason,
    )
    session.add(report)
    for ordinal, relay in enumerate(draft.relays):
        session.add(
            Relay(report_id=report.id, source_id=source_id(session, relay), ordinal=ordinal)
        )
    write(session, report.id, draft.quantities)
    return report


def _check_time(edtf: str) -> None:
    if edtf:
        moments.read(edtf)


def disputes_of(session: Session, claim_id: ClaimId) -> list[Dispute]:
    """The living disputes a claim stands in."""
    query = select(Dispute).where(
        (Dispute.claim_a_id == claim_id) | (Dispute.claim_b_id == claim_id),
        col(Dispute.deleted).is_(None),
    )
    return list(session.exec(query))
