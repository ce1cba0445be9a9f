"""What lies over a map while one works on it: what is being drawn, boxes, rings and pins."""

from collections.abc import Sequence

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from caseboard.mapping.view import View
from caseboard.ui.lib.paint import outline_round
from caseboard.ui.lib.tokens import Tokens
from caseboard.ui.map.measuring import course
from caseboard.ui.map.tools import Position, SketchKind, Trace

DOT = 4.0
PIN = 15.0


def paint_trace(
    painter: QPainter, tokens: Tokens, view: View, trace: Trace, pointer: Position | None
) -> None:
    """The points set so far, and the leg to the pointer."""
    points = list(trace.points)
    leads = pointer is not None and points and not trace.is_ended
    is_area = trace.kind is SketchKind.AREA
    shown = [*points, pointer] if leads and pointer is not None else points
    outline = polygon(view, course(shown, closed=is_area))
    if is_area and len(shown) > 2:
        ground = QColor(tokens.accent)
        ground.setAlphaF(0.14)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawPolygon(outline)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for color, width in ((tokens.panel, 5.0), (tokens.accent, 2.0)):
        pen = QPen(color, width)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.drawPolyline(outline)
    painter.setBrush(tokens.panel)
    painter.setPen(QPen(tokens.accent, 2.0))
    for lat, lon in points:
        painter.drawEllipse(QPointF(*view.to_view(lat, lon)), DOT, DOT)


def paint_box(painter: QPainter, tokens: Tokens, box: QRectF) -> None:
    """The box to zoom into."""
    ground = QColor(tokens.accent)
    ground.setAlphaF(0.10)
    pen = QPen(tokens.accent, 1.5)
    pen.setDashPattern([4.0, 3.0])
    painter.setPen(pen)
    painter.setBrush(ground)
    painter.drawRect(box)


def paint_ring(
    painter: QPainter, tokens: Tokens, at: QPointF, radius: float, *, strong: bool
) -> None:
    """A ring about a mark: pointed at, or, strong, where the keyboard is."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(tokens.panel, 5.0 if strong else 4.0))
    painter.drawEllipse(at, radius, radius)
    painter.setPen(QPen(tokens.accent, 2.5 if strong else 1.5))
    painter.drawEllipse(at, radius, radius)


def paint_pin(painter: QPainter, tokens: Tokens, at: QPointF) -> None:
    """A cross hair where one has gone to."""
    lines = [
        QLineF(at + QPointF(x * inner, y * inner), at + QPointF(x * PIN, y * PIN))
        for inner in (5.0,)
        for x, y in ((1, 0), (-1, 0), (0, 1), (0, -1))
    ]
    for color, width in ((tokens.panel, 5.0), (tokens.accent, 2.0)):
        painter.setPen(QPen(color, width))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawLines(lines)
        painter.drawEllipse(at, 8.0, 8.0)


def paint_focus(painter: QPainter, tokens: Tokens, room: QRectF) -> None:
    """The frame that says that the keyboard is in the map."""
    outline_round(painter, room.adjusted(1, 1, -1, -1), 3, tokens.accent, 2.0)


def polygon(view: View, points: Sequence[Position]) -> QPolygonF:
    """Positions as pixels of a view."""
    return QPolygonF([QPointF(*view.to_view(lat, lon)) for lat, lon in points])
