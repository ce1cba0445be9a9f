"""The frame painted last, shown again moved or scaled while one looks elsewhere."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPixmap

from caseboard.ui.graph.camera import Camera

COVERS = 0.6
"""How much of the view a frame must still cover to be shown again."""
LARGER, SMALLER = 2.2, 0.5
"""How far it is scaled before it is painted anew."""


class Still:
    """Good for as long as what it shows is the same, and it covers most of the view."""

    def __init__(self) -> None:
        self._pixmap = QPixmap()
        self._camera: Camera | None = None
        self._shows: tuple[object, ...] = ()
        self._is_fine = False

    def is_fine(self, camera: Camera) -> bool:
        """Whether it is what `camera` sees, painted with care."""
        return self._is_fine and self._camera == camera

    def take(
        self,
        camera: Camera,
        shows: tuple[object, ...],
        ratio: float,
        paint: Callable[[QPainter], None],
        *,
        fine: bool,
    ) -> None:
        """Have `paint` fill a frame as `camera` sees it; `shows` is what else it depends on."""
        size = (camera.view * ratio).toSize()
        if self._pixmap.size() != size:
            self._pixmap = QPixmap(size)
            self._pixmap.setDevicePixelRatio(ratio)
        painter = QPainter(self._pixmap)
        paint(painter)
        painter.end()
        self._camera, self._shows, self._is_fine = camera, shows, fine

    def draw(self, painter: QPainter, camera: Camera, shows: tuple[object, ...]) -> bool:
        """Draw the frame where it stands now; False where it shows too little, or another thing."""
        taken = self._camera
        if taken is None or shows != self._shows or taken.view != camera.view:
            return False
        scale = camera.scale / taken.scale
        corner = camera.to_view(taken.to_picture(QPointF()))
        whole = QRectF(QPointF(), camera.view)
        rect = QRectF(corner, camera.view * scale)
        seen = rect.intersected(whole)
        covered = seen.width() * seen.height() / max(1.0, whole.width() * whole.height())
        if covered < COVERS or not SMALLER <= scale <= LARGER:
            return False
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
        painter.drawPixmap(rect, self._pixmap, QRectF(self._pixmap.rect()))
        return True
