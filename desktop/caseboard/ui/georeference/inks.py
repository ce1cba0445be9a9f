"""How points and areas are drawn over a picture, legible on any."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from caseboard.ui.lib.theme import Theme, Weight

RADIUS = 6.0
"""Pixels of a control point."""
CORNER = 4.0
RIM = QColor(255, 255, 255)
INK = QColor("#0c6f61")
"""Pictures are judged on the same ground in both themes, and their points by the same colour."""
LINE = QColor("#2f5fd0")
FILL = QColor(47, 95, 208, 34)


def paint_point(
    painter: QPainter, theme: Theme, at: QPointF, number: str, *, rough: bool, selected: bool
) -> None:
    """A dot in a white rim with its number; hollow where the place is known only roughly."""
    if selected:
        _ring(painter, at, RADIUS + 5, QPen(LINE, 2.5))
    painter.setPen(QPen(RIM, 2.5))
    painter.setBrush(RIM if rough else INK)
    painter.drawEllipse(at, RADIUS, RADIUS)
    if rough:
        _ring(painter, at, RADIUS - 1, QPen(INK, 2.5))
    _paint_number(painter, theme, at + QPointF(RADIUS + 4, -RADIUS - 2), number)


def paint_off(painter: QPainter, at: QPointF, shown: QPointF) -> None:
    """A line from a point to where the picture should show it by the others."""
    for pen in (QPen(RIM, 4.0), QPen(INK, 1.6)):
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawLine(at, shown)
        painter.drawLine(shown - QPointF(4, 4), shown + QPointF(4, 4))
        painter.drawLine(shown - QPointF(4, -4), shown + QPointF(4, -4))


def paint_pending(painter: QPainter, at: QPointF) -> None:
    """A place that was clicked and has no name yet."""
    _ring(painter, at, RADIUS, QPen(RIM, 4.0))
    _ring(painter, at, RADIUS, QPen(LINE, 2.0, Qt.PenStyle.DotLine))
    paint_cross(painter, at, 3.0)


def paint_cross(painter: QPainter, at: QPointF, arm: float = 12.0) -> None:
    """Where the keys stand."""
    for pen in (QPen(RIM, 4.0), QPen(LINE, 1.6)):
        painter.setPen(pen)
        painter.drawLine(at - QPointF(arm, 0), at + QPointF(arm, 0))
        painter.drawLine(at - QPointF(0, arm), at + QPointF(0, arm))


def paint_area(
    painter: QPainter, theme: Theme, corners: Sequence[QPointF], name: str, *, handles: bool
) -> None:
    """A closed outline, dashed, as what is only estimated is; its ref where it begins."""
    path = QPainterPath()
    path.addPolygon(QPolygonF([*corners, corners[0]]))
    painter.fillPath(path, FILL)
    _paint_path(painter, path)
    if handles:
        _paint_corners(painter, corners)
    _paint_number(painter, theme, corners[0] + QPointF(6, -6), name)


def paint_trace(painter: QPainter, corners: Sequence[QPointF], end: QPointF | None) -> None:
    """An outline that is being traced, with a line to where the next corner would be."""
    path = QPainterPath()
    path.addPolygon(QPolygonF([*corners, *([] if end is None else [end])]))
    if len(corners) > 2:
        painter.fillPath(path, FILL)
    _paint_path(painter, path)
    _paint_corners(painter, corners)


def _paint_path(painter: QPainter, path: QPainterPath) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.strokePath(path, QPen(QColor(255, 255, 255, 170), 4.0))
    painter.strokePath(path, QPen(LINE, 2.0, Qt.PenStyle.DashLine))


def _paint_corners(painter: QPainter, corners: Sequence[QPointF]) -> None:
    painter.setPen(QPen(LINE, 1.5))
    painter.setBrush(RIM)
    for each in corners:
        painter.drawRect(QRectF(each.x() - CORNER, each.y() - CORNER, 2 * CORNER, 2 * CORNER))


def _ring(painter: QPainter, at: QPointF, radius: float, pen: QPen) -> None:
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(at, radius, radius)


def _paint_number(painter: QPainter, theme: Theme, at: QPointF, text: str) -> None:
    path = QPainterPath()
    path.addText(at, theme.ui_font(13, Weight.DemiBold), text)
    halo = QPen(RIM, 4.0)
    halo.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.strokePath(path, halo)
    painter.fillPath(path, INK)
