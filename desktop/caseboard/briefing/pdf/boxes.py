"""Boxes: text and shapes with a height, that can be split where a page ends, and drawn.

A box is laid out for its width when it is made; drawing it does nothing but draw.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import Self

from typing_extensions import override

from caseboard.briefing.pdf.lines import Ink, Line, break_lines
from caseboard.briefing.pdf.scale import Type
from caseboard.briefing.pdf.sheet import Sheet
from caseboard.briefing.pdf.structure import Node

SLACK = 0.01
"""What rounding may cost, in points."""


class Box(ABC):
    """Something of a height. `before` and `after` are the least distance to its neighbours."""

    height: float = 0.0
    before: float = 0.0
    after: float = 0.0
    sticky: bool = False
    """Whether it must stand on the page of what follows it."""
    is_figure: bool = False
    """Whether it has numbers that go up from one to the next."""
    stub: "Box | None" = None
    """What may stand in its place where it stands at the head of the next page instead."""

    def split(self, room: float, *, fresh: bool) -> "tuple[Box, Box] | None":  # noqa: ARG002
        """What fits into `room` and the rest, or nothing where it cannot well be parted.

        `fresh` says that the room is a whole empty page: then any parting beats none.
        """
        return None

    def lowered(self, by: float) -> "Box | None":  # noqa: ARG002  most boxes are as tall as they are
        """The same, `by` points lower or somewhat more; nothing where it would be seen worse."""
        return None

    def titles(self) -> Iterator[str]:
        """The anchors of sections that begin in it."""
        yield from ()

    @abstractmethod
    def draw(self, sheet: Sheet, x: float, top: float) -> None:
        """Draw it below `top`, from `x`."""


class TextBox(Box):
    """Lines of one paragraph. At least two of them stand on either side of a page's end."""

    def __init__(
        self, lines: Sequence[Line], kind: Type, *, anchor: str = "", node: Node | None = None
    ) -> None:
        self._lines = lines
        self._kind = kind
        self._anchor = anchor
        self._node = node or Node()
        self.height = len(lines) * kind.leading
        self.before, self.after = kind.before, kind.after

    @classmethod
    def of(
        cls,
        pieces: Sequence[tuple[Ink, str]],
        kind: Type,
        width: float,
        *,
        anchor: str = "",
        node: Node | None = None,
    ) -> Self:
        """Text broken to `width`; a plain paragraph of the structure, unless `node` is another."""
        return cls(break_lines(pieces, width), kind, anchor=anchor, node=node)

    @override
    def split(self, room: float, *, fresh: bool) -> tuple[Box, Box] | None:
        """Part it between two lines, never leaving one line alone."""
        fitting = int((room + SLACK) / self._kind.leading)
        last = len(self._lines) - (1 if fresh else 2)
        cut = min(fitting, last)
        if cut < (1 if fresh else 2):
            return None
        head = type(self)(self._lines[:cut], self._kind, anchor=self._anchor, node=self._node)
        return head, type(self)(self._lines[cut:], self._kind, node=self._node)

    @override
    def draw(self, sheet: Sheet, x: float, top: float) -> None:
        """Draw the lines."""
        if self._anchor:
            sheet.mark(self._anchor, x, top)
        kind = self._kind
        first = top - (kind.leading - kind.size) / 2 - 0.78 * kind.size
        with sheet.element(self._node):
            sheet.lines(
                (x, first - number * kind.leading, line) for number, line in enumerate(self._lines)
            )


class Stack(Box):
    """Boxes below each other."""

    def __init__(self, boxes: Sequence[Box]) -> None:
        self.boxes = boxes
        self.height = _height(boxes)
        if boxes:
            self.before, self.after = boxes[0].before, boxes[-1].after

    @override
    def split(self, room: float, *, fresh: bool) -> "tuple[Stack, Stack] | None":
        """Part it between two boxes or inside one; a sticky box goes with its follower."""
        used, boxes = 0.0, self.boxes
        for place, box in enumerate(boxes):
            start = used + (_gap(boxes[place - 1], box) if place else 0.0)
            if start + box.height <= room + SLACK:
                used = start + box.height
                continue
            if parts := box.split(room - start, fresh=fresh and not place):
                return self._parted(place, parts)
            cut = self._before_sticky(place)
            if cut:
                return Stack(boxes[:cut]), Stack(boxes[cut:])
            return self._forced(place, room - start) if fresh else None
        return None

    def _parted(self, place: int, parts: tuple[Box, Box]) -> "tuple[Stack, Stack]":
        head, tail = parts
        return Stack((*self.boxes[:place], head)), Stack((tail, *self.boxes[place + 1 :]))

    def _before_sticky(self, place: int) -> int:
        while place and self.boxes[place - 1].sticky:
            place -= 1
        return place

    def _forced(self, place: int, room: float) -> "tuple[Stack, Stack] | None":
        """Not even the first of it fits a whole page well: part it anyhow."""
        if parts := self.boxes[place].split(room, fresh=True):
            return self._parted(place, parts)
        cut = place or 1
        if cut == len(self.boxes):
            return None
        return Stack(self.boxes[:cut]), Stack(self.boxes[cut:])

    @override
    def titles(self) -> Iterator[str]:
        """Those of all boxes."""
        for box in self.boxes:
            yield from box.titles()

    @override
    def draw(self, sheet: Sheet, x: float, top: float) -> None:
        """Draw each below the one before."""
        for place, box in enumerate(self.boxes):
            if place:
                top -= _gap(self.boxes[place - 1], box)
            box.draw(sheet, x, top)
            top -= box.height


class _Around(Box):
    """A box that looks as the one inside it."""

    def __init__(self, box: Box) -> None:
        self._box = box
        self.height, self.before, self.after = box.height, box.before, box.after

    @override
    def titles(self) -> Iterator[str]:
        """Those inside."""
        return self._box.titles()

    @override
    def draw(self, sheet: Sheet, x: float, top: float) -> None:
        """Draw it."""
        self._box.draw(sheet, x, top)


class Kept(_Around):
    """A box that moves to the next page rather than be parted."""

    @override
    def split(self, room: float, *, fresh: bool) -> tuple[Box, Box] | None:
        """Only where a whole page is too short for it."""
        return self._box.split(room, fresh=True) if fresh else None


class Pliant(_Around):
    """A box that `make` makes at a share of its size, from `least` to 1."""

    def __init__(self, make: Callable[[float], Box], least: float, share: float = 1.0) -> None:
        super().__init__(make(share))
        self._make, self._least = make, least

    @override
    def split(self, room: float, *, fresh: bool) -> tuple[Box, Box] | None:
        """As it would be split were it not to be made smaller."""
        return self._box.split(room, fresh=fresh)

    @override
    def lowered(self, by: float) -> Box | None:
        """At the share that is low enough, where there is one."""
        lowest = Pliant(self._make, self._least, self._least)
        most = self.height - lowest.height
        if by > most + SLACK:
            return None
        share = 1 - (1 - self._least) * (by / most if most else 1.0)
        lower = Pliant(self._make, share, share)
        return lower if lower.height <= self.height - by + SLACK else lowest


class Hanging(Box):
    """A box with a label hanging to its left: an item of a list."""

    def __init__(
        self, label: Box | None, body: Box, *, indent: float, hang: float, anchor: str = ""
    ) -> None:
        self._label, self._body = label, body
        self._indent, self._hang = indent, hang
        self._anchor = anchor
        self.height = max(body.height, label.height if label else 0.0)
        self.before, self.after = body.before, body.after

    @override
    def split(self, room: float, *, fresh: bool) -> tuple[Box, Box] | None:
        """Part the body; the label stays with its beginning, and is never parted."""
        if self._label is not None and self._label.height > room + SLACK:
            return None
        parts = self._body.split(room, fresh=fresh)
        if parts is None:
            return None
        head, tail = parts
        return (
            Hanging(self._label, head, indent=self._indent, hang=self._hang, anchor=self._anchor),
            Hanging(None, tail, indent=self._indent, hang=self._hang),
        )

    @override
    def draw(self, sheet: Sheet, x: float, top: float) -> None:
        """Draw label and body."""
        if self._anchor:
            sheet.mark(self._anchor, x, top)
        if self._label is not None:
            self._label.draw(sheet, x + self._indent, top)
        self._body.draw(sheet, x + self._indent + self._hang, top)


class Beside(Box):
    """A box and a smaller one to its right that belongs to its beginning."""

    def __init__(self, body: Box, aside: Box | None, *, at: float) -> None:
        self._body, self._aside, self._at = body, aside, at
        self.height = max(body.height, aside.height if aside else 0.0)
        self.before, self.after = body.before, body.after

    @override
    def split(self, room: float, *, fresh: bool) -> tuple[Box, Box] | None:
        """Part the body below what stands beside it."""
        if self._aside is not None and self._aside.height > room + SLACK:
            return None
        parts = self._body.split(room, fresh=fresh)
        if parts is None:
            return None
        return Beside(parts[0], self._aside, at=self._at), parts[1]

    @override
    def draw(self, sheet: Sheet, x: float, top: float) -> None:
        """Draw the body, then what stands beside it."""
        self._body.draw(sheet, x, top)
        if self._aside is not None:
            self._aside.draw(sheet, x + self._at, top)


def _gap(upper: Box, lower: Box) -> float:
    return max(upper.after, lower.before)


def _height(boxes: Sequence[Box]) -> float:
    gaps = sum(_gap(upper, lower) for upper, lower in pairwise(boxes))
    return sum(box.height for box in boxes) + gaps
