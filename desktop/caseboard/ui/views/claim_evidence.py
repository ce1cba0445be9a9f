"""What a claim rests on: how its status came about, and every report as a card."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from caseboard.i18n import _, ngettext
from caseboard.ui.lib.labels import plain_label
from caseboard.ui.lib.section import Section
from caseboard.ui.lib.theme import Theme
from caseboard.ui.views.claim_sheet import ClaimSheet
from caseboard.ui.views.report_card import ReportCard

if TYPE_CHECKING:
    from collections.abc import Sequence

    from caseboard.store.evidence import ReportView


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
        self.cards: list[ReportCard] = []
        self.working = plain_label("", self, tone="muted", size="small", wrap=True)
        self.body.addWidget(self.working)
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
                    "{n} independent origin", "{n} independent origins", len(standing.origins)
                ),
            )
        )
        self.working.setText(sheet.working)
        if [_shown(card.said) for card in self.cards] != [_shown(each) for each in sheet.page.said]:
            self._show_cards(sheet.page.said)
            self._mark()

    def mark(self, claimant_id: str | None) -> None:
        """Mark the reports of a claimant, now and of every claim shown from now on."""
        self._claimant = claimant_id
        self._mark()

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
        for card in self.cards:
            self.body.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = [
            ReportCard(self._theme, each, self, is_writable=self._is_writable) for each in said
        ]
        for place, card in enumerate(self.cards, 1):
            self.body.insertWidget(place, card)
            self._connect(card)

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
        row.addWidget(self.button)
        row.addStretch(1)
        self.body.addLayout(row)


def _shown(said: "ReportView") -> tuple[object, ...]:
    """All of a report that its card shows: what is thought of the claim is no part of it."""
    told = (list(said.relays), list(said.quantities))
    return (said.report, said.anchor, said.clip, said.claimant, said.outlet, *told)
