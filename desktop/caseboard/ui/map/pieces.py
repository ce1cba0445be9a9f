"""One piece of a map, composed and painted in a thread: a block of cells, or what lies over them.

A thread of Python holds the window up while it runs: pieces are small, and one that nobody wants
any more ends between two shapes.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import Enum
from threading import Event

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter

from caseboard.mapping.content import Content
from caseboard.mapping.placing import Rect
from caseboard.mapping.scene import Scene, Shape
from caseboard.mapping.view import View
from caseboard.ui.map.cells import Block, Cell, Grid
from caseboard.ui.map.composing import Composing
from caseboard.ui.map.painter import ScenePainter


class Layer(Enum):
    """What is drawn apart, so that a change of one leaves the others alone; the lowest first."""

    GROUND = "ground"
    OVERLAYS = "overlays"
    TOP = "top"
    """Names and marks."""
    GRID = "grid"


class Dropped(Exception):
    """Nobody wants the piece any more."""


@dataclass(frozen=True, slots=True)
class Piece:
    """What is to be drawn, and with what."""

    layer: Layer
    version: int
    view: View
    ratio: float
    content: Content
    composing: Composing
    painter: ScenePainter
    grid: Grid | None = None
    block: Block | None = None
    """Of cells alone."""
    covered: tuple[Rect, ...] = ()
    """Boxes of pixels in which no name is put."""
    dropped: Event = field(default_factory=Event, compare=False)
    """Set as soon as nobody wants it."""

    def drawn(self) -> "Drawn":
        """Compose and paint it. Blocks; raises `Dropped`."""
        self._look()
        scene = self.composing.scene(self.layer.value, self.view, self.content, self.covered)
        self._look()
        shapes = scene.shapes()
        if not shapes and self.layer is not Layer.GROUND:
            return Drawn(self, scene, QImage())
        image = self._blank(scene)
        painter = QPainter(image)
        try:
            painter.scale(self.ratio, self.ratio)
            self._paint(painter, shapes)
        finally:
            painter.end()
        return Drawn(self, scene, image)

    def _blank(self, scene: Scene) -> QImage:
        across, down = round(self.view.width * self.ratio), round(self.view.height * self.ratio)
        if self.layer is Layer.GROUND:
            image = QImage(across, down, QImage.Format.Format_RGB32)
            image.fill(QColor(scene.background))
        else:
            image = QImage(across, down, QImage.Format.Format_ARGB32_Premultiplied)
            image.fill(0)
        return image

    def _paint(self, painter: QPainter, shapes: Iterable[Shape]) -> None:
        for shape in shapes:
            self._look()
            self.painter.paint(painter, (shape,))

    def _look(self) -> None:
        if self.dropped.is_set():
            raise Dropped


@dataclass(frozen=True, slots=True)
class Drawn:
    """A piece as a picture; null where there was nothing to draw."""

    piece: Piece
    scene: Scene
    image: QImage

    def cells(self) -> Iterable[tuple[Cell, QImage]]:
        """The picture cut into its cells."""
        grid, block = self.piece.grid, self.piece.block
        if grid is None or block is None:
            return
        for cell in block:
            left, top = (cell.column - block.left) * grid.side, (cell.row - block.top) * grid.side
            cut = QRect(left, top, grid.side, grid.side)
            yield cell, QImage() if self.image.isNull() else self.image.copy(cut)
