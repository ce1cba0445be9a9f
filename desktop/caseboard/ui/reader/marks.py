"""Where each highlight stands in a document, and in which lane its underline runs.

Highlights may overlap. Each one's underline has a lane of its own among those it overlaps, and a
longer one is painted before a shorter one, so that all of them can be seen.
"""

import heapq
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from PySide6.QtGui import QTextDocument

from caseboard.ui.reader.offsets import OffsetMap
from caseboard.ui.reader.page import Highlight, MarkKind


@dataclass(frozen=True, slots=True)
class Piece:
    """The part of a highlight in one block: `start` and `end` are positions within the block."""

    highlight: Highlight
    start: int
    end: int
    lane: int
    """0 is nearest the text."""


@dataclass(frozen=True)
class Marks:
    """All highlights of one document, found by block, by key and by offset."""

    highlights: Sequence[Highlight] = ()
    by_block: dict[int, list[Piece]] = field(default_factory=dict)
    """Block number to its pieces, those to be painted first in front."""

    def find(self, key: str) -> Highlight | None:
        """The highlight of that key."""
        return next((mark for mark in self.highlights if mark.key == key), None)


def place(highlights: Iterable[Highlight], offsets: OffsetMap, document: QTextDocument) -> Marks:
    """Where the highlights stand in `document`, whose text is told by `offsets`."""
    ordered = sorted(highlights, key=lambda mark: (mark.start, -mark.end, mark.key))
    by_block: dict[int, list[Piece]] = defaultdict(list)
    for mark, lane in zip(ordered, lanes(ordered), strict=True):
        for first, last in offsets.spans(mark.start, mark.end):
            block = document.findBlock(first)
            begin = block.position()
            piece = Piece(mark, first - begin, last - begin, lane)
            by_block[block.blockNumber()].append(piece)
    for pieces in by_block.values():
        pieces.sort(key=_painted_order)
    return Marks(tuple(ordered), dict(by_block))


def lanes(ordered: Sequence[Highlight]) -> list[int]:
    """The lane of each highlight, given by rising start: the lowest that nothing under it uses."""
    free: list[int] = []
    used: list[tuple[int, int]] = []
    found: list[int] = []
    opened = 0
    for mark in ordered:
        while used and used[0][0] <= mark.start:
            heapq.heappush(free, heapq.heappop(used)[1])
        if free:
            lane = heapq.heappop(free)
        else:
            lane, opened = opened, opened + 1
        heapq.heappush(used, (mark.end, lane))
        found.append(lane)
    return found


def _painted_order(piece: Piece) -> tuple[bool, int]:
    mark = piece.highlight
    return (mark.kind is MarkKind.SUGGESTION, mark.start - mark.end)
