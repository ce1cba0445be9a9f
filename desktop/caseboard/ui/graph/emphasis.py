"""What is drawn over a picture: what is selected, where the keyboard is, what is pointed at."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from caseboard.ui.graph.captions import READABLE
from caseboard.ui.graph.look import LOOKS, edge_word, stroke
from caseboard.ui.graph.paint import ARROWED, DOTTED, Brush, Scene, pill
from caseboard.ui.graph.picture import Line, Picture
from caseboard.ui.graph.shapes import outline
from caseboard.ui.lib.paint import outline_round

WORDED = 24
"""Where more edges than this are emphasised, only the one that is pointed at has words."""
LIFTED = 80
"""Nodes at most that are drawn over emphasised edges."""


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


def paint(painter: QPainter, brush: Brush, scene: Scene, marks: Marks) -> None:
    """Draw what is marked over a scene that was painted."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    strong = _strong(scene.picture, marks)
    _paint_lines(painter, scene, strong)
    ends = {i for line in strong for i in (line.edge.one, line.edge.other)} | marks.selected
    if len(ends) <= LIFTED and scene.radius >= DOTTED:
        lifted = sorted(ends & scene.picture.places.keys())
        brush.paint_nodes(painter, scene, lifted, marks.pinned)
        if scene.camera.scale >= READABLE:
            brush.paint_words(painter, scene, lifted)
    for node_id in {*marks.selected, marks.hovered, marks.current} & scene.picture.places.keys():
        _ring(painter, scene, node_id, marks)
    _paint_words(painter, scene, marks, strong)


def _strong(picture: Picture, marks: Marks) -> list[Line]:
    """The edges of what is selected, and the one that is pointed at."""
    found: dict[int, Line] = {}
    for node_id in marks.selected | {marks.hovered}:
        for line in picture.lines_at(node_id):
            found[id(line)] = line
    if marks.line is not None and marks.line.edge.one in picture.places:
        found.setdefault(id(marks.line), marks.line)
    return list(found.values())


def _paint_lines(painter: QPainter, scene: Scene, strong: Iterable[Line]) -> None:
    tokens = scene.ink.tokens
    painter.save()
    painter.setTransform(scene.camera.transform(), True)
    for line in strong:
        pen, drawn = stroke(line.edge).pen(tokens, bold=True), scene.picture.drawn(line)
        ground = QPen(tokens.panel, pen.widthF() + 2)  # the thinner line under it
        ground.setCosmetic(True)
        for each in (ground, pen):
            painter.setPen(each)
            painter.drawLine(drawn)
    painter.restore()


def _paint_words(painter: QPainter, scene: Scene, marks: Marks, strong: list[Line]) -> None:
    worded = strong if len(strong) <= WORDED and scene.camera.scale >= ARROWED else []
    if marks.line is not None and marks.line not in worded:
        worded = [*worded, *(line for line in strong if line is marks.line)]
    for line in worded:
        at = scene.camera.to_view(scene.picture.drawn(line).center())
        start = scene.picture.network.nodes[line.edge.one]
        color = stroke(line.edge).color(scene.ink.tokens)
        pill(painter, scene.ink, edge_word(line.edge, start), at, color=color)


def _ring(painter: QPainter, scene: Scene, node_id: str, marks: Marks) -> None:
    tokens, at, radius = scene.ink.tokens, scene.at(node_id), scene.radius + 4
    is_selected = node_id in marks.selected
    painter.setBrush(Qt.BrushStyle.NoBrush)
    color = tokens.accent if is_selected else tokens.muted
    painter.setPen(QPen(color, 2.4 if is_selected else 1.4))
    kind = scene.picture.network.nodes[node_id].kind
    painter.drawPath(outline(LOOKS[kind].outline, at, radius))
    if node_id == marks.current and marks.is_focused:
        side = 2 * radius + 12
        frame = QRectF(at.x() - side / 2, at.y() - side / 2, side, side)
        outline_round(painter, frame, 6, tokens.accent, 2.0)
