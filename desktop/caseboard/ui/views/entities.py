"""The places, units, people or sources a case names."""

from PySide6.QtWidgets import QWidget

from caseboard.ui.desk import CaseDesk
from caseboard.ui.lib.surfaces import Surface
from caseboard.ui.navigation import Navigator


class EntitiesView(Surface):
    """The places, units, people or sources a case names."""

    def __init__(self, desk: CaseDesk, navigator: Navigator, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent=parent)
        self._desk = desk
        self._navigator = navigator
        self._wanted = ""

    def show_row(self, row_id: str) -> None:
        """Select that row, once it is there."""
        self._wanted = row_id


class LocationsView(EntitiesView):
    """The places a case names."""


class UnitsView(EntitiesView):
    """The units a case names."""


class PeopleView(EntitiesView):
    """The people a case names."""


class SourcesView(EntitiesView):
    """Who says things in a case."""
