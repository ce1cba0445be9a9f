"""Shapes every painter of ours draws: rounded boxes, pills, dashed frames, focus rings."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QWidget

from caseboard.ui.lib.theme import Theme


def painter_for(widget: QWidget) -> QPainter:
    """A painter on `widget` with smooth edges."""
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    return painter


def fill_round(painter: QPainter, rect: QRectF, radius: float, color: QColor) -> None:
    """A rounded box without an outline."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawRoundedRect(rect, radius, radius)


def outline_round(
    painter: QPainter,
    rect: QRectF,
    radius: float,
    color: QColor,
    width: float = 1.0,
    style: Qt.PenStyle = Qt.PenStyle.SolidLine,
) -> None:
    """A rounded outline that lies wholly inside `rect`."""
    pen = QPen(color, width, style)
    if style is not Qt.PenStyle.SolidLine:
        pen = QPen(color, width)
        pen.setDashPattern([3.0, 3.0])
    half = width / 2
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), radius, radius)


def focus_ring(painter: QPainter, theme: Theme, rect: QRectF, radius: float) -> None:
    """The 2 px ring that says where the keyboard is."""
    outline_round(painter, rect, radius, theme.tokens.accent, 2.0)


def dotted_circle(painter: QPainter, center: QPointF, radius: float, color: QColor) -> None:
    """The mark of something suggested and not yet accepted."""
    pen = QPen(color, 1.0)
    pen.setDashPattern([1.5, 1.5])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(center, radius, radius)
