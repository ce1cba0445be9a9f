"""Saying that two claims clash, and that words behind the one also contradict the other."""

from dataclasses import dataclass

from sqlmodel import Session, col, select

from caseboard.commands.claims import AddDispute
from caseboard.commands.editing import living
from caseboard.errors import CaseError
from caseboard.i18n import _
from caseboard.model.claim import Claim, Relay, Report
from caseboard.model.ids import CaseId, ClaimId, DisputeId, ReportId
from caseboard.model.terms import Stance
from caseboard.store import claims


@dataclass(frozen=True, slots=True)
class Contradiction:
    """The words of a report contradict another claim than the one they were taken for."""

    report_id: ReportId
    claim_id: ClaimId


@dataclass(frozen=True, slots=True)
class StateDispute:
    """Pair two claims and record what contradicts either of them; undone in one."""

    dispute: AddDispute
    also: tuple[Contradiction, ...] = ()

    @property
    def case_id(self) -> CaseId:
        """The case of both claims."""
        return self.dispute.case_id

    @property
    def label(self) -> str:
        """What the journal says."""
        return self.dispute.label

    def do(self, session: Session) -> DisputeId:
        """Pair, then record: the same words, said by the same through the same, graded the same.

        What stands recorded already is left as it is. Raises `CaseError` as `AddDispute` does.
        """
        dispute_id = self.dispute.do(session)
        for each in self.also:
            self._record(session, each)
        return dispute_id

    def _record(self, session: Session, contradiction: Contradiction) -> None:
        said: Report = living(session, Report, contradiction.report_id)
        claim: Claim = living(session, Claim, contradiction.claim_id)
        pair = {self.dispute.claim_a, self.dispute.claim_b}
        if {said.claim_id, claim.id} != pair:
            raise CaseError(_("These words stand on neither side of the dispute."))
        if _is_recorded(session, said, claim.id):
            return
        report = Report(
            claim_id=claim.id,
            anchor_id=said.anchor_id,
            stance=Stance.CONTRADICTS,
            claimant_id=said.claimant_id,
            verb=said.verb,
            said_when=said.said_when,
            credibility=said.credibility,
            credibility_reason=said.credibility_reason,
        )
        session.add(report)
        for relay in claims.relays_of(session, [said.id]):
            session.add(
                Relay(report_id=report.id, source_id=relay.source_id, ordinal=relay.ordinal)
            )


def _is_recorded(session: Session, said: Report, claim_id: ClaimId) -> bool:
    query = select(Report.id).where(
        Report.claim_id == claim_id,
        Report.anchor_id == said.anchor_id,
        Report.claimant_id == said.claimant_id,
        Report.stance == Stance.CONTRADICTS,
        col(Report.deleted).is_(None),
    )
    return session.exec(query).first() is not None
