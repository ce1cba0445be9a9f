"""A column of fields that is higher than there is room."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from caseboard.ui.lib.surfaces import Surface


class Scrolled(QScrollArea):
    """Scrolls up and down what stands `inside`; the keyboard goes to the fields alone."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.inside = Surface("panel")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(self.inside)

    def go_on(self, where: QPoint, edge: int) -> None:
        """Let what is dragged to a place of the screen scroll on, so near to an end of the view."""
        here = self.viewport().mapFromGlobal(where).y()
        bar = self.verticalScrollBar()
        if here < edge:
            bar.setValue(bar.value() - edge // 2)
        elif here > self.viewport().height() - edge:
            bar.setValue(bar.value() + edge // 2)
