"""The lines at the foot of a map that say whose it is, and how true its borders are."""

from PySide6.QtCore import QSize, Slot
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from caseboard.mapping.scene import Scene
from caseboard.ui.lib.labels import plain_label
from caseboard.ui.lib.surfaces import Card
from caseboard.ui.lib.theme import Theme
from caseboard.ui.map.canvas import MapCanvas

WIDEST = 350
"""Pixels that it takes at most: a longer line goes on below, for whoever made it is to be read."""


class Credits(Card):
    """Follows a canvas: the layers in sight name their owners, too."""

    def __init__(self, theme: Theme, canvas: MapCanvas, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._canvas = canvas
        self._told: tuple[str, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(theme.px(8), theme.px(4), theme.px(8), theme.px(4))
        self._column.setSpacing(0)
        canvas.painted_anew.connect(self._on_painted)
        self.hide()

    @property
    def told(self) -> tuple[str, ...]:
        """Its lines."""
        return self._told

    @override
    def sizeHint(self) -> QSize:
        lines = [label.fontMetrics().horizontalAdvance(label.text()) for label in self._labels()]
        margins = self._column.contentsMargins()
        wide = max(lines, default=0) + margins.left() + margins.right() + self._theme.px(2)
        width = min(wide, self._theme.px(WIDEST))
        return QSize(width, self._column.totalHeightForWidth(width))

    def _labels(self) -> list[QLabel]:
        items = (self._column.itemAt(place) for place in range(self._column.count()))
        widgets = (item.widget() for item in items if item is not None)
        return [widget for widget in widgets if isinstance(widget, QLabel)]

    @Slot()
    def _on_painted(self) -> None:
        scene = self._canvas.scene
        told = _lines(scene) if scene is not None else ()
        if told == self._told:
            return
        self._told = told
        while (item := self._column.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for line in told:
            self._column.addWidget(plain_label(line, self, tone="muted", size="small", wrap=True))
        self.setAccessibleName("\n".join(told))
        self.setVisible(bool(told))
        self.updateGeometry()


def _lines(scene: Scene) -> tuple[str, ...]:
    """What warns comes first."""
    told = scene.attribution
    return (*told[-1:], *told[:-1]) if scene.is_generalised else told
