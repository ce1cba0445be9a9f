"""The picture of a timeline: three lanes laid out along one axis, to be painted anywhere."""

import math
from collections.abc import Iterator
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF

from caseboard.analysis.occurrences import Occurrence, Tie, Timeline
from caseboard.analysis.timeline import Clock
from caseboard.ui.timeline import laying
from caseboard.ui.timeline.axis import Axis
from caseboard.ui.timeline.lanes import Lane, Prepared
from caseboard.ui.timeline.laying import GLYPH, Heap, Laid, Measure, Placed
from caseboard.ui.timeline.marks import rect_of

HEAD = 34.0
"""Pixels of the dates above the lanes."""
ROW = 36.0
"""Pixels of a row: a line of words and the mark under it."""
NAME = 25.0
"""Pixels of the name of a lane above its rows."""
PAD = 6.0
ASIDE, LITTLE = 1.0, 0.15
"""How much is laid out at either side of what is in sight, as shares of it."""
LEAST = 2.0
"""The weight of a lane with hardly anything in it."""


@dataclass(frozen=True, slots=True)
class Band:
    """Where a lane lies, in pixels."""

    clock: Clock
    top: float
    height: float

    @property
    def rows(self) -> int:
        """How many rows it has room for."""
        return max(1, int((self.height - NAME - PAD) // ROW))

    def row_top(self, row: int) -> float:
        """The top of the words of a row."""
        return self.top + NAME + row * ROW


@dataclass(slots=True)
class Chart:
    """Lays the lanes out as the axis asks, and knows what stands where."""

    measure: Measure
    prepared: Prepared = field(default_factory=Prepared)
    laid: dict[Clock, Laid] = field(default_factory=dict)
    axis: Axis = field(default_factory=Axis)
    height: float = 400.0
    first: str = ""
    """The key of what is placed before others."""

    @property
    def timeline(self) -> Timeline:
        """What is shown."""
        return self.prepared.timeline

    def show(self, prepared: Prepared) -> None:
        """Show another timeline."""
        self.prepared = prepared
        self._lay_anew()

    def prefer(self, key: str) -> None:
        """Place this event before others, so that it is told whatever is counted."""
        if key != self.first:
            self.first = key
            if key and self.rect(key) is None:
                self._lay_anew()

    def _lay_anew(self) -> None:
        """What stands in a row stays there where it can."""
        self.laid = {clock: Laid(at=laid.at) for clock, laid in self.laid.items()}

    def forget(self) -> None:
        """Lay everything out anew: words may be wider or narrower."""
        self.laid = {}

    def look(self, axis: Axis, height: float) -> None:
        """Lay out what will be in sight there, where that is not done yet.

        At another scale with little beside it: that lasts no longer than until the next one.
        """
        self.axis, self.height = axis, height
        for band in self.bands():
            laid = self.laid.get(band.clock, Laid())
            if not laid.covers(axis, band.rows):
                self.laid[band.clock] = laying.lay(
                    self.prepared.lanes.get(band.clock, Lane()),
                    axis,
                    band.rows,
                    self.measure,
                    before=laid.at,
                    first=self._first_of(band.clock),
                    margin=ASIDE if laid.scale == axis.scale else LITTLE,
                )

    def _first_of(self, clock: Clock) -> tuple[Occurrence, ...]:
        chosen = self.prepared.keys.get(self.first)
        return (chosen,) if chosen is not None and chosen.clock is clock else ()

    def bands(self) -> list[Band]:
        """The lanes from above."""
        top, room = HEAD, max(3 * (ROW + NAME + PAD), self.height - HEAD)
        bands = []
        weights = {clock: self._weight(clock) for clock in Clock}
        for clock, weight in weights.items():
            height = room * weight / sum(weights.values())
            bands.append(Band(clock, top, height))
            top += height
        return bands

    def _weight(self, clock: Clock) -> float:
        """A lane with more in it is higher, but ten times as much does not take ten times."""
        lane = self.prepared.lanes.get(clock, Lane())
        return max(LEAST, math.log2(1 + min(lane.count, 64)))

    def band_at(self, y: float) -> Band | None:
        """The lane at that height; None above them."""
        return next((b for b in self.bands() if b.top <= y < b.top + b.height), None)

    def visible(self, band: Band) -> Iterator[tuple[Placed, QRectF]]:
        """What of a lane is in sight, with where its mark is drawn."""
        for placed in self.laid.get(band.clock, Laid()).placed:
            left, right = laying.box(placed.occurrence.stretch, self.axis)
            if right > 0 and left < self.axis.width:
                yield placed, self.rect_of(band, placed)

    def rect_of(self, band: Band, placed: Placed) -> QRectF:
        """Where the mark of an event is drawn."""
        top = band.row_top(placed.row) + ROW - GLYPH - 4
        return rect_of(placed.occurrence.stretch, self.axis, top, GLYPH)

    def heaps(self, band: Band) -> Iterator[tuple[Heap, QRectF]]:
        """Where events of a lane are counted, in sight."""
        for heap in self.laid.get(band.clock, Laid()).heaps:
            left, right = self.axis.x(heap.start), self.axis.x(heap.end)
            if right > 0 and left < self.axis.width:
                yield heap, QRectF(left, band.top + NAME, right - left, band.height - NAME - PAD)

    def hit(self, at: QPointF) -> Occurrence | None:
        """The event whose mark or words are there."""
        band = self.band_at(at.y())
        if band is None:
            return None
        found = None
        for placed, rect in self.visible(band):
            words = min(placed.words, self.measure(placed.occurrence))
            left = max(0.0, rect.left())
            area = QRectF(rect.left(), rect.top() - 2, rect.width(), rect.height() + 4)
            named = QRectF(left, rect.top() - ROW + GLYPH + 4, words, ROW - 4)
            if area.contains(at):
                return placed.occurrence
            if named.contains(at):
                found = placed.occurrence
        return found

    def heap_at(self, at: QPointF) -> Heap | None:
        """Where events are counted there."""
        band = self.band_at(at.y())
        heaps = self.heaps(band) if band else ()
        return next((heap for heap, rect in heaps if rect.contains(at)), None)

    def left_over(self, band: Band) -> list[Occurrence]:
        """What of a lane is in sight and found no room in its rows, in order of time."""
        start, end = self.axis.start, self.axis.end
        found = self.laid.get(band.clock, Laid()).left_over
        seen = (each for each in found if each.stretch.meets(start, end))
        return sorted(seen, key=lambda each: each.stretch.start)

    def rect(self, key: str) -> QRectF | None:
        """Where the mark of an event is, in sight or not; None where it is not told."""
        for band in self.bands():
            placed = self.laid.get(band.clock, Laid()).at.get(key)
            if placed is not None:
                return self.rect_of(band, placed)
        return None

    def ties(self) -> Iterator[Tie]:
        """The ties that end in a report in sight."""
        for band in self.bands():
            if band.clock is Clock.REPORTED:
                for placed, _rect in self.visible(band):
                    yield from self.prepared.ties.get(placed.occurrence.key, ())
