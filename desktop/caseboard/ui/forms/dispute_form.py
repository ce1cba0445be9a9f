"""Says that two claims clash, what about, and how both could hold."""

from collections.abc import Sequence

from PySide6.QtWidgets import QCheckBox, QWidget
from typing_extensions import override

from caseboard.commands.claims import AddDispute
from caseboard.commands.editing import Edit
from caseboard.i18n import _
from caseboard.model.claim import Claim, Dispute
from caseboard.model.ids import ClaimId
from caseboard.model.terms import DiffersOn, DisputeStatus
from caseboard.ui import words
from caseboard.ui.desk import CaseDesk
from caseboard.ui.forms.claim_choice import ClaimChoice
from caseboard.ui.forms.fields import Area, Choice, Named
from caseboard.ui.forms.form import Form
from caseboard.ui.lib.flow import FlowLayout


class DisputeForm(Form):
    """A new dispute, or one to edit: then the pair stays and the status may change."""

    def __init__(
        self,
        desk: CaseDesk,
        claims: Sequence[Claim],
        claim_id: ClaimId | None = None,
        dispute: Dispute | None = None,
        parent: QWidget | None = None,
    ) -> None:
        action = _("Save") if dispute else _("Add dispute")
        super().__init__(desk.desk.theme, _("Dispute"), action, parent)
        self._desk = desk
        self._dispute = dispute
        self.claim_a = ClaimChoice(_("One claim"))
        self.claim_b = ClaimChoice(_("The other claim"))
        self.claim_a.show_claims(claims, dispute.claim_a_id if dispute else claim_id)
        self.claim_b.show_claims(claims, dispute.claim_b_id if dispute else None)
        self.differs = {on: QCheckBox(words.term(on)) for on in DiffersOn}
        self.both = Area(self.theme, dispute.both_could_hold if dispute else "", lines=3)
        self.both.setPlaceholderText(_("They entered and were driven out again"))
        self.status = Choice(words.options(DisputeStatus))
        self.add(_("One claim"), self.claim_a)
        self.add(_("The other claim"), self.claim_b)
        self.body.addWidget(Named(_("They differ on"), self._boxes()))
        self.add(_("How both could hold"), self.both)
        status = self.add(_("Status"), self.status)
        status.setVisible(dispute is not None)
        if dispute:
            self._show(dispute)

    @override
    async def save(self) -> None:
        """Pair the claims, or write what differs."""
        differs = [on for on, box in self.differs.items() if box.isChecked()]
        if self._dispute is None:
            await self._desk.run(
                AddDispute(
                    self._desk.case_id,
                    self.claim_a.claim_id(),
                    self.claim_b.claim_id(),
                    tuple(differs),
                    self.both.text(),
                )
            )
            return
        changes = {
            "differs_on": [on.value for on in differs],
            "both_could_hold": self.both.text(),
            "status": self.status.member,
        }
        await self._desk.run(
            Edit(Dispute, self._dispute.id, changes, _("Edit dispute"), self._desk.case_id)
        )

    def suggest(self, other: ClaimId, differs: Sequence[DiffersOn]) -> None:
        """Fill in the other claim, and what the two seem to differ on."""
        self.claim_b.choose(other)
        for on in differs:
            self.differs[on].setChecked(True)

    def _show(self, dispute: Dispute) -> None:
        for choice in (self.claim_a, self.claim_b):
            choice.setEnabled(False)
        for on, box in self.differs.items():
            box.setChecked(on.value in dispute.differs_on)
        self.status.choose(dispute.status)

    def _boxes(self) -> QWidget:
        holder = QWidget()
        flow = FlowLayout(holder, self.theme.px(14))
        for box in self.differs.values():
            flow.addWidget(box)
        return holder
