"""Who says things in a case: how far they are relied on, what they said, whom they agree with."""

import asyncio

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QMenu, QStackedWidget, QVBoxLayout, QWidget
from shiboken6 import isValid
from typing_extensions import override

from caseboard.analysis.agreement import Sides
from caseboard.i18n import _
from caseboard.model.change import Change
from caseboard.model.ids import ClaimId, SourceId
from caseboard.model.terms import ClaimStatus
from caseboard.store import source_pages
from caseboard.store.source_pages import SourcePage
from caseboard.ui.delegates.source import SourceDelegate
from caseboard.ui.desk import CaseDesk
from caseboard.ui.forms.entity_form import EntityForm
from caseboard.ui.forms.form import fill
from caseboard.ui.forms.merge_source_form import MergeSourceForm
from caseboard.ui.itemmodels.sources import TALLIED, Order, SourcesModel, order_word
from caseboard.ui.lib.asyncui import async_slot, newest_slot
from caseboard.ui.lib.buttons import menu_button
from caseboard.ui.lib.choices import add_choices
from caseboard.ui.lib.surfaces import Surface
from caseboard.ui.listening import follow
from caseboard.ui.navigation import Navigator, Place
from caseboard.ui.panes import Panes
from caseboard.ui.telling import Telling
from caseboard.ui.views.list_pane import ListPane, Says
from caseboard.ui.views.source_facts import SourceFacts
from caseboard.ui.views.source_pane import SourcePane
from caseboard.ui.weighing import Weighed, Weighing

LIST_WIDTH = 350
FACTS_WIDTH = 320


class SourcesView(Surface):
    """The list, what came of the one selected, and what is known of it."""

    told = Signal(object)
    """`Telling`."""

    def __init__(self, desk: CaseDesk, navigator: Navigator, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent=parent)
        self._desk = desk
        self._navigator = navigator
        self._weighing = Weighing(desk, self)
        self._weighed: Weighed | None = None
        self._sides: Sides | None = None
        self._is_stale = True
        self._is_listed = False
        self._is_told = self._is_telling = False
        self.page: SourcePage | None = None
        theme = desk.desk.theme
        self.model = SourcesModel(desk, self)
        self.pane = ListPane(theme, self.model, SourceDelegate(theme, self), _says(), self)
        self.sort = menu_button(order_word(self.model.order), self._sort_menu(), self, flat=True)
        self.sort.setAccessibleName(_("Sort the sources"))
        self.pane.add_tool(self.sort)
        self.middle = SourcePane(desk, self._status, self)
        self.facts = SourceFacts(desk, self)
        self._lay_out()
        self._connect()
        self.model.reload()

    def show_row(self, source_id: str) -> None:
        """Select one, as soon as it is there."""
        self.pane.show_row(source_id)

    async def keep(self) -> None:
        """Write what is typed and wait until the disk has it."""
        await self.facts.grade.keep()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._weigh()

    def _lay_out(self) -> None:
        theme = self._desk.desk.theme
        self._stacks = QStackedWidget(self), QStackedWidget(self)
        for stack, page in zip(self._stacks, (self.middle, self.facts), strict=True):
            stack.addWidget(Surface("panel_2"))
            stack.addWidget(page)
        self.panes = Panes(self._desk.desk.settings, "source", self)
        self.panes.add(self.pane, theme.px(LIST_WIDTH))
        self.panes.add(self._stacks[0], theme.px(500), takes_room=True)
        self.panes.add(self._stacks[1], theme.px(FACTS_WIDTH))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.panes)

    def _connect(self) -> None:
        navigator, middle = self._navigator, self.middle
        self.pane.chosen.connect(self._on_chosen)
        self.model.listed.connect(self._on_listed)
        self.pane.acted.connect(lambda: navigator.open_view("clip"))
        middle.lists.clip_wanted.connect(navigator.open_clip)
        for part in (middle.lists, middle.agreement):
            part.claim_wanted.connect(lambda row_id: navigator.open_entity("claim", row_id))
        middle.edit_wanted.connect(self._edit)
        middle.merge_wanted.connect(self._merge)
        self.facts.edit_wanted.connect(self._edit)
        self._weighing.staled.connect(self._on_staled)
        follow(self, self._desk.desk.history.changed, self._on_changed)

    def _sort_menu(self) -> QMenu:
        menu = QMenu(self)
        orders = [(order, order_word(order)) for order in Order]
        add_choices(menu, orders, self._sort_by, self.model.order)
        menu.addSeparator()
        self.library = menu.addAction(_("All of the library"))
        self.library.setCheckable(True)
        self.library.triggered.connect(self._on_library_wanted)
        return menu

    def _sort_by(self, order: Order) -> None:
        self.model.sort_by(order)
        self._say_order()

    @Slot(bool)
    def _on_library_wanted(self, is_of_library: bool) -> None:
        self.model.show_library(is_of_library=is_of_library)
        self._say_order()

    def _say_order(self) -> None:
        order = order_word(self.model.order)
        if self.model.is_of_library:
            order = _("{order}, library").format(order=order)
        self.sort.setText(order)

    def _status(self, claim: ClaimId) -> ClaimStatus | None:
        standing = self._weighed.standings.get(claim) if self._weighed else None
        return standing.status if standing else None

    def _show(self, page: SourcePage | None) -> None:
        for stack in self._stacks:
            stack.setCurrentIndex(0 if page is None else 1)
        if page is not None:
            self.middle.show_page(page)
            self.facts.show_page(page)

    @Slot(str)
    def _on_chosen(self, source_id: str) -> None:
        self._read(source_id)
        if source_id:
            self._navigator.stand_at(Place("source", source_id))

    @newest_slot(str)
    async def _read(self, source_id: str) -> None:
        is_other = self.page is None or self.page.source.id != source_id
        page = await self._page(source_id)
        if not isValid(self):
            return
        self.page = page
        self._show(page)
        if page is None:
            return
        if is_other:
            self.middle.agreement.wait()
            self._tell_history()
        await self._compare()

    async def _page(self, source_id: str) -> SourcePage | None:
        if not source_id:
            return None
        return await self._desk.read(source_pages.read, self._desk.case_id, SourceId(source_id))

    @async_slot()
    async def _tell_history(self) -> None:
        """Read how the source was graded: one at a time, as it takes all of the journal."""
        self._is_told = False
        if self._is_telling:
            return
        self._is_telling = True
        try:
            while not self._is_told and self.page is not None:
                self._is_told, page = True, self.page
                history = await self._desk.read(source_pages.grades, page.source.id)
                if not isValid(self):
                    return
                if self.page is not None and self.page.source.id == page.source.id:
                    self.facts.show_history(history)
        finally:
            self._is_telling = False

    @async_slot()
    async def _weigh(self) -> None:
        """Find out how claims stand and who stands where, once for each change and only if seen."""
        if not (self._is_stale and self._is_listed and self.isVisible()):
            return
        self._is_stale = False
        weighed = await self._weighing.fresh()
        origins = {claim: each.origins for claim, each in weighed.standings.items()}
        sides = await asyncio.to_thread(Sides, origins, weighed.ledger.disputes)
        clashing = await asyncio.to_thread(sides.clashing)
        if not isValid(self) or weighed is not self._weighing.now:
            return  # weighed anew meanwhile
        self._weighed, self._sides = weighed, sides
        self.model.take_clashes(clashing)
        self.middle.lists.look_again()
        await self._compare()

    async def _compare(self) -> None:
        """Show how the source stands to others, if that is known by now."""
        page, sides, weighed = self.page, self._sides, self._weighed
        if page is None or sides is None or weighed is None:
            return
        found = await asyncio.to_thread(sides.agreements, page.source.id)
        if isValid(self) and self.page is page and self._weighed is weighed:
            self.middle.agreement.show_agreements(page.source.id, found, weighed)

    @Slot()
    def _on_listed(self) -> None:
        """The list comes first: weighing thousands of reports would keep it waiting."""
        self._is_listed = True
        self._weigh()

    @Slot()
    def _on_staled(self) -> None:
        self._is_stale = True
        self._weigh()

    def _on_changed(self, change: Change) -> None:
        source_id = self.pane.current_id
        if source_id and change.touches(*TALLIED):
            self._read(source_id)
        if source_id in change.touched.get("source", frozenset()):
            self._tell_history()

    @async_slot()
    async def _edit(self) -> None:
        if self.page is not None:
            await fill(EntityForm(self._desk, self.page.source, parent=self.window()))

    @async_slot()
    async def _merge(self) -> None:
        if self.page is None:
            return
        gone = self.page.source.name
        form = MergeSourceForm(self._desk, self.page, self.window())
        if not await fill(form) or not isValid(self):
            return
        if form.kept is not None:
            self.show_row(form.kept)
        into = form.into.text()
        words = _("“{gone}” is merged into “{kept}”.").format(gone=gone, kept=into)
        self.told.emit(Telling(words, is_undoable=True))


def _says() -> Says:
    return Says(
        title=_("Sources"),
        filter=_("Filter sources"),
        nothing=_("No source is named yet. Who publishes a clip or makes a claim stands here."),
        action=_("Go to the clips"),
        icon="globe",
    )
