"""Where proposals stand in a document: found block by block as they come into sight.

There may be thousands of them, so nothing is placed that is not painted.
"""

import heapq
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Sequence
from itertools import accumulate
from operator import attrgetter

from PySide6.QtGui import QTextBlock

from caseboard.ui.reader.marks import Piece
from caseboard.ui.reader.offsets import OffsetMap
from caseboard.ui.reader.page import Highlight, MarkKind


class Suggested:
    """The proposals of one clip, of which one is current; its kin are its other mentions."""

    def __init__(self) -> None:
        self.marks: Sequence[Highlight] = ()
        self.current = ""
        self.kin: Collection[str] = frozenset()
        self._starts: list[int] = []
        self._reach: list[int] = []
        self._pieces: dict[int, list[Piece]] = {}

    def show(self, marks: Iterable[Highlight]) -> None:
        """These are proposed now."""
        self.marks = sorted(marks, key=attrgetter("start"))
        self._starts = [mark.start for mark in self.marks]
        self._reach = list(accumulate((mark.end for mark in self.marks), max))
        self.forget_places()

    def choose(self, key: str, kin: Collection[str] = ()) -> None:
        """Make one current; the empty key makes none so."""
        self.current, self.kin = key, frozenset(kin)

    def forget_places(self) -> None:
        """The document is another, or other marks stand in it."""
        self._pieces.clear()

    def find(self, key: str) -> Highlight | None:
        """The proposal of that key."""
        return next((mark for mark in self.marks if mark.key == key), None) if key else None

    def between(self, start: int, end: int) -> Sequence[Highlight]:
        """Those that stand between two offsets of the clip, wholly or in part."""
        first = bisect_right(self._reach, start)
        last = bisect_left(self._starts, end)
        return [mark for mark in self.marks[first:last] if mark.end > start]

    def pieces(self, block: QTextBlock, offsets: OffsetMap, others: Sequence[Piece]) -> list[Piece]:
        """The parts of them in a block, each in a lane that none of `others` under it uses."""
        number = block.blockNumber()
        if number not in self._pieces:
            self._pieces[number] = self._placed(block, offsets, others) if self.marks else []
        return self._pieces[number]

    def _placed(
        self, block: QTextBlock, offsets: OffsetMap, others: Sequence[Piece]
    ) -> list[Piece]:
        begin = block.position()
        until = begin + block.length()
        found = [
            (max(first, begin) - begin, min(last, until) - begin, mark)
            for start, end in offsets.stretches(begin, until)
            for mark in self.between(start, end)
            for first, last in offsets.spans(max(mark.start, start), min(mark.end, end))
        ]
        names = [each for each in found if each[2].kind is not MarkKind.SAYING]
        placed = _in_lanes(names, others)
        sayings = [each for each in found if each[2].kind is MarkKind.SAYING]
        return _in_lanes(sayings, [*others, *placed]) + placed


def _in_lanes(found: Sequence[tuple[int, int, Highlight]], others: Sequence[Piece]) -> list[Piece]:
    """Each in the lowest lane that is free over all its length."""
    waiting = sorted(((p.start, p.end, p.lane) for p in others), reverse=True)
    under: list[tuple[int, int]] = []
    placed = []
    for start, end, mark in sorted(found, key=lambda each: (each[0], -each[1])):
        while waiting and waiting[-1][0] < end:
            _first, last, lane = waiting.pop()
            heapq.heappush(under, (last, lane))
        while under and under[0][0] <= start:
            heapq.heappop(under)
        used = {lane for _last, lane in under}
        lane = next(n for n in range(len(used) + 1) if n not in used)
        heapq.heappush(under, (end, lane))
        placed.append(Piece(mark, start, end, lane))
    return placed
