"""The card at the foot of a map: the position pointed at, copied in any notation, and the scale."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from caseboard.i18n import _
from caseboard.mapping.coordinates import Notation
from caseboard.mapping.view import View
from caseboard.ui.lib.buttons import menu_button
from caseboard.ui.lib.choices import add_choices, add_heading
from caseboard.ui.lib.labels import plain_label
from caseboard.ui.lib.surfaces import Card
from caseboard.ui.lib.theme import Theme
from caseboard.ui.map import notations
from caseboard.ui.map.canvas import MapCanvas
from caseboard.ui.map.menu import add_copies
from caseboard.ui.map.scale import ScaleBar

_WIDEST = {
    Notation.DECIMAL: "-88.88888, -188.88888",
    Notation.DMS: "88°88′88.8″N 188°88′88.8″W",
    Notation.MGRS: "88M WW 88888 88888",
    Notation.UTM: "88M 888888 88888888",
    Notation.PLUS: "8WWW8888+8WW",
}


class CoordinatesBar(Card):
    """Follows a canvas: the position under its pointer, or in its middle once that has left."""

    notation_chosen = Signal(object)
    """`Notation`: the user wants positions written so."""

    def __init__(self, theme: Theme, canvas: MapCanvas, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._canvas = canvas
        self._notation = Notation.DECIMAL
        self.position = plain_label("", self, size="mono")
        self.scale = ScaleBar(theme, self)
        self.menu = QMenu(self)
        self.menu.aboutToShow.connect(self._fill)
        self.button = menu_button("", self.menu, self, flat=True)
        self.button.setAccessibleName(_("How positions are written"))
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(10), theme.px(2), theme.px(8), theme.px(2))
        row.setSpacing(theme.px(8))
        row.addWidget(self.position)
        row.addWidget(self.button)
        row.addWidget(self.scale)
        canvas.pointed.connect(self.show_position)
        canvas.view_changed.connect(self._on_view_changed)
        theme.changed.connect(self._fix_width)
        self.use_notation(Notation.DECIMAL)
        self._on_view_changed(canvas.view)

    @property
    def notation(self) -> Notation:
        """How the position is written."""
        return self._notation

    def use_notation(self, notation: Notation) -> None:
        """Write positions so; `notation_chosen` is not sent."""
        self._notation = notation
        self.button.setText(notations.short_name(notation))
        self._fix_width()
        self.show_position(*self._canvas.position)

    @Slot(float, float)
    def show_position(self, lat: float, lon: float) -> None:
        """Show a position, degrees WGS 84."""
        text = notations.shown(lat, lon, self._notation)
        if text != self.position.text():
            self.position.setText(text)
            self.position.setAccessibleName(text)

    @Slot(object)
    def _on_view_changed(self, view: View) -> None:
        self.scale.show_view(view)
        self.show_position(*self._canvas.position)

    @Slot()
    def _fill(self) -> None:
        """The menu is about the position of now."""
        self.menu.clear()
        add_heading(self.menu, _("Write positions as"))
        names = [(each, notations.name(each)) for each in Notation]
        add_choices(self.menu, names, self._choose, self._notation)
        add_heading(self.menu, _("Copy the position in the middle"))
        add_copies(self.menu, self._canvas.view.lat, self._canvas.view.lon)

    def _choose(self, notation: Notation) -> None:
        self.use_notation(notation)
        self.notation_chosen.emit(notation)

    @Slot()
    def _fix_width(self) -> None:
        """As wide as the longest position, so that nothing moves with the pointer."""
        metrics = QFontMetrics(self._theme.mono_font(11.5))
        self.position.setMinimumWidth(metrics.horizontalAdvance(_WIDEST[self._notation]))
