"""What can be done at one position of a map: copy it, measure from it, add a place there."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

from caseboard.i18n import _
from caseboard.model.spots import SpotKey
from caseboard.ui.map import notations
from caseboard.ui.map.tools import Tool

if TYPE_CHECKING:
    from caseboard.ui.map.canvas import MapCanvas


@dataclass(frozen=True, slots=True)
class MapMenu:
    """A menu about to open, and what it is about; degrees WGS 84."""

    menu: QMenu
    keys: frozenset[SpotKey]
    """What stands there."""
    lat: float
    lon: float


def map_menu(canvas: "MapCanvas", lat: float, lon: float) -> QMenu:
    """The menu of a position; it goes when it closes."""
    menu = QMenu(canvas)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    add_copies(menu.addMenu(_("Copy position")), lat, lon)
    menu.addSeparator()
    distance = menu.addAction(_("Measure distance from here"))
    distance.triggered.connect(lambda: canvas.begin_at(Tool.DISTANCE, lat, lon))
    area = menu.addAction(_("Measure area from here"))
    area.triggered.connect(lambda: canvas.begin_at(Tool.MEASURED_AREA, lat, lon))
    menu.addAction(_("Move here to the middle")).triggered.connect(lambda: canvas.go_to(lat, lon))
    if canvas.can_add_places:
        menu.addSeparator()
        add = menu.addAction(_("Add place here…"))
        add.triggered.connect(lambda: canvas.place_wanted.emit(lat, lon))
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
