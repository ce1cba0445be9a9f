"""The right side of the claims view: one claim, and what can be done with it."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from shiboken6 import isValid

from caseboard.commands.claims import BinClaim
from caseboard.commands.editing import Bin
from caseboard.i18n import _
from caseboard.model.change import Change
from caseboard.model.claim import Dispute
from caseboard.model.ids import ClaimId, ReportId
from caseboard.store import claim_pages, evidence
from caseboard.ui.desk import CaseDesk
from caseboard.ui.forms.claim_edit_form import ClaimEditForm
from caseboard.ui.forms.dispute_form import DisputeForm
from caseboard.ui.forms.form import fill
from caseboard.ui.forms.report_form import ReportForm
from caseboard.ui.lib.asyncui import async_slot, newest_slot
from caseboard.ui.lib.banner import Banner, Kind
from caseboard.ui.lib.surfaces import Surface
from caseboard.ui.listening import follow
from caseboard.ui.navigation import Navigator
from caseboard.ui.telling import Telling
from caseboard.ui.views.claim_deeds import ClaimDeeds
from caseboard.ui.views.claim_detail import ClaimDetail
from caseboard.ui.views.claim_sheet import ClaimSheet
from caseboard.ui.weighing import Weighing

SHOWN = ("quantity", "gap")
"""Tables that are shown of a claim and do not alter how it stands."""


class ClaimInspector(Surface):
    """Shows the claim it is told to, as it is now; reads it again when anything shown changes."""

    told = Signal(object)
    """`Telling`."""

    def __init__(
        self, desk: CaseDesk, navigator: Navigator, weighing: Weighing, parent: QWidget
    ) -> None:
        super().__init__("panel_2", parent=parent)
        self._desk = desk
        self._navigator = navigator
        self._weighing = weighing
        self._wanted = ""
        self.notice = Banner(desk.desk.theme, self)
        self.detail = ClaimDetail(desk, self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(Surface("panel_2"))
        self._stack.addWidget(self.detail)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.notice)
        column.addWidget(self._stack, 1)
        weighing.weighed.connect(self._show_again)
        follow(self, desk.desk.history.changed, self._on_changed)
        self._connect()

    @property
    def sheet(self) -> ClaimSheet | None:
        """The claim that is shown."""
        return self.detail.sheet if self._stack.currentWidget() is self.detail else None

    @property
    def claim_id(self) -> str:
        """The claim that is shown or on its way; empty for none."""
        return self._wanted

    def show_claim(self, claim_id: str, source_id: str | None = None) -> None:
        """Show a claim, with what `source_id` said of it marked; an empty id shows nothing."""
        if claim_id != self._wanted:
            self.notice.dismiss()
            self._wanted = claim_id
            self._show_again()
        self.detail.show_evidence_of(source_id)

    async def keep(self) -> None:
        """Write what is typed and wait until the disk has it."""
        await self.detail.assessment.keep()

    # --- deeds ---

    @async_slot(str)
    async def edit(self, claim_id: str) -> None:
        """Open the form of a claim."""
        page = await self._desk.read(claim_pages.read, ClaimId(claim_id))
        if page is not None and isValid(self):
            await fill(ClaimEditForm(self._desk, page.claim, self.window()))

    @async_slot(str)
    async def add_dispute(self, claim_id: str) -> None:
        """Open the form that sets another claim against this one."""
        claims = await self._desk.read(evidence.claims_of, self._desk.case_id)
        if not isValid(self):
            return
        if len(claims) < 2:
            words = _("A dispute is between two claims, and there is only this one.")
            self.notice.show_notice(Kind.NEWS, words)
            return
        await fill(DisputeForm(self._desk, claims, ClaimId(claim_id), parent=self.window()))

    @async_slot(str)
    async def delete(self, claim_id: str) -> None:
        """Move a claim to the bin."""
        await self._tell_binned(BinClaim(self._desk.case_id, ClaimId(claim_id)))

    def go_to_clips(self) -> None:
        """Claims are begun in clips."""
        self._navigator.open_view("clip")

    # --- showing ---

    @newest_slot(str)
    async def _show(self, claim_id: str) -> None:
        """Show a claim as it is now; the place for it is empty where it has gone."""
        weighed = await self._weighing.fresh()
        page = await self._desk.read(claim_pages.read, ClaimId(claim_id))
        if not isValid(self) or claim_id != self._wanted or not self._weighing.is_fresh:
            return  # something newer is on its way
        standing = weighed.standings.get(ClaimId(claim_id))
        if page is None or standing is None:
            self._stack.setCurrentIndex(0)
            return
        self.detail.show_sheet(ClaimSheet(page, standing))
        self._stack.setCurrentIndex(1)

    @Slot()
    def _show_again(self) -> None:
        if self._wanted:
            self._show(self._wanted)
        else:
            self._stack.setCurrentIndex(0)

    def _on_changed(self, change: Change) -> None:
        """What is shown beside how the claim stands may have changed too."""
        if change.touches(*SHOWN):
            self._show_again()

    def _connect(self) -> None:
        detail = self.detail
        detail.report_opened.connect(self._navigator.open_clip)
        detail.entity_opened.connect(self._navigator.open_entity)
        if self._desk.desk.library.read_only:
            return
        self._deeds = ClaimDeeds(self._desk, self._navigator, detail)
        self._deeds.told.connect(self.told)
        detail.delete_wanted.connect(lambda: self.delete(self._wanted))
        detail.edit_wanted.connect(lambda: self.edit(self._wanted))
        detail.add_report_wanted.connect(self._on_add_report_wanted)
        detail.add_dispute_wanted.connect(lambda: self.add_dispute(self._wanted))
        detail.report_edit_wanted.connect(self._edit_report)
        detail.dispute_edit_wanted.connect(self._edit_dispute)
        detail.dispute_delete_wanted.connect(self._delete_dispute)

    @Slot()
    def _on_add_report_wanted(self) -> None:
        """A report stands on words of a clip: it can only be begun there."""
        words = _(
            "A report stands on words or a region of a clip. Select them there, press C, and"
            " choose “Report on a known claim”."
        )
        offers = [
            (_("Go to the clips"), self.go_to_clips),
            (_("Use a known passage…"), self._deeds.add_known_passage),
        ]
        self.notice.show_notice(Kind.NEWS, words, offers)

    @async_slot(str)
    async def _edit_report(self, report_id: str) -> None:
        view = await self._desk.read(evidence.report, ReportId(report_id))
        if view is not None and isValid(self):
            await fill(ReportForm(self._desk, view, self.window()))

    @async_slot(str)
    async def _edit_dispute(self, dispute_id: str) -> None:
        if self.sheet is None:
            return
        clashes = self.sheet.page.clashes
        clash = next((each for each in clashes if each.dispute.id == dispute_id), None)
        if clash is None:
            return
        claims = [clash.one.claim, clash.other.claim]
        await fill(DisputeForm(self._desk, claims, dispute=clash.dispute, parent=self.window()))

    @async_slot(str)
    async def _delete_dispute(self, dispute_id: str) -> None:
        command = Bin(Dispute, frozenset([dispute_id]), _("Delete dispute"), self._desk.case_id)
        await self._tell_binned(command)

    async def _tell_binned(self, command: Bin | BinClaim) -> None:
        await self._desk.run(command)
        words = _("{what}. It is in the bin.").format(what=command.label)
        self.told.emit(Telling(words, is_undoable=True))
