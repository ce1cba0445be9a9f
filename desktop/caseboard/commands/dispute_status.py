"""Saying whether a dispute still stands, and why."""

from dataclasses import dataclass

from sqlmodel import Session

from caseboard.commands.editing import living
from caseboard.errors import CaseError
from caseboard.i18n import _
from caseboard.model.claim import Dispute
from caseboard.model.ids import CaseId, DisputeId
from caseboard.model.terms import DisputeStatus


@dataclass(frozen=True, slots=True)
class SetDisputeStatus:
    """Reconcile a dispute (both can hold), settle it (one holds), or open it again.

    The journal keeps every status with its reason: see `store.dispute_history`.
    """

    case_id: CaseId
    dispute_id: DisputeId
    status: DisputeStatus
    reason: str = ""

    @property
    def label(self) -> str:
        """What the journal says."""
        return {
            DisputeStatus.OPEN: _("Open dispute again"),
            DisputeStatus.RECONCILED: _("Reconcile dispute"),
            DisputeStatus.SETTLED: _("Settle dispute"),
        }[self.status]

    def do(self, session: Session) -> None:
        """Set both; raises `CaseError` where a dispute would be laid to rest without a reason."""
        reason = " ".join(self.reason.split())
        if self.status is not DisputeStatus.OPEN and not reason:
            raise CaseError(
                _("A dispute is laid to rest for a reason."),
                _("Say how both hold, or which one does and why."),
            )
        dispute: Dispute = living(session, Dispute, self.dispute_id)
        dispute.status, dispute.status_reason = self.status, reason
