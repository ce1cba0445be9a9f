"""Where each event of a lane stands: in which row, with or without its words, or counted."""

import math
from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from caseboard.analysis.occurrences import EventKind, Occurrence
from caseboard.analysis.stretches import Stretch
from caseboard.ui.timeline.axis import Axis
from caseboard.ui.timeline.lanes import Lane

GLYPH = 12.0
"""Pixels of the mark of a moment; what is shorter is drawn as one."""
GAP = 8.0
"""Pixels between two events of a row."""
CELL = 64.0
"""Pixels of the piece of a lane that is either told event by event, or counted."""
LEAST = 90.0
"""Pixels that words may be cut to where events are counted beside them."""
LASTING = 4
"""Times the rows: how many of what lasts are told, or named as left over, before any is counted."""
PARTS = 8
"""Bars of a cell where events are counted."""
Measure = Callable[[Occurrence], float]
"""How many pixels the words of an event take."""


class Placed(NamedTuple):
    """An event in its row, counted from 0 at the top."""

    occurrence: Occurrence
    row: int
    words: float
    """Pixels from the start of its mark that its words may take; 0 for none."""


class Heap(NamedTuple):
    """Where events are counted: from `start` until before `end`, `counts` in equal parts."""

    start: float
    end: float
    counts: tuple[int, ...]

    @property
    def total(self) -> int:
        """All of them."""
        return sum(self.counts)


@dataclass(frozen=True, slots=True)
class Laid:
    """A lane laid out at one scale, from `start` to `end` and no further."""

    scale: float = 0.0
    rows: int = 0
    start: float = 0.0
    end: float = 0.0
    placed: tuple[Placed, ...] = ()
    heaps: tuple[Heap, ...] = ()
    left_over: tuple[Occurrence, ...] = ()
    """What found no room."""
    at: Mapping[str, Placed] = field(default_factory=dict)
    """What is placed, by key."""

    def covers(self, axis: Axis, rows: int) -> bool:
        """Whether it will do for what is in sight there."""
        return (
            self.scale == axis.scale
            and self.rows == rows
            and self.start <= axis.start
            and axis.end <= self.end
        )


def lay(
    lane: Lane,
    axis: Axis,
    rows: int,
    measure: Measure,
    *,
    before: Mapping[str, Placed],
    first: Collection[Occurrence] = (),
    margin: float = 1.0,
) -> Laid:
    """Lay out what is in sight and `margin` times as much to either side.

    What was in a row `before` stays there where it can, and `first` are placed before others,
    counted or not; layers come last. Counted is what is short, where more begin than there are
    rows for.
    """
    start = axis.start - margin * axis.width * axis.scale
    end = axis.end + margin * axis.width * axis.scale
    heaps, told = _sorted_out(lane, axis.scale, rows, start, end)
    seen = {each.key for each in told}
    told += [each for each in first if each.key not in seen]
    urgent = {each.key for each in first}
    told.sort(key=lambda o: (o.key not in urgent, o.key not in before, _last(o), o.stretch.start))
    shelves = _Shelves(rows, axis, measure, [axis.x(heap.start) for heap in heaps])
    left_over = []
    for each in told:
        stood = before.get(each.key)
        if not shelves.put(each, stood.row if stood else None):
            left_over.append(each)
    placed = tuple(shelves.placed.values())
    return Laid(
        axis.scale, rows, start, end, placed, tuple(heaps), tuple(left_over), shelves.placed
    )


def box(stretch: Stretch, axis: Axis) -> tuple[float, float]:
    """From which pixel to which its mark is drawn; an open end lies beyond what is in sight."""
    left, right = axis.x(stretch.start - stretch.margin), axis.x(stretch.end + stretch.margin)
    if right - left < GLYPH:
        middle = axis.x(stretch.anchor)
        return middle - GLYPH / 2, middle + GLYPH / 2
    return left, right


def _sorted_out(
    lane: Lane, scale: float, rows: int, start: float, end: float
) -> tuple[list[Heap], list[Occurrence]]:
    """What is counted and what is told, of all that has a part of itself in that stretch.

    Counted is where more begin than there are rows: what is short by the cell; what lasts longer,
    where there are far more, by as many cells as it is long.
    """
    size = CELL * scale
    cells = range(math.floor(start / size), math.ceil(end / size))
    told = [each for each in lane.open if each.stretch.meets(start, end)]
    counts: defaultdict[int, list[int]] = defaultdict(lambda: [0] * PARTS)
    for number in cells:
        at = number * size
        if lane.begun(at, at + size, size) <= max(1, rows):
            told += lane.short(at, at + size, size)
        else:
            _count(counts[number], at, size, lambda a, b: lane.begun(a, b, size))
    for most, held, starts in lane.classes(size):
        span = 2 ** math.ceil(math.log2(most / size))
        for window in range(math.floor((start - most) / size / span), cells.stop // span + 1):
            first = bisect_left(starts, window * span * size)
            last = bisect_left(starts, (window + 1) * span * size)
            if last - first <= LASTING * max(1, rows):
                told += (o for o in held[first:last] if _is_seen(o.stretch, start, end))
                continue
            for number in range(
                max(cells.start, window * span), min(cells.stop, (window + 1) * span)
            ):
                begun = _counting(starts)
                _count(counts[number], number * size, size, begun)
    heaps = [
        Heap(number * size, (number + 1) * size, tuple(counted))
        for number, counted in sorted(counts.items())
        if any(counted)
    ]
    return heaps, told


def _last(occurrence: Occurrence) -> bool:
    """A day of a map is no event, and leaves its room to those."""
    return occurrence.kind is EventKind.LAYER


def _is_seen(stretch: Stretch, start: float, end: float) -> bool:
    return stretch.end + stretch.margin >= start and stretch.start - stretch.margin < end


def _counting(starts: list[float]) -> Callable[[float, float], int]:
    return lambda one, other: bisect_left(starts, other) - bisect_left(starts, one)


def _count(parts: list[int], at: float, size: float, begun: Callable[[float, float], int]) -> None:
    """Add how many begin in each part of a cell."""
    step = size / PARTS
    for number in range(PARTS):
        parts[number] += begun(at + number * step, at + (number + 1) * step)


class _Taken(NamedTuple):
    """The pixels of a row that an event takes: its mark, and up to where its words go."""

    left: float
    right: float
    words: float
    key: str


class _Shelves:
    """The rows, filled one event after the other."""

    def __init__(self, rows: int, axis: Axis, measure: Measure, heaps: list[float]) -> None:
        """`heaps` are the pixels at which what is counted begins, in order."""
        self._rows: list[list[_Taken]] = [[] for _row in range(rows)]
        self._axis = axis
        self._measure = measure
        self._heaps = heaps
        self.placed: dict[str, Placed] = {}

    def put(self, occurrence: Occurrence, before: int | None) -> bool:
        """In its row of before, else in the first with room for its words and for its mark.

        Where there is none, words of others make room for its mark; False where marks do not.
        """
        left, right = box(occurrence.stretch, self._axis)
        words = max(right, self._words_to(occurrence, left, right))
        order = list(range(len(self._rows)))
        if before is not None and before < len(order):
            order.insert(0, before)
        for row in order:
            if not self._met(row, left, words, with_words=True):
                return self._take(row, _Taken(left, right, words, occurrence.key), occurrence)
        for row in order:
            if not self._met(row, left, right, with_words=False):
                for other in self._met(row, left, right, with_words=True):
                    self._silence(row, other)
                end = right if self._met(row, left, words, with_words=True) else words
                return self._take(row, _Taken(left, right, end, occurrence.key), occurrence)
        return False

    def _words_to(self, occurrence: Occurrence, left: float, right: float) -> float:
        """Up to which pixel its words go: not over what is counted beside it."""
        if math.isinf(left):
            return right
        words = left + self._measure(occurrence)
        next_heap = bisect_left(self._heaps, right)
        if next_heap < len(self._heaps) and self._heaps[next_heap] < words:
            words = self._heaps[next_heap] - GAP
        return words if words - left >= min(LEAST, self._measure(occurrence)) else right

    def _met(self, row: int, left: float, right: float, *, with_words: bool) -> list[_Taken]:
        """What of a row is in the way."""
        taken = self._rows[row]
        at = bisect_left(taken, (left,))
        met = []
        for each in taken[max(0, at - 1) :]:
            if each.left >= right + GAP:
                break
            if (each.words if with_words else each.right) + GAP > left:
                met.append(each)
        return met

    def _take(self, row: int, taken: _Taken, occurrence: Occurrence) -> bool:
        insort(self._rows[row], taken)
        words = taken.words - taken.left if taken.words > taken.right else 0.0
        if taken.words == taken.right and taken.right - taken.left >= LEAST:
            words = taken.right - taken.left  # a bar long enough to hold them
        self.placed[occurrence.key] = Placed(occurrence, row, words)
        return True

    def _silence(self, row: int, taken: _Taken) -> None:
        """Take its words away."""
        self._rows[row].remove(taken)
        insort(self._rows[row], taken._replace(words=taken.right))
        self.placed[taken.key] = self.placed[taken.key]._replace(words=0.0)
