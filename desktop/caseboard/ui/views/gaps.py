"""The gaps of a case: what would change a judgement, as a task list with dates."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QStackedWidget, QVBoxLayout, QWidget
from shiboken6 import isValid

from caseboard.commands.gaps import AnswerGap, BinGap, DropGap, ReopenGap
from caseboard.i18n import _
from caseboard.model.change import Change
from caseboard.model.ids import GapId
from caseboard.store import gaps
from caseboard.store.gaps import GapRow, Order, Target
from caseboard.ui.delegates.gap import gap_face
from caseboard.ui.delegates.line import LineDelegate
from caseboard.ui.desk import CaseDesk
from caseboard.ui.forms.form import fill
from caseboard.ui.forms.gap_form import GapForm
from caseboard.ui.itemmodels.gaps import NAMED, GapsModel, order_word
from caseboard.ui.lib.asyncui import async_slot, newest_slot
from caseboard.ui.lib.buttons import flat_button, menu_button
from caseboard.ui.lib.choices import add_choices
from caseboard.ui.lib.labels import plain_tooltip
from caseboard.ui.lib.surfaces import Surface
from caseboard.ui.listening import follow
from caseboard.ui.navigation import Navigator, Place
from caseboard.ui.panes import Panes
from caseboard.ui.telling import Telling
from caseboard.ui.views.gap_detail import GapDetail
from caseboard.ui.views.gap_targets import open_target
from caseboard.ui.views.list_pane import ListPane, Says

LIST_WIDTH = 400
ADD_KEYS = ("Ins", "Ctrl+Shift+G")


class GapsView(Surface):
    """The list at the left, the gap that is selected at the right, to be edited and answered."""

    told = Signal(object)
    """`Telling`."""

    def __init__(self, desk: CaseDesk, navigator: Navigator, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent=parent)
        self._desk = desk
        self._navigator = navigator
        theme = desk.desk.theme
        self._is_writable = not desk.desk.library.read_only
        self.model = GapsModel(desk, self)
        faces: LineDelegate[GapRow] = LineDelegate(theme, gap_face, self, lines=2)
        self.pane = ListPane(theme, self.model, faces, _says(is_writable=self._is_writable), self)
        self.new = flat_button(theme, _("Add gap…"), self, "plus")
        plain_tooltip(self.new, _("Add gap (Insert)"))
        self.new.setEnabled(self._is_writable)
        self.listing = menu_button(order_word(self.model.order), self._menu(), self, flat=True)
        self.listing.setAccessibleName(_("Sort the gaps"))
        self.pane.add_tool(self.listing)
        self.pane.add_tool(self.new)
        self.detail = GapDetail(desk, self)
        self._lay_out()
        self._connect()
        self.model.reload()

    @property
    def row(self) -> GapRow | None:
        """The gap that is shown."""
        return self.detail.row if self._right.currentWidget() is self.detail else None

    def show_row(self, gap_id: str) -> None:
        """Select a gap, as soon as it is there; a closed one brings those that are closed."""
        self.pane.show_row(gap_id)
        self._uncover(gap_id)

    @async_slot()
    async def start(self) -> None:
        """Ask for a new gap, and show what came of it."""
        if not self._is_writable:
            return
        form = GapForm(self._desk, parent=self.window())
        if await fill(form) and form.gap_id is not None and isValid(self):
            self.pane.show_row(form.gap_id)
            self.pane.focus()

    async def keep(self) -> None:
        """Write what is typed and wait until the disk has it."""
        await self.detail.keep()

    def _lay_out(self) -> None:
        px = self._desk.desk.theme.px
        self._right = QStackedWidget(self)
        self._right.addWidget(Surface("panel"))
        self._right.addWidget(self.detail)
        self.panes = Panes(self._desk.desk.settings, "gaps", self)
        self.panes.add(self.pane, px(LIST_WIDTH))
        self.panes.add(self._right, px(560), takes_room=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.panes)

    def _connect(self) -> None:
        self.pane.chosen.connect(self._on_chosen)
        self.detail.target_opened.connect(self._open)
        follow(self, self._desk.desk.history.changed, self._on_changed)
        if not self._is_writable:
            return
        self.new.clicked.connect(self.start)
        self.pane.acted.connect(self.start)
        self.pane.delete_wanted.connect(self._delete)
        self.detail.delete_wanted.connect(self._on_delete_wanted)
        self.detail.answered.connect(self._answer)
        self.detail.dropped.connect(self._drop)
        self.detail.reopened.connect(self._reopen)
        for keys in ADD_KEYS:
            context = Qt.ShortcutContext.WidgetWithChildrenShortcut
            shortcut = QShortcut(QKeySequence(keys), self, context=context)
            shortcut.activated.connect(self.start)

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        orders = [(order, order_word(order)) for order in Order]
        add_choices(menu, orders, self._sort_by, self.model.order)
        menu.addSeparator()
        self.closed = menu.addAction(_("Show answered and dropped"))
        self.closed.setCheckable(True)
        self.closed.toggled.connect(self._on_closed_toggled)
        return menu

    def _sort_by(self, order: Order) -> None:
        self.listing.setText(order_word(order))
        self.model.sort_by(order)

    @Slot(bool)
    def _on_closed_toggled(self, is_all: bool) -> None:
        self.model.show_all(is_all=is_all)

    @async_slot(str)
    async def _uncover(self, gap_id: str) -> None:
        row = await self._desk.read(gaps.by_id, gap_id)
        if isValid(self) and row is not None and row.gap.closed is not None:
            self.closed.setChecked(True)

    @Slot(str)
    def _on_chosen(self, gap_id: str) -> None:
        self._show(gap_id)
        if gap_id:
            self._navigator.stand_at(Place("gap", gap_id))
        else:
            self._right.setCurrentIndex(0)

    @newest_slot(str)
    async def _show(self, gap_id: str) -> None:
        """Show a gap as it is now; none leaves what is shown, and ends what is being read."""
        if not gap_id:
            return
        row = await self._desk.read(gaps.by_id, gap_id)
        offered = await self._desk.read(gaps.targets, self._desk.case_id)
        if not isValid(self):
            return
        if row is not None:
            self.detail.show_gap(row, offered)
        self._right.setCurrentIndex(0 if row is None else 1)

    def _on_changed(self, change: Change) -> None:
        here = self.pane.current_id
        is_here = here in change.touched.get("gap", frozenset())
        if here and (is_here or change.touches(*NAMED)):
            self._show(here)

    @async_slot(object)
    async def _open(self, target: Target) -> None:
        await open_target(self._desk, self._navigator, target)

    @async_slot(str)
    async def _answer(self, words: str) -> None:
        if self.row is not None:
            command = AnswerGap(self._desk.case_id, GapId(self.row.id), words)
            await self._close(command, _("Gap answered."))

    @async_slot(str)
    async def _drop(self, words: str) -> None:
        if self.row is not None:
            command = DropGap(self._desk.case_id, GapId(self.row.id), words)
            await self._close(command, _("Gap dropped."))

    async def _close(self, command: AnswerGap | DropGap, said: str) -> None:
        await self.keep()
        await self._desk.run(command)
        if isValid(self):
            self.told.emit(Telling(said, is_undoable=True))

    @async_slot()
    async def _reopen(self) -> None:
        if self.row is not None:
            await self._desk.run(ReopenGap(self._desk.case_id, GapId(self.row.id)))

    @Slot()
    def _on_delete_wanted(self) -> None:
        if self.row is not None:
            self._delete(self.row.id)

    @async_slot(str)
    async def _delete(self, gap_id: str) -> None:
        await self.keep()
        if not isValid(self):
            return
        command = BinGap(self._desk.case_id, GapId(gap_id))
        await self._desk.run(command)
        words = _("{what}. It is in the bin.").format(what=command.label)
        self.told.emit(Telling(words, is_undoable=True))


def _says(*, is_writable: bool) -> Says:
    return Says(
        title=_("Gaps"),
        filter=_("Filter gaps"),
        nothing=_(
            "Nothing is missing yet. A gap is a question whose answer would change a judgement."
        ),
        action=_("Add gap…") if is_writable else "",
        second=_("Insert adds one") if is_writable else "",
        icon="list-checks",
    )
