"""The locations and people a case names: two views of one make."""

from typing import ClassVar

from PySide6.QtCore import QModelIndex, Qt, Slot
from PySide6.QtWidgets import QListView, QStackedWidget, QVBoxLayout, QWidget
from shiboken6 import isValid
from typing_extensions import override

from caseboard.i18n import _
from caseboard.model.change import Change
from caseboard.model.entities import Location, Named, Person
from caseboard.store import entity_pages
from caseboard.store.entities import EntityRow
from caseboard.store.entity_pages import EntityPage, Passage
from caseboard.ui import words
from caseboard.ui.delegates.entity import entity_face, passage_face, passage_words
from caseboard.ui.delegates.line import LineDelegate
from caseboard.ui.desk import CaseDesk
from caseboard.ui.forms.entity_form import EntityForm
from caseboard.ui.forms.form import fill
from caseboard.ui.itemmodels.entities import EntitiesModel, second
from caseboard.ui.itemmodels.rows import RowsModel
from caseboard.ui.lib.asyncui import async_slot, newest_slot
from caseboard.ui.lib.empty import EmptyState
from caseboard.ui.lib.labels import plain_label
from caseboard.ui.lib.surfaces import Surface
from caseboard.ui.listening import follow
from caseboard.ui.navigation import Navigator, Place
from caseboard.ui.panes import Panes
from caseboard.ui.views.entity_facts import EntityFacts
from caseboard.ui.views.list_pane import ListPane, Says

LIST_WIDTH = 380
FACTS_WIDTH = 310
SHOWN = ("tag", "anchor", "clip", "position", "location", "unit")
"""Tables of which a change may alter what is shown of the one selected."""


class EntitiesView(Surface):
    """The list, the passages that name the one selected, and what is known of it."""

    MODEL: ClassVar[type[Named]]

    def __init__(self, desk: CaseDesk, navigator: Navigator, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent=parent)
        self._desk = desk
        self._navigator = navigator
        self._table = words.TABLES[self.MODEL]
        self.page: EntityPage | None = None
        theme = desk.desk.theme
        self.model = EntitiesModel(desk, self.MODEL, self)
        rows: LineDelegate[EntityRow] = LineDelegate(theme, entity_face, self)
        self.pane = ListPane(theme, self.model, rows, self.says(), self)
        self.facts = EntityFacts(desk, self)
        self.name = plain_label("", self, size="heading", wrap=True, selectable=True)
        self.second = plain_label("", self, tone="muted", wrap=True)
        self.passages: RowsModel[Passage] = RowsModel(passage_words, self)
        self.list = self._passage_list()
        self.unnamed = EmptyState(theme, _("No clip of this case names it any more."), parent=self)
        self._lay_out()
        self.pane.chosen.connect(self._on_chosen)
        self.pane.acted.connect(lambda: navigator.open_view("clip"))
        self.facts.edit_wanted.connect(self._edit)
        self.facts.map_wanted.connect(self._show_on_map)
        self.list.clicked.connect(self._on_passage_taken)
        self.list.activated.connect(self._on_passage_taken)
        follow(self, desk.desk.history.changed, self._on_changed)
        self.model.reload()

    def says(self) -> Says:
        """The words of the list."""
        raise NotImplementedError

    def show_row(self, row_id: str) -> None:
        """Select one, as soon as it is there."""
        self.pane.show_row(row_id)

    def _passage_list(self) -> QListView:
        faces: LineDelegate[Passage] = LineDelegate(
            self._desk.desk.theme, passage_face, self, quoted=True
        )
        view = QListView(self)
        view.setModel(self.passages)
        view.setItemDelegate(faces)
        view.setUniformItemSizes(True)
        view.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setMouseTracking(True)
        view.setAccessibleName(_("Passages that name it"))
        return view

    def _lay_out(self) -> None:
        theme = self._desk.desk.theme
        px = theme.px
        head = Surface("panel", "bottom", self)
        top = QVBoxLayout(head)
        top.setContentsMargins(px(14), px(12), px(14), px(12))
        top.setSpacing(px(3))
        top.addWidget(self.name)
        top.addWidget(self.second)
        middle = Surface("panel", parent=self)
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.unnamed)
        column.addWidget(self._stack, 1)
        self._middle = QStackedWidget(self)
        self._right = QStackedWidget(self)
        for stack, page in ((self._middle, middle), (self._right, self.facts)):
            stack.addWidget(Surface("panel_2"))
            stack.addWidget(page)
        self.panes = Panes(self._desk.desk.settings, self._table, self)
        self.panes.add(self.pane, px(LIST_WIDTH))
        self.panes.add(self._middle, px(500), takes_room=True)
        self.panes.add(self._right, px(FACTS_WIDTH))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.panes)

    def _show(self, page: EntityPage | None) -> None:
        self.page = page
        for stack in (self._middle, self._right):
            stack.setCurrentIndex(0 if page is None else 1)
        if page is None:
            return
        self.name.setText(page.entity.name)
        about = second(EntityRow(page.entity.id, page.entity, 0, 0))
        self.second.setText(about)
        self.second.setVisible(bool(about))
        self.facts.show_page(page)
        if page.passages != self.passages.rows:
            self.passages.set_rows(tuple(page.passages))
        self._stack.setCurrentIndex(0 if page.passages else 1)

    @Slot(str)
    def _on_chosen(self, row_id: str) -> None:
        self._read(row_id)
        if row_id:
            self._navigator.stand_at(Place(self._table, row_id))

    @newest_slot(str)
    async def _read(self, row_id: str) -> None:
        case_id = self._desk.case_id
        page = (
            await self._desk.read(entity_pages.page, self.MODEL, case_id, row_id)
            if row_id
            else None
        )
        self._show(page)

    def _on_changed(self, change: Change) -> None:
        if self.pane.current_id and change.touches(*SHOWN, self._table):
            self._read(self.pane.current_id)

    @Slot(QModelIndex)
    def _on_passage_taken(self, index: QModelIndex) -> None:
        passage = self.passages.row(index)
        self._navigator.open_clip(passage.clip_id, passage.anchor_id)

    @Slot()
    def _show_on_map(self) -> None:
        if self.page is not None:
            self._navigator.open_entity("map", self.page.entity.id)

    @async_slot()
    async def _edit(self) -> None:
        if self.page is not None and isValid(self):
            await fill(EntityForm(self._desk, self.page.entity, parent=self.window()))


class LocationsView(EntitiesView):
    """The places a case names."""

    MODEL = Location

    @override
    def says(self) -> Says:
        """The words of the list."""
        nothing = _("No place is tagged yet. Select its name in a clip and press L.")
        return _says(_("Locations"), _("Filter locations"), nothing, "map-pin")


class PeopleView(EntitiesView):
    """The people a case names."""

    MODEL = Person

    @override
    def says(self) -> Says:
        """The words of the list."""
        nothing = _("Nobody is tagged yet. Select a name in a clip and press P.")
        return _says(_("People"), _("Filter people"), nothing, "users")


def _says(title: str, filter_: str, nothing: str, icon: str) -> Says:
    return Says(title, filter_, nothing, _("Go to the clips"), icon=icon)
