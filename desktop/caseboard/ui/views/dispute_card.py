"""A dispute as a card: what one claim says beside what the other says."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from caseboard.i18n import _
from caseboard.model.refs import short
from caseboard.model.terms import DiffersOn, DisputeStatus, Stance
from caseboard.store.claim_pages import Account, Clash
from caseboard.ui import words
from caseboard.ui.inspector.chains import graded
from caseboard.ui.lib.buttons import link_button
from caseboard.ui.lib.chips import Pill
from caseboard.ui.lib.keyvalue import Fact, KeyValues
from caseboard.ui.lib.labels import plain_label
from caseboard.ui.lib.surfaces import Card
from caseboard.ui.lib.theme import Theme
from caseboard.ui.lib.tokens import Tint

TINTS = {
    DisputeStatus.OPEN: Tint.CONTRADICTS,
    DisputeStatus.RECONCILED: Tint.SUPPORTS,
    DisputeStatus.SETTLED: Tint.SUPPORTS,
}


class DisputeCard(Card):
    """Both accounts side by side; the claims lead to their own pages."""

    claim_wanted = Signal(str)
    edit_wanted = Signal()
    delete_wanted = Signal()

    def __init__(self, theme: Theme, clash: Clash, parent: QWidget, *, is_writable: bool) -> None:
        super().__init__(parent)
        self.clash = clash
        self._theme = theme
        px = theme.px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(12), px(10), px(12), px(10))
        column.setSpacing(px(8))
        head = QHBoxLayout()
        head.setSpacing(px(6))
        status = clash.dispute.status
        head.addWidget(Pill(theme, words.term(status), TINTS[status], self))
        differs = self._differs()
        head.addWidget(plain_label(differs, self, tone="muted", size="fact"), 1)
        self.edit = link_button(_("Edit…"), self)
        self.delete = link_button(_("Delete"), self)
        self.edit.setAccessibleName(_("Edit the dispute"))
        self.delete.setAccessibleName(_("Delete the dispute"))
        self.edit.clicked.connect(self.edit_wanted)
        self.delete.clicked.connect(self.delete_wanted)
        for button in (self.edit, self.delete):
            button.setVisible(is_writable)
            head.addWidget(button)
        column.addLayout(head)
        sides = QGridLayout()
        sides.setHorizontalSpacing(px(16))
        sides.setVerticalSpacing(px(4))
        for place, account in enumerate((clash.one, clash.other)):
            self._add_side(sides, place, account)
            sides.setColumnStretch(place, 1)
        column.addLayout(sides)
        if clash.dispute.both_could_hold:
            facts = KeyValues(theme, self)
            facts.set_facts([Fact(_("Both could hold"), clash.dispute.both_could_hold)])
            column.addWidget(facts)

    def _add_side(self, sides: QGridLayout, place: int, account: Account) -> None:
        top = Qt.AlignmentFlag.AlignTop
        ref = short(account.claim.ref)
        link = link_button(_("{ref} says").format(ref=ref), self)
        link.clicked.connect(lambda: self.claim_wanted.emit(account.claim.id))
        sides.addWidget(link, 0, place, top | Qt.AlignmentFlag.AlignLeft)
        statement = plain_label(account.claim.statement, self, size="strong", wrap=True)
        sides.addWidget(statement, 1, place, top)
        said = plain_label(_voices(account), self, tone="muted", size="small", wrap=True)
        sides.addWidget(said, 2, place, top)

    def _differs(self) -> str:
        known = {on.value: on for on in DiffersOn}
        named = [words.term(known[on]) for on in self.clash.dispute.differs_on if on in known]
        return _("Differ on {things}").format(things=", ".join(named)) if named else ""


def _voices(account: Account) -> str:
    """`General Staff B 3, DeepState C 3`: who supports it, each once."""
    named = [
        f"{said.claimant.name} {graded(said.report, said.claimant)}"
        for said in account.said
        if said.report.stance is Stance.SUPPORTS
    ]
    return ", ".join(dict.fromkeys(named)) or _("Nobody supports it.")
