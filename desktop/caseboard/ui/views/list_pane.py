"""The left side of a view: a heading with a count, a filter, and the rows."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHBoxLayout,
    QListView,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from caseboard.i18n import _
from caseboard.model import numerals
from caseboard.ui.itemmodels.listed import ListedModel
from caseboard.ui.lib.chips import Pill
from caseboard.ui.lib.empty import EmptyState
from caseboard.ui.lib.labels import plain_label
from caseboard.ui.lib.search import SearchField
from caseboard.ui.lib.skeleton import Skeleton
from caseboard.ui.lib.surfaces import Surface
from caseboard.ui.lib.theme import Theme

HEAD = 40
NARROWEST = 200


@dataclass(frozen=True, slots=True)
class Says:
    """The words of a list: its heading, and what it says when it holds nothing."""

    title: str
    filter: str
    """In the filter while it is empty; without it there is no filter."""
    nothing: str
    action: str = ""
    second: str = ""
    icon: str = ""


class ListPane(Surface):
    """Keeps what is selected as an id while rows come and go; the first row is taken at first."""

    chosen = Signal(str)
    """The id of the row to be shown; empty where none is left."""
    delete_wanted = Signal(str)
    acted = Signal()
    """The action of the empty list."""

    def __init__(
        self,
        theme: Theme,
        model: ListedModel[Any],
        delegate: QAbstractItemDelegate,
        says: Says,
        parent: QWidget,
    ) -> None:
        super().__init__("panel", parent=parent)
        self._theme = theme
        self._says = says
        self._wanted = ""  # asked for from outside: it may come later
        self._kept = ""  # what was selected before the rows were read anew
        self._told = ""
        self._is_awaiting = False
        self._is_listed = False
        self.model = model
        self.list = Rows(model, delegate, says.title, self)
        self.count = Pill(theme, "0", parent=self)
        self.filter = SearchField(theme, says.filter, parent=self)
        self.empty = EmptyState(theme, "", icon=says.icon, parent=self)
        self._tools = QHBoxLayout()
        self._stack = QStackedWidget(self)
        self._lay_out()
        self.model.listed.connect(self._on_listed)
        self.model.modelAboutToBeReset.connect(self._on_about_to_be_reset)
        self.list.selectionModel().currentChanged.connect(self._on_current_changed)
        self.list.delete_wanted.connect(self._on_delete_wanted)
        self.filter.textChanged.connect(self._on_filter_changed)
        self.filter.installEventFilter(self)
        self.empty.acted.connect(self.acted)
        theme.changed.connect(self.list.doItemsLayout)

    @property
    def current_id(self) -> str:
        """The row that is selected; empty for none."""
        index = self.list.currentIndex()
        return self.model.id_at(index) if index.isValid() else ""

    def add_tool(self, tool: QWidget) -> None:
        """Put a button at the right end of the head."""
        self._tools.addWidget(tool)

    def show_row(self, row_id: str) -> None:
        """Select a row and bring it into sight, as soon as it is in the list."""
        self._wanted = row_id
        self._is_awaiting = False
        if self.model.typed and not self.model.index_of(row_id).isValid():
            self.filter.clear()
        self._settle()

    def await_row(self, row_id: str) -> None:
        """Select nothing until this row comes: it is being made beside the list."""
        self._wanted, self._kept, self._told = row_id, "", ""
        self._is_awaiting = True
        self.list.selectionModel().clear()

    def focus(self) -> None:
        """Give the list the keyboard."""
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """From the filter, Down and Enter lead to the rows."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            leads = event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter}
            if leads:
                self.focus()
                return True
        return super().eventFilter(watched, event)

    def _lay_out(self) -> None:
        px = self._theme.px
        head = Surface("panel", "bottom", self)
        head.setMinimumHeight(px(HEAD))
        row = QHBoxLayout(head)
        row.setContentsMargins(px(12), 0, px(4), 0)
        row.setSpacing(px(8))
        row.addWidget(plain_label(self._says.title, head, size="heading"))
        row.addWidget(self.count)
        row.addStretch(1)
        row.addLayout(self._tools)
        search = Surface("panel", "bottom", self)
        around = QVBoxLayout(search)
        around.setContentsMargins(px(10), px(7), px(10), px(8))
        around.addWidget(self.filter)
        search.setVisible(bool(self._says.filter))
        waiting = Skeleton(self._theme, 56, self)
        framed = Surface("panel")
        inside = QVBoxLayout(framed)
        inside.setContentsMargins(px(12), px(12), px(12), px(12))
        inside.addWidget(self.empty)
        for page in (waiting, self.list, framed):
            self._stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(search)
        column.addWidget(self._stack, 1)
        self.setMinimumWidth(px(NARROWEST))

    def _settle(self) -> None:
        """Make the wanted row current if it is listed; else keep waiting, where one was."""
        for row_id in (self._wanted, self._kept):
            index = self.model.index_of(row_id) if row_id else QModelIndex()
            if index.isValid():
                self._wanted = "" if row_id == self._wanted else self._wanted
                self._kept = ""
                self._take(index)
                return

    def _take(self, index: QModelIndex) -> None:
        select = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.list.selectionModel().setCurrentIndex(index, select)
        self.list.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)

    @Slot()
    def _on_about_to_be_reset(self) -> None:
        self._kept = self.current_id

    @Slot()
    def _on_listed(self) -> None:
        count = self.model.rowCount()
        self.count.say(numerals.count(count))
        self._stack.setCurrentIndex(1 if count else 2)
        self._say_nothing()
        self._settle()
        is_chosen = self.list.selectionModel().hasSelection()
        if count and not is_chosen and not self._is_awaiting:
            self._take(self.model.index(0, 0))
        self._hand_over()
        if not count:
            self._tell("")

    def _hand_over(self) -> None:
        """The rows take the keyboard that came here before there were any."""
        here = self.focusWidget()
        if not self._is_listed and here is not None and here.hasFocus() and not self.filter.text():
            self.focus()
        self._is_listed = True

    def _say_nothing(self) -> None:
        if self.model.typed:
            self.empty.say(_("Nothing here holds “{text}”.").format(text=self.model.typed))
        else:
            says = self._says
            self.empty.say(says.nothing, says.action, second=says.second)

    def _tell(self, row_id: str) -> None:
        if row_id != self._told or not row_id:
            self._told = row_id
            self.chosen.emit(row_id)

    @Slot(QModelIndex, QModelIndex)
    def _on_current_changed(self, current: QModelIndex, _before: QModelIndex) -> None:
        if current.isValid():
            self._is_awaiting = False
            self._tell(self.model.id_at(current))

    @Slot(str)
    def _on_filter_changed(self, typed: str) -> None:
        self.model.filter_by(typed.strip())

    @Slot()
    def _on_delete_wanted(self) -> None:
        if self.current_id:
            self.delete_wanted.emit(self.current_id)


class Rows(QListView):
    """The rows; Delete asks to delete the one that is selected."""

    delete_wanted = Signal()

    def __init__(
        self,
        model: ListedModel[Any],
        delegate: QAbstractItemDelegate,
        name: str,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setItemDelegate(delegate)
        self.setUniformItemSizes(True)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setAccessibleName(name)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Delete):
            self.delete_wanted.emit()
            return
        super().keyPressEvent(event)
