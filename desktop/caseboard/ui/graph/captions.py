"""The words under nodes: two lines each where there is room, fewer the smaller the picture is.

At a scale at which they can be read every node has its words, and none cover another's: the room
of a node holds them. Below it, the heaviest nodes are named in letters that do not shrink, as
many as do not touch.
"""

import math
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from caseboard.analysis.network import Node
from caseboard.ui.delegates.clip import two_lines
from caseboard.ui.graph.look import node_name
from caseboard.ui.graph.picture import HEIGHT, RADIUS, TOP, WIDTH, Picture
from caseboard.ui.graph.shapes import Ink, type_of
from caseboard.ui.lib.theme import Theme, Weight

PX = 11.0
READABLE = 0.72
"""The least scale at which every node has its words."""
SMALL_PX = 10.5
MOST = 70
"""Names at most in a picture too small for all."""
APART = 16.0
"""Pixels between two of these."""
CELL = 160.0
VEIL = 205
"""Of 255: how far the lines under words are covered."""


@dataclass(frozen=True, slots=True)
class Caption:
    """Words of one line and the box they fill: its middle from the node, in pixels."""

    node_id: str
    text: str
    width: float
    height: float


class Captions:
    """Remembers what was measured; `forget` it when the type or the names have changed."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._two: dict[str, list[tuple[str, float]]] = {}
        self._one: dict[str, Caption] = {}
        self._fonts: dict[tuple[int, Weight], QFont] = {}
        self._chosen: tuple[float, Picture, int, list[Caption]] | None = None

    def forget(self) -> None:
        """Measure everything anew."""
        self._two.clear()
        self._one.clear()
        self._fonts.clear()
        self._chosen = None

    def draw(
        self, painter: QPainter, ink: Ink, picture: Picture, node_id: str, at: QPointF, scale: float
    ) -> None:
        """Both lines under a node that stands at the point `at`, at a scale they can be read at."""
        lines = self._lines(picture.network.nodes[node_id])
        font = self._font(PX * scale)
        step = (HEIGHT - TOP - 2 * RADIUS - 4) / 2 * scale
        top = at.y() + (RADIUS + 3) * scale
        painter.setFont(font)
        painter.setPen(ink.tokens.text)
        ground = QColor(ink.tokens.panel)
        ground.setAlpha(VEIL)
        for number, (words, wide) in enumerate(lines):
            width = min(WIDTH, wide + 4) * scale
            line = QRectF(at.x() - width / 2, top + number * step, width, step)
            painter.fillRect(line, ground)
            painter.drawText(line.adjusted(-9, 0, 9, 0), Qt.AlignmentFlag.AlignCenter, words)

    def draw_few(
        self, painter: QPainter, ink: Ink, chosen: Caption, at: QPointF, radius: float
    ) -> None:
        """The name of a heavy node under it, in letters that do not shrink."""
        painter.setFont(self._font(SMALL_PX * ink.theme.scale, Weight.Medium))
        rect = _box(chosen, at, radius)
        ground = QColor(ink.tokens.panel)
        ground.setAlpha(VEIL)
        painter.fillRect(rect, ground)
        painter.setPen(ink.tokens.text)
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, chosen.text)

    def chosen(self, picture: Picture, scale: float, radius: float) -> list[Caption]:
        """The names that do not touch at `scale`, the heaviest first."""
        key = (round(scale, 3), picture, picture.version)
        if self._chosen is None or self._chosen[:3] != key:
            self._chosen = (*key, list(self._choose(picture, scale, radius)))
        return self._chosen[3]

    def _choose(self, picture: Picture, scale: float, radius: float) -> Iterator[Caption]:
        taken: defaultdict[tuple[int, int], list[QRectF]] = defaultdict(list)
        nodes = sorted(picture.network.nodes.values(), key=lambda node: (-node.weight, node.id))
        count = 0
        for node in nodes:
            caption = self._caption(node)
            rect = _box(caption, picture.places[node.id] * scale, radius)
            cells = list(_cells(rect.adjusted(-APART, -APART, APART, APART)))
            wide = rect.adjusted(-APART, -APART, APART, APART)
            if any(wide.intersects(other) for cell in cells for other in taken[cell]):
                continue
            for cell in cells:
                taken[cell].append(rect)
            yield caption
            count += 1
            if count == MOST:
                return

    def _lines(self, node: Node) -> list[tuple[str, float]]:
        if node.id not in self._two:
            font = self._font(PX)
            metrics = QFontMetricsF(font)
            lines = two_lines(node_name(node), font, int(WIDTH - 6))
            self._two[node.id] = [(line, metrics.horizontalAdvance(line)) for line in lines]
        return self._two[node.id]

    def _caption(self, node: Node) -> Caption:
        if node.id not in self._one:
            metrics = QFontMetricsF(self._font(SMALL_PX * self._theme.scale, Weight.Medium))
            widest = CELL * 0.8 * self._theme.scale
            text = metrics.elidedText(node_name(node), Qt.TextElideMode.ElideRight, widest)
            width = metrics.horizontalAdvance(text) + 6
            self._one[node.id] = Caption(node.id, text, width, metrics.height())
        return self._one[node.id]

    def _font(self, px: float, weight: Weight = Weight.Normal) -> QFont:
        key = (max(1, round(px)), weight)
        if key not in self._fonts:
            self._fonts[key] = type_of(self._theme, PX, weight)
            self._fonts[key].setPixelSize(key[0])
        return self._fonts[key]


def _box(caption: Caption, at: QPointF, radius: float) -> QRectF:
    left, top = at.x() - caption.width / 2, at.y() + radius + 2
    return QRectF(left, top, caption.width, caption.height)


def _cells(rect: QRectF) -> Iterator[tuple[int, int]]:
    for i in range(math.floor(rect.left() / CELL), math.floor(rect.right() / CELL) + 1):
        for j in range(math.floor(rect.top() / CELL), math.floor(rect.bottom() / CELL) + 1):
            yield i, j
