"""The line at the foot of a map that says whose it is, and how true its borders are."""

from PySide6.QtCore import QSize, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from caseboard.mapping.scene import Scene
from caseboard.ui.lib.labels import ElidedLabel
from caseboard.ui.lib.surfaces import Card
from caseboard.ui.lib.theme import Theme
from caseboard.ui.map.canvas import MapCanvas

WIDEST = 460
"""Pixels that it takes at most; the whole of it is in its tooltip."""


class Credits(Card):
    """Follows a canvas: the layers in sight name their owners, too."""

    def __init__(self, theme: Theme, canvas: MapCanvas, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._canvas = canvas
        self.label = ElidedLabel("", self, tone="muted", size="small")
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(8), theme.px(1), theme.px(8), theme.px(1))
        row.addWidget(self.label)
        canvas.painted_anew.connect(self._on_painted)
        self.hide()

    @override
    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(min(hint.width(), self._theme.px(WIDEST)), hint.height())

    @Slot()
    def _on_painted(self) -> None:
        scene = self._canvas.scene
        words = " · ".join(_lines(scene)) if scene is not None else ""
        if words != self.label.text():
            self.label.setText(words)
            self.label.setAccessibleName(words)
            self.setVisible(bool(words))
            self.updateGeometry()


def _lines(scene: Scene) -> tuple[str, ...]:
    """What warns comes first, lest it is cut off."""
    told = scene.attribution
    return (*told[-1:], *told[:-1]) if scene.is_generalised else told
