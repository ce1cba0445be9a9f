"""A column of fields that is higher than there is room."""

from PySide6.QtCore import Qt
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
