"""Matching two sequences item by item, in a time that has a bound whatever they hold."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import pairwise

CELLS = 400_000
"""Pairs of items that are weighed in all; what is left when they are spent stays unmatched."""

Pair = tuple[int, int]
"""Places in the one and in the other."""


def aligned(
    one: Sequence[str], other: Sequence[str], weigh: Callable[[str], int] = len
) -> list[Pair]:
    """Places of equal items in the order of both: long common runs first, then the heaviest.

    Common ends are matched, then items that stand once in both hold the rest together (patience
    diff, Cohen 2009), and between them the heaviest common subsequence is taken.
    """
    return _Aligner(one, other, weigh).pairs()


class _Aligner:
    def __init__(
        self, one: Sequence[str], other: Sequence[str], weigh: Callable[[str], int]
    ) -> None:
        self._one, self._other, self._weigh = one, other, weigh
        self._left = CELLS
        self._found: list[Pair] = []

    def pairs(self) -> list[Pair]:
        rooms = [(0, len(self._one), 0, len(self._other))]
        while rooms:
            rooms += self._match(*rooms.pop())
        return sorted(self._found)

    def _match(self, a: int, b: int, c: int, d: int) -> list[tuple[int, int, int, int]]:
        """Match what is plain between these places; the rooms left to look into."""
        while a < b and c < d and self._one[a] == self._other[c]:
            self._found.append((a, c))
            a, c = a + 1, c + 1
        while a < b and c < d and self._one[b - 1] == self._other[d - 1]:
            b, d = b - 1, d - 1
            self._found.append((b, d))
        if a == b or c == d:
            return []
        anchors = self._anchors(a, b, c, d)
        if not anchors:
            self._weighed(a, b, c, d)
            return []
        self._found += anchors
        ends = [(a - 1, c - 1), *anchors, (b, d)]
        return [(low[0] + 1, high[0], low[1] + 1, high[1]) for low, high in pairwise(ends)]

    def _anchors(self, a: int, b: int, c: int, d: int) -> list[Pair]:
        """Items that stand once on either side, as many as keep their order."""
        here, there = Counter(self._one[a:b]), Counter(self._other[c:d])
        place = {item: n for n, item in enumerate(self._other[c:d], c) if there[item] == 1}
        pairs = [
            (n, place[item])
            for n, item in enumerate(self._one[a:b], a)
            if here[item] == 1 and item in place
        ]
        return _rising(pairs)

    def _weighed(self, a: int, b: int, c: int, d: int) -> None:
        """The heaviest common subsequence, if it is not too dear."""
        if (b - a) * (d - c) > self._left:
            return
        self._left -= (b - a) * (d - c)
        best = [[0] * (d - c + 1) for _ in range(b - a + 1)]
        for i in range(b - a - 1, -1, -1):
            item, row, below = self._one[a + i], best[i], best[i + 1]
            weight = self._weigh(item)
            for j in range(d - c - 1, -1, -1):
                row[j] = max(
                    below[j],
                    row[j + 1],
                    below[j + 1] + weight if item == self._other[c + j] else 0,
                )
        self._follow(best, a, c)

    def _follow(self, best: Sequence[Sequence[int]], a: int, c: int) -> None:
        i, j = 0, 0
        while best[i][j]:
            if best[i][j] == best[i + 1][j]:
                i += 1
            elif best[i][j] == best[i][j + 1]:
                j += 1
            else:
                self._found.append((a + i, c + j))
                i, j = i + 1, j + 1


def _rising(pairs: Sequence[Pair]) -> list[Pair]:
    """The longest part of `pairs`, which rise in the one, that rises in the other too."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for n, (_here, there) in enumerate(pairs):
        length = bisect_left(tails, there)
        before.append(ends[length - 1] if length else -1)
        tails[length : length + 1] = [there]
        ends[length : length + 1] = [n]
    chain, at = [], ends[-1] if ends else -1
    while at >= 0:
        chain.append(pairs[at])
        at = before[at]
    return chain[::-1]
