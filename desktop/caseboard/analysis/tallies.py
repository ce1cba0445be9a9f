"""How many occurrences lie where on a line of time, counted without looking at each."""

import math
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise

from caseboard.analysis.stretches import Stretch


class Tally:
    """Counts stretches; a count takes as long for twenty thousand as for twenty.

    Left out are those with an open end, and those longer than `longest` seconds.
    """

    def __init__(self, stretches: Iterable[Stretch] = (), longest: float = math.inf) -> None:
        told = list(stretches)
        closed = [each for each in told if not each.is_open and each.length <= longest]
        self.left_out = len(told) - len(closed)
        self._starts = sorted(each.start for each in closed)
        self._ends = sorted(max(each.end, each.start) for each in closed)

    def __len__(self) -> int:
        return len(self._starts)

    @property
    def bounds(self) -> tuple[float, float] | None:
        """From the first start to the last end, in seconds since 1970 UTC."""
        return (self._starts[0], self._ends[-1]) if self._starts else None

    def first_from(self, start: float) -> float | None:
        """When the first begins that does not begin before `start`."""
        at = bisect_left(self._starts, start)
        return self._starts[at] if at < len(self._starts) else None

    def begun(self, start: float, end: float) -> int:
        """How many begin from `start` until before `end`."""
        return bisect_left(self._starts, end) - bisect_left(self._starts, start)

    def going_on(self, start: float, end: float) -> int:
        """How many have a part of themselves from `start` until before `end`."""
        return bisect_left(self._starts, end) - bisect_right(self._ends, start)

    def bars(self, edges: Sequence[float]) -> list[int]:
        """How many go on between each two neighbours of `edges`."""
        return [self.going_on(one, other) for one, other in pairwise(edges)]
