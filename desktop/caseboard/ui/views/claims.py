"""What is claimed in a case, and what each claim rests on."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QStackedWidget, QVBoxLayout, QWidget
from shiboken6 import isValid

from caseboard.commands.claims import BinClaim
from caseboard.commands.editing import Bin
from caseboard.i18n import _
from caseboard.model.change import Change
from caseboard.model.claim import Dispute
from caseboard.model.ids import ClaimId, ReportId
from caseboard.store import claim_pages, evidence
from caseboard.ui.delegates.claim import ClaimDelegate
from caseboard.ui.desk import CaseDesk
from caseboard.ui.forms.claim_edit_form import ClaimEditForm
from caseboard.ui.forms.dispute_form import DisputeForm
from caseboard.ui.forms.form import fill
from caseboard.ui.forms.report_form import ReportForm
from caseboard.ui.itemmodels.claims import ClaimsModel, Order, order_word
from caseboard.ui.lib.asyncui import async_slot
from caseboard.ui.lib.banner import Banner, Kind
from caseboard.ui.lib.buttons import menu_button
from caseboard.ui.lib.surfaces import Surface
from caseboard.ui.listening import follow
from caseboard.ui.navigation import Navigator, Place
from caseboard.ui.panes import Panes
from caseboard.ui.telling import Telling
from caseboard.ui.views.claim_detail import ClaimDetail
from caseboard.ui.views.claim_sheet import ClaimSheet
from caseboard.ui.views.list_pane import ListPane, Says
from caseboard.ui.weighing import Weighing

LIST_WIDTH = 440
SHOWN = ("quantity", "gap")
"""Tables that are shown of a claim and do not alter how it stands."""


class ClaimsView(Surface):
    """The list at the left, the claim that is selected at the right."""

    told = Signal(object)
    """`Telling`."""

    def __init__(self, desk: CaseDesk, navigator: Navigator, parent: QWidget | None = None) -> None:
        super().__init__("panel_2", parent=parent)
        self._desk = desk
        self._navigator = navigator
        self._weighing = Weighing(desk, self)
        theme = desk.desk.theme
        is_writable = not desk.desk.library.read_only
        self.model = ClaimsModel(desk, self._weighing, self)
        self.pane = ListPane(theme, self.model, ClaimDelegate(theme, self), _says(), self)
        self.sort = menu_button(order_word(self.model.order), self._sort_menu(), self, flat=True)
        self.sort.setAccessibleName(_("Sort the claims"))
        self.pane.add_tool(self.sort)
        self.notice = Banner(theme, self)
        self.detail = ClaimDetail(desk, self)
        self._right = QStackedWidget(self)
        self._right.addWidget(Surface("panel_2"))
        self._right.addWidget(self.detail)
        self._lay_out()
        self._connect(is_writable=is_writable)
        self.model.reload()

    @property
    def sheet(self) -> ClaimSheet | None:
        """The claim that is shown."""
        return self.detail.sheet if self._right.currentWidget() is self.detail else None

    def show_row(self, claim_id: str) -> None:
        """Select a claim, as soon as it is there."""
        self.pane.show_row(claim_id)

    async def keep(self) -> None:
        """Write what is typed and wait until the disk has it."""
        await self.detail.assessment.keep()

    def _lay_out(self) -> None:
        theme = self._desk.desk.theme
        right = Surface("panel_2")
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.notice)
        column.addWidget(self._right, 1)
        self.panes = Panes(self._desk.desk.settings, "claims", self)
        self.panes.add(self.pane, theme.px(LIST_WIDTH))
        self.panes.add(right, theme.px(600), takes_room=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.panes)

    def _connect(self, *, is_writable: bool) -> None:
        self._weighing.weighed.connect(self._show_again)
        follow(self, self._desk.desk.history.changed, self._on_changed)
        self.pane.chosen.connect(self._on_chosen)
        self.pane.acted.connect(self._go_to_clips)
        detail = self.detail
        detail.report_opened.connect(self._navigator.open_clip)
        detail.entity_opened.connect(self._navigator.open_entity)
        if not is_writable:
            return
        self.pane.delete_wanted.connect(self._delete)
        detail.delete_wanted.connect(self._on_delete_wanted)
        detail.edit_wanted.connect(self._edit)
        detail.add_report_wanted.connect(self._on_add_report_wanted)
        detail.add_dispute_wanted.connect(self._add_dispute)
        detail.report_edit_wanted.connect(self._edit_report)
        detail.dispute_edit_wanted.connect(self._edit_dispute)
        detail.dispute_delete_wanted.connect(self._delete_dispute)

    def _sort_menu(self) -> QMenu:
        menu = QMenu(self)
        group = QActionGroup(menu)
        for order in Order:
            action = menu.addAction(order_word(order))
            action.setCheckable(True)
            action.setChecked(order is self.model.order)
            action.setActionGroup(group)
            action.triggered.connect(lambda _on=False, order=order: self._sort_by(order))
        return menu

    def _sort_by(self, order: Order) -> None:
        self.sort.setText(order_word(order))
        self.model.sort_by(order)

    @async_slot(str)
    async def _show(self, claim_id: str) -> None:
        """Show a claim as it is now; the place for it is empty where it has gone."""
        weighed = await self._weighing.fresh()
        page = await self._desk.read(claim_pages.read, ClaimId(claim_id))
        if not isValid(self) or claim_id != self.pane.current_id:
            return
        standing = weighed.standings.get(ClaimId(claim_id))
        if page is None or standing is None:
            self._right.setCurrentIndex(0)
            return
        self.detail.show_sheet(ClaimSheet(page, standing))
        self._right.setCurrentIndex(1)

    def _on_changed(self, change: Change) -> None:
        """What is shown beside how the claim stands may have changed too."""
        if change.touches(*SHOWN):
            self._show_again()

    @Slot()
    def _show_again(self) -> None:
        if self.pane.current_id:
            self._show(self.pane.current_id)

    @Slot(str)
    def _on_chosen(self, claim_id: str) -> None:
        self.notice.dismiss()
        if not claim_id:
            self._right.setCurrentIndex(0)
            return
        self._show(claim_id)
        self._navigator.stand_at(Place("claim", claim_id))

    def _go_to_clips(self) -> None:
        self._navigator.open_view("clip")

    @Slot()
    def _on_add_report_wanted(self) -> None:
        """A report stands on words of a clip: it can only be begun there."""
        words = _(
            "A report stands on words or a region of a clip. Select them there, press C, and"
            " choose “Report on a known claim”."
        )
        self.notice.show_notice(Kind.NEWS, words, [(_("Go to the clips"), self._go_to_clips)])

    @async_slot()
    async def _edit(self) -> None:
        if self.sheet is not None:
            await fill(ClaimEditForm(self._desk, self.sheet.claim, self.window()))

    @async_slot(str)
    async def _edit_report(self, report_id: str) -> None:
        view = await self._desk.read(evidence.report, ReportId(report_id))
        if view is not None and isValid(self):
            await fill(ReportForm(self._desk, view, self.window()))

    @async_slot()
    async def _add_dispute(self) -> None:
        if self.sheet is None:
            return
        claims = await self._desk.read(evidence.claims_of, self._desk.case_id)
        if len(claims) < 2:
            words = _("A dispute is between two claims, and there is only this one.")
            self.notice.show_notice(Kind.NEWS, words)
            return
        form = DisputeForm(self._desk, claims, self.sheet.claim.id, parent=self.window())
        await fill(form)

    @async_slot(str)
    async def _edit_dispute(self, dispute_id: str) -> None:
        if self.sheet is None:
            return
        clash = next(c for c in self.sheet.page.clashes if c.dispute.id == dispute_id)
        claims = [clash.one.claim, clash.other.claim]
        await fill(DisputeForm(self._desk, claims, dispute=clash.dispute, parent=self.window()))

    @async_slot(str)
    async def _delete_dispute(self, dispute_id: str) -> None:
        command = Bin(Dispute, frozenset([dispute_id]), _("Delete dispute"), self._desk.case_id)
        await self._tell_binned(command)

    @Slot()
    def _on_delete_wanted(self) -> None:
        if self.sheet is not None:
            self._delete(self.sheet.claim.id)

    @async_slot(str)
    async def _delete(self, claim_id: str) -> None:
        await self._tell_binned(BinClaim(self._desk.case_id, ClaimId(claim_id)))

    async def _tell_binned(self, command: Bin | BinClaim) -> None:
        await self._desk.run(command)
        words = _("{what}. It is in the bin.").format(what=command.label)
        self.told.emit(Telling(words, is_undoable=True))


def _says() -> Says:
    return Says(
        title=_("Claims"),
        filter=_("Filter claims"),
        nothing=_("No claim is stated yet. Select what is claimed in a clip and press C."),
        action=_("Go to the clips"),
        icon="message-square-quote",
    )
