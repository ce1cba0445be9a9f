"""Saying otherwise than the reports how a claim stands."""

from dataclasses import dataclass

from sqlmodel import Session

from caseboard.commands.editing import living
from caseboard.errors import CaseError
from caseboard.i18n import _
from caseboard.model.claim import Claim
from caseboard.model.ids import CaseId, ClaimId
from caseboard.model.terms import ClaimStatus


@dataclass(frozen=True, slots=True)
class OverrideStatus:
    """Give a claim a status on the analyst's word, or let it follow from its reports again.

    What follows from the reports is worked out as before and stands beside it.
    """

    case_id: CaseId
    claim_id: ClaimId
    status: ClaimStatus | None
    """None takes back what was set."""
    reason: str = ""

    @property
    def label(self) -> str:
        """What the journal says."""
        return _("Take back status of claim") if self.status is None else _("Override claim status")

    def do(self, session: Session) -> None:
        """Set both; raises `CaseError` where a status has no reason, or the claim is gone."""
        claim: Claim = living(session, Claim, self.claim_id)
        reason = " ".join(self.reason.split()) if self.status else ""
        if self.status is not None and not reason:
            raise CaseError(
                _("A status on your own word needs a reason."),
                _("Say what the reports do not show."),
            )
        if (claim.status_override, claim.override_reason) != (self.status, reason):
            claim.status_override = self.status
            claim.override_reason = reason
