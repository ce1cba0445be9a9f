"""Where each passage of a clip's text stands in the document that shows it, and back.

A clip counts in Unicode code points, Qt in UTF-16 units; pictures, blocks of our own and the order
on the screen come between. All positions are Qt's, all offsets the clip's.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

ASTRAL = re.compile("[\U00010000-\U0010ffff]")
UNSHOWABLE = str.maketrans(
    {
        "\n": "\u2028",  # these would begin a new block
        "\r": "\u2028",
        "\u2029": "\u2028",
        "\x00": "\ufffd",
        "\ufdd0": "\ufffd",  # Qt's own marks for frames and objects
        "\ufdd1": "\ufffd",
        "\ufffc": "\ufffd",
        **{chr(code): "\ufffd" for code in range(0xD800, 0xE000)},
    }
)


def showable(text: str) -> str:
    """`text` as a Qt block can hold it: each code point stays one code point of the same width."""
    return text.translate(UNSHOWABLE)


@dataclass(frozen=True, slots=True)
class Run:
    """A passage of the clip that stands unbroken in the document from `position` on."""

    position: int
    start: int
    end: int
    astral: tuple[int, ...] = ()
    """Offsets of the code points that take two units."""

    @classmethod
    def of(cls, position: int, start: int, text: str) -> "Run":
        """The run of `text`, which begins at `start` in the clip."""
        astral = () if text.isascii() else tuple(_astral(start, text))
        return cls(position, start, start + len(text), astral)

    @property
    def stop(self) -> int:
        """The position after the last unit."""
        return self.position + self.end - self.start + len(self.astral)

    def position_of(self, offset: int) -> int:
        """Where the code point at `offset` begins."""
        return self.position + offset - self.start + bisect_left(self.astral, offset)

    def offset_of(self, position: int) -> int:
        """The code point at `position`; inside a pair of units, the one they make."""
        units = position - self.position
        pairs = bisect_left(
            range(len(self.astral)), units, key=lambda k: self.astral[k] - self.start + k
        )
        return self.start + units - pairs


@dataclass(frozen=True)
class OffsetMap:
    """All runs of one document; no two share text or positions."""

    runs: tuple[Run, ...] = ()
    """In the order of the document."""
    _by_text: tuple[Run, ...] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_by_text", tuple(sorted(self.runs, key=lambda r: r.start)))

    def spans(self, start: int, end: int) -> list[tuple[int, int]]:
        """The stretches of the document, first and last position, that show `start` to `end`."""
        first = bisect_right(self._by_text, start, key=lambda run: run.end)
        found: list[tuple[int, int]] = []
        for run in self._by_text[first:]:
            if run.start >= end:
                break
            a, b = max(start, run.start), min(end, run.end)
            found.append((run.position_of(a), run.position_of(b)))
        return found

    def offset_at(self, position: int) -> int | None:
        """The offset of the character shown at `position`, or None where the clip has none."""
        index = bisect_right(self.runs, position, key=lambda run: run.position) - 1
        if index < 0 or position >= self.runs[index].stop:
            return None
        return self.runs[index].offset_of(position)

    def passage(self, first: int, last: int) -> tuple[int, int] | None:
        """The offsets that a stretch of the document covers, or None where it covers no text.

        The document may show blocks in another order than the clip has them: then the passage
        ends where the order breaks, so that it never holds text that was not picked around it.
        """
        passage: tuple[int, int] | None = None
        for start, end in self.stretches(first, last):
            if passage is None:
                passage = (start, end)
            elif start < passage[1]:
                break
            else:
                passage = (passage[0], end)
        return passage

    def stretches(self, first: int, last: int) -> Iterator[tuple[int, int]]:
        """The offsets of each run that a stretch of the document covers, in its order."""
        index = bisect_right(self.runs, first, key=lambda run: run.stop)
        for run in self.runs[index:]:
            if run.position >= last:
                return
            start = run.offset_of(max(first, run.position))
            end = run.offset_of(min(last, run.stop))
            if start < end:
                yield start, end


def _astral(start: int, text: str) -> Iterable[int]:
    return (start + found.start() for found in ASTRAL.finditer(text))
