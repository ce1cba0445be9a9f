"""Everything that was done in a case, and taking back one thing of it."""

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QTableView, QVBoxLayout, QWidget

from caseboard.errors import CaseError
from caseboard.i18n import _, ngettext
from caseboard.model import numerals
from caseboard.ui.desk import CaseDesk
from caseboard.ui.itemmodels.history import HistoryModel
from caseboard.ui.lib.asyncui import async_slot
from caseboard.ui.lib.banner import Banner, Kind
from caseboard.ui.lib.buttons import push_button
from caseboard.ui.lib.chips import Pill
from caseboard.ui.lib.empty import EmptyState
from caseboard.ui.lib.labels import plain_label
from caseboard.ui.lib.surfaces import Surface
from caseboard.ui.navigation import Navigator

WIDTHS = (170, 400, 130, 150, 70)
WHAT = 1


class HistoryView(Surface):
    """The journal of a case; `reverted` is sent with the label of what was taken back."""

    reverted = Signal(str)

    def __init__(self, desk: CaseDesk, navigator: Navigator, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent=parent)
        theme = desk.desk.theme
        self._desk = desk
        self._navigator = navigator
        self.model = HistoryModel(desk, self)
        self.table = _table(self.model)
        self.count = Pill(theme, "0", parent=self)
        self.revert = push_button(theme, _("Revert this"), self, icon="undo-2")
        self.revert.clicked.connect(self.revert_selected)
        self.notice = Banner(theme, self)
        head = Surface("panel", "bottom", self)
        head.setFixedHeight(theme.px(46))
        row = QHBoxLayout(head)
        row.setContentsMargins(theme.px(12), 0, theme.px(12), 0)
        row.setSpacing(theme.px(8))
        row.addWidget(plain_label(_("History"), head, size="heading"))
        row.addWidget(self.count)
        row.addStretch(1)
        row.addWidget(plain_label(_("Nothing here is ever lost."), head, tone="muted"))
        row.addWidget(self.revert)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.empty = EmptyState(theme, _("Nothing has been done in this case yet."), icon="history")
        for widget in (head, self.notice, self.table, self.empty):
            column.addWidget(widget)
        self.empty.hide()
        for place, width in enumerate(WIDTHS):
            self.table.setColumnWidth(place, theme.px(width))
        self.table.verticalHeader().setDefaultSectionSize(theme.px(34))
        self.table.selectionModel().currentChanged.connect(self._on_current_changed)
        self.model.listed.connect(self._on_listed)
        self.revert.setEnabled(False)
        self.model.reload()

    def show_row(self, seq: str) -> None:
        """Select one change-set."""
        index = self.model.index_of(seq)
        if index.isValid():
            self.table.setCurrentIndex(index)

    @async_slot()
    async def revert_selected(self) -> None:
        """Take back the change-set that is selected; says why where it cannot be."""
        index = self.table.currentIndex()
        if not index.isValid():
            return
        try:
            label = await self._desk.desk.history.revert(int(self.model.id_at(index)))
        except CaseError as refused:
            self.notice.show_notice(Kind.CARE, f"{refused} {refused.hint}".strip())
            return
        self.notice.dismiss()
        self.reverted.emit(label)

    @Slot(QModelIndex, QModelIndex)
    def _on_current_changed(self, current: QModelIndex, _before: QModelIndex) -> None:
        self.revert.setEnabled(current.isValid() and not self._desk.desk.library.read_only)

    @Slot()
    def _on_listed(self) -> None:
        count = self.model.rowCount()
        self.table.setVisible(count > 0)
        self.empty.setVisible(count == 0)
        self.count.say(numerals.count(count))
        self.count.setAccessibleName(ngettext("{n} change", "{n} changes", count))


def _table(model: HistoryModel) -> QTableView:
    table = QTableView()
    table.setModel(model)
    table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QTableView.SelectionMode.SingleSelection)
    table.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.setTabKeyNavigation(False)
    table.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
    table.setAccessibleName(_("History"))
    table.verticalHeader().hide()
    header = table.horizontalHeader()
    header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    header.setStretchLastSection(False)
    header.setSectionResizeMode(WHAT, QHeaderView.ResizeMode.Stretch)
    header.setHighlightSections(False)
    return table
