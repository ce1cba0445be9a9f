"""A lens held over a picture: what lies under the mouse, enlarged."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPen

from caseboard.ui.lib.theme import Theme
from caseboard.ui.reader.camera import Camera

ACROSS = 220
"""Width of the lens, in points."""
LEAST = 3.0
"""Pixels of the view for each of the picture, at least."""
MORE = 3.0
"""How much larger than the view shows it, where that is more."""


class Lens:
    """Follows the mouse; paints nothing until it is on and the mouse is over the picture."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self.is_on = False
        self._at = QPointF(-1, -1)

    def follow(self, point: QPointF) -> bool:
        """The mouse is there now; whether the lens has to be painted anew."""
        self._at = point
        return self.is_on

    def paint(self, painter: QPainter, image: QImage, camera: Camera) -> None:
        """Paint what is under the lens."""
        rect = camera.rect()
        if not self.is_on or image.isNull() or not rect.contains(self._at):
            return
        scale = max(LEAST, MORE * camera.scale)
        side = float(self._theme.px(ACROSS))
        glass = QRectF(self._at.x() - side / 2, self._at.y() - side / 2, side, side)
        middle = (self._at - rect.topLeft()) / camera.scale
        seen = QRectF(0, 0, side / scale, side / scale)
        seen.moveCenter(middle)
        round_ = QPainterPath()
        round_.addEllipse(glass)
        painter.save()
        painter.setClipPath(round_)
        painter.fillPath(round_, Qt.GlobalColor.black)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, on=False)
        painter.drawImage(glass, image, seen)
        painter.restore()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(Qt.GlobalColor.white, 3))
        painter.drawEllipse(glass)
        painter.setPen(QPen(self._theme.tokens.accent, 1))
        painter.drawEllipse(glass)
