"""Painting one event: its bar or the mark of a moment, with ends that fade where they are vague."""

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPen, QPolygonF

from caseboard.analysis.stretches import Stretch
from caseboard.ui.timeline.axis import Axis
from caseboard.ui.timeline.laying import GLYPH, box
from caseboard.ui.timeline.look import Mark

OPEN = 48.0
"""Pixels over which a bar without an end fades."""


def rect_of(stretch: Stretch, axis: Axis, top: float, height: float) -> QRectF:
    """Where it is drawn, cut a little beyond what is in sight."""
    left, right = box(stretch, axis)
    left = 0.0 if math.isinf(left) else max(left, min(right, 0.0) - 2 * OPEN)
    right = axis.width if math.isinf(right) else min(right, max(left, axis.width) + 2 * OPEN)
    return QRectF(left, top, max(1.0, right - left), height)


def paint(
    painter: QPainter, axis: Axis, rect: QRectF, stretch: Stretch, mark: Mark, color: QColor
) -> None:
    """Draw an event in `rect`; one that may not have been then at all has a dashed outline."""
    pen = QPen(Qt.PenStyle.NoPen)
    if stretch.is_uncertain:
        pen = QPen(color, 1.2, Qt.PenStyle.DashLine)
        color = QColor(color)
        color.setAlphaF(0.35)
    if is_moment(rect):
        _paint_mark(painter, rect, mark, color, pen)
        return
    painter.setPen(pen)
    painter.setBrush(_fading(axis, rect, stretch, color))
    radius = min(rect.height(), rect.width()) / 2
    painter.drawRoundedRect(rect, radius, radius)


def sign_left(rect: QRectF, stretch: Stretch) -> float:
    """Where a sign stands in a bar: at its start, or in the middle of one whose ends fade."""
    is_vague = not is_moment(rect) and (stretch.margin or math.isinf(stretch.start))
    return max(2.0, rect.center().x() - GLYPH / 2 if is_vague else rect.left())


def paint_inside(
    painter: QPainter, rect: QRectF, stretch: Stretch, mark: Mark, color: QColor
) -> None:
    """The mark of a kind, small in its bar: kinds are not told by colour alone."""
    left = sign_left(rect, stretch)
    if rect.right() - left >= GLYPH + 4:
        painter.save()
        painter.translate(left + GLYPH / 2 + 2, rect.center().y())
        painter.scale(0.6, 0.6)
        inner = QRectF(-GLYPH / 2, -GLYPH / 2, GLYPH, GLYPH)
        _paint_mark(painter, inner, mark, color, QPen(Qt.PenStyle.NoPen))
        painter.restore()


def is_moment(rect: QRectF) -> bool:
    """Whether it is too short for a bar."""
    return rect.width() <= GLYPH + 0.5


def _fading(axis: Axis, rect: QRectF, stretch: Stretch, color: QColor) -> QLinearGradient | QColor:
    """The colour from one end to the other, faint where an end is open or may lie off."""
    before, after = _fades(axis, stretch)
    if not before and not after:
        return color
    faint = QColor(color)
    faint.setAlphaF(color.alphaF() * 0.08)
    gradient = QLinearGradient(rect.left(), 0, rect.right(), 0)
    width = rect.width()
    start, end = min(0.49, before / width), max(0.51, 1 - after / width)
    gradient.setColorAt(0, faint if before else color)
    gradient.setColorAt(start, color)
    gradient.setColorAt(end, color)
    gradient.setColorAt(1, faint if after else color)
    return gradient


def _fades(axis: Axis, stretch: Stretch) -> tuple[float, float]:
    """How many pixels fade at either end of what is drawn."""
    vague = 2 * stretch.margin / axis.scale
    before = OPEN if math.isinf(stretch.start) else vague
    after = OPEN if math.isinf(stretch.end) else vague
    if axis.x(stretch.start - stretch.margin) < -2 * OPEN and not math.isinf(stretch.start):
        before = 0.0  # the end that fades lies out of sight
    if axis.x(stretch.end + stretch.margin) > axis.width + 2 * OPEN and not math.isinf(stretch.end):
        after = 0.0
    return before, after


def _paint_mark(painter: QPainter, rect: QRectF, mark: Mark, color: QColor, pen: QPen) -> None:
    middle, half = rect.center(), min(rect.height(), GLYPH) / 2
    painter.setPen(pen)
    painter.setBrush(color)
    match mark:
        case Mark.DISC:
            painter.drawEllipse(middle, half, half)
        case Mark.DROP:
            painter.drawEllipse(middle, half * 0.7, half * 1.15)
        case Mark.RING:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            dashed = pen.style() is Qt.PenStyle.DashLine
            style = Qt.PenStyle.DotLine if dashed else Qt.PenStyle.SolidLine
            painter.setPen(QPen(color, 2.0, style))
            painter.drawEllipse(middle, half * 0.7, half)
        case Mark.SQUARE:
            painter.drawRect(
                QRectF(middle.x() - half * 0.75, middle.y() - half, half * 1.5, half * 2)
            )
        case Mark.BOX:
            _paint_box(painter, middle, half, color)
        case Mark.DIAMOND:
            steps = ((0, -1.2), (1.1, 0), (0, 1.2), (-1.1, 0))
            corners = [middle + QPointF(x * half, y * half) for x, y in steps]
            painter.drawPolygon(QPolygonF(corners))


def _paint_box(painter: QPainter, middle: QPointF, half: float, color: QColor) -> None:
    """A frame as wide as units' are, with its diagonal."""
    frame = QRectF(middle.x() - half * 1.2, middle.y() - half * 0.85, half * 2.4, half * 1.7)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(color, 1.8))
    painter.drawRect(frame)
    painter.drawLine(frame.bottomLeft(), frame.topRight())
