"""What a source said, passed on and published: lists of any length, of which one is shown."""

from functools import partial

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QListView,
    QMenu,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from caseboard.i18n import _
from caseboard.store.source_reports import PublishedRow
from caseboard.ui.delegates.line import LineDelegate
from caseboard.ui.delegates.said import SaidDelegate, Status
from caseboard.ui.delegates.source import published_face
from caseboard.ui.desk import CaseDesk
from caseboard.ui.itemmodels.paged import Role
from caseboard.ui.itemmodels.source_reports import (
    FromSource,
    PublishedModel,
    RelayedModel,
    SaidModel,
)
from caseboard.ui.lib.empty import EmptyState
from caseboard.ui.lib.surfaces import Surface
from caseboard.ui.lib.theme import Theme


class RowList(QListView):
    """Rows of one height; a click, Enter or Space takes one."""

    taken = Signal(QModelIndex)

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setUniformItemSizes(True)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setAccessibleName(name)
        self.clicked.connect(self._on_clicked)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        takes = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}
        if takes and self.currentIndex().isValid():
            self.on_key(event, self.currentIndex())
            return
        super().keyPressEvent(event)

    def on_key(self, _event: QKeyEvent, index: QModelIndex) -> None:
        """Enter or Space was pressed on a row."""
        self.taken.emit(index)

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        self.taken.emit(index)


class ReportList(RowList):
    """Reports. A row leads to its words in the clip; its claim's line, or Shift+Enter, to that."""

    claim_taken = Signal(QModelIndex)

    def __init__(self, delegate: SaidDelegate, name: str, parent: QWidget) -> None:
        super().__init__(name, parent)
        self._delegate = delegate
        self._at = QPoint()
        self.setItemDelegate(delegate)

    @override
    def on_key(self, event: QKeyEvent, index: QModelIndex) -> None:
        """With Shift to the claim."""
        is_claim = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        (self.claim_taken if is_claim else self.taken).emit(index)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._at = event.position().toPoint()
        super().mouseReleaseEvent(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        at = event.position().toPoint()
        is_link = self._is_on_claim(self.indexAt(at), at)
        shape = Qt.CursorShape.PointingHandCursor if is_link else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index = self.currentIndex()
        if not index.isValid():
            return
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        here = self.visualRect(index).bottomLeft()
        menu = self.menu(index)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.viewport().mapToGlobal(here) if by_key else event.globalPos())

    def menu(self, index: QModelIndex) -> QMenu:
        """What can be done with a row."""
        menu = QMenu(self)
        for name, keys, signal in (
            (_("Show in the clip"), "Return", self.taken),
            (_("Show the claim"), "Shift+Return", self.claim_taken),
        ):
            action = menu.addAction(name, partial(signal.emit, index))
            action.setShortcut(QKeySequence(keys))
            action.setShortcutVisibleInContextMenu(True)
        return menu

    @Slot(QModelIndex)
    @override
    def _on_clicked(self, index: QModelIndex) -> None:
        on_claim = self._is_on_claim(index, self._at)
        (self.claim_taken if on_claim else self.taken).emit(index)

    def _is_on_claim(self, index: QModelIndex, at: QPoint) -> bool:
        return index.isValid() and self._delegate.claim_line(self.visualRect(index)).contains(at)


class SourceLists(QStackedWidget):
    """Three lists, each with the sentence it says when it is empty."""

    clip_wanted = Signal(str, object)
    """Clip, and anchor or None."""
    claim_wanted = Signal(str)

    def __init__(self, desk: CaseDesk, status: Status, parent: QWidget) -> None:
        super().__init__(parent)
        theme = desk.desk.theme
        self.said = SaidModel(desk, self)
        self.relayed = RelayedModel(desk, self)
        self.published = PublishedModel(desk, self)
        reports = SaidDelegate(theme, status, self)
        self.said_list = ReportList(reports, _("What it said"), self)
        self.relayed_list = ReportList(reports, _("What it passed on"), self)
        clips: QAbstractItemDelegate = LineDelegate[PublishedRow](
            theme, published_face, self, lines=2
        )
        self.published_list = RowList(_("What it published"), self)
        self.published_list.setItemDelegate(clips)
        nothing_said = _("It makes no claim of its own in this case.")
        nothing_passed = _("It passes nobody’s words on in this case.")
        nothing_published = _("No clip of this case is its own.")
        self._add(theme, self.said_list, self.said, nothing_said)
        self._add(theme, self.relayed_list, self.relayed, nothing_passed)
        self._add(theme, self.published_list, self.published, nothing_published)
        for reports_list in (self.said_list, self.relayed_list):
            reports_list.taken.connect(self._on_report_taken)
            reports_list.claim_taken.connect(self._on_claim_taken)
        self.published_list.taken.connect(self._on_clip_taken)

    @property
    def models(self) -> tuple[SaidModel, RelayedModel, PublishedModel]:
        """Said, passed on, published."""
        return self.said, self.relayed, self.published

    def look_again(self) -> None:
        """Paint the rows anew: how claims stand is known now, or has changed."""
        self.said_list.viewport().update()
        self.relayed_list.viewport().update()

    def _add(
        self,
        theme: Theme,
        view: RowList,
        model: SaidModel | PublishedModel,
        nothing: str,
    ) -> None:
        view.setModel(model)
        theme.changed.connect(view.doItemsLayout)
        page = _OrNothing(theme, view, model, nothing, self)
        self.addWidget(page)

    @Slot(QModelIndex)
    def _on_report_taken(self, index: QModelIndex) -> None:
        row = index.data(Role.ROW)
        if row is not None:
            self.clip_wanted.emit(row.clip_id, row.anchor_id)

    @Slot(QModelIndex)
    def _on_claim_taken(self, index: QModelIndex) -> None:
        row = index.data(Role.ROW)
        if row is not None:
            self.claim_wanted.emit(row.claim_id)

    @Slot(QModelIndex)
    def _on_clip_taken(self, index: QModelIndex) -> None:
        self.clip_wanted.emit(index.data(Role.ID), None)


class _OrNothing(Surface):
    """A list, or the sentence that stands for an empty one."""

    def __init__(
        self,
        theme: Theme,
        view: QAbstractItemView,
        model: FromSource[PublishedRow] | SaidModel,
        nothing: str,
        parent: QWidget,
    ) -> None:
        super().__init__("panel", parent=parent)
        self._model = model
        self._stack = QStackedWidget(self)
        self._stack.addWidget(view)
        self._stack.addWidget(EmptyState(theme, nothing, parent=self))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        model.listed.connect(self._on_listed)

    @Slot()
    def _on_listed(self) -> None:
        self._stack.setCurrentIndex(0 if self._model.rowCount() else 1)
