"""The versions of a briefing: each export with its form, marking and hash."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QListView, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from caseboard.i18n import _
from caseboard.model.terms import ExportForm
from caseboard.model.work import BriefingExport
from caseboard.ui.delegates.export import ExportDelegate, export_words
from caseboard.ui.itemmodels.rows import RowsModel
from caseboard.ui.lib.buttons import link_button
from caseboard.ui.lib.empty import EmptyState
from caseboard.ui.lib.surfaces import Surface
from caseboard.ui.lib.theme import Theme


class VersionsPane(Surface):
    """A list, newest first. A PDF can be opened as it was frozen, and checked."""

    opened = Signal(object)
    """`BriefingExport`: its file is to be shown."""
    check_wanted = Signal(object)
    """`BriefingExport`: its file is to be held against the library."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__("panel_2", parent=parent)
        self.model: RowsModel[BriefingExport] = RowsModel(export_words, self)
        self.list = VersionList(self.model, self)
        self.list.setItemDelegate(ExportDelegate(theme, self))
        self.open = link_button(_("Open"), self)
        self.check = link_button(_("Check"), self)
        self.copy = link_button(_("Copy SHA-256"), self)
        self.empty = EmptyState(
            theme,
            _("Not exported yet."),
            second=_("Each export is kept here with its hash."),
            parent=self,
        )
        px = theme.px
        self._actions = QWidget(self)
        row = QHBoxLayout(self._actions)
        row.setContentsMargins(px(14), px(6), px(8), px(6))
        row.setSpacing(px(12))
        for button in (self.open, self.check, self.copy):
            row.addWidget(button)
        row.addStretch(1)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._actions)
        column.addWidget(self._stack, 1)
        self.open.clicked.connect(self._on_open)
        self.list.activated.connect(self._on_open)
        self.check.clicked.connect(self._on_check)
        self.copy.clicked.connect(self.list.copy_hash)
        self.list.selectionModel().currentChanged.connect(self._on_current)
        theme.changed.connect(self.list.doItemsLayout)
        self.show_exports(())

    @property
    def current(self) -> BriefingExport | None:
        """The version that is selected."""
        index = self.list.currentIndex()
        return self.model.row(index) if index.isValid() else None

    def show_exports(self, exports: Sequence[BriefingExport]) -> None:
        """Show these, newest first."""
        if exports and list(exports) == list(self.model.rows):
            return
        self.model.set_rows(exports)
        self._stack.setCurrentIndex(0 if exports else 1)
        self._actions.setVisible(bool(exports))
        if exports:
            self.list.setCurrentIndex(self.model.index(0, 0))
        self._on_current()

    @Slot()
    def _on_current(self) -> None:
        export = self.current
        is_pdf = export is not None and export.form is ExportForm.PDF
        self.open.setEnabled(is_pdf)
        self.check.setEnabled(is_pdf)

    @Slot()
    def _on_open(self) -> None:
        if self.current is not None and self.open.isEnabled():
            self.opened.emit(self.current)

    @Slot()
    def _on_check(self) -> None:
        if self.current is not None:
            self.check_wanted.emit(self.current)


class VersionList(QListView):
    """Enter opens a version, Ctrl+C copies its hash."""

    def __init__(self, model: RowsModel[BriefingExport], parent: QWidget) -> None:
        super().__init__(parent)
        self._exports = model
        self.setModel(model)
        self.setProperty("surface", "panel_2")
        self.setUniformItemSizes(True)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setAccessibleName(_("Versions"))

    @Slot()
    def copy_hash(self) -> None:
        """Put the hash of the selected export on the clipboard."""
        index: QModelIndex = self.currentIndex()
        if index.isValid():
            QGuiApplication.clipboard().setText(self._exports.row(index).sha256)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_hash()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.activated.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)
