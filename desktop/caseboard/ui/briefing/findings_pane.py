"""What a careful reader would object to, beside the pages."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QListView, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from caseboard.briefing.linter.finding import Finding
from caseboard.errors import CaseError
from caseboard.i18n import _
from caseboard.ui.briefing.findings_delegate import FindingsDelegate
from caseboard.ui.briefing.findings_model import FindingsModel
from caseboard.ui.lib.empty import EmptyState
from caseboard.ui.lib.surfaces import Surface
from caseboard.ui.lib.theme import Theme


class FindingsPane(Surface):
    """A list in groups, or the words that there is nothing to object to."""

    chosen = Signal(object)
    """`Finding`: whoever shows it goes there."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__("panel_2", parent=parent)
        self.model = FindingsModel(self)
        self.list = FindingsList(theme, self.model, self)
        self.empty = EmptyState(theme, "", icon="circle-check", parent=self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self.list.clicked.connect(self._on_index)
        self.list.activated.connect(self._on_index)
        self.show_nothing_yet()

    def show_nothing_yet(self) -> None:
        """Say that nothing has been checked yet."""
        self.model.show_findings(())
        self.empty.say(_("Being checked…"))
        self._stack.setCurrentIndex(1)

    def show_findings(self, found: Sequence[Finding]) -> None:
        """Show these; what was selected stays selected where it is still found."""
        current = self.model.finding(self.list.currentIndex())
        if self.model.show_findings(found) and current in self.model.lines:
            self.list.setCurrentIndex(self.model.index(self.model.lines.index(current)))
        self.empty.say(_("Nothing to object to."))
        self._stack.setCurrentIndex(0 if found else 1)

    def show_problem(self, error: CaseError) -> None:
        """Say why nothing could be checked."""
        self.model.show_findings(())
        self.empty.say(str(error), second=error.hint)
        self._stack.setCurrentIndex(1)

    @Slot(QModelIndex)
    def _on_index(self, index: QModelIndex) -> None:
        finding = self.model.finding(index)
        if finding is not None:
            self.chosen.emit(finding)


class FindingsList(QListView):
    """Enter goes where a finding is."""

    def __init__(self, theme: Theme, model: FindingsModel, parent: QWidget) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setItemDelegate(FindingsDelegate(theme, self))
        self.setProperty("surface", "panel_2")
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self.setAccessibleName(_("Findings"))
        theme.changed.connect(self.doItemsLayout)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()  # rows are as high as their words need

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.activated.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)
