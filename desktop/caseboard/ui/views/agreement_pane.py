"""How often a source agreed or clashed with others, and the claims that is counted from."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHeaderView, QStackedWidget, QTableView, QVBoxLayout, QWidget
from typing_extensions import override

from caseboard.analysis.agreement import Agreement
from caseboard.i18n import _
from caseboard.model.ids import SourceId
from caseboard.ui.delegates.line import LineDelegate
from caseboard.ui.itemmodels.agreements import (
    AgreementModel,
    Compared,
    Place,
    about,
    between,
    compared,
    compared_face,
    compared_words,
)
from caseboard.ui.itemmodels.rows import RowsModel
from caseboard.ui.lib.empty import EmptyState
from caseboard.ui.lib.labels import ElidedLabel, plain_label
from caseboard.ui.lib.surfaces import Surface
from caseboard.ui.lib.theme import Theme
from caseboard.ui.views.source_lists import RowList
from caseboard.ui.weighing import Weighed

if TYPE_CHECKING:
    from caseboard.model.ledger import Voice


class AgreementTable(QTableView):
    """Cells that can be gone through by arrow keys; Enter leads on to what is behind one."""

    entered = Signal()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.entered.emit()
            return
        super().keyPressEvent(event)


class AgreementPane(QStackedWidget):
    """A table of other sources; the cell that is current shows its claims under it."""

    claim_wanted = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._source: Voice | None = None
        self._weighed: Weighed | None = None
        self._found: Sequence[Agreement] | None = None
        self.model = AgreementModel(self)
        self.table = _table(self.model, self)
        self.basis = plain_label(
            _(
                "Counted over the claims of this case that both take a stance on, each once."
                " Passing an agency’s words on, or printing its text, is not agreement."
            ),
            self,
            tone="muted",
            size="small",
            wrap=True,
        )
        self.about = ElidedLabel("", self, size="strong")
        self.behind: RowsModel[Compared] = RowsModel(compared_words, self)
        self.claims = RowList(_("Claims that were compared"), self)
        self.claims.setModel(self.behind)
        faces: LineDelegate[Compared] = LineDelegate(theme, compared_face, self, lines=2)
        self.claims.setItemDelegate(faces)
        self.nobody = EmptyState(
            theme, _("Nobody else takes a stance on what it speaks of in this case."), parent=self
        )
        self._lay_out()
        self.table.selectionModel().currentChanged.connect(self._on_current_changed)
        self.table.entered.connect(self._on_entered)
        self.claims.taken.connect(self._on_claim_taken)
        theme.changed.connect(self._fit)

    def show_agreements(
        self, source: SourceId, found: Sequence[Agreement], weighed: Weighed
    ) -> None:
        """Show how a source stands to others, as soon as this is looked at."""
        self._source, self._weighed = weighed.ledger.voices.get(source), weighed
        self._found = found
        if self.isVisible():
            self._fill(weighed)

    def wait(self) -> None:
        """Show nothing until it is known."""
        self._found = None
        self.setCurrentIndex(0)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._weighed is not None:
            self._fill(self._weighed)

    def _fill(self, weighed: Weighed) -> None:
        if self._found is None:
            return
        found, self._found = self._found, None
        kept, column = self._other(), max(0, self.table.currentIndex().column())
        self.model.show_rows(between(found, weighed))
        self._fit()
        self.setCurrentIndex(1 if self.model.rowCount() else 2)
        index = self.model.index_of(kept)
        place = self.model.index(max(0, index.row()), column)
        self.table.selectionModel().setCurrentIndex(
            place, QItemSelectionModel.SelectionFlag.ClearAndSelect
        )
        self._show_claims(place)

    def _other(self) -> str:
        index = self.table.currentIndex()
        return self.model.id_at(index) if index.isValid() else ""

    def _lay_out(self) -> None:
        px = self._theme.px
        head = Surface("panel", "bottom", self)
        top = QVBoxLayout(head)
        top.setContentsMargins(px(14), px(10), px(14), px(10))
        top.addWidget(self.basis)
        line = Surface("panel_2", "bottom", self)
        around = QVBoxLayout(line)
        around.setContentsMargins(px(14), px(8), px(14), px(8))
        around.addWidget(self.about)
        page = Surface("panel", parent=self)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self.table, 1)
        column.addWidget(line)
        column.addWidget(self.claims, 1)
        for each in (Surface("panel"), page, self.nobody):
            self.addWidget(each)
        self._fit()

    @Slot()
    def _fit(self) -> None:
        """No higher than its rows; both halves share what room there is."""
        row = self._theme.px(32)
        self.table.verticalHeader().setDefaultSectionSize(row)
        head = self.table.horizontalHeader().sizeHint().height()
        self.table.setMaximumHeight(head + row * max(1, self.model.rowCount()) + 2)
        self.claims.doItemsLayout()

    def _show_claims(self, index: QModelIndex) -> None:
        row = self.model.between.get(self.model.id_at(index)) if index.isValid() else None
        if row is None or self._source is None or self._weighed is None:
            self.about.setText("")
            self.behind.set_rows(())
            return
        place = Place(index.column())
        self.about.setText(about(self._source, row, place))
        found = compared(self._source, row, place, self._weighed)
        if tuple(found) != self.behind.rows:
            self.behind.set_rows(found)

    @Slot(QModelIndex, QModelIndex)
    def _on_current_changed(self, current: QModelIndex, _before: QModelIndex) -> None:
        self._show_claims(current)

    @Slot()
    def _on_entered(self) -> None:
        if self.behind.rowCount():
            self.claims.setFocus(Qt.FocusReason.TabFocusReason)
            if not self.claims.currentIndex().isValid():
                self.claims.setCurrentIndex(self.behind.index(0))

    @Slot(QModelIndex)
    def _on_claim_taken(self, index: QModelIndex) -> None:
        self.claim_wanted.emit(self.behind.row(index).claim.id)


def _table(model: AgreementModel, parent: QWidget) -> AgreementTable:
    table = AgreementTable(parent)
    table.setModel(model)
    table.setSelectionMode(QTableView.SelectionMode.SingleSelection)
    table.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.setTabKeyNavigation(False)
    table.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
    table.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
    table.setAccessibleName(_("How often it agreed or clashed with others"))
    table.verticalHeader().hide()
    header = table.horizontalHeader()
    header.setHighlightSections(False)
    header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    header.setSectionResizeMode(Place.OTHER, QHeaderView.ResizeMode.Stretch)
    return table
