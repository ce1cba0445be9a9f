"""What is drawn of a network: its nodes where they stand, found again by place and direction."""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF

from caseboard.analysis.network import Edge, Network
from caseboard.model.network import NodeKind
from caseboard.ui.graph.look import Stroke, stroke

RADIUS = 15.0
WIDTH, HEIGHT = 136.0, 68.0
"""The room of a node with its two lines of words, in pixels at full size."""
TOP = 6.0
"""Above the shape, in that room."""
LANE = 5.0
"""Between two edges that join the same nodes."""
CELL = 256.0
Span = tuple[float, float, float, float, QLineF, "Line"]
"""Left, top, right and bottom of an edge, how it runs, and which it is."""


@dataclass(frozen=True, slots=True)
class Line:
    """An edge, and how many pixels it is moved aside for others between the same two."""

    edge: Edge
    aside: float = 0.0


class Picture:
    """A network laid out; positions are the middles of the shapes."""

    def __init__(
        self,
        network: Network | None = None,
        places: Mapping[str, tuple[float, float]] | None = None,
        folds: Mapping[str, int] | None = None,
    ) -> None:
        self.network = network or Network()
        self.folds = dict(folds or {})
        self.places = {key: QPointF(*(places or {})[key]) for key in self.network.nodes}
        self.lines = list(_lanes(self.network.edges))
        self._at: dict[str, list[Line]] = defaultdict(list)
        for line in self.lines:
            self._at[line.edge.one].append(line)
            self._at[line.edge.other].append(line)
        self._cells: dict[tuple[int, int], list[str]] = {}
        self._strokes: list[tuple[Stroke, list[Span]]] = []
        self._dots: dict[NodeKind, list[QPointF]] = {}
        self._bounds = QRectF()
        self.version = 0
        """Grows whenever a node is moved."""
        self._index()

    def __len__(self) -> int:
        return len(self.network.nodes)

    def move(self, node_id: str, place: QPointF) -> None:
        """Put a node somewhere else."""
        self.places[node_id] = place
        self.version += 1
        self._cells = {}
        self._strokes = []
        self._dots = {}
        self._bounds = QRectF()

    def lines_at(self, node_id: str) -> Sequence[Line]:
        """The edges of a node."""
        return self._at.get(node_id, ())

    def drawn(self, line: Line) -> QLineF:
        """Where an edge runs, from middle to middle."""
        whole = QLineF(self.places[line.edge.one], self.places[line.edge.other])
        if line.aside and whole.length():
            unit = whole.normalVector().unitVector()
            whole.translate(unit.dx() * line.aside, unit.dy() * line.aside)
        return whole

    def in_sight(self, rect: QRectF) -> Iterator[tuple[Stroke, list[QLineF]]]:
        """The edges that may run through `rect`, those drawn alike together, the strongest last."""
        left, top, right, bottom = rect.left(), rect.top(), rect.right(), rect.bottom()
        is_whole = rect.contains(self.bounds())
        for line, spans in self._spanned():
            if is_whole:
                yield line, [span[4] for span in spans]
            else:
                yield (
                    line,
                    [
                        drawn
                        for x1, y1, x2, y2, drawn, _line in spans
                        if x1 < right and x2 > left and y1 < bottom and y2 > top
                    ],
                )

    def _spanned(self) -> Sequence[tuple[Stroke, Sequence[Span]]]:
        """Every edge with the rectangle it spans, measured once."""
        if not self._strokes:
            found: defaultdict[Stroke, list[Span]] = defaultdict(list)
            for line in self.lines:
                found[stroke(line.edge)].append(_span(self.drawn(line), line))
            self._strokes = sorted(found.items(), key=lambda each: each[0].width)
        return self._strokes

    def dots(self) -> Mapping[NodeKind, Sequence[QPointF]]:
        """The places of all nodes, those of a kind together."""
        if not self._dots:
            found: defaultdict[NodeKind, list[QPointF]] = defaultdict(list)
            for node_id, node in self.network.nodes.items():
                found[node.kind].append(self.places[node_id])
            self._dots = found
        return self._dots

    def bounds(self) -> QRectF:
        """What the nodes take up with their words; empty where there is none."""
        if self._bounds.isEmpty() and self.places:
            across = [place.x() for place in self.places.values()]
            down = [place.y() for place in self.places.values()]
            first = room(QPointF(min(across), min(down)))
            self._bounds = first.united(room(QPointF(max(across), max(down))))
        return self._bounds

    def within(self, rect: QRectF) -> Iterator[str]:
        """The nodes whose room may reach into `rect`."""
        if not self._cells:
            self._index()
        wide = rect.adjusted(-WIDTH, -HEIGHT, WIDTH, HEIGHT)
        across = range(math.floor(wide.left() / CELL), math.floor(wide.right() / CELL) + 1)
        down = range(math.floor(wide.top() / CELL), math.floor(wide.bottom() / CELL) + 1)
        if len(across) * len(down) > len(self._cells):
            yield from (i for i, place in self.places.items() if wide.contains(place))
            return
        for i in across:
            for j in down:
                yield from self._cells.get((i, j), ())

    def node_at(self, place: QPointF, reach: float = RADIUS) -> str | None:
        """The node whose shape is there, at most `reach` from its middle, or its words."""
        near = QRectF(place.x() - reach, place.y() - reach, 2 * reach, 2 * reach)
        best, least = None, math.inf
        for node_id in self.within(near):
            away = QLineF(self.places[node_id], place).length()
            is_hit = away <= reach or room(self.places[node_id]).contains(place)
            if is_hit and away < least:
                best, least = node_id, away
        return best

    def line_at(self, place: QPointF, reach: float) -> Line | None:
        """The edge that runs past there, at most `reach` away."""
        best, least = None, reach
        x, y = place.x(), place.y()
        for _stroke, spans in self._spanned():
            for x1, y1, x2, y2, drawn, line in spans:
                if not (x1 - reach <= x <= x2 + reach and y1 - reach <= y <= y2 + reach):
                    continue
                away = _distance(drawn, place)
                if away <= least:
                    best, least = line, away
        return best

    def inside(self, rect: QRectF) -> list[str]:
        """The nodes whose middle is in `rect`, in their order."""
        return [node_id for node_id, place in self.places.items() if rect.contains(place)]

    def _index(self) -> None:
        cells: defaultdict[tuple[int, int], list[str]] = defaultdict(list)
        for node_id, place in self.places.items():
            cells[math.floor(place.x() / CELL), math.floor(place.y() / CELL)].append(node_id)
        self._cells = dict(cells)


def room(place: QPointF) -> QRectF:
    """The room of a node that stands at `place`, with its words."""
    return QRectF(place.x() - WIDTH / 2, place.y() - RADIUS - TOP, WIDTH, HEIGHT)


def middle_of(place: tuple[float, float]) -> tuple[float, float]:
    """Where the shape stands whose room has its middle at `place`."""
    return place[0], place[1] - HEIGHT / 2 + RADIUS + TOP


def room_of(place: tuple[float, float]) -> tuple[float, float]:
    """The middle of the room of a shape at `place`."""
    return place[0], place[1] + HEIGHT / 2 - RADIUS - TOP


def _lanes(edges: Iterable[Edge]) -> Iterator[Line]:
    """Edges between the same two side by side, whichever way they lead."""
    pairs: defaultdict[tuple[str, str], list[Edge]] = defaultdict(list)
    for edge in edges:
        pairs[min(edge.one, edge.other), max(edge.one, edge.other)].append(edge)
    for (first, _other), between in pairs.items():
        for number, edge in enumerate(between):
            aside = (number - (len(between) - 1) / 2) * LANE
            yield Line(edge, aside if edge.one == first else -aside)


def _span(drawn: QLineF, line: Line) -> Span:
    across, down = sorted((drawn.x1(), drawn.x2())), sorted((drawn.y1(), drawn.y2()))
    return across[0], down[0], across[1], down[1], drawn, line


def _distance(line: QLineF, place: QPointF) -> float:
    """From a place to the nearest point of a line between two ends."""
    dx, dy, length = line.dx(), line.dy(), line.length()
    if not length:
        return QLineF(line.p1(), place).length()
    along = ((place.x() - line.x1()) * dx + (place.y() - line.y1()) * dy) / (length * length)
    return QLineF(line.pointAt(min(1.0, max(0.0, along))), place).length()
