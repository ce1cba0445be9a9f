"""At the left of the map: all that is on it, in words."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QModelIndex,
    Signal,
    Slot,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QStackedWidget,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from caseboard.i18n import _
from caseboard.model import numerals
from caseboard.model.spots import Spot, SpotKey
from caseboard.store.folding import fold
from caseboard.ui.delegates.line import LineDelegate
from caseboard.ui.itemmodels.rows import RowsModel
from caseboard.ui.lib.chips import Pill
from caseboard.ui.lib.empty import EmptyState
from caseboard.ui.lib.labels import plain_label
from caseboard.ui.lib.rowlist import RowList
from caseboard.ui.lib.search import SearchField
from caseboard.ui.lib.surfaces import Surface
from caseboard.ui.lib.theme import Theme
from caseboard.ui.map.spot_words import face, rank, said

HEAD = 46
NARROWEST = 170
Flag = QItemSelectionModel.SelectionFlag


class MapList(Surface):
    """Every spot that is shown; what is selected here is selected on the map, and back."""

    chosen = Signal(object)
    """The keys that the user selected (`frozenset[SpotKey]`)."""
    opened = Signal(object)
    """The `SpotKey` that a double click or Enter was on."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent=parent)
        self._theme = theme
        self._spots: Sequence[Spot] = ()
        self._is_telling = True
        self.model: RowsModel[Spot] = RowsModel(said, self)
        self.list = RowList(_("On the map"), self)
        self.list.setModel(self.model)
        self._delegate: LineDelegate[Spot] = LineDelegate(theme, face, self)
        self.list.setItemDelegate(self._delegate)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.count = Pill(theme, "0", parent=self)
        self.filter = SearchField(theme, _("Filter what is on the map"), parent=self)
        self.empty = EmptyState(theme, "", parent=self)
        self._stack = QStackedWidget(self)
        self._lay_out()
        self.list.selectionModel().selectionChanged.connect(self._on_selected)
        self.list.activated.connect(self._on_activated)
        self.filter.textChanged.connect(self._fill)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    @property
    def selected(self) -> frozenset[SpotKey]:
        """What is selected in the list."""
        indexes = self.list.selectionModel().selection().indexes()
        return frozenset(self.model.row(index).key for index in indexes)

    def show_spots(self, spots: Sequence[Spot], selected: Collection[SpotKey]) -> None:
        """List these, of which some are selected."""
        self._spots = sorted(spots, key=rank)
        self._fill()
        self.select(selected)

    def select(self, keys: Collection[SpotKey]) -> None:
        """Select those of these that are listed, and bring the first into sight; tells nobody."""
        self._is_telling = False
        try:
            self._select(keys)
        finally:
            self._is_telling = True

    def _select(self, keys: Collection[SpotKey]) -> None:
        if self.selected == frozenset(keys):
            return
        model = self.list.selectionModel()
        places = [place for place, spot in enumerate(self.model.rows) if spot.key in keys]
        chosen = QItemSelection()
        for place in places:
            chosen.append(QItemSelectionRange(self.model.index(place, 0)))
        model.select(chosen, Flag.ClearAndSelect | Flag.Rows)
        if places:
            first = self.model.index(places[0], 0)
            model.setCurrentIndex(first, Flag.NoUpdate)
            self.list.scrollTo(first)

    @Slot()
    def _fill(self) -> None:
        wanted = fold(self.filter.text())
        kept = self.selected
        rows = [spot for spot in self._spots if wanted in fold(spot.label)]
        if tuple(rows) != tuple(self.model.rows):
            self._is_telling = False
            self.model.set_rows(rows)
            self._is_telling = True
            self.select(kept)
        self.count.say(numerals.count(len(rows)))
        self._stack.setCurrentIndex(0 if rows else 1)
        if wanted.strip():
            words = _("Nothing here holds “{text}”.").format(text=self.filter.text().strip())
        else:
            words = _("Nothing of what is shown has a place.")
        self.empty.say(words)

    def _lay_out(self) -> None:
        px = self._theme.px
        head = Surface("panel", "bottom", self)
        head.setMinimumHeight(px(HEAD))
        row = QHBoxLayout(head)
        row.setContentsMargins(px(12), 0, px(8), 0)
        row.setSpacing(px(8))
        row.addWidget(plain_label(_("On the map"), head, size="heading"))
        row.addWidget(self.count)
        row.addStretch(1)
        search = Surface("panel", "bottom", self)
        around = QVBoxLayout(search)
        around.setContentsMargins(*(px(n) for n in (10, 7, 10, 8)))
        around.addWidget(self.filter)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(search)
        column.addWidget(self._stack, 1)
        self.setMinimumWidth(px(NARROWEST))

    @Slot()
    def _on_selected(self) -> None:
        if self._is_telling:
            self.chosen.emit(self.selected)

    @Slot(QModelIndex)
    def _on_activated(self, index: QModelIndex) -> None:
        self.opened.emit(self.model.row(index).key)

    @Slot()
    def _on_theme_changed(self) -> None:
        hint = self._delegate.sizeHint(QStyleOptionViewItem(), QModelIndex())
        self.list.set_row_height(hint.height())
