"""The bar over the map: moving, measuring, the grid, how positions are written, handing it on."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QMenu, QToolButton, QWidget
from typing_extensions import override

from caseboard.i18n import _, ngettext
from caseboard.mapping.coordinates import Notation
from caseboard.mapping.options import Grid
from caseboard.ui.lib.buttons import menu_button, tool_button
from caseboard.ui.lib.choices import add_choices, add_heading
from caseboard.ui.lib.labels import ElidedLabel, plain_label
from caseboard.ui.lib.surfaces import Surface
from caseboard.ui.lib.theme import Theme
from caseboard.ui.map import notations
from caseboard.ui.map.tools import Tool

HEAD = 46
NARROW = 620
"""Pixels up to which there is no room for a heading."""
FILES = ("geojson", "kml", "csv")
PICTURES = ("png", "svg", "pdf")


class MapBar(Surface):
    """Asks for what its buttons say; decides nothing."""

    tool_wanted = Signal(object)
    """`Tool`."""
    grid_wanted = Signal(object)
    """`Grid`."""
    notation_wanted = Signal(object)
    """`Notation`."""
    zoom_wanted = Signal(float)
    """Steps, nearer or further."""
    export_wanted = Signal(str)
    """An ending of a file: one of `PICTURES` or `FILES`."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("panel", "bottom", parent)
        self._theme = theme
        self.list = _checkable(theme, "panel-left", _("Show or hide the list"), self)
        self.back = tool_button(theme, "arrow-left", _("Back on the map (Alt+Left)"), self)
        self.forward = tool_button(theme, "arrow-right", _("Forward on the map (Alt+Right)"), self)
        self.fit = tool_button(theme, "maximize-2", _("Show everything (Home)"), self)
        self.title = plain_label(_("Map"), self, size="heading")
        self.tools = QButtonGroup(self)
        self.undated = ElidedLabel("", self, tone="muted", size="small")
        self.view_menu = QMenu(self)
        self.view = menu_button(_("View"), self.view_menu, self)
        self.export_menu = QMenu(self)
        self.export = menu_button(_("Export"), self.export_menu, self)
        self._fill_export()
        self._row = self._lay_out()
        self.show_way(can_go_back=False, can_go_forward=False)

    def say_undated(self, count: int) -> None:
        """Say how many are not shown, as nobody knows their time; none takes no room."""
        words = ngettext(
            "{n} without a time is not shown", "{n} without a time are not shown", count
        )
        self.undated.setText(words if count else "")
        self.undated.setVisible(count > 0)

    def add_field(self, field: QWidget) -> None:
        """Put the field that leads to a place before the tools."""
        self._row.insertWidget(self._row.indexOf(self.undated), field, 1)

    def show_way(self, *, can_go_back: bool, can_go_forward: bool) -> None:
        """Whether one can go back and forward."""
        self.back.setEnabled(can_go_back)
        self.forward.setEnabled(can_go_forward)

    def show_tool(self, tool: Tool) -> None:
        """Which tool is in hand; one of another card leaves none pressed."""
        for button in self.tools.buttons():
            button.setChecked(button.property("tool") == tool.value)

    def show_view(self, grid: Grid, notation: Notation) -> None:
        """What is ticked in the menu of the view."""
        self.view_menu.clear()
        self.view_menu.addAction(_("Nearer\t+"), lambda: self.zoom_wanted.emit(1.0))
        self.view_menu.addAction(_("Further\t-"), lambda: self.zoom_wanted.emit(-1.0))
        add_heading(self.view_menu, _("Grid"))
        grids = ((Grid.NONE, _("No grid")), (Grid.DEGREES, _("Degrees")), (Grid.UTM, _("UTM")))
        add_choices(self.view_menu, grids, self.grid_wanted.emit, grid)
        add_heading(self.view_menu, _("Positions"))
        names = [(each, notations.name(each)) for each in Notation]
        add_choices(self.view_menu, names, self.notation_wanted.emit, notation)

    def _fill_export(self) -> None:
        names = {
            "png": _("Picture (PNG)…"),
            "svg": _("Drawing (SVG)…"),
            "pdf": _("PDF…"),
            "geojson": _("Places and positions (GeoJSON)…"),
            "kml": _("Places and positions (KML)…"),
            "csv": _("Places and positions (CSV)…"),
        }
        for group in (PICTURES, FILES):
            for ending in group:
                asks = partial(self.export_wanted.emit, ending)
                self.export_menu.addAction(names[ending], asks)
            self.export_menu.addSeparator()

    def _lay_out(self) -> QHBoxLayout:
        px = self._theme.px
        self.setMinimumHeight(px(HEAD))
        row = QHBoxLayout(self)
        row.setContentsMargins(px(8), 0, px(10), 0)
        row.setSpacing(px(6))
        row.addWidget(self.list)
        row.addWidget(self.title)
        row.addWidget(self.undated)
        for button in (self.back, self.forward, self.fit):
            row.addWidget(button)
        row.addSpacing(px(4))
        for tool, icon, name in (
            (Tool.PAN, "move", _("Move and select")),
            (Tool.DISTANCE, "ruler", _("Measure a distance")),
            (Tool.MEASURED_AREA, "pentagon", _("Measure an area")),
        ):
            row.addWidget(self._tool(tool, icon, name))
        row.addSpacing(px(4))
        row.addWidget(self.view)
        row.addWidget(self.export)
        return row

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """What the rail says already gives way to the field where there is little room."""
        super().resizeEvent(event)
        self.title.setVisible(self.width() > self._theme.px(NARROW))

    def _tool(self, tool: Tool, icon: str, name: str) -> QToolButton:
        button = _checkable(self._theme, icon, name, self)
        button.setProperty("tool", tool.value)
        button.setChecked(tool is Tool.PAN)
        button.clicked.connect(lambda _on=False: self.tool_wanted.emit(tool))
        self.tools.addButton(button)
        self.tools.setExclusive(False)
        return button


def _checkable(theme: Theme, icon: str, name: str, parent: QWidget) -> QToolButton:
    button = tool_button(theme, icon, name, parent)
    button.setCheckable(True)
    return button
