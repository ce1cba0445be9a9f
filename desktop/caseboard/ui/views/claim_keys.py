"""What keys and clicks do on the rows of claims, in the list and in the matrix alike."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QTableView
from typing_extensions import override

from caseboard.ui.claim_board import Heading
from caseboard.ui.itemmodels.claims import ClaimsModel

Key = Qt.Key
PLAIN = {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier}
TAKEN = {Key.Key_Return, Key.Key_Enter}
FOLDING = {Key.Key_Left: True, Key.Key_Right: False}


class ClaimKeys(QObject):
    """Delete asks to delete, letters go to the filter, headings fold."""

    delete_wanted = Signal(str)
    typed = Signal(str)
    taken = Signal(QModelIndex)
    """Enter or a double click on a claim."""

    def __init__(self, table: QTableView, model: ClaimsModel) -> None:
        super().__init__(table)
        self._table = table
        self._model = model
        table.installEventFilter(self)
        table.clicked.connect(self._on_clicked)
        table.doubleClicked.connect(self._on_taken)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._on_key(event)
        return super().eventFilter(watched, event)

    def _on_key(self, event: QKeyEvent) -> bool:
        index = self._table.currentIndex()
        if index.isValid() and self._on_row_key(index, event):
            return True
        text = event.text()
        if event.modifiers() in PLAIN and text.isalnum():
            self.typed.emit(text)
            return True
        return False

    def _on_row_key(self, index: QModelIndex, event: QKeyEvent) -> bool:
        row = self._model.row(index)
        key = Key(event.key())
        if isinstance(row, Heading):
            if key in TAKEN or key == Key.Key_Space:
                self._model.fold(row.key, folded=row.is_open)
            elif key in FOLDING:
                self._model.fold(row.key, folded=FOLDING[key])
            else:
                return False
            return True
        if event.matches(QKeySequence.StandardKey.Delete):
            self.delete_wanted.emit(row.claim.id)
        elif key in TAKEN:
            self.taken.emit(index)
        else:
            return False
        return True

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        row = self._model.row(index)
        if isinstance(row, Heading):
            self._model.fold(row.key, folded=row.is_open)

    @Slot(QModelIndex)
    def _on_taken(self, index: QModelIndex) -> None:
        if self._model.id_at(index):
            self.taken.emit(index)
