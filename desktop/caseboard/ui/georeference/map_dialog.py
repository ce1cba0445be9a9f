"""Asks for a place by a click on the map."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from caseboard.i18n import _
from caseboard.mapping import coordinates
from caseboard.mapping.content import Content
from caseboard.mapping.georeferencing import ControlPoint
from caseboard.model.spots import Spot, SpotKey, SpotKind
from caseboard.ui.georeference import words
from caseboard.ui.georeference.places import Found
from caseboard.ui.lib.buttons import push_button
from caseboard.ui.lib.labels import plain_label
from caseboard.ui.lib.surfaces import Surface
from caseboard.ui.lib.theme import Theme
from caseboard.ui.map.canvas import MapCanvas
from caseboard.ui.map.credits import Credits
from caseboard.ui.map.frame import MapFrame
from caseboard.ui.map.tools import Sketch, Tool

SIZE = (860, 600)
CLOSE = 12.0
"""The zoom at which a place that can be guessed is looked at."""
SLACK = 4.0
"""Pixels by which a click is off."""


class MapDialog(QDialog):
    """A map with the points that are known already; one click says where the new one is."""

    def __init__(
        self,
        theme: Theme,
        points: Sequence[ControlPoint],
        guess: tuple[float, float] | None,
        parent: QWidget,
    ) -> None:
        """`guess` is where the place should lie by the other points: latitude, longitude."""
        super().__init__(parent)
        self.setWindowTitle(_("Pick on the map"))
        self.setAccessibleName(_("Pick on the map"))
        self._points = points
        self._guess = guess
        self.found: Found | None = None
        self.canvas = MapCanvas(theme, None, self)
        self.canvas.can_add_places = False
        self.canvas.set_tool(Tool.POINT)
        self.said = plain_label(_("Click where the place is."), self, tone="muted")
        self.cancel = push_button(theme, _("Cancel"), self)
        self.keep = push_button(theme, _("Use this place"), self, primary=True)
        self.keep.setEnabled(False)
        self._lay_out(theme)
        self.canvas.drawn.connect(self._on_drawn)
        self.cancel.clicked.connect(self.reject)
        self.keep.clicked.connect(self.accept)
        self.resize(theme.px(SIZE[0]), theme.px(SIZE[1]))
        self._show()
        if guess is not None:
            self.canvas.go_to(*guess, CLOSE)
        self.canvas.setFocus()

    def _lay_out(self, theme: Theme) -> None:
        foot = Surface("panel", "top", self)
        row = QHBoxLayout(foot)
        row.setContentsMargins(*(theme.px(n) for n in (16, 10, 16, 12)))
        row.setSpacing(theme.px(8))
        row.addWidget(self.said, 1)
        row.addWidget(self.cancel)
        row.addWidget(self.keep)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        frame = MapFrame(theme, self.canvas, self)
        frame.add(Credits(theme, self.canvas, frame), Qt.Corner.BottomLeftCorner)
        column.addWidget(frame, 1)
        column.addWidget(foot)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.canvas.stop()

    def _show(self) -> None:
        """The points that are known, and the one that was clicked."""
        known = [
            _spot(f"{place}", each.lat, each.lon, words.name(each))
            for place, each in enumerate(self._points)
        ]
        if self.found is not None:
            known.append(_spot("new", self.found.lat, self.found.lon, _("This place")))
        selected = frozenset({known[-1].key}) if self.found else frozenset()
        self.canvas.show_content(Content(tuple(known), selected=selected))

    @Slot(object)
    def _on_drawn(self, sketch: Sketch) -> None:
        lat, lon = (round(each, 6) for each in sketch.points[0])
        name = coordinates.show(lat, lon)
        slack = max(1.0, round(SLACK * self.canvas.view.metres))
        self.found = Found(name, "", lat, lon, slack)
        self.said.setText(
            _("{position} · ± {radius}").format(position=name, radius=words.length(slack))
        )
        self.keep.setEnabled(True)
        self.canvas.set_tool(Tool.POINT)
        self._show()


def _spot(row_id: str, lat: float, lon: float, label: str) -> Spot:
    return Spot(SpotKey(SpotKind.PLACE, row_id), lat, lon, label)
