"""Lays a dispute to rest, for a reason."""

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from caseboard.commands.dispute_status import SetDisputeStatus
from caseboard.errors import CaseError
from caseboard.i18n import _
from caseboard.model.claim import Dispute
from caseboard.model.terms import DisputeStatus
from caseboard.ui.desk import CaseDesk
from caseboard.ui.forms.fields import Area, FieldError
from caseboard.ui.forms.form import Form


class DisputeStatusForm(Form):
    """Reconciles where both claims can hold, settles where one does."""

    def __init__(
        self,
        desk: CaseDesk,
        dispute: Dispute,
        status: DisputeStatus,
        parent: QWidget | None = None,
    ) -> None:
        """`status` is any but open."""
        is_reconciled = status is DisputeStatus.RECONCILED
        title = _("Reconcile the dispute") if is_reconciled else _("Settle the dispute")
        action = _("Reconcile") if is_reconciled else _("Settle")
        super().__init__(desk.desk.theme, title, action, parent)
        self._desk = desk
        self._dispute = dispute
        self._status = status
        known = dispute.both_could_hold if is_reconciled else ""
        if dispute.status is status:
            known = dispute.status_reason or known
        self.reason = Area(self.theme, known, lines=3)
        if is_reconciled:
            self.reason.setPlaceholderText(_("They entered and were driven out again"))
            self.add(_("How both claims hold"), self.reason)
        else:
            self.reason.setPlaceholderText(_("Pictures of 14 Nov show the town empty"))
            self.add(_("Which claim holds, and what shows it"), self.reason)
        self.reason.setFocus()
        self.reason.selectAll()

    @override
    async def save(self) -> None:
        """Set the status with its reason."""
        command = SetDisputeStatus(
            self._desk.case_id, self._dispute.id, self._status, self.reason.text()
        )
        try:
            await self._desk.run(command)
        except CaseError as error:
            raise FieldError(error, self.reason) from error
