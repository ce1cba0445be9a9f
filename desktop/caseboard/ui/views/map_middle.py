"""The middle of the map view: the bar, what is to be said, the map, and the strip under it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from caseboard.ui.lib.banner import Banner
from caseboard.ui.lib.surfaces import Surface
from caseboard.ui.lib.theme import Theme
from caseboard.ui.map.frame import MapFrame
from caseboard.ui.timeline.strip import TimelineStrip
from caseboard.ui.views.map_bar import MapBar

STRIP = 112


class MapMiddle(Surface):
    """The strip can be made higher; the map takes what is left."""

    def __init__(
        self,
        theme: Theme,
        bar: MapBar,
        notice: Banner,
        frame: MapFrame,
        strip: TimelineStrip,
        parent: QWidget,
    ) -> None:
        super().__init__("panel", parent=parent)
        below = QSplitter(Qt.Orientation.Vertical, self)
        below.setHandleWidth(1)
        below.addWidget(frame)
        below.addWidget(strip)
        below.setStretchFactor(0, 1)
        below.setCollapsible(0, False)
        below.setSizes([theme.px(600), theme.px(STRIP)])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(notice)
        column.addWidget(below, 1)
