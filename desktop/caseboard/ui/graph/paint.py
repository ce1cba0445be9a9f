"""Painting a picture through a camera: only what is in sight, and less of it while it moves."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPixmap, QPolygonF

from caseboard.analysis.network import Node
from caseboard.i18n import _
from caseboard.ui.graph.camera import Camera
from caseboard.ui.graph.captions import READABLE, Captions
from caseboard.ui.graph.look import DIRECTED, badge, stroke
from caseboard.ui.graph.picture import RADIUS, Picture
from caseboard.ui.graph.shapes import Ink, dot_color, draw_node, type_of
from caseboard.ui.lib.paint import fill_round, outline_round
from caseboard.ui.lib.theme import Theme, Weight

DOTTED = 6.0
"""A node of a smaller radius, in pixels, is a dot."""
LEAST = 3.0
ARROWED = 0.4
"""The least scale at which arrows and words on edges are drawn."""
SMOOTH = 2000
"""Where more edges are in sight their sides are not smoothed: nobody would see it, but wait."""
TANGLED = 1200
"""In a picture of more edges arrows are drawn only where words can be read."""
FAINT = 400
"""In a picture of more edges they are drawn thinner where it is small."""


@dataclass(frozen=True, slots=True)
class Scene:
    """What is looked at, from where, and what it is drawn with."""

    ink: Ink
    picture: Picture
    camera: Camera

    @property
    def radius(self) -> float:
        """Of a node, in pixels of the view."""
        return max(LEAST, RADIUS * self.camera.scale)

    def at(self, node_id: str) -> QPointF:
        """Where a node stands in the view."""
        return self.camera.to_view(self.picture.places[node_id])


class Brush:
    """Paints scenes; keeps the nodes it drew, as pixmaps, and the words it measured."""

    def __init__(self, theme: Theme) -> None:
        self._captions = Captions(theme)
        self._sprites: dict[tuple[object, ...], QPixmap] = {}

    def forget(self) -> None:
        """The look or the names have changed."""
        self._sprites.clear()
        self._captions.forget()

    def paint(
        self,
        painter: QPainter,
        scene: Scene,
        pinned: Collection[str] = (),
        *,
        moving: bool = False,
        exact: bool = False,
    ) -> None:
        """Draw what is in sight. `moving` is quick and rough; `exact` draws nodes as lines."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, not moving)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        _paint_edges(painter, scene, moving=moving, exact=exact)
        seen = list(scene.picture.within(scene.camera.rect()))
        is_legible = len(scene.picture.lines) <= TANGLED or scene.camera.scale >= READABLE
        if not moving and is_legible and scene.camera.scale >= ARROWED:
            _paint_arrows(painter, scene, set(seen))
        if scene.radius < DOTTED and not exact:
            _paint_dots(painter, scene)
        else:
            self.paint_nodes(painter, scene, seen, pinned, exact=exact)
        if scene.camera.scale >= READABLE:
            self.paint_words(painter, scene, seen)
        else:
            self._paint_few_words(painter, scene)
        _paint_folds(painter, scene, seen)

    def paint_nodes(
        self,
        painter: QPainter,
        scene: Scene,
        node_ids: Iterable[str],
        pinned: Collection[str],
        *,
        exact: bool = False,
    ) -> None:
        """Draw these nodes."""
        to_view, radius = scene.camera.transform().map, scene.radius
        places, nodes = scene.picture.places, scene.picture.network.nodes
        for node_id in node_ids:
            node, at, is_pinned = nodes[node_id], to_view(places[node_id]), node_id in pinned
            if exact:
                draw_node(painter, scene.ink, node, at, radius, pinned=is_pinned)
            else:
                sprite = self._sprite(scene.ink, node, round(radius), pinned=is_pinned)
                half = sprite.deviceIndependentSize() / 2
                painter.drawPixmap(at - QPointF(half.width(), half.height()), sprite)

    def paint_words(self, painter: QPainter, scene: Scene, node_ids: Iterable[str]) -> None:
        """Draw the words of these nodes, at a scale they can be read at."""
        to_view, scale = scene.camera.transform().map, scene.camera.scale
        for node_id in node_ids:
            at = to_view(scene.picture.places[node_id])
            self._captions.draw(painter, scene.ink, scene.picture, node_id, at, scale)

    def _paint_few_words(self, painter: QPainter, scene: Scene) -> None:
        view = QRectF(QPointF(), scene.camera.view).adjusted(-200, -40, 200, 40)
        for caption in self._captions.chosen(scene.picture, scene.camera.scale, scene.radius):
            at = scene.at(caption.node_id)
            if view.contains(at):
                self._captions.draw_few(painter, scene.ink, caption, at, scene.radius)

    def _sprite(self, ink: Ink, node: Node, radius: int, *, pinned: bool) -> QPixmap:
        key = (node.kind, node.status, badge(node), radius, pinned, ink.ratio, ink.tokens.dark)
        if key not in self._sprites:
            side = 3 * radius + 4
            pixmap = QPixmap(round(side * ink.ratio), round(side * ink.ratio))
            pixmap.setDevicePixelRatio(ink.ratio)
            pixmap.fill(Qt.GlobalColor.transparent)
            painter = QPainter(pixmap)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            draw_node(painter, ink, node, QPointF(side / 2, side / 2), radius, pinned=pinned)
            painter.end()
            self._sprites[key] = pixmap
        return self._sprites[key]


def pill(
    painter: QPainter,
    ink: Ink,
    text: str,
    at: QPointF,
    *,
    color: QColor | None = None,
    middle: bool = True,
) -> None:
    """A few words in a frame, with their middle, or else their left end, at a point."""
    font = type_of(ink.theme, 10.5, Weight.DemiBold)
    metrics = QFontMetricsF(font)
    width, height = metrics.horizontalAdvance(text) + 12, metrics.height() + 4
    left = at.x() - width / 2 if middle else at.x()
    rect = QRectF(left, at.y() - height / 2, width, height)
    fill_round(painter, rect, height / 2, ink.tokens.panel)
    outline_round(painter, rect, height / 2, color or ink.tokens.muted)
    painter.setFont(font)
    painter.setPen(color or ink.tokens.text)
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)


def _paint_edges(painter: QPainter, scene: Scene, *, moving: bool, exact: bool) -> None:
    tokens, camera = scene.ink.tokens, scene.camera
    painter.save()
    painter.setTransform(camera.transform(), True)
    is_faint = len(scene.picture.lines) > FAINT and camera.scale < READABLE
    found = list(scene.picture.in_sight(camera.rect()))
    if sum(len(drawn) for _line, drawn in found) > SMOOTH and not exact:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    for line, drawn in found:
        pen = line.pen(tokens, dashed=not moving and not is_faint)
        pen.setCosmetic(not exact)
        if is_faint or moving:
            pen.setWidthF(1.0)
        if is_faint:
            pen.setColor(_mixed(line.color(tokens), tokens.panel))
        painter.setPen(pen)
        painter.drawLines(drawn)
    painter.restore()


def _paint_arrows(painter: QPainter, scene: Scene, seen: set[str]) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    for line in scene.picture.lines:
        if line.edge.kind in DIRECTED and line.edge.other in seen:
            drawn = scene.camera.transform().map(scene.picture.drawn(line))
            _arrow(painter, scene, drawn, stroke(line.edge).color(scene.ink.tokens))


def _arrow(painter: QPainter, scene: Scene, run: QLineF, color: QColor) -> None:
    """At the end of a line, just outside the node there."""
    long = 7.0 * max(0.7, scene.camera.scale)
    reach = scene.radius * 1.15 + 1
    if run.length() < reach + 2 * long:
        return
    run.setLength(run.length() - reach)
    back = run.unitVector()
    along = QPointF(back.dx(), back.dy()) * long
    root, side = run.p2() - along, QPointF(-along.y(), along.x()) * 0.42
    painter.setBrush(color)
    painter.drawPolygon(QPolygonF([run.p2(), root + side, root - side]))


def _paint_dots(painter: QPainter, scene: Scene) -> None:
    painter.save()
    painter.setTransform(scene.camera.transform(), True)
    for kind, places in scene.picture.dots().items():
        pen = QPen(dot_color(kind, scene.ink.tokens), 2 * scene.radius)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setCosmetic(True)
        painter.setPen(pen)
        painter.drawPoints(list(places))
    painter.restore()


def _paint_folds(painter: QPainter, scene: Scene, seen: Iterable[str]) -> None:
    if scene.radius < DOTTED:
        return
    aside = QPointF(scene.radius * 1.1, scene.radius * 0.35)
    for node_id in set(seen) & scene.picture.folds.keys():
        words = _("+{n}").format(n=scene.picture.folds[node_id])
        pill(painter, scene.ink, words, scene.at(node_id) + aside, middle=False)


def _mixed(color: QColor, ground: QColor) -> QColor:
    """Half of each: opaque, because what shines through is slow to draw."""
    return QColor(
        (color.red() + ground.red()) // 2,
        (color.green() + ground.green()) // 2,
        (color.blue() + ground.blue()) // 2,
    )
