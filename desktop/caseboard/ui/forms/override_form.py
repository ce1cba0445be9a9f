"""Asks for the status of a claim on the analyst's word, and for the reason."""

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from caseboard.analysis.standing import Standing, status_name
from caseboard.commands.assessing import OverrideStatus
from caseboard.errors import CaseError
from caseboard.i18n import _
from caseboard.model.claim import Claim
from caseboard.model.terms import ClaimStatus
from caseboard.ui import words
from caseboard.ui.desk import CaseDesk
from caseboard.ui.forms.fields import Area, Choice, FieldError
from caseboard.ui.forms.form import Form
from caseboard.ui.lib.labels import plain_label


class OverrideForm(Form):
    """Says what the reports make of the claim above the field that says otherwise."""

    def __init__(
        self, desk: CaseDesk, claim: Claim, standing: Standing, parent: QWidget | None = None
    ) -> None:
        super().__init__(desk.desk.theme, _("Override the status"), _("Override"), parent)
        self._desk = desk
        self._claim = claim
        self.body.addWidget(plain_label(claim.statement, self, size="strong", wrap=True))
        derived = _("From the reports it is {status}.").format(status=status_name(standing.derived))
        self.derived = plain_label(derived, self, tone="muted", wrap=True)
        self.body.addWidget(self.derived)
        names = words.options(ClaimStatus, status_name)
        self.status = Choice(names, claim.status_override or standing.derived)
        self.reason = Area(self.theme, claim.override_reason)
        self.reason.setPlaceholderText(_("What the reports do not show"))
        self.add(_("Status on the analyst’s word"), self.status)
        self.add(_("Reason"), self.reason)

    @override
    async def save(self) -> None:
        """Set it; nobody overrides without a reason."""
        if not self.reason.text():
            error = CaseError(
                _("A status on your own word needs a reason."),
                _("Say what the reports do not show."),
            )
            raise FieldError(error, self.reason)
        command = OverrideStatus(
            self._desk.case_id, self._claim.id, self.status.member, self.reason.text()
        )
        await self._desk.run(command)
