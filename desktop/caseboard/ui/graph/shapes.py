"""Drawing one node: its shape, its icon, the sign at its corner."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPainterPath, QPen, QPolygonF

from caseboard.analysis.network import Node
from caseboard.model.network import NodeKind
from caseboard.ui.graph.look import LOOKS, Outline, badge, badge_colours, node_colours
from caseboard.ui.lib.theme import Theme, Weight
from caseboard.ui.lib.tokens import LIGHT, Tokens

ICON = 1.05
"""The side of the icon, in radii of the node."""
BADGE = 0.5
BADGED = 9.0
"""A node of a smaller radius, in pixels, has no sign at its corner."""
SHARP = 64.0
"""Pixels of an icon in a drawing that can be enlarged."""


@dataclass(frozen=True, slots=True)
class Ink:
    """What one draws with: the type of `theme`, in these colours."""

    theme: Theme
    tokens: Tokens
    ratio: float = 1.0
    """Pixels of the device for one of the picture."""
    images: Mapping[tuple[str, str], QImage] = field(default_factory=dict)
    """Icons by name and colour, where pixmaps may not be used."""


def type_of(theme: Theme, px: float, weight: Weight = Weight.Normal) -> QFont:
    """The type of words in a picture; signs keep their own glyphs, so that a PDF can be searched.

    Inter swaps colons and dashes between digits for others that have no letter of their own.
    """
    font = theme.ui_font(px, weight)
    font.setFeature(QFont.Tag("calt"), 0)
    return font


def draw_node(
    painter: QPainter, ink: Ink, node: Node, middle: QPointF, radius: float, *, pinned: bool = False
) -> None:
    """Draw a node around `middle`."""
    look = LOOKS[node.kind]
    line, ground = node_colours(node.kind, ink.tokens)
    painter.setPen(QPen(line, max(1.0, radius * 0.1)))
    painter.setBrush(ground)
    painter.drawPath(outline(look.outline, middle, radius))
    side = radius * ICON
    _draw_icon(painter, ink, look.icon, line, middle, side)
    sign = badge(node)
    if radius >= BADGED:
        corner = QPointF(radius * 0.8, -radius * 0.75)
        if sign:
            draw_badge(painter, ink, middle + corner, radius * BADGE, sign, node)
        if pinned:
            _draw_pin(painter, ink, middle + QPointF(-corner.x(), corner.y()), radius * BADGE)


def outline(shape: Outline, middle: QPointF, radius: float) -> QPainterPath:
    """The shape of a node around `middle`."""
    path = QPainterPath()
    x, y, r = middle.x(), middle.y(), radius * 0.95
    if shape is Outline.CIRCLE:
        path.addEllipse(middle, radius, radius)
    elif shape is Outline.SQUARE:
        path.addRoundedRect(QRectF(x - r, y - r, 2 * r, 2 * r), r * 0.35, r * 0.35)
    elif shape is Outline.BOX:
        path.addRect(QRectF(x - r * 1.25, y - r * 0.8, 2.5 * r, 1.6 * r))
    elif shape is Outline.SHEET:
        fold = r * 0.55
        corners = [(-0.85, -1), (0.85, -1), (0.85, 1), (-0.85, 1)]
        points = [QPointF(x + a * r, y + b * r) for a, b in corners]
        points[1:2] = [points[1] - QPointF(fold, 0), points[1] + QPointF(0, fold)]
        path.addPolygon(QPolygonF(points))
        path.closeSubpath()
    else:
        count, start, reach = (4, 0.0, 1.18) if shape is Outline.DIAMOND else (6, math.pi / 6, 1.05)
        turns = [start + 2 * math.pi * i / count for i in range(count)]
        reach *= radius
        path.addPolygon(
            QPolygonF([middle + QPointF(math.cos(t) * reach, math.sin(t) * reach) for t in turns])
        )
        path.closeSubpath()
    return path


def draw_badge(
    painter: QPainter, ink: Ink, middle: QPointF, radius: float, sign: str, node: Node
) -> None:
    """Draw the sign of a claim or a source around `middle`."""
    line, ground = badge_colours(node, ink.tokens)
    painter.setPen(QPen(line, max(0.8, radius * 0.12)))
    painter.setBrush(ground)
    painter.drawEllipse(middle, radius, radius)
    font = type_of(ink.theme, 10, Weight.Bold)
    font.setPixelSize(max(5, round(radius * 1.35)))
    painter.setFont(font)
    rect = QRectF(middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius)
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, sign)


def _draw_pin(painter: QPainter, ink: Ink, middle: QPointF, radius: float) -> None:
    painter.setPen(QPen(ink.tokens.muted, max(0.8, radius * 0.12)))
    painter.setBrush(ink.tokens.panel)
    painter.drawEllipse(middle, radius, radius)
    _draw_icon(painter, ink, "pin", ink.tokens.muted, middle, radius * 1.3)


def _draw_icon(
    painter: QPainter, ink: Ink, name: str, color: QColor, middle: QPointF, side: float
) -> None:
    place = QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side)
    if (name, color.name()) in ink.images:
        painter.drawImage(place, ink.images[name, color.name()])
    else:
        picture = ink.theme.pixmap(name, side / ink.theme.scale, color, ink.ratio)
        painter.drawPixmap(place, picture, QRectF(picture.rect()))


def printing_ink(theme: Theme) -> Ink:
    """Ink for white paper, with which one may draw in another thread than the window's."""
    wanted = [(look.icon, node_colours(kind, LIGHT)[0]) for kind, look in LOOKS.items()]
    wanted.append(("pin", LIGHT.muted))
    images = {
        (name, color.name()): theme.pixmap(name, SHARP, color).toImage() for name, color in wanted
    }
    return Ink(theme, LIGHT, images=images)


def dot_color(kind: NodeKind, tokens: Tokens) -> QColor:
    """What a node is drawn in where it is too small for a shape."""
    return node_colours(kind, tokens)[0]
