"""The notes of a case, and the one being written."""

from PySide6.QtWidgets import QWidget

from caseboard.ui.desk import CaseDesk
from caseboard.ui.lib.surfaces import Surface
from caseboard.ui.navigation import Navigator


class NotesView(Surface):
    """The notes of a case, and the one being written."""

    def __init__(self, desk: CaseDesk, navigator: Navigator, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent=parent)
        self._desk = desk
        self._navigator = navigator
        self._wanted = ""

    def show_row(self, row_id: str) -> None:
        """Select that row, once it is there."""
        self._wanted = row_id
