"""What was exported of a briefing: each version with its hash."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QListView, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from caseboard.i18n import _
from caseboard.model.work import BriefingExport
from caseboard.ui.delegates.export import ExportDelegate, export_words
from caseboard.ui.itemmodels.rows import RowsModel
from caseboard.ui.lib.buttons import link_button
from caseboard.ui.lib.empty import EmptyState
from caseboard.ui.lib.labels import plain_label
from caseboard.ui.lib.surfaces import Surface
from caseboard.ui.lib.theme import Theme


class ExportsPane(Surface):
    """A list, newest first; the hash of the one that is selected can be copied."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__("panel_2", parent=parent)
        self.model: RowsModel[BriefingExport] = RowsModel(export_words, self)
        self.list = ExportList(self.model, self)
        self.list.setItemDelegate(ExportDelegate(theme, self))
        self.copy = link_button(_("Copy SHA-256"), self)
        self.copy.clicked.connect(self.list.copy_hash)
        self.empty = EmptyState(
            theme,
            _("Not exported yet."),
            second=_("Each export is kept here with its hash."),
            parent=self,
        )
        px = theme.px
        head = Surface("panel_2", "bottom", self)
        head.setMinimumHeight(px(46))
        row = QHBoxLayout(head)
        row.setContentsMargins(px(14), 0, px(8), 0)
        row.addWidget(plain_label(_("Exports").upper(), head, size="caps"))
        row.addStretch(1)
        row.addWidget(self.copy)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self._stack, 1)
        theme.changed.connect(self.list.doItemsLayout)
        self.show_exports(())

    def show_exports(self, exports: Sequence[BriefingExport]) -> None:
        """Show these, newest first."""
        if exports and list(exports) == list(self.model.rows):
            return
        self.model.set_rows(exports)
        self._stack.setCurrentIndex(0 if exports else 1)
        self.copy.setVisible(bool(exports))
        if exports:
            self.list.setCurrentIndex(self.model.index(0, 0))


class ExportList(QListView):
    """Ctrl+C copies the hash."""

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
        self.setAccessibleName(_("Exports"))

    @Slot()
    def copy_hash(self) -> None:
        """Put the hash of the selected export on the clipboard."""
        index = self.currentIndex()
        if index.isValid():
            QGuiApplication.clipboard().setText(self._exports.row(index).sha256)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_hash()
        else:
            super().keyPressEvent(event)
