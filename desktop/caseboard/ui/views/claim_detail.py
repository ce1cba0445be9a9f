"""One claim: how it stands, what it rests on, what is made of it, what it clashes with."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QScrollArea, QToolButton, QVBoxLayout, QWidget

from caseboard.i18n import _
from caseboard.ui.desk import CaseDesk
from caseboard.ui.lib.labels import plain_label
from caseboard.ui.lib.section import Section
from caseboard.ui.lib.surfaces import Surface
from caseboard.ui.views.claim_assessment import AssessmentSection
from caseboard.ui.views.claim_evidence import EvidenceSection
from caseboard.ui.views.claim_head import ClaimHead
from caseboard.ui.views.claim_sheet import ClaimSheet
from caseboard.ui.views.dispute_card import DisputeCard
from caseboard.ui.views.gaps_section import GapsSection
from caseboard.ui.views.quantities_section import QuantitiesSection
from caseboard.ui.views.report_card import ReportCard

MARGIN = 12
"""How far from the edge a card is brought into sight."""


class ClaimDetail(QScrollArea):
    """Shows a `ClaimSheet` and asks for what can be done with it; an inspector of any width."""

    edit_wanted = Signal()
    add_report_wanted = Signal()
    add_dispute_wanted = Signal()
    delete_wanted = Signal()
    override_wanted = Signal()
    take_back_wanted = Signal()
    """The status the analyst has set is to follow from the reports again."""
    merge_wanted = Signal()
    report_opened = Signal(str, str)
    """Clip and anchor."""
    report_edit_wanted = Signal(str)
    report_delete_wanted = Signal(str)
    entity_opened = Signal(str, str)
    """Table and row."""
    dispute_edit_wanted = Signal(str)
    dispute_delete_wanted = Signal(str)

    def __init__(self, desk: CaseDesk, parent: QWidget) -> None:
        super().__init__(parent)
        theme = desk.desk.theme
        is_writable = not desk.desk.library.read_only
        self._desk = desk
        self._theme = theme
        self._is_writable = is_writable
        self.sheet: ClaimSheet | None = None
        self.disputes: list[DisputeCard] = []
        self.head = ClaimHead(theme, self, is_writable=is_writable)
        self.statement = self.head.statement
        self.evidence = EvidenceSection(theme, self, is_writable=is_writable)
        self.assessment = AssessmentSection(desk, self)
        self.quantities = QuantitiesSection(desk, self)
        self.quantities.opened.connect(self.report_opened)
        self.gaps = GapsSection(desk, self)
        self.gaps.opened.connect(lambda gap_id: self.entity_opened.emit("gap", gap_id))
        self.clashes = Section(theme, _("Disputes"), _("Add dispute…") if is_writable else "", self)
        self.at_peace = plain_label("", self, tone="muted", size="fact", wrap=True)
        self._lay_out()
        self._connect()

    @property
    def reports(self) -> list[ReportCard]:
        """The reports of the claim, oldest first."""
        return self.evidence.cards

    @property
    def edit(self) -> QToolButton:
        """Asks for the form of the claim."""
        return self.head.edit

    @property
    def delete(self) -> QToolButton:
        """Asks for the claim to be moved to the bin."""
        return self.head.delete

    def show_sheet(self, sheet: ClaimSheet) -> None:
        """Show this claim; what has not changed stays as it is.

        What is thought of it is set even so: it may have been typed, and taken back, meanwhile.
        """
        if sheet == self.sheet:
            self.assessment.show_page(sheet.page)
            return
        is_other = self.sheet is None or self.sheet.claim.id != sheet.claim.id
        self.sheet = sheet
        self.setAccessibleName(sheet.claim.statement)
        if is_other:
            self.verticalScrollBar().setValue(0)
        self.head.show_sheet(sheet)
        self.evidence.show_sheet(sheet)
        self.assessment.show_page(sheet.page)
        self.quantities.show_page(sheet.page, sheet.standing)
        self._show_disputes(sheet)
        self.gaps.show_page(sheet.page)

    def show_evidence_of(self, source_id: str | None) -> None:
        """Mark what this claimant said and bring it into sight; None marks nothing.

        It holds for the claims shown from now on as well, so that it does not matter whether the
        sheet of a claim comes before or after.
        """
        self.evidence.mark(source_id)

    def _show_disputes(self, sheet: ClaimSheet) -> None:
        self.at_peace.setText(_("No other claim is set against this one."))
        self.at_peace.setVisible(not sheet.page.clashes)
        if [card.clash for card in self.disputes] == list(sheet.page.clashes):
            return
        for gone in self.disputes:
            self.clashes.body.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        self.disputes = [
            DisputeCard(self._desk, clash, self.clashes) for clash in sheet.page.clashes
        ]
        for card in self.disputes:
            self.clashes.body.addWidget(card)
            self._connect_dispute(card)

    def _connect(self) -> None:
        head, evidence = self.head, self.evidence
        head.edit_wanted.connect(self.edit_wanted)
        head.delete_wanted.connect(self.delete_wanted)
        head.override_wanted.connect(self.override_wanted)
        head.take_back_wanted.connect(self.take_back_wanted)
        head.merge_wanted.connect(self.merge_wanted)
        head.entity_opened.connect(self.entity_opened)
        evidence.acted.connect(self.add_report_wanted)
        evidence.report_opened.connect(self.report_opened)
        evidence.report_edit_wanted.connect(self.report_edit_wanted)
        evidence.report_delete_wanted.connect(self.report_delete_wanted)
        evidence.sought.connect(self._on_sought)
        self.clashes.acted.connect(self.add_dispute_wanted)

    def _connect_dispute(self, card: DisputeCard) -> None:
        dispute_id = card.clash.dispute.id
        card.claim_wanted.connect(lambda row_id: self.entity_opened.emit("claim", row_id))
        card.report_opened.connect(self.report_opened)
        card.edit_wanted.connect(lambda: self.dispute_edit_wanted.emit(dispute_id))
        card.delete_wanted.connect(lambda: self.dispute_delete_wanted.emit(dispute_id))

    @Slot(QWidget)
    def _on_sought(self, card: QWidget) -> None:
        self.ensureWidgetVisible(card, 0, self._theme.px(MARGIN))

    def _lay_out(self) -> None:
        self.clashes.body.addWidget(self.at_peace)
        inside = Surface("panel_2")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        parts = (self.evidence, self.assessment, self.quantities, self.clashes, self.gaps)
        for part in (self.head, *parts):
            column.addWidget(part)
        column.addStretch(1)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(inside)
