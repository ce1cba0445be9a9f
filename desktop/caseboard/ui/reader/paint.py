"""Paints highlights under the text: a tint and an underline each, so that none hides another."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QTextBlock, QTextLine

from caseboard.ui.lib.tokens import Tokens
from caseboard.ui.reader.marks import Piece
from caseboard.ui.reader.page import MarkKind

UNDERLINE = 2.0
HAIRLINE = 1.0
"""Under whole sentences, which would else drown the page."""
LANE = 3.0
LANES = 3
"""How many underlines find room between two lines of text; more share what there is."""
PAD = 2.0
RADIUS = 3.0


@dataclass(frozen=True, slots=True)
class Look:
    """How one kind of mark is drawn."""

    ink: QColor
    ground: QColor | None
    pen: Qt.PenStyle = Qt.PenStyle.SolidLine
    width: float = UNDERLINE


def look(kind: MarkKind, tokens: Tokens) -> Look:
    """The look of a kind in a theme."""
    return {
        MarkKind.LOCATION: Look(tokens.location, tokens.location_soft),
        MarkKind.UNIT: Look(tokens.unit, tokens.unit_soft),
        MarkKind.CLAIM: Look(tokens.claim, tokens.claim_soft),
        MarkKind.PERSON: Look(tokens.person, tokens.person_soft),
        MarkKind.KEYWORD: Look(tokens.neutral, tokens.neutral_soft),
        MarkKind.NOTE: Look(tokens.muted, None, Qt.PenStyle.DashLine),
        MarkKind.SUGGESTION: Look(tokens.faint, None, Qt.PenStyle.DotLine),
        MarkKind.SAYING: Look(_thinned(tokens.claim), None, Qt.PenStyle.DotLine, HAIRLINE),
    }[kind]


@dataclass(frozen=True, slots=True)
class Band:
    """One line's stretch of text, in pixels: where it begins and ends, and its own height."""

    left: float
    right: float
    top: float
    bottom: float

    def rect(self) -> QRectF:
        """The band with the room a tint takes around it."""
        return QRectF(
            self.left - PAD, self.top, self.right - self.left + 2 * PAD, self.bottom - self.top
        )


def bands(block: QTextBlock, origin: QPointF, start: int, end: int) -> Iterator[Band]:
    """Where `start` to `end` of a block stand; `origin` is the corner of the block's layout."""
    layout = block.layout()
    metrics = QFontMetricsF(block.charFormat().font())
    from_line = layout.lineForTextPosition(start)
    for index in range(from_line.lineNumber() if from_line.isValid() else 0, layout.lineCount()):
        line = layout.lineAt(index)
        first, last = line.textStart(), line.textStart() + line.textLength()
        if first >= end:
            break
        if last <= start:
            continue
        left, right = _ends(line, max(start, first), min(end, last))
        base = origin.y() + line.y() + line.ascent()
        yield Band(
            origin.x() + left, origin.x() + right, base - metrics.ascent(), base + metrics.descent()
        )


def paint_tints(painter: QPainter, pieces: Iterable[tuple[Piece, list[Band]]], t: Tokens) -> None:
    """The grounds, those that lie behind first."""
    painter.setPen(Qt.PenStyle.NoPen)
    for piece, stretch in pieces:
        ground = look(piece.highlight.kind, t).ground
        if ground is None:
            continue
        painter.setBrush(ground)
        for band in stretch:
            painter.drawRoundedRect(band.rect(), RADIUS, RADIUS)


def paint_underlines(
    painter: QPainter, pieces: Iterable[tuple[Piece, list[Band]]], t: Tokens
) -> None:
    """The underlines, each in its lane."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for piece, stretch in pieces:
        style = look(piece.highlight.kind, t)
        painter.setPen(QPen(style.ink, style.width, style.pen, Qt.PenCapStyle.FlatCap))
        fine = 0.5 if style.width == HAIRLINE else 0.0
        for band in stretch:
            y = round(band.bottom + underline_offset(piece.lane)) + fine  # whole pixels: crisp
            painter.drawLine(QLineF(band.left - PAD, y, band.right + PAD, y))


def paint_ground(painter: QPainter, stretch: Iterable[Band], colour: QColor) -> None:
    """A ground under what is asked about."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    for band in stretch:
        painter.drawRoundedRect(band.rect(), RADIUS, RADIUS)


def paint_outline(painter: QPainter, stretch: Iterable[Band], colour: QColor) -> None:
    """A frame around the highlight that is selected."""
    painter.setPen(QPen(colour, 1.5))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for band in stretch:
        rect = band.rect().adjusted(-1, -1, 1, 1 + UNDERLINE)
        painter.drawRoundedRect(rect, RADIUS + 1, RADIUS + 1)


def underline_offset(lane: int) -> float:
    """How far below the text the middle of a lane's underline runs, in pixels."""
    return min(lane, LANES) * LANE - (LANES * LANE / 2 if lane > LANES else 0)


def _thinned(colour: QColor) -> QColor:
    thin = QColor(colour)
    thin.setAlphaF(0.75)
    return thin


def _ends(line: QTextLine, start: int, end: int) -> tuple[float, float]:
    a, b = _x(line, start), _x(line, end)
    edge = line.x() + line.naturalTextWidth()  # without the space a line was broken at
    return min(a, b), min(max(a, b), max(edge, min(a, b)))


def _x(line: QTextLine, position: int) -> float:
    found = line.cursorToX(position)  # PySide6 answers with (x, position)
    return float(found[0]) if isinstance(found, tuple) else 0.0
