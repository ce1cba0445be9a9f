"""Says that two claims clash, what about, and how both could hold."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QCheckBox, QWidget
from shiboken6 import isValid
from typing_extensions import override

from caseboard.analysis import reconciling
from caseboard.commands.claims import AddDispute
from caseboard.commands.disputing import StateDispute
from caseboard.commands.editing import Edit
from caseboard.i18n import _
from caseboard.model.claim import Claim, Dispute
from caseboard.model.ids import ClaimId
from caseboard.model.terms import DiffersOn
from caseboard.store import claim_pages
from caseboard.store.claim_pages import Account
from caseboard.ui import words
from caseboard.ui.desk import CaseDesk
from caseboard.ui.forms.claim_choice import ClaimChoice
from caseboard.ui.forms.contradictions import Contradictions
from caseboard.ui.forms.fields import Area, Named
from caseboard.ui.forms.form import Form
from caseboard.ui.forms.offers import Offers
from caseboard.ui.lib.asyncui import newest_slot
from caseboard.ui.lib.flow import FlowLayout
from caseboard.ui.voices import supporting


class DisputeForm(Form):
    """A new dispute, or one to edit: then the pair stays. Its status has a form of its own."""

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
        self._is_proposed = False
        self._pair: Sequence[Account] = ()
        self._read_for: tuple[ClaimId | None, ClaimId | None] = (None, None)
        self.claim_a = ClaimChoice(_("One claim"))
        self.claim_b = ClaimChoice(_("The other claim"))
        self.claim_a.show_claims(claims, dispute.claim_a_id if dispute else claim_id)
        self.claim_b.show_claims(claims, dispute.claim_b_id if dispute else None)
        self.differs = {on: QCheckBox(words.term(on)) for on in DiffersOn}
        self.both = Area(self.theme, dispute.both_could_hold if dispute else "", lines=2)
        self.both.setPlaceholderText(_("They entered and were driven out again"))
        self.implies_a = Area(self.theme, dispute.implies_a if dispute else "", lines=2)
        self.implies_a.setPlaceholderText(_("The line stands where it stood"))
        self.implies_b = Area(self.theme, dispute.implies_b if dispute else "", lines=2)
        self.implies_b.setPlaceholderText(_("The northern road is under fire"))
        self.reading = Area(self.theme, dispute.reading if dispute else "", lines=2)
        self.reading.setPlaceholderText(_("What you make of it, for briefings"))
        self.offers = Offers(self.theme, _("Ways in which both could hold"), self)
        self.also = Contradictions(self.theme, self)
        self.add(_("One claim"), self.claim_a)
        self.add(_("The other claim"), self.claim_b)
        self.body.addWidget(Named(_("They differ on"), self._boxes()))
        self.add(_("How both could hold"), self.both, self.offers)
        self._also = self.add(_("Also record"), self.also)
        self._also.hide()
        self.add(_("What follows if the one claim holds"), self.implies_a)
        self.add(_("What follows if the other claim holds"), self.implies_b)
        self.add(_("Our reading"), self.reading)
        if dispute:
            self._show(dispute)
        self._connect()
        self._on_pair_changed()

    @override
    async def save(self) -> None:
        """Pair the claims, or write what differs."""
        differs = self._differs_on()
        if self._dispute is None:
            pair = self.claim_a.claim_id(), self.claim_b.claim_id()
            texts = self._texts()
            dispute = AddDispute(self._desk.case_id, *pair, tuple(differs), *texts.values())
            also = self.also.ticked() if pair == self._read_for else ()
            await self._desk.run(StateDispute(dispute, also) if also else dispute)
            return
        changes = {
            "differs_on": [on.value for on in differs],
            **self._texts(),
        }
        await self._desk.run(
            Edit(Dispute, self._dispute.id, changes, _("Edit dispute"), self._desk.case_id)
        )

    def suggest(self, other: ClaimId, differs: Sequence[DiffersOn]) -> None:
        """Fill in a proposed dispute: the other claim, and what the two seem to differ on."""
        self._is_proposed = True
        for on in differs:
            self.differs[on].setChecked(True)
        self.claim_b.choose(other)
        self.both.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, dispute: Dispute) -> None:
        for choice in (self.claim_a, self.claim_b):
            choice.setEnabled(False)
        for on, box in self.differs.items():
            box.setChecked(on.value in dispute.differs_on)

    def _connect(self) -> None:
        for choice in (self.claim_a, self.claim_b):
            choice.currentIndexChanged.connect(self._on_pair_changed)
        for box in self.differs.values():
            box.toggled.connect(self._offer)
        self.offers.taken.connect(self._on_taken)

    @Slot()
    def _on_pair_changed(self) -> None:
        pair = self.claim_a.chosen, self.claim_b.chosen
        if pair != self._read_for:
            self._read_for = pair
            self._pair = ()
            self._show_pair()
            self._read()

    @newest_slot()
    async def _read(self) -> None:
        """What both sides rest on, once there are two."""
        one, other = pair = self._read_for
        if one is None or other is None or one == other:
            return
        accounts = await self._desk.read(claim_pages.accounts, (one, other))
        if isValid(self) and pair == self._read_for:
            self._pair = accounts
            self._show_pair()

    def _show_pair(self) -> None:
        is_new = self._dispute is None
        self.also.show_pair(self._pair if is_new else (), is_proposed=self._is_proposed)
        self._also.setVisible(bool(self.also.boxes))
        self._offer()
        self.fit()

    @Slot()
    def _offer(self) -> None:
        if len(self._pair) == 2:
            one, other = map(_told, self._pair)
            self.offers.offer(reconciling.ways(self._differs_on(), one, other))
        else:
            self.offers.offer(())

    @Slot(str)
    def _on_taken(self, sentence: str) -> None:
        """Take the place of what was offered before; what was typed stays before it."""
        typed = self.both.text()
        kept = "" if typed in self.offers.sentences else typed
        self.both.setPlainText(f"{kept} {sentence}".strip())
        self.both.setFocus(Qt.FocusReason.OtherFocusReason)
        self.both.moveCursor(self.both.textCursor().MoveOperation.End)

    def _texts(self) -> dict[str, str]:
        """What is written, by the name of its field, in the order `AddDispute` takes them."""
        return {
            "both_could_hold": self.both.text(),
            "implies_a": self.implies_a.text(),
            "implies_b": self.implies_b.text(),
            "reading": self.reading.text(),
        }

    def _differs_on(self) -> list[DiffersOn]:
        return [on for on, box in self.differs.items() if box.isChecked()]

    def _boxes(self) -> QWidget:
        holder = QWidget()
        flow = FlowLayout(holder, self.theme.px(14))
        for box in self.differs.values():
            flow.addWidget(box)
        return holder


def _told(account: Account) -> reconciling.Account:
    said = supporting(account)
    return reconciling.Account(
        account.claim.statement,
        tuple(each.anchor.exact for each in said),
        account.claim.event_time,
        next((each.report.said_when for each in said if each.report.said_when), ""),
        tuple(account.places),
    )
