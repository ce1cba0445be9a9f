"""The list of suggestions: a few rows in sight, as many as there are behind them."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QSizePolicy, QWidget
from typing_extensions import override

from caseboard.i18n import _
from caseboard.tagging.proposals import Proposal
from caseboard.ui.inspector.suggestions_model import SuggestionsModel
from caseboard.ui.inspector.suggestions_rows import HEIGHT, SuggestionDelegate
from caseboard.ui.lib.rowlist import RowList
from caseboard.ui.lib.theme import Theme

MOST = 8
"""So many rows are seen at once; the rest scroll."""


class SuggestionList(RowList):
    """`picked` is sent with the proposal that a click or an arrow key has made current.

    The list never accepts or rejects: those keys are the view's, wherever the keyboard is.
    """

    picked = Signal(object)
    picked_again = Signal()
    """The current row was clicked once more."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(_("Suggestions"), parent)
        self._theme = theme
        self._is_choosing = False
        self.rows = SuggestionsModel(self)
        self.delegate = SuggestionDelegate(theme, self)
        self.setModel(self.rows)
        self.setItemDelegate(self.delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("surface", "panel_2")
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        self.clicked.connect(self._on_clicked)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()
        self._pressed = QModelIndex()

    def show_rows(self, rows: Sequence[Proposal]) -> None:
        """List these; that Qt goes to a neighbour when the current row goes is nobody's choice."""
        self._is_choosing = True
        try:
            self.rows.show(rows)
        finally:
            self._is_choosing = False
        self.fit()

    def choose(self, row: int, candidate: int = 0) -> None:
        """Make a row the current one, without telling anybody; -1 for none."""
        self._is_choosing = True
        try:
            self.delegate.candidate = candidate
            if row < 0:
                self.clearSelection()
                self.setCurrentIndex(QModelIndex())
            else:
                index = self.rows.index(row, 0)
                self.setCurrentIndex(index)
                self.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)
        finally:
            self._is_choosing = False
        self.viewport().update()

    def fit(self) -> None:
        """Be as high as the rows, up to what is seen at once."""
        self.setFixedHeight(min(self.rows.rowCount(), MOST) * self._theme.px(HEIGHT))

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(200), self.height())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.height())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text() and event.key() != Qt.Key.Key_Tab:
            event.ignore()  # letters are keys of the view, not the beginning of a name
            return
        super().keyPressEvent(event)

    @Slot(QModelIndex, QModelIndex)
    def _on_current_changed(self, current: QModelIndex, _before: QModelIndex) -> None:
        if current.isValid() and not self._is_choosing:
            self._pressed = current
            self.picked.emit(self.rows.row(current))

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        """The click that made a row current is no second one."""
        if self._pressed == index:
            self._pressed = QModelIndex()
            return
        self.picked_again.emit()

    @Slot()
    def _on_theme_changed(self) -> None:
        self.set_row_height(self._theme.px(HEIGHT))
        self.fit()
