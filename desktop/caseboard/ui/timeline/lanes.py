"""The lanes: which events of a clock are in sight, found without looking at all the others."""

import math
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from caseboard.analysis.occurrences import Occurrence, Tie, Timeline
from caseboard.analysis.stretches import Stretch
from caseboard.analysis.tallies import Tally
from caseboard.analysis.timeline import Clock
from caseboard.ui.timeline import scales


class Lane:
    """The events of one clock, by how long they are, so that few are looked at for a view.

    Each class holds what lasts up to a power of two of seconds, in order of the starts.
    """

    def __init__(self, occurrences: Iterable[Occurrence] = ()) -> None:
        classes: defaultdict[int, list[Occurrence]] = defaultdict(list)
        self.open: list[Occurrence] = []
        """Those without an end, or without a start."""
        self.count = 0
        for each in occurrences:
            self.count += 1
            if each.stretch.is_open:
                self.open.append(each)
            else:
                classes[_class_of(each.stretch)].append(each)
        self._classes = sorted(
            (2.0**number, sorted(held, key=lambda each: each.stretch.start))
            for number, held in classes.items()
        )
        self._starts = [[each.stretch.start for each in held] for _most, held in self._classes]

    def classes(self, longest: float) -> Iterator[tuple[float, Sequence[Occurrence], list[float]]]:
        """What lasts longer than `longest`: up to how long, the events and their starts."""
        for (most, held), starts in zip(self._classes, self._starts, strict=True):
            if most > longest:
                yield most, held, starts

    def short(self, start: float, end: float, longest: float) -> Iterator[Occurrence]:
        """What lasts no longer than `longest` and begins in that stretch."""
        for (most, held), starts in zip(self._classes, self._starts, strict=True):
            if most <= longest:
                yield from held[bisect_left(starts, start) : bisect_left(starts, end)]

    def begun(self, start: float, end: float, longest: float = math.inf) -> int:
        """How many that last no longer than `longest` seconds begin in that stretch."""
        found = 0
        for (most, _held), starts in zip(self._classes, self._starts, strict=True):
            if most > longest:
                break
            found += bisect_left(starts, end) - bisect_left(starts, start)
        return found


def _class_of(stretch: Stretch) -> int:
    return max(0, math.ceil(math.log2(max(1.0, stretch.length + 2 * stretch.margin))))


@dataclass(frozen=True, slots=True)
class Prepared:
    """A timeline, sorted for being drawn: made off the thread that draws."""

    timeline: Timeline = field(default_factory=Timeline)
    lanes: Mapping[Clock, Lane] = field(default_factory=dict)
    keys: Mapping[str, Occurrence] = field(default_factory=dict)
    ties: Mapping[str, Sequence[Tie]] = field(default_factory=dict)
    """By the keys of both their ends."""
    tallies: Mapping[Clock, Tally] = field(default_factory=dict)
    most: tuple[float, float] | None = None
    """The stretch to look at first, seconds since 1970 UTC."""


def prepare(timeline: Timeline) -> Prepared:
    """Sort a timeline for being drawn."""
    ties: defaultdict[str, list[Tie]] = defaultdict(list)
    for tie in timeline.ties:
        ties[tie.happened].append(tie)
        ties[tie.reported].append(tie)
    parts = {clock: [o for o in timeline.occurrences if o.clock is clock] for clock in Clock}
    return Prepared(
        timeline,
        {clock: Lane(part) for clock, part in parts.items()},
        {each.key: each for each in timeline.occurrences},
        dict(ties),
        {clock: Tally(each.stretch for each in part) for clock, part in parts.items()},
        scales.most(timeline),
    )
