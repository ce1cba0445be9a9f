"""How nodes and edges look: shape, icon and line for each kind, and the words for them.

No two kinds differ by colour alone: nodes also by shape and icon, edges by their line.
"""

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPen

from caseboard.analysis.network import Edge, Node
from caseboard.analysis.standing import status_name
from caseboard.i18n import _
from caseboard.model.network import EdgeKind, NodeKind
from caseboard.model.refs import short
from caseboard.model.terms import ClaimStatus, DiffersOn, DisputeStatus, Stance
from caseboard.ui import words
from caseboard.ui.lib.tokens import Tint, Tokens, colours


class Outline(Enum):
    """The shape of a node."""

    CIRCLE = "circle"
    SQUARE = "square"
    SHEET = "sheet"
    """A square with a corner folded."""
    DIAMOND = "diamond"
    BOX = "box"
    """Wider than high, as the frames of units are (APP-6)."""
    HEXAGON = "hexagon"


@dataclass(frozen=True, slots=True)
class Look:
    """How a kind of node is drawn."""

    outline: Outline
    icon: str
    tint: Tint


LOOKS = {
    NodeKind.CLAIM: Look(Outline.SQUARE, "message-square-quote", Tint.CLAIM),
    NodeKind.SOURCE: Look(Outline.CIRCLE, "globe", Tint.NEUTRAL),
    NodeKind.CLIP: Look(Outline.SHEET, "file-text", Tint.NEUTRAL),
    NodeKind.LOCATION: Look(Outline.DIAMOND, "map-pin", Tint.LOCATION),
    NodeKind.UNIT: Look(Outline.BOX, "unit", Tint.UNIT),
    NodeKind.PERSON: Look(Outline.HEXAGON, "user-round", Tint.PERSON),
}

BADGES = {
    ClaimStatus.OPEN: "?",
    ClaimStatus.SINGLE_SOURCE: "1",
    ClaimStatus.CORROBORATED: "✓",
    ClaimStatus.DISPUTED: "≠",
}
STATUS_TINTS = {
    ClaimStatus.OPEN: Tint.NEUTRAL,
    ClaimStatus.SINGLE_SOURCE: Tint.AMBER,
    ClaimStatus.CORROBORATED: Tint.SUPPORTS,
    ClaimStatus.DISPUTED: Tint.CONTRADICTS,
}


class Stroke(Enum):
    """Every line there is: its colour, its width in pixels, and its dashes in widths."""

    SUPPORTS = ("supports", 1.6, ())
    CONTRADICTS = ("contradicts", 1.6, (5.0, 3.0))
    MENTIONS = ("neutral", 1.4, (1.0, 3.0))
    DISPUTES = ("contradicts", 3.0, (2.0, 1.2))
    RELAYS = ("muted", 1.4, (8.0, 3.0))
    PUBLISHED = ("faint", 1.0, ())
    STANDS_IN = ("claim", 1.0, (2.0, 2.0))
    ABOUT = ("location", 1.1, (6.0, 2.0, 1.0, 2.0))
    NAMES = ("faint", 1.0, (1.0, 2.0))
    POSITION = ("unit", 1.6, (3.0, 2.0))

    def __init__(self, token: str, width: float, dashes: tuple[float, ...]) -> None:
        self.token = token
        self.width = width
        self.dashes = dashes

    def color(self, tokens: Tokens) -> QColor:
        """Its colour in these."""
        color: QColor = getattr(tokens, self.token)
        return color

    def pen(self, tokens: Tokens, *, dashed: bool = True, bold: bool = False) -> QPen:
        """A pen as wide at any scale; `dashed` is left out where a picture moves."""
        pen = QPen(self.color(tokens), self.width * (1.8 if bold else 1.0))
        pen.setCosmetic(True)
        if dashed and self.dashes:
            pen.setDashPattern(list(self.dashes))
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        return pen


_STANCES = {
    Stance.SUPPORTS: Stroke.SUPPORTS,
    Stance.CONTRADICTS: Stroke.CONTRADICTS,
    Stance.MENTIONS: Stroke.MENTIONS,
}
_STROKES = {
    EdgeKind.RELAYS: Stroke.RELAYS,
    EdgeKind.PUBLISHED: Stroke.PUBLISHED,
    EdgeKind.STANDS_IN: Stroke.STANDS_IN,
    EdgeKind.DISPUTES: Stroke.DISPUTES,
    EdgeKind.ABOUT: Stroke.ABOUT,
    EdgeKind.NAMES: Stroke.NAMES,
    EdgeKind.POSITION: Stroke.POSITION,
}
DIRECTED = frozenset({EdgeKind.SAYS, EdgeKind.RELAYS})
"""Edges with an arrow at their other end."""


def stroke(edge: Edge) -> Stroke:
    """The line an edge is drawn with."""
    if edge.kind is EdgeKind.SAYS and edge.stance is not None:
        return _STANCES[edge.stance]
    return _STROKES[edge.kind]


def stroke_name(line: Stroke) -> str:
    """What a line stands for."""
    return {
        Stroke.SUPPORTS: _("supports"),
        Stroke.CONTRADICTS: _("contradicts"),
        Stroke.MENTIONS: _("mentions"),
        Stroke.DISPUTES: _("dispute"),
        Stroke.RELAYS: _("passed on to"),
        Stroke.PUBLISHED: _("published"),
        Stroke.STANDS_IN: _("stands in"),
        Stroke.ABOUT: _("concerns"),
        Stroke.NAMES: _("names"),
        Stroke.POSITION: _("position"),
    }[line]


def edge_word(edge: Edge, one: Node | None = None) -> str:
    """`supports B 2`, `dispute: entry, outcome`: what stands beside an edge; `one` is its start."""
    name = stroke_name(stroke(edge))
    if edge.kind is EdgeKind.SAYS and one is not None and one.reliability is not None:
        letter = one.reliability.value
        grades = ", ".join(f"{letter} {grade.value}" for grade in edge.credibilities)
        name = f"{name} {grades}"
    if edge.kind is EdgeKind.DISPUTES and edge.differs_on:
        points = ", ".join(words.term(DiffersOn(point)) for point in edge.differs_on)
        name = _("{dispute}: {points}").format(dispute=name, points=points)
    if edge.dispute is not None and edge.dispute is not DisputeStatus.OPEN:
        name = _("{name} ({status})").format(name=name, status=words.term(edge.dispute))
    count = len(edge.evidence)
    is_plain = edge.kind in {EdgeKind.DISPUTES, EdgeKind.ABOUT} or count < 2
    return name if is_plain else _("{name} × {count}").format(name=name, count=count)


def kind_name(kind: NodeKind) -> str:
    """One of a kind."""
    return {
        NodeKind.CLAIM: _("claim"),
        NodeKind.SOURCE: _("source"),
        NodeKind.CLIP: _("clip"),
        NodeKind.LOCATION: _("location"),
        NodeKind.UNIT: _("unit"),
        NodeKind.PERSON: _("person"),
    }[kind]


def kinds_name(kind: NodeKind) -> str:
    """All of a kind, as in the rail."""
    return {
        NodeKind.CLAIM: _("Claims"),
        NodeKind.SOURCE: _("Sources"),
        NodeKind.CLIP: _("Clips"),
        NodeKind.LOCATION: _("Locations"),
        NodeKind.UNIT: _("Units"),
        NodeKind.PERSON: _("People"),
    }[kind]


def node_name(node: Node) -> str:
    """`C3 Two columns got in`, or a name alone."""
    return f"{short(node.ref)} {node.title}" if node.ref else node.title


def node_colours(kind: NodeKind, tokens: Tokens) -> tuple[QColor, QColor]:
    """The lines of a node and its ground; clips are paper."""
    if kind is NodeKind.CLIP:
        return tokens.muted, tokens.panel
    return colours(tokens, LOOKS[kind].tint)


def badge(node: Node) -> str:
    """The sign at the corner of a claim or a source; empty for others."""
    if node.status is not None:
        return BADGES[node.status]
    return node.reliability.value if node.reliability is not None else ""


def badge_colours(node: Node, tokens: Tokens) -> tuple[QColor, QColor]:
    """The colour of that sign and of the ground under it."""
    tint = Tint.NEUTRAL if node.status is None else STATUS_TINTS[node.status]
    return colours(tokens, tint)


def said(node: Node) -> str:
    """All that a node shows, as a screen reader says it."""
    parts = [kind_name(node.kind), node_name(node)]
    if node.status is not None:
        parts.append(status_name(node.status))
    if node.reliability is not None:
        parts.append(words.reliability(node.reliability))
    return ", ".join(parts)
