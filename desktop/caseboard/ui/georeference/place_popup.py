"""Asks what a point on the picture is: a place by its name, or a position."""

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QRect, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QLineEdit, QListView, QWidget
from typing_extensions import override

from caseboard.i18n import _
from caseboard.mapping.georeferencing import ControlPoint
from caseboard.model.entities import Location
from caseboard.ui.desk import CaseDesk
from caseboard.ui.forms.popup import Popup
from caseboard.ui.georeference.found_delegate import HEIGHT, FoundDelegate
from caseboard.ui.georeference.places import Found, Places
from caseboard.ui.inspector.credit import credit_label
from caseboard.ui.itemmodels.rows import RowsModel
from caseboard.ui.lib.asyncui import async_slot
from caseboard.ui.lib.buttons import flat_button
from caseboard.ui.lib.labels import plain_label

WIDTH = 360


class PlacePopup(Popup):
    """Offers places while one types; `taken` is sent with the `Found` that was picked.

    Enter pressed before the answer has come waits for it, so that it never takes a row that
    belongs to other words.
    """

    taken = Signal(object)
    map_wanted = Signal()
    """The place is to be clicked on the map."""

    def __init__(self, desk: CaseDesk, parent: QWidget) -> None:
        super().__init__(desk.desk.theme, WIDTH, parent)
        self.setAccessibleName(_("Which place is this?"))
        self._places = Places(desk)
        self._points: Sequence[ControlPoint] = ()
        self._tagged: Sequence[Location] = ()
        self._asked = self._answered = 0
        self._takes_first = False
        self.line = _Line(self)
        self.line.setPlaceholderText(_("Place, or 49.71003, 37.61581"))
        self.line.setAccessibleName(_("Which place is this?"))
        self.model: RowsModel[Found] = RowsModel(_words, self)
        self.list = self._make_list()
        self.none = plain_label("", self, tone="muted", size="small", wrap=True)
        self.on_map = flat_button(self.theme, _("Pick on the map…"), self, "map-pin-plus")
        self._lay_out()
        self.line.textChanged.connect(self._look_up)
        self.line.stepped.connect(self._on_stepped)
        self.line.returnPressed.connect(self._on_enter)
        self.list.clicked.connect(self._on_clicked)
        self.on_map.clicked.connect(self._on_map_wanted)

    def open_for(
        self,
        near: QRect,
        points: Sequence[ControlPoint],
        tagged: Sequence[Location],
        name: str = "",
    ) -> None:
        """Ask beside `near`, a rectangle of the screen; `name` is what the point was before."""
        self._points, self._tagged = points, tagged
        self._takes_first = False
        self.model.set_rows([])
        self.line.setText(name)
        self.line.selectAll()
        self._look_up()
        self.open_at(near, self.line)

    def current(self) -> Found | None:
        """The row that Enter would take."""
        index = self.list.currentIndex()
        return self.model.row(index) if index.isValid() else None

    @Slot()
    def _look_up(self) -> None:
        self._asked += 1  # from now on the rows shown belong to other words
        self._offer(self._asked, " ".join(self.line.text().split()))

    @async_slot()
    async def _offer(self, asked: int, typed: str) -> None:
        found = await self._places.find(typed, self._points, self._tagged)
        if asked != self._asked:
            return  # more was typed meanwhile
        self._answered = asked
        self.model.set_rows(found)
        self._select(0)
        self._fit(typed)
        if self._takes_first:
            self._on_enter()

    def _select(self, row: int) -> None:
        index = self.model.index(row, 0)
        flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.list.selectionModel().setCurrentIndex(index, flag)
        found = self.current()
        self.line.setAccessibleDescription(_words(found) if found else "")

    def _fit(self, typed: str) -> None:
        count = self.model.rowCount()
        self.list.setFixedHeight(count * self.theme.px(HEIGHT) + 2)
        self.list.setVisible(count > 0)
        nothing = _("No place of that name is known. Type its coordinates, or pick it on the map.")
        self.none.setText(nothing if typed else _("Type a name, or coordinates in any notation."))
        self.none.setVisible(count == 0)
        if self.isVisible():
            self.place()

    def _make_list(self) -> QListView:
        view = QListView(self)
        view.setModel(self.model)
        view.setItemDelegate(FoundDelegate(self.theme, view))
        view.setUniformItemSizes(True)
        view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        view.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        for policy in (view.setHorizontalScrollBarPolicy, view.setVerticalScrollBarPolicy):
            policy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setAccessibleName(_("Matches"))
        return view

    def _lay_out(self) -> None:
        px = self.theme.px
        foot = QHBoxLayout()
        foot.setContentsMargins(px(6), px(2), px(10), px(6))
        foot.addWidget(self.on_map)
        foot.addStretch(1)
        foot.addWidget(credit_label(self))
        head = QHBoxLayout()
        head.setContentsMargins(px(8), px(8), px(8), px(6))
        head.addWidget(self.line)
        said = QHBoxLayout()
        said.setContentsMargins(px(12), 0, px(12), px(6))
        said.addWidget(self.none)
        self.body.addLayout(head)
        self.body.addWidget(self.list)
        self.body.addLayout(said)
        self.body.addLayout(foot)

    @Slot()
    def _on_enter(self) -> None:
        if self._asked != self._answered:
            self._takes_first = True
            return
        self._takes_first = False
        found = self.current()
        if found is not None:
            self._take(found)

    @Slot(int)
    def _on_stepped(self, by: int) -> None:
        count = self.model.rowCount()
        if count:
            self._select((self.list.currentIndex().row() + by) % count)

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        self._take(self.model.row(index))

    @Slot()
    def _on_map_wanted(self) -> None:
        self.map_wanted.emit()
        self.close_popup()

    def _take(self, found: Found) -> None:
        self.taken.emit(found)
        self.close_popup()


class _Line(QLineEdit):
    """Up and Down move in the list below while one goes on typing here."""

    stepped = Signal(int)

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if step:
            self.stepped.emit(step)
        else:
            super().keyPressEvent(event)


def _words(found: Found) -> str:
    return f"{found.name}, {found.about}" if found.about else found.name
