"""What a claim rests on: how its status came about, and every report as a card."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from caseboard.i18n import _, ngettext
from caseboard.ui.lib.buttons import link_button
from caseboard.ui.lib.labels import plain_label
from caseboard.ui.lib.section import Section
from caseboard.ui.lib.theme import Theme
from caseboard.ui.views.claim_sheet import ClaimSheet
from caseboard.ui.views.report_card import ReportCard

if TYPE_CHECKING:
    from collections.abc import Sequence

    from caseboard.store.evidence import ReportView

MOST = 10
"""So many cards are made at once; those of hundreds of reports would keep the window waiting."""


class EvidenceSection(Section):
    """The working always stands above the cards; those of one claimant can be marked."""

    report_opened = Signal(str, str)
    """Clip and anchor."""
    report_edit_wanted = Signal(str)
    report_delete_wanted = Signal(str)
    sought = Signal(QWidget)
    """A card that was asked for: it should come into sight."""

    def __init__(self, theme: Theme, parent: QWidget, *, is_writable: bool) -> None:
        super().__init__(theme, _("Evidence"), _("Add report…") if is_writable else "", parent)
        self._theme = theme
        self._is_writable = is_writable
        self._claimant: str | None = None
        self._claim_id = ""
        self._said: Sequence[ReportView] = ()
        self._shows_all = False
        self.cards: list[ReportCard] = []
        self.working = plain_label("", self, tone="muted", size="small", wrap=True)
        self.more = link_button("", self)
        self.more.hide()
        self.more.clicked.connect(self.show_all)
        self._holder = QWidget(self)
        self.body.addWidget(self.working)
        self.body.addWidget(self._holder)
        self._give_heading_the_line()
        self._seek = QTimer(self, interval=0, singleShot=True)
        self._seek.timeout.connect(self._on_seek)

    def show_sheet(self, sheet: ClaimSheet) -> None:
        """Show what this claim rests on; cards of reports that have not changed stay."""
        standing = sheet.standing
        self.set_title(
            _("Evidence · {reports}, {origins}").format(
                reports=ngettext("{n} report", "{n} reports", standing.reports),
                origins=ngettext(
                    "{n} independent origin", "{n} independent origins", standing.independent
                ),
            )
        )
        self.working.setText(sheet.working)
        if sheet.claim.id != self._claim_id:
            self._claim_id, self._shows_all = sheet.claim.id, False
        self._said = sheet.page.said
        self._refresh()

    def mark(self, claimant_id: str | None) -> None:
        """Mark the reports of a claimant, now and of every claim shown from now on."""
        if claimant_id != self._claimant or claimant_id is not None:
            self._claimant = claimant_id
            self._refresh(is_sought=True)

    @Slot()
    def show_all(self) -> None:
        """Show every report, however many there are."""
        self._shows_all = True
        self._refresh()

    def _refresh(self, *, is_sought: bool = False) -> None:
        wanted = self._wanted()
        is_new = [_shown(card.said) for card in self.cards] != [_shown(each) for each in wanted]
        if is_new:
            self._show_cards(wanted)
        self.more.setText(_("Show all {n}").format(n=len(self._said)))
        self.more.setVisible(len(wanted) < len(self._said))
        if is_new or is_sought:
            self._mark()

    def _wanted(self) -> "Sequence[ReportView]":
        """The reports to make cards of: of very many only the first, or those of the claimant."""
        if self._shows_all or len(self._said) <= MOST:
            return self._said
        marked = [each for each in self._said if each.claimant.id == self._claimant]
        return (marked or self._said)[:MOST]

    def _mark(self) -> None:
        for card in self.cards:
            card.set_active(active=card.said.claimant.id == self._claimant)
        if any(card.is_active for card in self.cards):
            self._seek.start()

    @Slot()
    def _on_seek(self) -> None:
        """Only now the cards stand where they belong."""
        marked = [card for card in self.cards if card.is_active]
        for card in reversed(marked):  # the first is seen whatever the others need
            self.sought.emit(card)

    def _show_cards(self, said: "Sequence[ReportView]") -> None:
        """They come and go with what holds them: one by one each would lay out all the others."""
        before, self._holder = self._holder, QWidget()
        column = QVBoxLayout(self._holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.px(8))
        self.cards = [
            ReportCard(self._theme, each, self._holder, is_writable=self._is_writable)
            for each in said
        ]
        for card in self.cards:
            column.addWidget(card)
            self._connect(card)
        self.body.replaceWidget(before, self._holder)
        before.hide()
        before.deleteLater()

    def _connect(self, card: ReportCard) -> None:
        said = card.said
        card.clicked.connect(lambda: self.report_opened.emit(said.clip.id, said.anchor.id))
        card.edit_wanted.connect(lambda: self.report_edit_wanted.emit(said.report.id))
        if self._is_writable:
            card.delete_wanted.connect(lambda: self.report_delete_wanted.emit(said.report.id))

    def _give_heading_the_line(self) -> None:
        """It is long and wraps; what adds a report stands below the last one."""
        self.heading.setWordWrap(True)
        self.heading.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._head.removeWidget(self.button)
        self._head.setStretch(0, 1)
        row = QHBoxLayout()
        row.addWidget(self.more)
        row.addWidget(self.button)
        row.addStretch(1)
        self.body.addLayout(row)


def _shown(said: "ReportView") -> tuple[object, ...]:
    """All of a report that its card shows: what is thought of the claim is no part of it."""
    told = (list(said.relays), list(said.quantities))
    return (said.report, said.anchor, said.clip, said.claimant, said.outlet, *told)
