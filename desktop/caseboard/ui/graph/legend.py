"""What the shapes, signs and lines of a picture stand for: those that are in it, and no others."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from caseboard.analysis.network import Node
from caseboard.analysis.standing import status_name
from caseboard.i18n import _
from caseboard.model.network import NodeKind
from caseboard.model.terms import ClaimStatus
from caseboard.ui.graph.look import BADGES, Stroke, kind_name, stroke, stroke_name
from caseboard.ui.graph.picture import Picture
from caseboard.ui.graph.shapes import Ink, draw_badge, draw_node, type_of
from caseboard.ui.lib.theme import Theme

PX = 11.0
HEIGHT = 20.0
SIGN = 30.0
"""The room of a sign before its words."""
GAP = 14.0

Sign = Callable[[QPainter, Ink, QPointF], None]


@dataclass(frozen=True, slots=True)
class Entry:
    """A sign, and what it stands for."""

    words: str
    draw: Sign
    """Draws it around a point."""


def entries(picture: Picture) -> list[Entry]:
    """What is to be explained of `picture`."""
    nodes = picture.network.nodes.values()
    kinds, statuses = {node.kind for node in nodes}, {node.status for node in nodes}
    strokes = {stroke(line.edge) for line in picture.lines}
    found = [Entry(kind_name(kind), _node(kind)) for kind in NodeKind if kind in kinds]
    found += [
        Entry(status_name(status), _badge(status)) for status in ClaimStatus if status in statuses
    ]
    if any(node.reliability is not None for node in nodes):
        example = next(node for node in nodes if node.reliability is not None)
        found.append(Entry(_("reliability of a source"), _graded(example)))
    found += [Entry(stroke_name(line), _line(line)) for line in Stroke if line in strokes]
    return found


def height(ink: Ink, listed: list[Entry], width: float) -> float:
    """How high a legend is in so much width."""
    scale = ink.theme.scale
    rows = [top for _entry, _left, top in _placed(ink, listed, width)]
    return (max(rows, default=0.0) + HEIGHT * scale) if listed else 0.0


def draw(painter: QPainter, ink: Ink, listed: list[Entry], at: QPointF, width: float) -> None:
    """Draw a legend with its top left at `at`."""
    scale = ink.theme.scale
    metrics = QFontMetricsF(type_of(ink.theme, PX))
    for entry, left, top in _placed(ink, listed, width):
        middle = QPointF(at.x() + left + SIGN * scale / 2, at.y() + top + HEIGHT * scale / 2)
        entry.draw(painter, ink, middle)
        painter.setFont(type_of(ink.theme, PX))
        painter.setPen(ink.tokens.text)
        line = QRectF(
            at.x() + left + (SIGN + 5) * scale,
            at.y() + top,
            metrics.horizontalAdvance(entry.words) + 2,
            HEIGHT * scale,
        )
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, entry.words)


class Legend(QWidget):
    """The legend of the picture shown, as high as its width asks for."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._entries: list[Entry] = []
        theme.changed.connect(self._on_changed)

    @property
    def words(self) -> list[str]:
        """What is explained."""
        return [entry.words for entry in self._entries]

    def show_picture(self, picture: Picture) -> None:
        """Explain this one."""
        self._entries = entries(picture)
        self.setAccessibleName(_("Legend: {words}").format(words=", ".join(self.words)))
        self._on_changed()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(300), self._height(self.width()))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setFixedHeight(self._height(self.width()))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens, px = self._theme.tokens, self._theme.px
        painter.fillRect(self.rect(), tokens.panel)
        painter.fillRect(0, 0, self.width(), 1, tokens.line)
        ink = Ink(self._theme, tokens, self.devicePixelRatioF())
        draw(painter, ink, self._entries, QPointF(px(10), px(5)), self.width() - px(20))

    def _height(self, width: int) -> int:
        px = self._theme.px
        ink = Ink(self._theme, self._theme.tokens)
        high = height(ink, self._entries, width - px(20))
        return round(high) + px(10) if high else 0

    def _on_changed(self) -> None:
        self.setFixedHeight(self._height(self.width()))
        self.update()


def _placed(ink: Ink, listed: list[Entry], width: float) -> Iterator[tuple[Entry, float, float]]:
    scale = ink.theme.scale
    metrics = QFontMetricsF(type_of(ink.theme, PX))
    left = top = 0.0
    for entry in listed:
        wide = (SIGN + 5 + GAP) * scale + metrics.horizontalAdvance(entry.words)
        if left and left + wide - GAP * scale > width:
            left, top = 0.0, top + HEIGHT * scale
        yield entry, left, top
        left += wide


def _node(kind: NodeKind) -> Sign:
    def sign(painter: QPainter, ink: Ink, at: QPointF) -> None:
        draw_node(painter, ink, Node("", kind, ""), at, 7.5 * ink.theme.scale)

    return sign


def _badge(status: ClaimStatus) -> Sign:
    def sign(painter: QPainter, ink: Ink, at: QPointF) -> None:
        node = Node("", NodeKind.CLAIM, "", status=status)
        draw_badge(painter, ink, at, 7.0 * ink.theme.scale, BADGES[status], node)

    return sign


def _graded(example: Node) -> Sign:
    def sign(painter: QPainter, ink: Ink, at: QPointF) -> None:
        draw_badge(
            painter,
            ink,
            at,
            7.0 * ink.theme.scale,
            example.reliability.value if example.reliability else "",
            example,
        )

    return sign


def _line(line: Stroke) -> Sign:
    def sign(painter: QPainter, ink: Ink, at: QPointF) -> None:
        half = QPointF(SIGN / 2 * ink.theme.scale, 0)
        painter.setPen(line.pen(ink.tokens))
        painter.drawLine(at - half, at + half)

    return sign
