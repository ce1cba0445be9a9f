"""The views that are imported when they are first opened.

Each brings in more than the window with its clips needs: the PDF library alone takes longer to
import than the window takes to paint.
"""

from importlib import import_module
from typing import Protocol, cast

from PySide6.QtWidgets import QWidget

from caseboard.ui.desk import CaseDesk
from caseboard.ui.navigation import Navigator

VIEWS = {
    "claim": ("claims", "ClaimsView"),
    "location": ("entities", "LocationsView"),
    "unit": ("units", "UnitsView"),
    "person": ("entities", "PeopleView"),
    "source": ("sources", "SourcesView"),
    "note": ("notes", "NotesView"),
    "gap": ("gaps", "GapsView"),
    "map": ("map", "MapView"),
    "timeline": ("timeline", "TimelineView"),
    "links": ("links", "LinksView"),
    "briefing": ("briefings", "BriefingsView"),
    "change_set": ("history", "HistoryView"),
}
"""Module and class, by the table they list."""
WITHIN = {"hypothesis": "claim", "layer": "map"}
"""Tables whose rows are shown in the view of another."""


class MakeView(Protocol):
    """A class of views."""

    def __call__(self, desk: CaseDesk, navigator: Navigator, parent: QWidget) -> QWidget:
        """A view of one case."""


def make(kind: str, desk: CaseDesk, navigator: Navigator, parent: QWidget) -> QWidget:
    """The view of one table; raises `KeyError` for a table without one."""
    module, name = VIEWS[kind]
    view = cast("MakeView", getattr(import_module(f"caseboard.ui.views.{module}"), name))
    return view(desk, navigator, parent)
