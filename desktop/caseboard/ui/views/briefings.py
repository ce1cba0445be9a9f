"""The briefings of a case: what is written of one, its pages, and its exports."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from shiboken6 import isValid
from typing_extensions import override

from caseboard.briefing.blocks import SectionKind
from caseboard.briefing.linter.finding import Where
from caseboard.commands.briefings import SaveBriefing, draft, duplicate
from caseboard.commands.editing import Bin
from caseboard.i18n import _
from caseboard.model.change import Change
from caseboard.model.ids import BriefingId
from caseboard.model.terms import Template
from caseboard.model.work import Briefing
from caseboard.store import briefings, cases, gaps
from caseboard.ui.briefing.composer import Composer
from caseboard.ui.briefing.preview import BriefingPreview
from caseboard.ui.briefing.section_words import kind_of
from caseboard.ui.briefing.sending import send
from caseboard.ui.desk import CaseDesk
from caseboard.ui.lib.asyncui import async_slot, newest_slot
from caseboard.ui.lib.banner import Banner
from caseboard.ui.lib.buttons import push_button
from caseboard.ui.lib.empty import EmptyState
from caseboard.ui.lib.segments import Segments
from caseboard.ui.lib.skeleton import Skeleton
from caseboard.ui.lib.surfaces import Surface
from caseboard.ui.listening import follow
from caseboard.ui.navigation import Navigator, Place
from caseboard.ui.panes import Panes
from caseboard.ui.telling import Telling

if TYPE_CHECKING:
    from collections.abc import Sequence

    from caseboard.store.briefings import BriefingRow

LEFT_WIDTH = 320
PREVIEW, OUTLINE = "preview", "outline"
KINDS = frozenset(kind.value for kind in SectionKind)


class BriefingsView(Surface):
    """One briefing at a time: what is written at the left, its pages or its text beside it."""

    told = Signal(object)
    """`Telling`."""

    def __init__(self, desk: CaseDesk, navigator: Navigator, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent=parent)
        self._desk = desk
        self._navigator = navigator
        self._reading = 0
        self._wanted = self._begun = ""
        theme = desk.desk.theme
        self.current_id = ""
        self.rows: Sequence[BriefingRow] = ()
        self.is_writable = not desk.desk.library.read_only
        self.composer = Composer(desk, navigator, self)
        self.preview = BriefingPreview(desk, self)
        looks = [(PREVIEW, _("Preview")), (OUTLINE, _("Outline"))]
        self.looks = Segments(theme, looks, _("Pages or text"), self)
        self.export = push_button(theme, _("Export…"), self, primary=True)
        self.export.setEnabled(self.is_writable)
        self.notice = Banner(theme, self)
        action = _("New briefing") if self.is_writable else ""
        nothing = _("No briefing is begun yet.")
        self.empty = EmptyState(theme, nothing, action, icon="book-open-text", parent=self)
        self._lay_out()
        self._connect()
        self._list()

    def show_row(self, briefing_id: str) -> None:
        """Show a briefing, as soon as it is there."""
        self._wanted = briefing_id
        self._settle()

    @async_slot()
    async def start_briefing(self) -> None:
        """Show the newest briefing, or begin the first."""
        found = await self._desk.read(briefings.of_case, self._desk.case_id)
        if found:
            self.show_row(found[0].id)
        elif self.is_writable:
            self._begin(Template.SITUATION.value)

    async def keep(self) -> None:
        """Write what is typed and wait until the disk has it."""
        await self.composer.keep()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._looked.currentWidget() is self.composer.outline:
            self.preview.give_way(to_text=True)  # the case may have changed meanwhile

    def fold(self, index: int) -> None:
        """Fold what is written (0) away, or bring it back."""
        if index == 0:
            self.panes.fold(index, folded=not self.panes.is_folded(index))

    @newest_slot()
    async def _list(self) -> None:
        self.rows = await self._desk.read(briefings.rows, self._desk.case_id)
        self._settle()

    def _settle(self) -> None:
        """Show the wanted briefing if it is there, else the one shown, else the newest."""
        there = [row.id for row in self.rows]
        wanted = self._wanted if self._wanted in there else self.current_id
        chosen = wanted if wanted in there else next(iter(there), "")
        if self._wanted in there:
            self._wanted = ""
        if chosen != self.current_id:
            self.notice.dismiss()
            if chosen and self.isVisible():
                self._navigator.stand_at(Place("briefing", chosen))
        self.current_id = chosen
        self.composer.picker.show_rows(self.rows, chosen)
        self._read(chosen)

    @async_slot(str)
    async def _read(self, briefing_id: str) -> None:
        self._reading += 1
        reading, wanted = self._reading, BriefingId(briefing_id)
        briefing = await self._desk.read(briefings.by_id, wanted) if briefing_id else None
        past = await self._desk.read(briefings.exports, wanted) if briefing else ()
        if reading != self._reading:
            return  # another was chosen meanwhile
        if briefing is None:
            self.composer.show_nothing()
            self._stack.setCurrentWidget(self._nothing)
            return
        self.composer.show_briefing(briefing)
        self.preview.show_briefing(self.composer.briefing() or briefing)
        self.preview.show_exports(past)
        self._stack.setCurrentWidget(self._page)
        if briefing_id == self._begun:  # it is to be called something
            self._begun = ""
            self.composer.title.setFocus(Qt.FocusReason.OtherFocusReason)
            self.composer.title.selectAll()

    def _on_changed(self, change: Change) -> None:
        if change.touches("briefing", "briefing_export"):
            self._reading += 1  # what is being read is of before it; the list has it read again
            self._list()

    @Slot()
    def _on_taken_back(self) -> None:
        self._read(self.current_id)

    @async_slot(str)
    async def _begin(self, template: str) -> None:
        await self.composer.keep()
        case = await self._desk.read(cases.by_id, self._desk.case_id)
        begun = draft(case or self._desk.case, Template(template))
        await self._add(begun)

    @async_slot()
    async def _duplicate(self) -> None:
        await self.composer.keep()
        there = await self._desk.read(briefings.by_id, BriefingId(self.current_id))
        if there is not None:
            await self._add(duplicate(there))

    async def _add(self, briefing: Briefing) -> None:
        begun = await self._desk.run(SaveBriefing(briefing))
        if isValid(self):
            self._begun = begun
            self.show_row(begun)

    @async_slot()
    async def _delete(self) -> None:
        await self.composer.keep()
        name, gone = self.composer.picker.current_name(), frozenset([self.current_id])
        await self._desk.run(Bin(Briefing, gone, _("Delete briefing"), self._desk.case_id))
        words = _("Briefing {name} is in the bin.").format(name=name)
        self.told.emit(Telling(words, is_undoable=True))

    @Slot(object)
    def _on_edited(self, briefing: Briefing) -> None:
        self.preview.show_briefing(briefing)

    @Slot(object)
    def _on_finding_wanted(self, where: Where) -> None:
        """Go to the text that is objected to, or to the row of the case."""
        if self.composer.show_finding(where):
            return
        if where.table == "dispute":
            self._open_dispute(where.row_id)
        elif where.table:
            self._navigator.open(Place(where.table, where.row_id))

    @async_slot(str)
    async def _open_dispute(self, dispute_id: str) -> None:
        """Show a claim that stands in it."""
        claim_id = await self._desk.read(gaps.claim_beside, dispute_id)
        if claim_id is not None:
            self._navigator.open(Place("claim", claim_id))

    @Slot(str)
    def _on_anchor_clicked(self, anchor: str) -> None:
        """Open what was clicked in the pages: a judgement, or the section it stands in."""
        begins, _dash, number = anchor.partition("-")
        if begins == "judgement" and number.isdecimal():
            self.composer.show_finding(Where("judgements", int(number) - 1))
            return
        spots = self.preview.pages.spots
        spot = spots.of(anchor)
        section = spots.section(spot, KINDS) if spot else ""
        kind = kind_of(anchor) or kind_of(section)
        if kind is not None:
            self.composer.open_section(kind)

    @Slot(str)
    def _on_look_chosen(self, look: str) -> None:
        is_outline = look == OUTLINE
        had_keyboard = self._looked.isAncestorOf(QApplication.focusWidget() or self)
        self.composer.show_outline(shown=is_outline)
        self._looked.setCurrentWidget(self.composer.outline if is_outline else self.preview)
        self.preview.give_way(to_text=is_outline)
        if had_keyboard:  # else Qt hands it to whatever comes next in the window
            wanted = self.composer.outline.first() if is_outline else self.preview.pages
            (wanted or self.looks).setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _look_at_pages(self) -> None:
        self.looks.choose(PREVIEW)
        self._on_look_chosen(PREVIEW)

    @Slot()
    def _on_find(self) -> None:
        if self.preview.isVisible():
            self.preview.finder.open()

    @async_slot()
    async def _export(self) -> None:
        await self.composer.keep()
        briefing = self.composer.briefing()
        if briefing is None:
            return
        await send(self._desk, briefing, self.preview, self.notice, self.window())

    def _connect(self) -> None:
        picker = self.composer.picker
        picker.chosen.connect(self.show_row)
        picker.begun.connect(self._begin)
        picker.duplicated.connect(self._duplicate)
        picker.deleted.connect(self._delete)
        self.composer.edited.connect(self._on_edited)
        self.composer.taken_back.connect(self._on_taken_back)
        self.composer.went_to.connect(self.preview.go_to)
        self.composer.told.connect(self.told)
        self.composer.outline.findings_wanted.connect(self.preview.tools.open_findings)
        self.preview.panel.versions.opened.connect(self._look_at_pages)
        self.preview.checked.connect(self.composer.show_findings)
        self.preview.finding_wanted.connect(self._on_finding_wanted)
        self.preview.anchor_clicked.connect(self._on_anchor_clicked)
        self.preview.counted.connect(self.composer.show_counts)
        self.looks.chosen.connect(self._on_look_chosen)
        self.export.clicked.connect(self._export)
        self.empty.acted.connect(lambda: self._begin(Template.SITUATION.value))
        follow(self, self._desk.desk.history.changed, self._on_changed)
        here = Qt.ShortcutContext.WidgetWithChildrenShortcut
        keys = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self, context=here)
        keys.activated.connect(self._on_find)

    def _lay_out(self) -> None:
        theme, px = self._desk.desk.theme, self._desk.desk.theme.px
        self.bar = Surface("panel", "bottom", self)
        self.bar.setMinimumHeight(px(40))
        row = QHBoxLayout(self.bar)
        row.setContentsMargins(px(14), 0, px(12), 0)
        row.setSpacing(px(8))
        row.addWidget(self.looks)
        row.addWidget(self.preview.tools, 1)
        row.addWidget(self.export)
        self._looked = QStackedWidget(self)
        self._looked.addWidget(self.preview)
        self._looked.addWidget(self.composer.outline)
        self._page = Surface("window", parent=self)
        column = QVBoxLayout(self._page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.bar, self.notice):
            column.addWidget(widget)
        beside = QHBoxLayout()
        beside.setSpacing(0)
        beside.addWidget(self._looked, 1)
        beside.addWidget(self.preview.panel)
        column.addLayout(beside, 1)
        self._nothing = Surface("panel")
        around = QVBoxLayout(self._nothing)
        around.addWidget(self.empty)
        self._stack = QStackedWidget(self)
        for page in (Skeleton(theme, 56, self), self._nothing, self._page):
            self._stack.addWidget(page)
        self.panes = Panes(self._desk.desk.settings, "briefings", self)
        self.panes.add(self.composer, px(LEFT_WIDTH))
        self.panes.add(self._stack, px(800), takes_room=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.panes)
