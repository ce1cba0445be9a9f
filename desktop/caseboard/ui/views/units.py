"""Who fights in a case: the tree of formations, where one was and what that rests on."""

from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from shiboken6 import isValid

from caseboard.commands.editing import Bin
from caseboard.commands.units import ChangeUnit, MoveUnits, RemoveUnit
from caseboard.i18n import _
from caseboard.model.change import Change
from caseboard.model.entities import Position, Unit
from caseboard.model.ids import UnitId
from caseboard.store import case_units, unit_pages
from caseboard.store.unit_pages import Stand, UnitPage
from caseboard.ui.desk import CaseDesk
from caseboard.ui.forms import position_form
from caseboard.ui.forms.form import fill
from caseboard.ui.forms.unit_form import UnitForm
from caseboard.ui.itemmodels.units import UnitsModel
from caseboard.ui.lib.asyncui import async_slot, newest_slot
from caseboard.ui.lib.surfaces import Surface
from caseboard.ui.listening import follow
from caseboard.ui.navigation import Navigator, Place
from caseboard.ui.panes import Panes
from caseboard.ui.symbol_pixmaps import SymbolPixmaps
from caseboard.ui.telling import Telling
from caseboard.ui.views.unit_inspector import UnitInspector
from caseboard.ui.views.unit_page import UnitPane
from caseboard.ui.views.units_files import UnitsFiles
from caseboard.ui.views.units_pane import UnitsPane

LIST_WIDTH = 380
FACTS_WIDTH = 310
SHOWN = ("tag", "anchor", "clip", "position", "location", "unit", "report", "source", "claim_unit")
"""Tables of which a change may alter what is shown of the one selected."""


class UnitsView(Surface):
    """The tree, the unit selected, and what can be set of it."""

    told = Signal(object)
    """`Telling`."""

    def __init__(self, desk: CaseDesk, navigator: Navigator, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent=parent)
        self.desk = desk
        self._navigator = navigator
        self.page: UnitPage | None = None
        self.symbols = SymbolPixmaps(desk.desk.symbols, self)
        self.model = UnitsModel(desk, self)
        self.pane = UnitsPane(desk, self.model, self.symbols, self)
        self.middle = UnitPane(desk, self.symbols, self)
        self.facts = UnitInspector(desk, self)
        self.files = UnitsFiles(desk, self)
        self._lay_out()
        self._connect()
        self.model.reload()

    def show_row(self, row_id: str) -> None:
        """Select a unit, as soon as it is there; one of another case among those of the library."""
        self._reveal(row_id)

    def _lay_out(self) -> None:
        theme = self.desk.desk.theme
        self._stacks = QStackedWidget(self), QStackedWidget(self)
        for stack, page in zip(self._stacks, (self.middle, self.facts), strict=True):
            stack.addWidget(Surface("panel_2"))
            stack.addWidget(page)
        self.panes = Panes(self.desk.desk.settings, "unit", self)
        self.panes.add(self.pane, theme.px(LIST_WIDTH))
        self.panes.add(self._stacks[0], theme.px(500), takes_room=True)
        self.panes.add(self._stacks[1], theme.px(FACTS_WIDTH))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.panes)

    def _connect(self) -> None:
        middle, navigator = self.middle, self._navigator
        self.pane.chosen.connect(self._on_chosen)
        middle.place_wanted.connect(lambda row_id: navigator.open_entity("location", row_id))
        middle.clip_wanted.connect(navigator.open_clip)
        middle.position_mapped.connect(lambda s: navigator.open_entity("map", s.position.id))
        self.facts.typed.connect(middle.preview)
        self.files.told.connect(self.told)
        self.files.imported.connect(self._reveal)
        self.pane.export_wanted.connect(self.files.ask_export)
        follow(self, self.desk.desk.history.changed, self._on_changed)
        if self.desk.desk.library.read_only:
            return
        tree = self.pane.tree
        self.model.move_wanted.connect(self._move)
        self.pane.add_wanted.connect(lambda: self._add(self._parent_of_current()))
        self.pane.import_wanted.connect(self.files.ask_import)
        tree.remove_wanted.connect(self._remove)
        tree.edit_wanted.connect(self._edit)
        middle.part_wanted.connect(lambda: self._add(self.pane.current_id))
        middle.edit_wanted.connect(self._edit)
        middle.remove_wanted.connect(self._remove)
        middle.position_wanted.connect(lambda: self._state(None))
        middle.position_edited.connect(self._state)
        middle.position_removed.connect(self._withdraw)
        self.facts.edit_wanted.connect(self._edit)
        self.facts.changed.connect(self._change)

    def _parent_of_current(self) -> str:
        """A new unit stands beside the one that is selected."""
        node = self.model.nodes.get(self.pane.current_id)
        return node.above.id if node and node.above else ""

    # --- showing ---

    @Slot(str)
    def _on_chosen(self, row_id: str) -> None:
        self._read(row_id)
        if row_id:
            self._navigator.stand_at(Place("unit", row_id))

    @newest_slot(str)
    async def _read(self, row_id: str) -> None:
        case_id = self.desk.case_id
        page = await self.desk.read(unit_pages.page, case_id, row_id) if row_id else None
        if not isValid(self):
            return
        self.page = page
        for stack in self._stacks:
            stack.setCurrentIndex(0 if page is None else 1)
        if page is not None:
            self.middle.show_page(page)
            self.facts.show_page(page)

    def _on_changed(self, change: Change) -> None:
        if self.pane.current_id and change.touches(*SHOWN):
            self._read(self.pane.current_id)

    @newest_slot(str)
    async def _reveal(self, row_id: str) -> None:
        own = await self.desk.read(case_units.ids, self.desk.case_id)
        if not isValid(self):
            return
        if row_id not in own and not self.model.is_of_library:
            self.model.show_library(is_of_library=True)
        self.pane.show_row(row_id)

    # --- deeds ---

    @async_slot(list, str, str)
    async def _move(self, unit_ids: list[UnitId], parent: UnitId, before: UnitId) -> None:
        await self.desk.run(MoveUnits(self.desk.case_id, unit_ids, parent or None, before or None))

    @Slot(dict)
    def _change(self, changes: dict[str, Any]) -> None:
        if self.page is not None:
            unit = self.page.unit
            self._run(ChangeUnit(self.desk.case_id, unit.id, changes, unit.name))

    @async_slot(object)
    async def _run(self, command: ChangeUnit) -> None:
        await self.desk.run(command)

    @async_slot(str)
    async def _add(self, parent: str) -> None:
        above = self.model.nodes.get(parent)
        known = above.line.unit if above and above.line else None
        new = Unit(name="", parent_id=UnitId(parent) if parent else None)
        if known is not None:
            new = Unit(name="", parent_id=known.id, side=known.side, country=known.country)
        form = UnitForm(self.desk, new, is_new=True, parent=self.window())
        if await fill(form) and form.made is not None and isValid(self):
            self._reveal(form.made)

    @async_slot()
    async def _edit(self) -> None:
        if self.page is not None:
            await fill(UnitForm(self.desk, self.page.unit, parent=self.window()))

    @async_slot()
    async def _remove(self) -> None:
        if self.page is None:
            return
        unit = self.page.unit
        await self.desk.run(RemoveUnit(self.desk.case_id, unit.id))
        words = _("{name} is removed.").format(name=unit.name)
        self.told.emit(Telling(words, is_undoable=True))

    @async_slot(object)
    async def _state(self, stand: Stand | None) -> None:
        """Ask for a position, or for what is to be said otherwise of one."""
        if self.page is None:
            return
        if not await position_form.state(self.desk, self.page.unit, self, stand):
            none = _(
                "A position rests on a clip. Tag the unit where one speaks of it, then add it."
            )
            self.told.emit(Telling(none))

    @async_slot(object)
    async def _withdraw(self, stand: Stand) -> None:
        gone = frozenset({stand.position.id})
        await self.desk.run(Bin(Position, gone, _("Remove position"), self.desk.case_id))
        self.told.emit(Telling(_("The position is removed."), is_undoable=True))
