"""In the map's inspector: a point of the ground in words, and what the layers say of it."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from caseboard.i18n import _
from caseboard.mapping.content import Overlay
from caseboard.mapping.coordinates import Notation
from caseboard.ui.lib.keyvalue import KeyValues
from caseboard.ui.lib.labels import plain_label
from caseboard.ui.lib.surfaces import Surface
from caseboard.ui.lib.theme import Theme
from caseboard.ui.map import spot_facts
from caseboard.ui.map.layers_here import LayersHere, Where
from caseboard.ui.map.tools import Position


class GroundPage(QWidget):
    """Nothing of the case needs to be there: the answer is the coordinates' and the layers'."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._position: Position | None = None
        self._overlays: tuple[Overlay, ...] = ()
        self._notation = Notation.DECIMAL
        self.name = plain_label(_("This point"), self, size="heading")
        self.facts = KeyValues(theme, self)
        self.layers = LayersHere(theme, self)
        head = Surface("panel_2", "bottom", self)
        top = QVBoxLayout(head)
        top.setContentsMargins(*(theme.px(n) for n in (14, 12, 14, 12)))
        top.setSpacing(theme.px(4))
        top.addWidget(self.name)
        top.addSpacing(theme.px(4))
        top.addWidget(self.facts)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self.layers)

    def show_position(self, position: Position | None) -> None:
        """Tell of this point; of None nothing, and what is still being judged is let go."""
        self._position = position
        self._tell()

    def show_layers(self, overlays: Sequence[Overlay]) -> None:
        """Judge it by these layers."""
        self._overlays = tuple(overlays)
        self._tell()

    def use_notation(self, notation: Notation) -> None:
        """Write its position in this notation too."""
        self._notation = notation
        self._tell()

    def _tell(self) -> None:
        if self._position is None:
            self.layers.show_at(None, self._overlays)
            return
        self.facts.set_facts(list(spot_facts.position(*self._position, self._notation)))
        self.layers.show_at(Where(*self._position), self._overlays)
