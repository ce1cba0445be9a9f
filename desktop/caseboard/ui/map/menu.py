"""What can be done at one position of a map: copy it, measure from it, add a place there."""

from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import Qt, SignalInstance
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from caseboard.i18n import _
from caseboard.model.spots import SpotKey
from caseboard.ui.map import notations
from caseboard.ui.map.tools import Position, Tool


class Hand(Protocol):
    """A map that can be worked on."""

    can_add_places: bool
    place_wanted: SignalInstance

    def begin_at(self, tool: Tool, lat: float, lon: float) -> None:
        """Use a tool whose first point is set already."""

    def mark(self, position: Position | None) -> None:
        """Mark a position, of which the inspector then tells."""

    def go_to(self, lat: float, lon: float, zoom: float | None = None) -> None:
        """Bring a position to the middle."""


@dataclass(frozen=True, slots=True)
class MapMenu:
    """A menu about to open, and what it is about; degrees WGS 84."""

    menu: QMenu
    keys: frozenset[SpotKey]
    """What stands there."""
    lat: float
    lon: float


def map_menu(hand: Hand, parent: QWidget, lat: float, lon: float) -> QMenu:
    """The menu of a position; it goes when it closes."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    add_copies(menu.addMenu(_("Copy position")), lat, lon)
    here = menu.addAction(_("What is here"))
    here.triggered.connect(lambda: hand.mark((lat, lon)))
    menu.addSeparator()
    distance = menu.addAction(_("Measure distance from here"))
    distance.triggered.connect(lambda: hand.begin_at(Tool.DISTANCE, lat, lon))
    area = menu.addAction(_("Measure area from here"))
    area.triggered.connect(lambda: hand.begin_at(Tool.MEASURED_AREA, lat, lon))
    menu.addAction(_("Move here to the middle")).triggered.connect(lambda: hand.go_to(lat, lon))
    if hand.can_add_places:
        menu.addSeparator()
        add = menu.addAction(_("Add place here…"))
        add.triggered.connect(lambda: hand.place_wanted.emit(lat, lon))
    return menu


def add_copies(menu: QMenu, lat: float, lon: float) -> None:
    """Add a line for each notation that copies the position in it."""
    for notation, text in notations.all_shown(lat, lon):
        action = menu.addAction(f"{notations.name(notation)}\t{text}")
        action.setData(text)
        action.triggered.connect(lambda _on=False, text=text: copy(text))


def copy(text: str) -> None:
    """Put a text on the clipboard."""
    QGuiApplication.clipboard().setText(text)
