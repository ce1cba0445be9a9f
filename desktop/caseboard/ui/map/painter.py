"""Draws the shapes of a map with Qt: on a widget, a picture, from any thread but for pixmaps."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QByteArray, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtSvg import QSvgRenderer

from caseboard.mapping import hatching
from caseboard.mapping.scene import Area, Disc, Line, Pen, Raster, Shape, Symbol, Words
from caseboard.ui.map.lettering import paint_words
from caseboard.ui.map.polygons import polygon, ring_path
from caseboard.ui.map.rasters import paint_raster

BROAD = 3.0
"""Pixels from which the corners of a line are rounded: on thinner ones nobody sees it."""


@dataclass(frozen=True, slots=True)
class ScenePainter:
    """Draws with the families of type `families`; decides nothing."""

    families: tuple[str, ...]

    def paint(self, painter: QPainter, shapes: Iterable[Shape]) -> None:
        """Draw these, the first lowest."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for shape in shapes:
            self._paint_one(painter, shape)

    def _paint_one(self, painter: QPainter, shape: Shape) -> None:
        match shape:
            case Area():
                _paint_area(painter, shape)
            case Line():
                _paint_line(painter, shape)
            case Disc():
                _dress(painter, shape.fill, shape.opacity, shape.pen)
                painter.drawEllipse(QPointF(shape.x, shape.y), shape.r, shape.r)
            case Words():
                paint_words(painter, shape, self.families)
            case Symbol():
                box = QRectF(shape.x, shape.y, shape.width, shape.height)
                QSvgRenderer(QByteArray(shape.svg.encode())).render(painter, box)
            case Raster():
                paint_raster(painter, shape)


def qt_pen(pen: Pen | None) -> QPen:
    """The pen of the map as Qt's."""
    if pen is None:
        return QPen(Qt.PenStyle.NoPen)
    made = QPen(faded(pen.color, pen.opacity), pen.width)
    is_broad = pen.width >= BROAD
    made.setJoinStyle(Qt.PenJoinStyle.RoundJoin if is_broad else Qt.PenJoinStyle.BevelJoin)
    made.setCapStyle(Qt.PenCapStyle.RoundCap)
    if pen.dash:
        made.setCapStyle(Qt.PenCapStyle.FlatCap)
        made.setDashPattern([length / pen.width for length in pen.dash])
    return made


def faded(color: str, opacity: float) -> QColor:
    """The colour with so much of it left, 0 to 1."""
    made = QColor(color)
    made.setAlphaF(min(1.0, max(0.0, opacity)))
    return made


def _dress(painter: QPainter, fill: str, opacity: float, pen: Pen | None) -> None:
    painter.setPen(qt_pen(pen))
    painter.setBrush(faded(fill, opacity) if fill else Qt.BrushStyle.NoBrush)


def _paint_area(painter: QPainter, area: Area) -> None:
    path = ring_path(area.rings)
    if area.hatch and area.fill:
        _paint_stripes(painter, area)
        _dress(painter, "", 1.0, area.pen)
    else:
        _dress(painter, area.fill, area.opacity, area.pen)
    if area.fill or area.pen:
        painter.drawPath(path)


def _paint_stripes(painter: QPainter, area: Area) -> None:
    painter.setPen(qt_pen(Pen(area.fill, hatching.WIDTH, opacity=area.opacity)))
    for stripe in hatching.stripes(area.rings):
        painter.drawPolyline(polygon(stripe))


def _paint_line(painter: QPainter, line: Line) -> None:
    painter.setPen(qt_pen(line.pen))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for each in line.lines:  # as one path they take ten times as long
        painter.drawPolyline(polygon(each))
    if line.arrow:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(faded(line.pen.color, line.pen.opacity))
        heads = (hatching.arrow_head(each, line.pen) for each in line.lines if len(each) > 1)
        painter.drawPath(ring_path(heads))
