"""Painting a chart: dates, lanes, events with their words, heaps and ties."""

from dataclasses import dataclass
from itertools import islice, pairwise

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen

from caseboard.analysis.occurrences import EventKind, Occurrence
from caseboard.analysis.stretches import Stretch
from caseboard.i18n import _
from caseboard.model import numerals
from caseboard.model.terms import Stance
from caseboard.ui.graph.look import BADGES
from caseboard.ui.lib.paint import fill_round, outline_round
from caseboard.ui.lib.theme import Theme, Weight
from caseboard.ui.lib.tokens import Tokens, colours
from caseboard.ui.timeline import marks
from caseboard.ui.timeline.axis import ticks
from caseboard.ui.timeline.brushed import clock_name
from caseboard.ui.timeline.chart import HEAD, ROW, Band, Chart
from caseboard.ui.timeline.dragging import Span
from caseboard.ui.timeline.laying import GLYPH, Placed
from caseboard.ui.timeline.look import MARKS, Names, type_of

LONGEST = 300.0
"""Pixels of the words beside a mark, at most."""
SHORTEST = 40.0
"""Pixels that the time beside it must leave to what it is."""
TIES = 60
"""Ties that are drawn unasked; of more only those of what is selected."""
_STANCES = {
    Stance.SUPPORTS: "supports",
    Stance.CONTRADICTS: "contradicts",
    Stance.MENTIONS: "neutral",
}


@dataclass(frozen=True, slots=True)
class Emphasis:
    """What stands out."""

    selected: str = ""
    hovered: str = ""
    span: Span | None = None
    """What is brushed, in seconds since 1970 UTC."""
    lane: str = ""
    """The clock that is brushed."""
    is_focused: bool = False


class Pens:
    """The type and the colours a chart is painted with; remembers how wide words are."""

    def __init__(self, theme: Theme, tokens: Tokens) -> None:
        self.theme = theme
        self.tokens = tokens
        self.names = Names()
        self.small = type_of(theme, 11)
        self.strong = type_of(theme, 12, Weight.DemiBold)
        self.sign = type_of(theme, 9, Weight.Bold)
        self.metrics = QFontMetricsF(self.small)
        self._words: dict[str, tuple[str, float]] = {}

    def use(self, names: Names) -> None:
        """Call events so from now on."""
        self.names = names
        self._words = {}

    def words(self, occurrence: Occurrence) -> tuple[str, float]:
        """The words beside its mark, not too long, and how wide they are."""
        known = self._words.get(occurrence.key)
        if known is None:
            text = self.cut(occurrence, LONGEST)
            known = self._words[occurrence.key] = text, self.metrics.horizontalAdvance(text)
        return known

    def cut(self, occurrence: Occurrence, room: float) -> str:
        """Its words in so many pixels; of what is too long the time is kept."""
        head, tail = self.names.label(occurrence)
        head = " ".join(head.split())
        left = room - self.metrics.horizontalAdvance(tail)
        if left < SHORTEST:
            return self.metrics.elidedText(head + tail, Qt.TextElideMode.ElideRight, room)
        return self.metrics.elidedText(head, Qt.TextElideMode.ElideRight, left) + tail

    def width(self, occurrence: Occurrence) -> float:
        """How wide its words are."""
        return self.words(occurrence)[1]


def paint(painter: QPainter, chart: Chart, pens: Pens, emphasis: Emphasis) -> None:
    """Draw all of a chart, its top left at the origin."""
    tokens = pens.tokens
    painter.fillRect(QRectF(0, 0, chart.axis.width, chart.height), tokens.panel)
    _paint_brush(painter, chart, pens, emphasis)
    _paint_dates(painter, chart, pens)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for band in chart.bands():
        _paint_lane(painter, chart, pens, band)
    _paint_ties(painter, chart, pens, emphasis)
    for band in chart.bands():
        _paint_heaps(painter, chart, pens, band)
        for placed, rect in chart.visible(band):
            _paint_event(painter, chart, pens, placed, rect, emphasis)
        _paint_left_over(painter, chart, pens, band)
        _paint_name(painter, pens, band, is_brushed=emphasis.lane == band.clock)


def _paint_brush(painter: QPainter, chart: Chart, pens: Pens, emphasis: Emphasis) -> None:
    if emphasis.span is None:
        return
    left, right = (min(max(chart.axis.x(at), -2.0), chart.axis.width + 2) for at in emphasis.span)
    tokens = pens.tokens
    painter.fillRect(QRectF(left, 0, right - left, chart.height), tokens.accent_soft)
    for x in (left, right):
        painter.fillRect(QRectF(x - 0.75, 0, 1.5, chart.height), tokens.accent)


def _paint_dates(painter: QPainter, chart: Chart, pens: Pens) -> None:
    axis, tokens = chart.axis, pens.tokens
    painter.setFont(pens.small)
    found = list(ticks(axis, 96))
    for tick, after in pairwise((*found, None)):
        if tick is None:
            continue
        x = axis.x(tick.at)
        color = tokens.faint if tick.is_major else tokens.line
        painter.fillRect(QRectF(round(x), HEAD, 1, chart.height - HEAD), color)
        room = (axis.x(after.at) if after else axis.width) - max(0.0, x)
        if pens.metrics.horizontalAdvance(tick.text) + 14 <= room:
            painter.setPen(tokens.text if tick.is_major else tokens.muted)
            painter.drawText(QPointF(max(0.0, x) + 10, HEAD - 12), tick.text)


def _paint_lane(painter: QPainter, chart: Chart, pens: Pens, band: Band) -> None:
    width, tokens = chart.axis.width, pens.tokens
    painter.setPen(QPen(tokens.line, 1))
    painter.drawLine(QPointF(0, band.top), QPointF(width, band.top))


def _paint_name(painter: QPainter, pens: Pens, band: Band, *, is_brushed: bool) -> None:
    """The name of the lane, over whatever passes under it."""
    name = clock_name(band.clock)
    painter.setFont(pens.strong)
    wide = QFontMetricsF(pens.strong).horizontalAdvance(name) + 16
    room = QRectF(6, band.top + 5, wide, 20)
    ground = QColor(pens.tokens.accent_soft if is_brushed else pens.tokens.panel)
    ground.setAlpha(225)
    fill_round(painter, room, 5, ground)
    painter.setPen(pens.tokens.accent if is_brushed else pens.tokens.muted)
    painter.drawText(room, Qt.AlignmentFlag.AlignCenter, name)


def _paint_event(
    painter: QPainter,
    chart: Chart,
    pens: Pens,
    placed: Placed,
    rect: QRectF,
    emphasis: Emphasis,
) -> None:
    occurrence = placed.occurrence
    tokens, names = pens.tokens, pens.names
    ink, _ground = colours(tokens, names.tint(occurrence))
    mark = MARKS[occurrence.kind]
    marks.paint(painter, chart.axis, rect, occurrence.stretch, mark, ink)
    status = names.status(occurrence)
    if not marks.is_moment(rect) and occurrence.kind is not EventKind.CLAIM:
        marks.paint_inside(painter, rect, occurrence.stretch, mark, tokens.panel)
    if status is not None:
        _paint_sign(painter, pens, rect, occurrence.stretch, BADGES[status])
    if occurrence.key in {emphasis.selected, emphasis.hovered}:
        is_selected = occurrence.key == emphasis.selected
        color = tokens.accent if is_selected else tokens.faint
        frame = rect.adjusted(-4, -4, 4, 4)
        outline_round(painter, frame, 8, color, 2.0 if emphasis.is_focused else 1.4)
    if placed.words:
        _paint_words(painter, chart, pens, placed, rect)


def _paint_words(painter: QPainter, chart: Chart, pens: Pens, placed: Placed, rect: QRectF) -> None:
    """Above the mark; of a bar that began before what is in sight, from the edge on."""
    start = chart.axis.x(placed.occurrence.stretch.start - placed.occurrence.stretch.margin)
    left = max(2.0, rect.left())
    room = min(max(rect.right(), max(start, rect.left()) + placed.words), chart.axis.width + 300)
    room -= left
    if start < 0:
        room = min(room, rect.right() - left)
    if room <= SHORTEST:
        return
    text, wide = pens.words(placed.occurrence)
    is_other = room < wide - 0.5 or (room > LONGEST and wide > LONGEST - 60)
    painter.setFont(pens.small)
    painter.setPen(pens.tokens.text)
    shown = pens.cut(placed.occurrence, room) if is_other else text
    painter.drawText(QPointF(left, rect.top() - 5), shown)


def _paint_sign(painter: QPainter, pens: Pens, rect: QRectF, stretch: Stretch, sign: str) -> None:
    """The sign of a status, where its mark is solid: no claim is told by colour alone."""
    left = marks.sign_left(rect, stretch)
    room = QRectF(left, rect.top(), min(GLYPH, rect.right() - left), rect.height())
    if room.width() >= GLYPH - 1:
        painter.setFont(pens.sign)
        painter.setPen(pens.tokens.text if stretch.is_uncertain else pens.tokens.panel)
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, sign)


def _paint_heaps(painter: QPainter, chart: Chart, pens: Pens, band: Band) -> None:
    """Bars by the root of their count, so that few can be told beside many; the count above.

    Whole pixels in one colour: smooth ones with light through them take ten times as long.
    """
    heaps = list(chart.heaps(band))
    most = max((max(heap.counts) for heap, _rect in heaps), default=1)
    bars, words = [], []
    for heap, rect in heaps:
        step, room = rect.width() / len(heap.counts), rect.height() - 18
        for number, count in enumerate(heap.counts):
            if count:
                high = max(2, round(room * (count / most) ** 0.5))
                left, right = rect.left() + number * step, rect.left() + (number + 1) * step
                bottom, wide = round(rect.bottom()), max(1, round(right) - round(left) - 1)
                bars.append(QRect(round(left), bottom - high, wide, high))
        tallest = max(2.0, room * (max(heap.counts) / most) ** 0.5)
        top = rect.bottom() - tallest - 18
        words.append((numerals.count(heap.total), QRectF(rect.left(), top, rect.width(), 16)))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_between(pens.tokens.panel, pens.tokens.accent, 0.6))
    painter.drawRects(bars)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(pens.small)
    painter.setPen(pens.tokens.muted)
    for text, place in words:
        if pens.metrics.horizontalAdvance(text) <= place.width():
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)


def _between(one: QColor, other: QColor, share: float) -> QColor:
    """A colour so far from one to another."""
    parts = zip(one.getRgb()[:3], other.getRgb()[:3], strict=True)  # type: ignore[index]
    return QColor(*(round(a + (b - a) * share) for a, b in parts))


def left_over_room(chart: Chart, pens: Pens, band: Band) -> tuple[QRectF, str] | None:
    """Where it stands in a lane how many in sight found no room in the rows, and in what words."""
    count = len(chart.left_over(band))
    if not count:
        return None
    text = _("+{n} more").format(n=count)
    wide = pens.metrics.horizontalAdvance(text) + 12
    return QRectF(chart.axis.width - wide - 6, band.top + band.height - 20, wide, 17), text


def _paint_left_over(painter: QPainter, chart: Chart, pens: Pens, band: Band) -> None:
    found = left_over_room(chart, pens, band)
    if found is not None:
        room, text = found
        painter.setFont(pens.small)
        fill_round(painter, room, 5, pens.tokens.neutral_soft)
        painter.setPen(pens.tokens.text)
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, text)


def _paint_ties(painter: QPainter, chart: Chart, pens: Pens, emphasis: Emphasis) -> None:
    """From what happened down to what was reported of it."""
    chosen = [key for key in (emphasis.selected, emphasis.hovered) if key]
    bold = {tie for key in chosen for tie in chart.prepared.ties.get(key, ())}
    faint = list(islice(chart.ties(), TIES + 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for tie in (*(faint if len(faint) <= TIES else ()), *bold):
        one, other = chart.rect(tie.happened), chart.rect(tie.reported)
        if one is None or other is None:
            continue
        color = QColor(getattr(pens.tokens, _STANCES[tie.stance]))
        color.setAlphaF(1.0 if tie in bold else 0.55)
        pen = QPen(color, 1.8 if tie in bold else 1.0)
        pen.setDashPattern([3.0, 2.4])
        painter.setPen(pen)
        painter.drawPath(_curve(chart, one, other))


def _curve(chart: Chart, one: QRectF, other: QRectF) -> QPainterPath:
    """Down out of the middle of what is in sight of one, into the top of the other."""
    left, right = max(one.left(), 0.0), min(one.right(), chart.axis.width)
    start = QPointF((left + right) / 2 if left < right else one.center().x(), one.bottom())
    end = QPointF(other.center().x(), other.top() - 1)
    reach = max(ROW, (end.y() - start.y()) * 0.5)
    path = QPainterPath(start)
    path.cubicTo(start + QPointF(0, reach), end - QPointF(0, reach), end)
    return path
