"""The claims one under the other, as rows or under headings."""

from PySide6.QtCore import QModelIndex, QPoint, Signal, Slot
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from caseboard.i18n import _
from caseboard.ui.delegates.claim import ClaimDelegate
from caseboard.ui.delegates.claim_heading import HEIGHT as HEADING
from caseboard.ui.itemmodels.claims import ClaimsModel
from caseboard.ui.lib.rowlist import RowList
from caseboard.ui.lib.theme import Theme
from caseboard.ui.views.claim_cursor import ClaimCursor
from caseboard.ui.views.claim_keys import ClaimKeys


class ClaimsList(RowList):
    """Shows the first column of the model at full width."""

    menu_wanted = Signal(QModelIndex, QPoint)

    def __init__(
        self, theme: Theme, model: ClaimsModel, cursor: ClaimCursor, parent: QWidget
    ) -> None:
        super().__init__(_("Claims"), parent)
        self._theme = theme
        self._model = model
        self._delegate = ClaimDelegate(theme, self)
        self.setModel(model)
        self.setSelectionModel(cursor.selection)
        self.setItemDelegate(self._delegate)
        self.keys = ClaimKeys(self, model)
        model.modelReset.connect(self._dress)
        model.rowsInserted.connect(self._dress)
        theme.changed.connect(self._dress)
        self._dress()

    def place_of(self, index: QModelIndex) -> QPoint:
        """Where on the screen a menu of this row opens."""
        return self.viewport().mapToGlobal(self.visualRect(index).bottomLeft())

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        if index.isValid():
            place = self.place_of(index) if by_key else event.globalPos()
            self.menu_wanted.emit(index, place)

    @Slot()
    def _dress(self) -> None:
        """Qt forgets what is hidden, and how high, when the rows are others."""
        for column in range(1, self._model.columnCount()):
            self.setColumnHidden(column, True)
        self.set_row_height(self._delegate.height)
        for row in self._model.headings:
            self.verticalHeader().resizeSection(row, self._theme.px(HEADING))
