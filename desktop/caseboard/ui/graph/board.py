"""The surface a picture is shown on: painted, moved and zoomed; what comes by hand is elsewhere."""

from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF, QSizeF, QTimer, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from caseboard.ui.graph import emphasis
from caseboard.ui.graph.camera import Camera
from caseboard.ui.graph.emphasis import Marks
from caseboard.ui.graph.paint import Brush, Scene
from caseboard.ui.graph.picture import Picture
from caseboard.ui.graph.shapes import Ink
from caseboard.ui.graph.still import Still
from caseboard.ui.lib.paint import outline_round
from caseboard.ui.lib.theme import Theme

REST = 90
"""Milliseconds after the last move until everything is drawn fine again."""
MANY = 1200
"""A picture of more edges moves as the frame that was painted last."""


class Board(QWidget):
    """Shows `picture` as `camera` sees it, with what is marked over it."""

    zoomed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._brush = Brush(theme)
        self._still = Still()
        self._is_moving = False
        self._is_fitted = True
        self.picture = Picture()
        self.camera = Camera(QSizeF(1, 1), QPointF())
        self.marks = Marks()
        self._resting = QTimer(self, singleShot=True, interval=REST)
        self._resting.timeout.connect(self._on_rest)
        theme.changed.connect(self._on_theme_changed)

    @Slot()
    def fit(self) -> None:
        """Bring everything into sight, and keep it there until one moves."""
        if len(self.picture):
            self.look(self.camera.fitting(self.picture.bounds()))
        self._is_fitted = True

    def refit(self) -> None:
        """Bring all of the next picture into sight."""
        self._is_fitted = True

    def zoom(self, factor: float, at: QPointF | None = None) -> None:
        """Look from nearer or further away."""
        self.look(self.camera.zoomed(factor, at))

    def pan(self, by: QPointF) -> None:
        """Move the picture by so many pixels."""
        self.look(self.camera.moved(by))

    def centre(self, node_id: str) -> None:
        """Bring a node to the middle, large enough that its words can be read."""
        if node_id in self.picture.places:
            scale = max(0.9, self.camera.scale)
            self.look(replace(self.camera, middle=self.picture.places[node_id], scale=scale))

    def look(self, camera: Camera) -> None:
        """Look from there."""
        is_zoomed = camera.scale != self.camera.scale
        self._is_fitted = self._is_fitted and camera == self.camera
        self.camera = camera
        self._is_moving = True
        self._resting.start()
        self.update()
        if is_zoomed:
            self.zoomed.emit()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        tokens = self._theme.tokens
        painter.fillRect(self.rect(), tokens.panel)
        if len(self.picture.lines) <= MANY or self._is_reshaped():
            self._paint(painter)
        else:
            self._paint_still(painter)
        emphasis.paint(painter, self._brush, self._scene(), self.marks)
        if self.hasFocus() and not self.marks.current:
            frame = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            outline_round(painter, frame, 3, tokens.accent, 2.0)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.camera = replace(self.camera, view=QSizeF(self.size()))
        if self._is_fitted:
            self.fit()

    def _is_reshaped(self) -> bool:
        """Whether the picture itself changes at each move."""
        return False

    def _scene(self) -> Scene:
        ink = Ink(self._theme, self._theme.tokens, self.devicePixelRatioF())
        return Scene(ink, self.picture, self.camera)

    def _paint(self, painter: QPainter) -> None:
        painter.fillRect(self.rect(), self._theme.tokens.panel)
        self._brush.paint(painter, self._scene(), self.marks.pinned, moving=self._is_moving)

    def _paint_still(self, painter: QPainter) -> None:
        """Show the frame painted last where it will do; else paint another."""
        shows = (self.picture, self.picture.version, self.marks.pinned, self._theme.tokens)
        still, camera = self._still, self.camera
        will_do = self._is_moving or still.is_fine(camera)
        if not (will_do and still.draw(painter, camera, shows)):
            ratio = self.devicePixelRatioF()
            still.take(camera, shows, ratio, self._paint, fine=not self._is_moving)
            still.draw(painter, camera, shows)

    @Slot()
    def _on_rest(self) -> None:
        self._is_moving = False
        self.update()

    @Slot()
    def _on_theme_changed(self) -> None:
        self._brush.forget()
        self.update()
