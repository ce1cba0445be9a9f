"""A dispute as a card: what one claim says beside what the other says, and how it stands."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from shiboken6 import isValid

from caseboard.analysis import quantities
from caseboard.commands.dispute_status import SetDisputeStatus
from caseboard.i18n import _
from caseboard.model.refs import short
from caseboard.model.terms import DiffersOn, DisputeStatus
from caseboard.store import dispute_history
from caseboard.store.claim_pages import Clash
from caseboard.ui import words
from caseboard.ui.desk import CaseDesk
from caseboard.ui.forms.dispute_status_form import DisputeStatusForm
from caseboard.ui.forms.form import fill
from caseboard.ui.lib.asyncui import async_slot
from caseboard.ui.lib.buttons import link_button
from caseboard.ui.lib.chips import Pill
from caseboard.ui.lib.flow import FlowLayout
from caseboard.ui.lib.labels import plain_label
from caseboard.ui.lib.surfaces import Card
from caseboard.ui.lib.tokens import Tint
from caseboard.ui.views.dispute_over_time import DisputeOverTime
from caseboard.ui.views.dispute_sides import DisputeSides
from caseboard.ui.views.quantities_section import told_of
from caseboard.ui.voices import supporting

TINTS = {
    DisputeStatus.OPEN: Tint.CONTRADICTS,
    DisputeStatus.RECONCILED: Tint.SUPPORTS,
    DisputeStatus.SETTLED: Tint.SUPPORTS,
}
OPEN, RECONCILED, SETTLED = DisputeStatus


class DisputeCard(Card):
    """Both accounts side by side. It lays the dispute to rest itself; the rest it asks for."""

    claim_wanted = Signal(str)
    report_opened = Signal(str, str)
    """Clip and anchor of words on either side."""
    edit_wanted = Signal()
    delete_wanted = Signal()

    def __init__(self, desk: CaseDesk, clash: Clash, parent: QWidget) -> None:
        super().__init__(parent)
        self.clash = clash
        self._desk = desk
        theme = desk.desk.theme
        self._theme = theme
        self.setAccessibleName(_("Dispute, {status}").format(status=words.term(self._status)))
        self.sides = DisputeSides(theme, clash.one, clash.other, self)
        self.over_time = DisputeOverTime(theme, self)
        self.edit = link_button(_("Edit…"), self)
        self.delete = link_button(_("Delete"), self)
        self.deeds = {status: self._action(status) for status in DisputeStatus}
        self.edit.setAccessibleName(_("Edit the dispute"))
        self.delete.setAccessibleName(_("Delete the dispute"))
        self.edit.clicked.connect(self.edit_wanted)
        self.delete.clicked.connect(self.delete_wanted)
        self.sides.claim_wanted.connect(self.claim_wanted)
        self.sides.report_opened.connect(self.report_opened)
        self._lay_out(is_writable=not desk.desk.library.read_only)
        self._read()

    @property
    def _status(self) -> DisputeStatus:
        return self.clash.dispute.status

    def _action(self, status: DisputeStatus) -> QPushButton:
        button = link_button(
            {
                OPEN: _("Open again"),
                RECONCILED: _("Reconcile…"),
                SETTLED: _("Settle…"),
            }[status],
            self,
        )
        if status is OPEN:
            button.clicked.connect(self._open_again)
        else:
            button.clicked.connect(lambda: self._lay_to_rest(status))
        return button

    @async_slot()
    async def _open_again(self) -> None:
        await self._desk.run(SetDisputeStatus(self._desk.case_id, self.clash.dispute.id, OPEN))

    @async_slot(object)
    async def _lay_to_rest(self, status: DisputeStatus) -> None:
        await fill(DisputeStatusForm(self._desk, self.clash.dispute, status, self.window()))

    @async_slot()
    async def _read(self) -> None:
        held = await self._desk.read(dispute_history.of, self.clash.dispute.id)
        if isValid(self):
            self.over_time.show_held(held)

    def _lay_out(self, *, is_writable: bool) -> None:
        px = self._theme.px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(12), px(10), px(12), px(10))
        column.setSpacing(px(8))
        head = QHBoxLayout()
        head.setSpacing(px(6))
        head.addWidget(Pill(self._theme, words.term(self._status), TINTS[self._status], self))
        head.addStretch(1)
        for button in (self.edit, self.delete):
            button.setVisible(is_writable)
            head.addWidget(button)
        column.addLayout(head)
        if differs := self._differs():
            column.addWidget(plain_label(differs, self, tone="muted", size="fact", wrap=True))
        column.addWidget(self.sides)
        if clashing := self._clashing():
            column.addWidget(plain_label(clashing, self, tone="bad", size="small", wrap=True))
        self._add_texts(column)
        column.addWidget(self.over_time)
        self._add_actions(column, is_writable=is_writable)

    def _add_texts(self, column: QVBoxLayout) -> None:
        """How both could hold, what would follow from either, and the analyst's reading."""
        dispute = self.clash.dispute
        one, other = (short(side.claim.ref) for side in (self.clash.one, self.clash.other))
        if self.clash.one.claim.id != dispute.claim_a_id:
            one, other = other, one
        self._add_text(column, _("How both could hold"), dispute.both_could_hold)
        follows = _("What follows if {ref} holds")
        self._add_text(column, follows.format(ref=one), dispute.implies_a)
        self._add_text(column, follows.format(ref=other), dispute.implies_b)
        self._add_text(column, _("Our reading"), dispute.reading)

    def _add_text(self, column: QVBoxLayout, name: str, text: str) -> None:
        if text:
            value = plain_label(text, self, wrap=True, selectable=True)
            value.setAccessibleName(f"{name}: {text}")
            column.addWidget(plain_label(name, self, tone="muted", size="small"))
            column.addWidget(value)

    def _add_actions(self, column: QVBoxLayout, *, is_writable: bool) -> None:
        row = FlowLayout(spacing=self._theme.px(10))
        for status, button in self.deeds.items():
            button.setVisible(is_writable and status is not self._status)
            if not button.isHidden():
                row.addWidget(button)
        column.addLayout(row)

    def _clashing(self) -> str:
        """In which numbers those who support either side cannot both be right."""
        one, other = (
            [told for said in supporting(side) for told in told_of(said)]
            for side in (self.clash.one, self.clash.other)
        )
        found = [words.term(each.kind) for each in quantities.clash(one, other)]
        if not found:
            return ""
        return _("No number fits both: {kinds}").format(kinds=", ".join(dict.fromkeys(found)))

    def _differs(self) -> str:
        known = {on.value: on for on in DiffersOn}
        named = [words.term(known[on]) for on in self.clash.dispute.differs_on if on in known]
        return _("Differ on {things}").format(things=", ".join(named)) if named else ""
