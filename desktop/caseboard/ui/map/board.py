"""The surface a map is shown on: painted, moved, zoomed; what comes by hand is elsewhere."""

import math
from dataclasses import replace
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QHideEvent,
    QImage,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QRegion,
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from caseboard import i18n
from caseboard.mapping import mercator
from caseboard.mapping.content import Content
from caseboard.mapping.placing import Rect
from caseboard.mapping.scene import Scene
from caseboard.mapping.symbol_picture import Symbols
from caseboard.mapping.view import Bounds, View, fitting
from caseboard.ui.lib.theme import Theme
from caseboard.ui.map.atlas import CELLED, Atlas
from caseboard.ui.map.cells import Cell, Grid
from caseboard.ui.map.composing import Composing
from caseboard.ui.map.extent import bounds_of
from caseboard.ui.map.later_ground import LaterGround
from caseboard.ui.map.painter import ScenePainter
from caseboard.ui.map.pieces import Drawn, Layer
from caseboard.ui.map.trail import Trail

WORLD = Bounds(-170.0, -58.0, 178.0, 76.0)
CLOSE = 11.0
"""The zoom at which one point is shown."""
STEP = 0.5
"""Steps of zoom for a notch of the wheel, and for a key."""
STILL = 80
"""Milliseconds without a move after which names are placed where they run short."""
REST = 350
"""Milliseconds without a move after which a view counts as one that was looked at."""
FAR = 3.0
"""Steps of zoom beyond which nothing is scaled to stand in."""
_SEA = {False: QColor("#d5e3ee"), True: QColor("#0f151d")}


class Placing(NamedTuple):
    """Where the world's upper left corner stands, and how wide a cell is, in dots."""

    left: int
    top: int
    side: float

    def rect(self, cell: Cell) -> QRect:
        """What a cell covers; those of one grid leave no gap between them."""
        x, y = self.left + round(cell.column * self.side), self.top + round(cell.row * self.side)
        right = self.left + round((cell.column + 1) * self.side)
        bottom = self.top + round((cell.row + 1) * self.side)
        return QRect(x, y, right - x, bottom - y)


class MapBoard(QWidget):
    """Shows a `Content` over the ground as `view` sees it. Its pixels grow with the text size."""

    view_changed = Signal(object)
    """`View`: after each move."""
    painted_anew = Signal()
    """Something more of what is in sight has been drawn."""
    trail_changed = Signal()
    """One can go back or forward now, or no longer."""

    def __init__(
        self,
        theme: Theme,
        reader: LaterGround | None = None,
        parent: QWidget | None = None,
        symbols: Symbols | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.view = fitting(WORLD, 800, 600)
        self.trail = Trail()
        self._is_fitted = True
        self._is_blank = True  # until one knows what to show, and so from where
        self._composing = Composing(
            reader or LaterGround(), theme.tokens.dark, i18n.spoken(), "none", symbols
        )
        self.atlas = Atlas(self._composing, self._painter(), self)
        self.atlas.drawn.connect(self._on_drawn)
        self._stilling = QTimer(self, singleShot=True, interval=STILL)
        self._stilling.timeout.connect(self._ask)
        self._resting = QTimer(self, singleShot=True, interval=REST)
        self._resting.timeout.connect(self._on_rest)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        theme.changed.connect(self._on_theme_changed)

    # --- what is shown, and from where ---

    @property
    def content(self) -> Content:
        """What is shown over the ground."""
        return self.atlas.content

    def show_content(self, content: Content) -> None:
        """Show other spots or layers; a layer that is the same object is not drawn anew.

        The first content that is anywhere is brought into sight.
        """
        self.atlas.show_content(content)
        if self._is_fitted:
            self.fit()
        self._begin()
        self.update()

    def fit(self, bounds: Bounds | None = None) -> None:
        """Bring `bounds` into sight, else all that is shown, else the world.

        All that is shown stays in sight while the window grows, until one moves.
        """
        wanted = bounds or bounds_of(self.content) or WORLD
        view = fitting(wanted, self.view.width, self.view.height)
        is_point = wanted.west == wanted.east and wanted.south == wanted.north
        self._stand(replace(view, zoom=min(view.zoom, CLOSE)) if is_point else view)
        self._is_fitted = bounds is None
        if bounds is not None:
            self._begin()

    def go_to(self, lat: float, lon: float, zoom: float | None = None) -> None:
        """Bring a position (degrees WGS 84) to the middle."""
        zoom = self.view.zoom if zoom is None else zoom
        self.look(replace(self.view, x=mercator.x_of(lon), y=mercator.y_of(lat), zoom=zoom))

    def bring(self, bounds: Bounds, margin: float = 20.0) -> None:
        """Bring `bounds` into sight, if any of it is not, `margin` pixels from the edges."""
        x0, y0 = self.view.to_view(bounds.north, bounds.west)
        x1, y1 = self.view.to_view(bounds.south, bounds.east)
        is_across = margin <= x0 <= x1 <= self.view.width - margin
        if is_across and margin <= y0 <= y1 <= self.view.height - margin:
            return
        if (bounds.south, bounds.west) == (bounds.north, bounds.east):
            self.go_to(bounds.south, bounds.west)
        else:
            self.fit(bounds)

    def look(self, view: View) -> None:
        """Look from there; the size of the window stays."""
        self._stand(view)
        self._begin()

    def pan(self, px: float, py: float) -> None:
        """Drag the map by so many pixels to the right and down."""
        self.look(self.view.moved(px, py))

    def zoom(self, steps: float, at: tuple[float, float] | None = None) -> None:
        """Look from nearer by; what is at the pixel `at` (else in the middle) stays there."""
        self.look(self.view.zoomed(steps, *(at or (None, None))))

    @Slot()
    def back(self) -> None:
        """Look from where one looked before."""
        self._settle()
        self._follow(self.trail.back())

    @Slot()
    def forward(self) -> None:
        """Look from where one went back from."""
        self._settle()
        self._follow(self.trail.forward())

    def set_grid(self, grid: str) -> None:
        """Lay a grid over it: a value of `mapping.options.Grid`."""
        self._compose_as(replace(self._composing, grid=grid))

    @Slot(list)
    def cover(self, boxes: list[QRectF]) -> None:
        """Put no names where these stand over the map, in points of this widget."""
        corners = ((self.map_point(b.topLeft()), self.map_point(b.bottomRight())) for b in boxes)
        self.atlas.cover(*(Rect(a.x(), a.y(), b.x(), b.y()) for a, b in corners))

    def refresh_layers(self) -> None:
        """Draw the layers anew: more of one has come, though it is the same object."""
        self.atlas.redraw(Layer.OVERLAYS)

    @property
    def scene(self) -> Scene | None:
        """Names, marks and targets as they were placed last, in the pixels of its own view."""
        return self.atlas.scene

    def stop(self) -> None:
        """Draw no more; for whoever takes the map away."""
        self._resting.stop()
        self._stilling.stop()
        self.atlas.stop()

    def take_gesture(self, event: QNativeGestureEvent) -> bool:
        """Zoom as two fingers do; whether that was it."""
        at = self.map_point(event.position())
        if event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
            self.zoom(math.log2(max(0.1, 1 + event.value())), (at.x(), at.y()))
        elif event.gestureType() == Qt.NativeGestureType.SmartZoomNativeGesture:
            self.zoom(1.0, (at.x(), at.y()))
        else:
            return False
        return True

    def map_point(self, at: QPointF) -> QPointF:
        """A point of the widget in the pixels of the map."""
        return at / self.unit

    # --- painting ---

    @property
    def unit(self) -> float:
        """Points of the widget for a pixel of the map."""
        return self._theme.scale

    @property
    def ratio(self) -> float:
        """Dots of the screen for a pixel of the map."""
        return self.devicePixelRatioF() * self.unit

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        dots = 1 / self.devicePixelRatioF()
        painter.scale(dots, dots)
        painter.fillRect(self._dots(), _SEA[self._theme.tokens.dark])
        for layer in CELLED:
            self._paint_cells(painter, layer)
        for layer in (Layer.GRID, Layer.TOP):
            if (drawn := self.atlas.over(layer)) is not None:
                self._paint_over(painter, drawn)
        painter.resetTransform()
        painter.scale(self.unit, self.unit)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_over(painter)

    def paint_over(self, painter: QPainter) -> None:
        """Paint what lies over the map, in its pixels; nothing here."""

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        at = self.map_point(event.position())
        turns = event.angleDelta().y() / 120
        if turns:
            self.zoom(turns * STEP, (at.x(), at.y()))
        event.accept()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._resize()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._ask()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._settle()
        self.atlas.look_away()

    def _paint_cells(self, painter: QPainter, layer: Layer) -> None:
        here = Grid(self.view.zoom, self.ratio)
        block = here.covering(self.view)
        self.atlas.touch(layer, here, block)
        places = self._placing(here)
        missing = QRegion()
        found: list[tuple[QRect, QImage]] = []
        for cell in block:
            image = self.atlas.cell(layer, here, cell)
            if image is None:
                missing += places.rect(cell)
            elif not image.isNull():
                found.append((places.rect(cell), image))
        if not missing.isEmpty():
            painter.save()
            painter.setClipRegion(missing)
            self._paint_others(painter, layer, here)
            painter.restore()
        for rect, image in found:
            painter.drawImage(rect.topLeft(), image)

    def _paint_others(self, painter: QPainter, layer: Layer, here: Grid) -> None:
        """What there is in other scales, the nearest of them last."""
        for grid in self.atlas.grids(layer):
            if grid == here or abs(grid.zoom - here.zoom) > FAR:
                continue
            places = self._placing(grid)
            for cell in grid.covering(self.view):
                image = self.atlas.cell(layer, grid, cell)
                if image is not None and not image.isNull():
                    painter.drawImage(places.rect(cell), image)

    def _paint_over(self, painter: QPainter, drawn: Drawn) -> None:
        if drawn.image.isNull():
            return
        view = drawn.piece.view
        left, top, right, bottom = view.box()
        dots = self.view.scale * self.ratio
        whole = self._dots()
        x = whole.width() / 2 + (left - self.view.x) * dots
        y = whole.height() / 2 + (top - self.view.y) * dots
        if view.zoom == self.view.zoom and drawn.piece.ratio == self.ratio:
            painter.drawImage(QPointF(round(x), round(y)), drawn.image)
        else:
            rect = QRectF(x, y, (right - left) * dots, (bottom - top) * dots)
            painter.drawImage(rect, drawn.image, QRectF(drawn.image.rect()))

    def _placing(self, grid: Grid) -> Placing:
        """Where the cells of a grid stand now."""
        whole, dots = self._dots(), self.view.scale * self.ratio
        left = round(whole.width() / 2 - self.view.x * dots)
        top = round(whole.height() / 2 - self.view.y * dots)
        return Placing(left, top, grid.side / grid.dots * dots)

    def _dots(self) -> QRect:
        ratio = self.devicePixelRatioF()
        return QRect(0, 0, math.ceil(self.width() * ratio), math.ceil(self.height() * ratio))

    # --- the rest ---

    def _painter(self) -> ScenePainter:
        return ScenePainter(tuple(self._theme.ui_font().families()))

    def _compose_as(self, composing: Composing) -> None:
        if composing != self._composing:
            self._composing = composing
            self.atlas.compose_as(composing, self._painter())
            self.update()

    def _stand(self, view: View) -> None:
        width, height = self.view.width, self.view.height
        view = replace(view, zoom=round(view.zoom, 3), width=width, height=height)
        self._is_fitted = False
        if view == self.view:
            return
        self.view = view
        self._stilling.start()
        self._resting.start()
        self._ask()
        self.update()
        self.view_changed.emit(view)

    def _begin(self) -> None:
        if self._is_blank:
            self._is_blank = False
            self._ask()

    @Slot()
    def _ask(self) -> None:
        """Have drawn what is not there yet."""
        if self.isVisible() and not self._is_blank:
            self.atlas.look(self.view, self.ratio, moving=self._stilling.isActive())

    def _resize(self) -> None:
        is_fitted = self._is_fitted
        self.view = self.view.sized(self.width() / self.unit, self.height() / self.unit)
        if is_fitted:
            self.fit()
        self._ask()
        self.view_changed.emit(self.view)

    def _follow(self, view: View | None) -> None:
        if view is not None:
            self.look(view)
            self._resting.stop()
            self.trail_changed.emit()

    def _settle(self) -> None:
        """Count the view in sight as one that was looked at, without waiting for a rest."""
        if self._resting.isActive():
            self._resting.stop()
            self._on_rest()

    @Slot()
    def _on_rest(self) -> None:
        self.trail.rest(self.view)
        self.trail_changed.emit()

    @Slot()
    def _on_drawn(self) -> None:
        self.update()
        self.painted_anew.emit()

    @Slot()
    def _on_theme_changed(self) -> None:
        self._compose_as(replace(self._composing, is_dark=self._theme.tokens.dark))
        self._resize()
        self.update()
