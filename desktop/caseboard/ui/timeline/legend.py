"""What the marks of a timeline mean: the kinds and the statuses that are there."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from caseboard.analysis.occurrences import EventKind, Timeline
from caseboard.analysis.standing import status_name
from caseboard.analysis.stretches import Stretch
from caseboard.model.terms import ClaimStatus
from caseboard.ui.graph.look import BADGES, STATUS_TINTS
from caseboard.ui.lib.paint import painter_for
from caseboard.ui.lib.theme import Theme, Weight
from caseboard.ui.lib.tokens import Tint, Tokens, colours
from caseboard.ui.timeline import marks
from caseboard.ui.timeline.axis import Axis
from caseboard.ui.timeline.laying import GLYPH
from caseboard.ui.timeline.look import MARKS, TINTS, Mark, Names, kinds_name, type_of

GAP = 16.0
LINE = 20.0
_MOMENT = Stretch(0.0, 0.0)


class Entry(NamedTuple):
    """A mark with its words, perhaps with a sign in it."""

    mark: Mark
    tint: Tint
    words: str
    sign: str = ""


def entries(timeline: Timeline, names: Names) -> list[Entry]:
    """What is there to be explained: claims by their status, all else by its kind."""
    kinds = {each.kind for each in timeline.occurrences}
    statuses = set(names.statuses.values())
    found = [
        Entry(Mark.DISC, STATUS_TINTS[status], status_name(status), BADGES[status])
        for status in ClaimStatus
        if EventKind.CLAIM in kinds and status in statuses
    ]
    rest = (kind for kind in EventKind if kind in kinds and kind is not EventKind.CLAIM)
    return found + [Entry(MARKS[kind], TINTS[kind], kinds_name(kind)) for kind in rest]


def draw(
    painter: QPainter,
    theme: Theme,
    tokens: Tokens,
    listed: Sequence[Entry],
    room: QRectF,
) -> None:
    """Draw the entries one after the other, on as many lines as they take."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for entry, at in _placed(theme, listed, room.width()):
        top = room.topLeft() + at
        rect = QRectF(top.x(), top.y() + (LINE - GLYPH) / 2, GLYPH, GLYPH)
        ink, _ground = colours(tokens, entry.tint)
        marks.paint(painter, Axis(), rect, _MOMENT, entry.mark, ink)
        if entry.sign:
            painter.setFont(type_of(theme, 9, Weight.Bold))
            painter.setPen(tokens.panel)
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, entry.sign)
        painter.setFont(type_of(theme, 11))
        painter.setPen(tokens.muted)
        words = QRectF(rect.right() + 6, top.y(), room.width(), LINE)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, entry.words)


def height(theme: Theme, listed: Sequence[Entry], width: float) -> float:
    """How high they stand in so many pixels."""
    return max((at.y() for _entry, at in _placed(theme, listed, width)), default=-LINE) + LINE


def _placed(theme: Theme, listed: Sequence[Entry], width: float) -> Iterator[tuple[Entry, QPointF]]:
    metrics = QFontMetricsF(type_of(theme, 11))
    x = y = 0.0
    for entry in listed:
        wide = GLYPH + 6 + metrics.horizontalAdvance(entry.words) + GAP
        if x > 0 and x + wide > width + GAP:
            x, y = 0.0, y + LINE
        yield entry, QPointF(x, y)
        x += wide


class TimelineLegend(QWidget):
    """The entries, as high as they need."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._listed: list[Entry] = []
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self._on_theme_changed)

    def show_entries(self, listed: Sequence[Entry]) -> None:
        """Explain these."""
        self._listed = list(listed)
        said = (f"{entry.sign} {entry.words}".strip() for entry in listed)
        self.setAccessibleName(", ".join(said))
        self.updateGeometry()
        self.update()

    @override
    def heightForWidth(self, width: int, /) -> int:
        scale = self._theme.scale
        return round(height(self._theme, self._listed, width / scale) * scale)

    @override
    def sizeHint(self) -> QSize:
        return QSize(200, self.heightForWidth(max(200, self.width())))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_for(self)
        scale = self._theme.scale
        painter.scale(scale, scale)
        room = QRectF(0, 0, self.width() / scale, self.height() / scale)
        draw(painter, self._theme, self._theme.tokens, self._listed, room)

    @Slot()
    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()
