"""Rectangles in a picture: how they are made, adjusted and drawn."""

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from caseboard.i18n import _
from caseboard.ui.lib.chips import chip_size, paint_chip
from caseboard.ui.lib.theme import Theme
from caseboard.ui.lib.tokens import Tint
from caseboard.ui.reader.page import MarkKind, Region, kind_word
from caseboard.ui.reader.paint import look

SMALLEST = 0.002
TINTS = {
    MarkKind.LOCATION: Tint.LOCATION,
    MarkKind.UNIT: Tint.UNIT,
    MarkKind.CLAIM: Tint.CLAIM,
    MarkKind.PERSON: Tint.PERSON,
}


def spanned(one: QPointF, other: QPointF) -> QRectF:
    """The rectangle between two corners, given in fractions, with some width and height."""
    rect = QRectF(one, other).normalized()
    return adjusted(rect, QPointF(), sizing=False)


def adjusted(rect: QRectF, by: QPointF, *, sizing: bool) -> QRectF:
    """A rectangle in fractions moved by `by`, or its far corner when `sizing`; never outside."""
    if sizing:
        w = min(1 - rect.x(), max(SMALLEST, rect.width() + by.x()))
        h = min(1 - rect.y(), max(SMALLEST, rect.height() + by.y()))
        return QRectF(rect.x(), rect.y(), w, h)
    w, h = max(SMALLEST, rect.width()), max(SMALLEST, rect.height())
    x = min(1 - w, max(0.0, rect.x() + by.x()))
    y = min(1 - h, max(0.0, rect.y() + by.y()))
    return QRectF(x, y, w, h)


def tip_of(region: Region | None) -> str:
    """What a region marks, in words; nothing for none."""
    if region is None:
        return ""
    return _("{kind}: {label}").format(kind=kind_word(region.kind), label=region.label)


def paint_region(
    painter: QPainter, theme: Theme, place: QRectF, region: Region, *, active: bool = False
) -> None:
    """A frame in the colour of what it marks, with its name above, legible on any picture."""
    style = look(region.kind, theme.tokens)
    fill = QColor(style.ink)
    fill.setAlphaF(0.16)
    _paint_frame(painter, place, style.ink, fill, style.pen, width=3.0 if active else 2.0)
    if active:
        painter.setPen(QPen(theme.tokens.accent, 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(place.adjusted(-4, -4, 4, 4))
    _paint_name(painter, theme, place, region)


def paint_pending(painter: QPainter, theme: Theme, place: QRectF) -> None:
    """A region that was drawn and waits for a tag."""
    fill = QColor(theme.tokens.accent)
    fill.setAlphaF(0.18)
    _paint_frame(painter, place, theme.tokens.accent, fill, Qt.PenStyle.DashLine, width=2.0)


def _paint_frame(
    painter: QPainter, place: QRectF, ink: QColor, fill: QColor, pen: Qt.PenStyle, *, width: float
) -> None:
    painter.setPen(QPen(QColor(255, 255, 255, 150), width + 2))  # a rim, for dark pictures
    painter.setBrush(fill)
    painter.drawRect(place)
    painter.setPen(QPen(ink, width, pen))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(place)


def _paint_name(painter: QPainter, theme: Theme, place: QRectF, region: Region) -> None:
    if not region.label:
        return
    size = chip_size(theme, region.label)
    above = place.top() - size.height() - 4
    corner = QPoint(round(place.left()), round(above if above >= 0 else place.top() + 4))
    paint_chip(painter, theme, corner, region.label, TINTS.get(region.kind, Tint.NEUTRAL))
