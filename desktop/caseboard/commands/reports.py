"""Changing what a report says of who said it, through whom, when, and how credible it is."""

from dataclasses import dataclass

from sqlmodel import Session

from caseboard.commands.editing import living
from caseboard.commands.quantities import QuantityDraft, write
from caseboard.commands.sources import SourceRef, source_id
from caseboard.i18n import _
from caseboard.model import moments
from caseboard.model.claim import Relay, Report
from caseboard.model.ids import CaseId, ReportId
from caseboard.model.terms import Credibility, Stance
from caseboard.store import claims


@dataclass(frozen=True, slots=True)
class EditReport:
    """Set everything about a report but the claim and the place it stands at."""

    case_id: CaseId
    report_id: ReportId
    stance: Stance
    claimant: SourceRef
    relays: tuple[SourceRef, ...] = ()
    """Nearest the claimant first."""
    verb: str = ""
    said_when: str = ""
    credibility: Credibility = Credibility.UNJUDGED
    credibility_reason: str = ""
    quantities: tuple[QuantityDraft, ...] | None = None
    """The numbers it tells, in order; None leaves them as they are."""

    @property
    def label(self) -> str:
        """What the journal says."""
        return _("Edit report")

    def do(self, session: Session) -> None:
        """Set what differs; raises `CaseError` where the time is no EDTF or the report is gone."""
        if self.said_when:
            moments.read(self.said_when)
        report: Report = living(session, Report, self.report_id)
        wanted = {
            "stance": self.stance,
            "claimant_id": source_id(session, self.claimant),
            "verb": self.verb,
            "said_when": self.said_when,
            "credibility": self.credibility,
            "credibility_reason": self.credibility_reason,
        }
        for name, value in wanted.items():
            if getattr(report, name) != value:
                setattr(report, name, value)
        self._pass_on(session)
        if self.quantities is not None:
            write(session, self.report_id, self.quantities)

    def _pass_on(self, session: Session) -> None:
        """Relays are told apart by their places: those that stay are changed, not made anew."""
        kept = claims.relays_of(session, [self.report_id])
        wanted = [source_id(session, relay) for relay in self.relays]
        for ordinal, source in enumerate(wanted):
            if ordinal >= len(kept):
                session.add(Relay(report_id=self.report_id, source_id=source, ordinal=ordinal))
            elif kept[ordinal].source_id != source:
                kept[ordinal].source_id = source
        for relay in kept[len(wanted) :]:
            session.delete(relay)
