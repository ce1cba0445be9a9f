"""The list of clips: its head, the rows, and what can be done with them."""

from collections.abc import Mapping

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt, Signal, Slot
from PySide6.QtGui import (
    QGuiApplication,
    QHideEvent,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QMenu,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from caseboard.analysis.sifting import Within
from caseboard.i18n import _
from caseboard.model import numerals
from caseboard.model.terms import ClipState
from caseboard.store.clips import Order
from caseboard.ui.delegates.clip import HEIGHT, ClipDelegate
from caseboard.ui.desk import CaseDesk
from caseboard.ui.itemmodels.clips import ClipsModel, order_word
from caseboard.ui.lib.buttons import menu_button
from caseboard.ui.lib.chips import Pill
from caseboard.ui.lib.choices import add_choices
from caseboard.ui.lib.empty import EmptyState
from caseboard.ui.lib.labels import plain_label
from caseboard.ui.lib.rowlist import RowList
from caseboard.ui.lib.skeleton import Skeleton
from caseboard.ui.lib.surfaces import Surface
from caseboard.ui.markings import marking_menu, reuse_menu
from caseboard.ui.thumbnails import Thumbnails
from caseboard.ui.timeline.narrowing import NarrowedBar, Narrowing

HEAD = 40
HINT = 92


class ClipsPane(Surface):
    """Every clip of a case; `chosen` is sent with the id of the one to be read.

    Deleting, verifying and reading again are asked for by signals with the ids selected.
    """

    chosen = Signal(str)
    """Empty where no clip is left to read."""
    delete_wanted = Signal(list)
    verify_wanted = Signal(list)
    read_wanted = Signal(list)
    fetch_wanted = Signal(list)
    mark_wanted = Signal(list, object)
    """Ids of clips, and their `Marking` or None."""
    reuse_wanted = Signal(list, object)
    """Ids of clips, and their `Reuse`."""
    """The ids of clips whose pages are to be fetched once more."""
    clip_wanted = Signal()
    """The empty list's action: take something in."""

    def __init__(
        self, desk: CaseDesk, thumbnails: Thumbnails, parent: QWidget | None = None
    ) -> None:
        super().__init__("panel", parent=parent)
        self._theme = desk.desk.theme
        self._wanted = ""
        self._kept = ""
        self._is_writable = not desk.desk.library.read_only
        self._brush = desk.brush
        self.model = ClipsModel(desk, self)
        self.narrowing = Narrowing(desk, self)
        self.narrowed = NarrowedBar(self._theme, desk.brush, self)
        self.list = ClipList(self.model, ClipDelegate(self._theme, thumbnails, self), self)
        self.hint = EmptyState(
            self._theme,
            _("Drop pages, images or links here"),
            second=_("or paste with Ctrl V"),
            dashed=True,
            parent=self,
        )
        self.empty = EmptyState(
            self._theme,
            "",
            icon="file-plus",
            dashed=True,
            parent=self,
        )
        self.empty.acted.connect(self._on_empty_acted)
        self.hint.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._say_nothing()
        self._lay_out()
        self._connect(thumbnails)
        self.model.reload()

    @property
    def current_id(self) -> str:
        """The clip being read; empty for none."""
        index = self.list.currentIndex()
        return self.model.id_at(index) if index.isValid() else ""

    def selected_ids(self) -> list[str]:
        """Every clip selected, in the order of the list."""
        rows = sorted(self.list.selectionModel().selectedRows(), key=QModelIndex.row)
        return [self.model.id_at(index) for index in rows]

    def show_row(self, clip_id: str) -> None:
        """Select a clip and bring it into sight, as soon as it is in the list."""
        self._wanted = clip_id
        self._settle()

    def focus(self) -> None:
        """Give the list the keyboard."""
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_hint()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.narrowing.sleep(asleep=False)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.narrowing.sleep(asleep=True)

    def _lay_out(self) -> None:
        px = self._theme.px
        self.count = Pill(self._theme, "0", parent=self)
        self.sort = menu_button(order_word(self.model.order), self._sort_menu(), self, flat=True)
        self.sort.setAccessibleName(_("Sort the clips"))
        head = Surface("panel", "bottom", self)
        head.setFixedHeight(px(HEAD))
        row = QHBoxLayout(head)
        row.setContentsMargins(px(12), 0, px(4), 0)
        row.setSpacing(px(8))
        title = plain_label(_("Clips"), head, size="heading")
        row.addWidget(title)
        row.addWidget(self.count)
        row.addStretch(1)
        row.addWidget(self.sort)
        self._stack = QStackedWidget(self)
        self._waiting = Skeleton(self._theme, HEIGHT, self)
        for page in (self._waiting, self.list, _framed(self.empty, px(12))):
            self._stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self.narrowed)
        column.addWidget(self._stack, 1)
        self.list.set_row_height(px(HEIGHT))
        self.setMinimumWidth(px(200))

    def _connect(self, thumbnails: Thumbnails) -> None:
        self.model.listed.connect(self._on_listed)
        self.model.modelAboutToBeReset.connect(self._on_about_to_be_reset)
        self.model.giving_way.connect(self._on_giving_way)
        self.narrowing.changed.connect(self._on_narrowed)
        self.list.selectionModel().currentChanged.connect(self._on_current_changed)
        self.list.clicked.connect(self._on_clicked)
        self.list.customContextMenuRequested.connect(self._on_menu_requested)
        self.list.delete_wanted.connect(self._on_delete_wanted)
        thumbnails.loaded.connect(self.list.viewport().update)
        self._theme.changed.connect(self._on_theme_changed)

    def _sort_menu(self) -> QMenu:
        menu = QMenu(self)
        orders = [(order, order_word(order)) for order in Order]
        add_choices(menu, orders, self._sort_by, self.model.order)
        return menu

    def _sort_by(self, order: Order) -> None:
        self._wanted = self.current_id
        self.sort.setText(order_word(order))
        self.model.sort_by(order)

    def _settle(self) -> None:
        """Make the wanted clip current if it is listed; keep waiting for it otherwise."""
        index = self.model.index_of(self._wanted) if self._wanted else QModelIndex()
        if index.isValid():
            self._wanted = ""
            self._take(index)

    def _take(self, index: QModelIndex) -> None:
        if not self.list.selectionModel().isSelected(index):  # focus alone makes one current
            self.list.selectionModel().setCurrentIndex(
                index, QItemSelectionModel.SelectionFlag.ClearAndSelect
            )
        self.list.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        """A click shows the current clip too where another is read: an older version of it."""
        self.chosen.emit(self.model.id_at(index))

    @Slot()
    def _on_about_to_be_reset(self) -> None:
        self._kept = self.current_id

    @Slot(object)
    def _on_giving_way(self, heirs: Mapping[str, str]) -> None:
        """The later version is read in place of the one that was."""
        if self.current_id in heirs:
            self.show_row(heirs[self.current_id])

    @Slot(object)
    def _on_narrowed(self, within: Within | None) -> None:
        self.model.narrow(within.clip_ids if within is not None else None)

    @Slot()
    def _on_empty_acted(self) -> None:
        if self.model.is_narrowed:
            self._brush.clear()
        else:
            self.clip_wanted.emit()

    def _say_nothing(self) -> None:
        if self.model.is_narrowed:
            self.empty.say(_("No clip is of the time that is brushed."), _("Show all of time"))
        else:
            self.empty.say(
                _("Nothing is clipped yet. Drop pages, images or links anywhere here."),
                _("Clip files…"),
                second=_("or paste with Ctrl V"),
            )

    @Slot()
    def _on_listed(self) -> None:
        count = self.model.rowCount()
        self.count.say(numerals.count(count))
        self._say_nothing()
        self._stack.setCurrentIndex(1 if count else 2)
        self._settle()
        if count and not self.list.selectionModel().hasSelection():
            is_kept = bool(self._kept) and self.model.index_of(self._kept).isValid()
            chosen = self.current_id or (self._kept if is_kept else self.model.ids[0])
            self._take(self.model.index_of(chosen))
        if not count:
            self.chosen.emit("")
        self._place_hint()

    @Slot(QModelIndex, QModelIndex)
    def _on_current_changed(self, current: QModelIndex, _before: QModelIndex) -> None:
        if current.isValid():
            self.chosen.emit(self.model.id_at(current))

    @Slot(QPoint)
    def _on_menu_requested(self, place: QPoint) -> None:
        ids = self.selected_ids()
        if ids:
            menu = self.menu(ids)
            menu.aboutToHide.connect(menu.deleteLater)
            menu.popup(self.list.viewport().mapToGlobal(place))

    def menu(self, ids: list[str]) -> QMenu:
        """What can be done with these clips."""
        menu = QMenu(self)
        copy = menu.addAction(_("Copy ref"))
        copy.triggered.connect(lambda: self._copy_refs(ids))
        verify = menu.addAction(_("Verify files"))
        verify.triggered.connect(lambda: self.verify_wanted.emit(ids))
        again = menu.addAction(_("Fetch or read again"))
        again.setEnabled(self._is_writable and any(map(self._is_unread, ids)))
        again.triggered.connect(
            lambda: self.read_wanted.emit([each for each in ids if self._is_unread(each)])
        )
        anew = menu.addAction(_("Fetch as a new version"))
        anew.setEnabled(self._is_writable and any(map(self._has_address, ids)))
        anew.triggered.connect(
            lambda: self.fetch_wanted.emit([each for each in ids if self._has_address(each)])
        )
        menu.addSeparator()
        for choices in (
            marking_menu(lambda marking: self.mark_wanted.emit(ids, marking), menu),
            reuse_menu(lambda reuse: self.reuse_wanted.emit(ids, reuse), menu),
        ):
            choices.setEnabled(self._is_writable)
            menu.addMenu(choices)
        menu.addSeparator()
        delete = menu.addAction(_("Delete"))
        delete.setShortcut(QKeySequence(Qt.Key.Key_Delete))
        delete.setEnabled(self._is_writable)
        delete.triggered.connect(lambda: self.delete_wanted.emit(ids))
        return menu

    def _copy_refs(self, ids: list[str]) -> None:
        rows = [self.model.row(self.model.index_of(each)) for each in ids]
        QGuiApplication.clipboard().setText("\n".join(row.ref for row in rows if row))

    def _has_address(self, clip_id: str) -> bool:
        """Whether a page stands behind the clip that can be fetched once more."""
        row = self.model.row(self.model.index_of(clip_id))
        return row is not None and row.state is ClipState.READY and bool(row.url)

    def _is_unread(self, clip_id: str) -> bool:
        row = self.model.row(self.model.index_of(clip_id))
        return row is not None and (row.state is ClipState.UNREAD or row.is_link)

    @Slot()
    def _on_delete_wanted(self) -> None:
        ids = self.selected_ids()
        if ids and self._is_writable:
            self.delete_wanted.emit(ids)

    @Slot()
    def _on_theme_changed(self) -> None:
        self.list.set_row_height(self._theme.px(HEIGHT))
        self._place_hint()

    def _place_hint(self) -> None:
        """The drop target stands under the last row while there is room for it."""
        px = self._theme.px
        rows = self.model.rowCount() * px(HEIGHT)
        room = self._stack.height() - rows
        is_shown = self._stack.currentIndex() == 1 and room >= px(HINT + 24)
        self.hint.setVisible(is_shown)
        if is_shown:
            top = self.height() - px(HINT + 12)
            self.hint.setGeometry(px(12), top, self.width() - px(24), px(HINT))
            self.hint.raise_()


class ClipList(RowList):
    """The rows; Delete asks to delete what is selected."""

    delete_wanted = Signal()

    def __init__(self, model: ClipsModel, delegate: ClipDelegate, parent: QWidget) -> None:
        super().__init__(_("Clips"), parent)
        self.setModel(model)
        self.setItemDelegate(delegate)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Delete):
            self.delete_wanted.emit()
            return
        super().keyPressEvent(event)


def _framed(widget: QWidget, margin: int) -> QWidget:
    frame = Surface("panel")
    column = QVBoxLayout(frame)
    column.setContentsMargins(margin, margin, margin, margin)
    column.addWidget(widget)
    return frame
