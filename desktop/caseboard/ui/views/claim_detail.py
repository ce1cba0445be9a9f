"""One claim: how it stands, what it rests on, what is made of it, what it clashes with."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QScrollArea, QVBoxLayout, QWidget

from caseboard.analysis.standing import status_name
from caseboard.i18n import _, ngettext
from caseboard.model import moments
from caseboard.model.refs import short
from caseboard.ui.delegates.claim import STATUS_TINTS
from caseboard.ui.desk import CaseDesk
from caseboard.ui.lib.buttons import push_button
from caseboard.ui.lib.chips import Chip, Pill
from caseboard.ui.lib.flow import FlowLayout
from caseboard.ui.lib.labels import plain_label
from caseboard.ui.lib.section import Section
from caseboard.ui.lib.surfaces import Surface
from caseboard.ui.lib.tokens import Tint
from caseboard.ui.views.claim_assessment import AssessmentSection
from caseboard.ui.views.claim_sheet import ClaimSheet
from caseboard.ui.views.dispute_card import DisputeCard
from caseboard.ui.views.gaps_section import GapsSection
from caseboard.ui.views.quantities_section import QuantitiesSection
from caseboard.ui.views.report_card import ReportCard


class ClaimDetail(QScrollArea):
    """Shows a `ClaimSheet` and asks for what can be done with it."""

    edit_wanted = Signal()
    add_report_wanted = Signal()
    add_dispute_wanted = Signal()
    delete_wanted = Signal()
    report_opened = Signal(str, str)
    """Clip and anchor."""
    report_edit_wanted = Signal(str)
    entity_opened = Signal(str, str)
    """Table and row."""
    dispute_edit_wanted = Signal(str)
    dispute_delete_wanted = Signal(str)

    def __init__(self, desk: CaseDesk, parent: QWidget) -> None:
        super().__init__(parent)
        theme = desk.desk.theme
        is_writable = not desk.desk.library.read_only
        self._theme = theme
        self._is_writable = is_writable
        self.sheet: ClaimSheet | None = None
        self.reports: list[ReportCard] = []
        self.disputes: list[DisputeCard] = []
        self.statement = plain_label("", self, size="heading", wrap=True, selectable=True)
        self.about = FlowLayout(spacing=theme.px(5))
        self.edit = push_button(theme, _("Edit…"), self)
        self.delete = push_button(theme, _("Delete"), self, danger=True)
        add = is_writable
        self.evidence = Section(theme, _("Evidence"), _("Add report…") if add else "", self)
        self.working = plain_label("", self, tone="muted", size="small", wrap=True)
        self.assessment = AssessmentSection(desk, self)
        self.quantities = QuantitiesSection(desk, self)
        self.gaps = GapsSection(desk, self)
        self.clashes = Section(theme, _("Disputes"), _("Add dispute…") if add else "", self)
        self.at_peace = plain_label("", self, tone="muted", size="fact", wrap=True)
        self._lay_out()
        self.edit.clicked.connect(self.edit_wanted)
        self.delete.clicked.connect(self.delete_wanted)
        self.evidence.acted.connect(self.add_report_wanted)
        self.clashes.acted.connect(self.add_dispute_wanted)

    def show_sheet(self, sheet: ClaimSheet) -> None:
        """Show this claim; what has not changed stays as it is."""
        if sheet == self.sheet:
            return
        is_other = self.sheet is None or self.sheet.claim.id != sheet.claim.id
        self.sheet = sheet
        self.setAccessibleName(sheet.claim.statement)
        self.statement.setText(sheet.claim.statement)
        self._show_about(sheet)
        self._show_evidence(sheet)
        self.assessment.show_claim(sheet.claim, sheet.page.ladder)
        self.quantities.show_page(sheet.page)
        self._show_disputes(sheet)
        self.gaps.show_page(sheet.page)
        if is_other:
            self.verticalScrollBar().setValue(0)

    def _show_about(self, sheet: ClaimSheet) -> None:
        self.about.clear()
        status = sheet.standing.status
        pills = [Pill(self._theme, status_name(status), STATUS_TINTS[status])]
        if sheet.claim.event_time:
            pills.append(Pill(self._theme, moments.show(sheet.claim.event_time)))
        pills.append(Pill(self._theme, short(sheet.claim.ref)))
        for pill in pills:
            self.about.addWidget(pill)
        for place in sheet.page.locations:
            self._add_chip("location", place.id, place.name, Tint.LOCATION)
        for unit in sheet.page.units:
            self._add_chip("unit", unit.id, unit.name, Tint.UNIT)

    def _add_chip(self, table: str, row_id: str, name: str, tint: Tint) -> None:
        chip = Chip(self._theme, name, tint)
        chip.clicked.connect(lambda: self.entity_opened.emit(table, row_id))
        self.about.addWidget(chip)

    def _show_evidence(self, sheet: ClaimSheet) -> None:
        standing = sheet.standing
        self.evidence.set_title(
            _("Evidence · {reports}, {origins}").format(
                reports=ngettext("{n} report", "{n} reports", standing.reports),
                origins=ngettext(
                    "{n} independent origin", "{n} independent origins", len(standing.origins)
                ),
            )
        )
        self.working.setText(standing.working)
        _clear(self.evidence.body, self.reports)
        self.reports = [
            ReportCard(self._theme, said, self.evidence, is_writable=self._is_writable)
            for said in sheet.page.said
        ]
        for card in self.reports:
            self.evidence.body.addWidget(card)
            self._connect_report(card)

    def _connect_report(self, card: ReportCard) -> None:
        said = card.said
        card.clicked.connect(lambda: self.report_opened.emit(said.clip.id, said.anchor.id))
        card.edit_wanted.connect(lambda: self.report_edit_wanted.emit(said.report.id))

    def _show_disputes(self, sheet: ClaimSheet) -> None:
        _clear(self.clashes.body, self.disputes)
        self.disputes = [
            DisputeCard(self._theme, clash, self.clashes, is_writable=self._is_writable)
            for clash in sheet.page.clashes
        ]
        self.at_peace.setText(_("No other claim is set against this one."))
        self.at_peace.setVisible(not sheet.page.clashes)
        for card in self.disputes:
            self.clashes.body.addWidget(card)
            self._connect_dispute(card)

    def _connect_dispute(self, card: DisputeCard) -> None:
        dispute_id = card.clash.dispute.id
        card.claim_wanted.connect(lambda row_id: self.entity_opened.emit("claim", row_id))
        card.edit_wanted.connect(lambda: self.dispute_edit_wanted.emit(dispute_id))
        card.delete_wanted.connect(lambda: self.dispute_delete_wanted.emit(dispute_id))

    def _lay_out(self) -> None:
        px = self._theme.px
        head = Surface("panel_2", "bottom", self)
        top = QVBoxLayout(head)
        top.setContentsMargins(px(14), px(12), px(14), px(12))
        top.setSpacing(px(8))
        line = QHBoxLayout()
        line.setSpacing(px(8))
        line.addWidget(self.statement, 1)
        for button in (self.edit, self.delete):
            button.setVisible(self._is_writable)
            line.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        top.addLayout(line)
        top.addLayout(self.about)
        self.evidence.body.addWidget(self.working)
        self.clashes.body.addWidget(self.at_peace)
        inside = Surface("panel_2")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        parts = (self.evidence, self.assessment, self.quantities, self.clashes, self.gaps)
        for part in (head, *parts):
            column.addWidget(part)
        column.addStretch(1)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(inside)


def _clear(layout: QLayout, cards: list[ReportCard] | list[DisputeCard]) -> None:
    for card in cards:
        layout.removeWidget(card)
        card.hide()
        card.deleteLater()
