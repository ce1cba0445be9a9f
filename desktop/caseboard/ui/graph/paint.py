"""Painting a picture through a camera: only what is in sight, and less of it while it moves."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPixmap, QPolygonF

from caseboard.analysis.network import Node
from caseboard.i18n import _
from caseboard.ui.graph.camera import Camera
from caseboard.ui.graph.captions import READABLE, Captions
from caseboard.ui.graph.look import DIRECTED, LOOKS, badge, edge_word, stroke
from caseboard.ui.graph.picture import RADIUS, Line, Picture
from caseboard.ui.graph.shapes import Ink, dot_color, draw_node, outline, type_of
from caseboard.ui.lib.paint import fill_round, outline_round
from caseboard.ui.lib.theme import Theme, Weight

DOTTED = 6.0
"""A node of a smaller radius, in pixels, is a dot."""
LEAST = 3.0
ARROWED = 0.4
"""The least scale at which arrows are drawn."""
WORDED = 24
"""A selected node of more edges has words only on those that are pointed at."""
FAINT = 400
"""In a picture of more edges they are drawn thinner where it is small."""


@dataclass(frozen=True, slots=True)
class Marks:
    """What is drawn with emphasis."""

    selected: frozenset[str] = frozenset()
    current: str = ""
    """Where the keyboard is."""
    hovered: str = ""
    line: Line | None = None
    """The edge that is pointed at or chosen."""
    pinned: frozenset[str] = frozenset()
    is_focused: bool = False


class Brush:
    """Paints pictures in the colours of an ink; keeps the nodes it drew, as pixmaps."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._captions = Captions(theme)
        self._sprites: dict[tuple[object, ...], QPixmap] = {}

    def forget(self) -> None:
        """The look or the names have changed."""
        self._sprites.clear()
        self._captions.forget()

    def paint(
        self,
        painter: QPainter,
        ink: Ink,
        picture: Picture,
        camera: Camera,
        marks: Marks,
        *,
        moving: bool = False,
        exact: bool = False,
    ) -> None:
        """Draw what is in sight. `moving` is quick and rough; `exact` draws nodes as lines."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, not moving)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        self._paint_edges(painter, ink, picture, camera, moving=moving, exact=exact)
        strong = _strong(picture, marks)
        _paint_strong(painter, ink, picture, camera, strong)
        seen = list(picture.within(camera.rect()))
        if not moving and camera.scale >= ARROWED:
            _paint_arrows(painter, ink, picture, camera, set(seen))
        self._paint_nodes(painter, ink, picture, camera, marks, seen, exact=exact)
        self._paint_words(painter, ink, picture, camera, seen)
        self._paint_folds(painter, ink, picture, camera, seen)
        if not moving:
            self._paint_edge_words(painter, ink, picture, camera, marks, strong)

    def _paint_edges(
        self,
        painter: QPainter,
        ink: Ink,
        picture: Picture,
        camera: Camera,
        *,
        moving: bool,
        exact: bool,
    ) -> None:
        painter.save()
        painter.setTransform(camera.transform(), True)
        is_faint = len(picture.lines) > FAINT and camera.scale < READABLE
        for line, drawn in picture.in_sight(camera.rect()):
            pen = line.pen(ink.tokens, dashed=not moving and not is_faint)
            pen.setCosmetic(not exact)
            if is_faint or moving:
                pen.setWidthF(1.0)
            if is_faint:
                pen.setColor(_mixed(line.color(ink.tokens), ink.tokens.panel))
            painter.setPen(pen)
            painter.drawLines(drawn)
        painter.restore()

    def _paint_nodes(
        self,
        painter: QPainter,
        ink: Ink,
        picture: Picture,
        camera: Camera,
        marks: Marks,
        seen: Iterable[str],
        *,
        exact: bool,
    ) -> None:
        radius = max(LEAST, RADIUS * camera.scale)
        if radius < DOTTED and not exact:
            _paint_dots(painter, ink, picture, camera, radius)
        else:
            to_view = camera.transform().map
            for node_id in seen:
                node, at = picture.network.nodes[node_id], to_view(picture.places[node_id])
                is_pinned = node_id in marks.pinned
                if exact:
                    draw_node(painter, ink, node, at, radius, pinned=is_pinned)
                else:
                    sprite = self._sprite(ink, node, round(radius), pinned=is_pinned)
                    half = sprite.deviceIndependentSize() / 2
                    painter.drawPixmap(at - QPointF(half.width(), half.height()), sprite)
        for node_id in (*marks.selected, marks.hovered, marks.current):
            if node_id in picture.places:
                _ring(painter, ink, picture, camera, node_id, marks)

    def _sprite(self, ink: Ink, node: Node, radius: int, *, pinned: bool) -> QPixmap:
        key = (node.kind, node.status, badge(node), radius, pinned, ink.ratio, ink.tokens.dark)
        if key not in self._sprites:
            side = 2 * radius + radius + 4
            pixmap = QPixmap(round(side * ink.ratio), round(side * ink.ratio))
            pixmap.setDevicePixelRatio(ink.ratio)
            pixmap.fill(Qt.GlobalColor.transparent)
            painter = QPainter(pixmap)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            draw_node(painter, ink, node, QPointF(side / 2, side / 2), radius, pinned=pinned)
            painter.end()
            self._sprites[key] = pixmap
        return self._sprites[key]

    def _paint_words(
        self, painter: QPainter, ink: Ink, picture: Picture, camera: Camera, seen: Iterable[str]
    ) -> None:
        if camera.scale >= READABLE:
            to_view = camera.transform().map
            for node_id in seen:
                at = to_view(picture.places[node_id])
                self._captions.draw(painter, ink, picture, node_id, at, camera.scale)
            return
        radius = max(LEAST, RADIUS * camera.scale)
        view = QRectF(QPointF(), camera.view).adjusted(-200, -40, 200, 40)
        for caption in self._captions.chosen(picture, camera.scale, radius):
            at = camera.to_view(picture.places[caption.node_id])
            if view.contains(at):
                self._captions.draw_few(painter, ink, caption, at, radius)

    def _paint_folds(
        self, painter: QPainter, ink: Ink, picture: Picture, camera: Camera, seen: Iterable[str]
    ) -> None:
        radius = RADIUS * camera.scale
        if radius < DOTTED:
            return
        for node_id in set(seen) & picture.folds.keys():
            at = camera.to_view(picture.places[node_id]) + QPointF(radius * 1.1, radius * 0.35)
            _pill(painter, ink, _("+{n}").format(n=picture.folds[node_id]), at, middle=False)

    def _paint_edge_words(
        self,
        painter: QPainter,
        ink: Ink,
        picture: Picture,
        camera: Camera,
        marks: Marks,
        strong: list[Line],
    ) -> None:
        worded = strong if len(strong) <= WORDED and camera.scale >= ARROWED else []
        if marks.line is not None:
            worded = [*worded, marks.line]
        for line in worded:
            at = camera.to_view(picture.drawn(line).center())
            start = picture.network.nodes[line.edge.one]
            color = stroke(line.edge).color(ink.tokens)
            _pill(painter, ink, edge_word(line.edge, start), at, color=color)


def _strong(picture: Picture, marks: Marks) -> list[Line]:
    """The edges of what is selected, and the one that is pointed at."""
    found: dict[int, Line] = {}
    for node_id in marks.selected | {marks.hovered}:
        for line in picture.lines_at(node_id):
            found[id(line)] = line
    if marks.line is not None:
        found.setdefault(id(marks.line), marks.line)
    return list(found.values())


def _paint_strong(
    painter: QPainter, ink: Ink, picture: Picture, camera: Camera, strong: Iterable[Line]
) -> None:
    painter.save()
    painter.setTransform(camera.transform(), True)
    for line in strong:
        pen, drawn = stroke(line.edge).pen(ink.tokens, bold=True), picture.drawn(line)
        ground = QPen(ink.tokens.panel, pen.widthF() + 2)  # the thinner line under it
        ground.setCosmetic(True)
        for each in (ground, pen):
            painter.setPen(each)
            painter.drawLine(drawn)
    painter.restore()


def _paint_arrows(
    painter: QPainter, ink: Ink, picture: Picture, camera: Camera, seen: set[str]
) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    long = 7.0 * max(0.7, camera.scale)
    for line in picture.lines:
        if line.edge.kind not in DIRECTED or line.edge.other not in seen:
            continue
        drawn = picture.drawn(line)
        run = QLineF(camera.to_view(drawn.p1()), camera.to_view(drawn.p2()))
        reach = RADIUS * camera.scale * 1.15 + 1
        if run.length() < reach + 2 * long:
            continue
        run.setLength(run.length() - reach)
        back = run.unitVector()
        dx, dy = back.dx() * long, back.dy() * long
        tip = run.p2()
        root = tip - QPointF(dx, dy)
        side = QPointF(-dy, dx) * 0.42
        painter.setBrush(stroke(line.edge).color(ink.tokens))
        painter.drawPolygon(QPolygonF([tip, root + side, root - side]))


def _paint_dots(
    painter: QPainter, ink: Ink, picture: Picture, camera: Camera, radius: float
) -> None:
    painter.save()
    painter.setTransform(camera.transform(), True)
    for kind, places in picture.dots().items():
        pen = QPen(dot_color(kind, ink.tokens), 2 * radius)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setCosmetic(True)
        painter.setPen(pen)
        painter.drawPoints(list(places))
    painter.restore()


def _ring(
    painter: QPainter, ink: Ink, picture: Picture, camera: Camera, node_id: str, marks: Marks
) -> None:
    at = camera.to_view(picture.places[node_id])
    radius = max(LEAST, RADIUS * camera.scale) + 4
    is_selected = node_id in marks.selected
    color = ink.tokens.accent if is_selected else ink.tokens.muted
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(color, 2.4 if is_selected else 1.4))
    painter.drawPath(outline(LOOKS[picture.network.nodes[node_id].kind].outline, at, radius))
    if node_id == marks.current and marks.is_focused:
        side = 2 * radius + 12
        frame = QRectF(at.x() - side / 2, at.y() - side / 2, side, side)
        outline_round(painter, frame, 6, ink.tokens.accent, 2.0)


def _pill(
    painter: QPainter,
    ink: Ink,
    text: str,
    at: QPointF,
    *,
    color: QColor | None = None,
    middle: bool = True,
) -> None:
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


def _mixed(color: QColor, ground: QColor) -> QColor:
    """Half of each: opaque, because what shines through is slow to draw."""
    return QColor(
        (color.red() + ground.red()) // 2,
        (color.green() + ground.green()) // 2,
        (color.blue() + ground.blue()) // 2,
    )
