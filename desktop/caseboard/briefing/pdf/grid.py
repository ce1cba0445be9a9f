"""Tables: rows of cells under labels that are repeated on every page the table runs over."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from typing_extensions import override

from caseboard.briefing.pdf import scale
from caseboard.briefing.pdf.boxes import SLACK, Box, Stack
from caseboard.briefing.pdf.sheet import Sheet
from caseboard.briefing.pdf.structure import Node

GUTTER = 8.0
_TALL, _WORTH = 130.0, 52.0
"""A row taller than the one is parted where it leaves at least the other on the page."""
_FEW = 2
"""So many rows are not parted to keep the next one company."""


@dataclass(frozen=True, slots=True)
class Field:
    """What stands in one cell, `x` from the left edge of the table."""

    x: float
    body: Box
    node: Node | None = None
    """What the cell is in the structure; the fields of a mere layout are nothing of their own."""
    hangs: bool = False
    """Whether it may reach down beside the rows joined below, where they have nothing there."""


@dataclass(frozen=True, slots=True)
class GridRow:
    """Fields side by side. A `kept` row stays with the one before; a `joined` one does, unruled."""

    fields: tuple[Field, ...]
    anchor: str = ""
    joined: bool = False
    pad: float = 3.2
    kept: bool = False
    node: Node | None = None
    """What the row is in the structure."""
    whole: bool = False
    """Whether it moves to the next page rather than be parted: a picture and its caption."""
    hung: float = 0.0
    """How far a field reaches down beside the rows below, in points; of the last one, up."""

    @property
    def height(self) -> float:
        """The tallest field and the air around it."""
        tallest = max((field.body.height for field in self.fields), default=0.0)
        return tallest + self.pad * (1.0 if self.joined else 2.0) - self.hung

    def split(self, room: float, *, fresh: bool) -> "tuple[GridRow, GridRow] | None":
        """Part every field at `room`; nothing where none of them has anything above the cut.

        Unless on a `fresh` page, nor where one of them has to stay whole: a picture.
        """
        inner = room - 2 * self.pad
        parts = [_parted(field, inner, fresh=fresh) for field in self.fields]
        if not fresh and any(not head.body.height and tail.body.height for head, tail in parts):
            return None
        if not any(head.body.height for head, _tail in parts):
            return None
        heads, tails = zip(*parts, strict=True)
        return (
            GridRow(heads, self.anchor, self.joined, self.pad, node=self.node),
            GridRow(tails, "", joined=True, pad=self.pad, node=self.node),
        )


def hung(rows: Sequence[GridRow]) -> list[GridRow]:
    """The rows, pictures in them reaching down beside what is joined to them."""
    made = list(rows)
    for place, row in enumerate(rows):
        field = next((field for field in row.fields if field.hangs), None)
        if field is None:
            continue
        others = max((each.body.height for each in row.fields if each is not field), default=0.0)
        beside = list(_beside(rows[place + 1 :], field.x))
        room = sum(each.height for each in beside)
        over = max(field.body.height - others, 0.0)
        if beside and over:
            made[place] = replace(row, hung=over)
            # What reaches further than they do makes the last of them taller.
            last = place + len(beside)
            made[last] = replace(made[last], hung=min(room - over, 0.0))
    return made


def _beside(rows: Sequence[GridRow], x: float) -> Iterator[GridRow]:
    """The joined rows that come first and have nothing at `x`."""
    for row in rows:
        if not row.joined or not any(each.x == x and not each.body.height for each in row.fields):
            return
        yield row


class Grid(Box):
    """A table of `width`."""

    before, after = 5.0, 9.0

    def __init__(
        self,
        head: GridRow | None,
        rows: Sequence[GridRow],
        width: float,
        *,
        ruled: bool = True,
        node: Node | None = None,
        again: Box | None = None,
        is_rest: bool = False,
    ) -> None:
        """`again` stands above the labels wherever the table runs on."""
        self._again, self._is_rest = again, is_rest
        self._node = node
        self._head, self._rows, self._width, self._ruled = head, rows, width, ruled
        self._heights = [row.height for row in rows]
        self._top = head.height if head else 0.0
        if again is not None and is_rest:
            self._top += again.height
        self.height = self._top + sum(self._heights)

    @override
    def split(self, room: float, *, fresh: bool) -> tuple[Box, Box] | None:
        """Part it between rows; a row is parted only where it would not fit a page of its own."""
        used = self._top
        for place, height in enumerate(self._heights):
            if used + height <= room + SLACK:
                used += height
                continue
            is_worth = height > _TALL and room - used > _WORTH and not self._rows[place].whole
            if is_worth and (parts := self._rows[place].split(room - used, fresh=False)):
                return self._around(place, parts)
            cut = self._before_kept(place)
            if self._is_alone(cut):
                cut = self._before_kept(cut - 1) or cut
            if cut:
                return self._cut(self._rows[:cut], self._rows[cut:])
            if not fresh:
                return None
            return self._forced(place, room - used)
        return None

    def _around(self, place: int, parts: tuple[GridRow, GridRow]) -> tuple[Box, Box]:
        rows = self._rows
        return self._cut((*rows[:place], parts[0]), (parts[1], *rows[place + 1 :]))

    def _is_alone(self, cut: int) -> bool:
        """Whether one short row of many would stand on the next page by itself."""
        rows, heights = self._rows[cut:], self._heights[cut:]
        is_one = not any(not (row.joined or row.kept) for row in rows[1:])
        return cut > _FEW and is_one and sum(heights) < _WORTH

    def _before_kept(self, place: int) -> int:
        while place and (self._rows[place].joined or self._rows[place].kept):
            place -= 1
        return place

    def _forced(self, place: int, room: float) -> tuple[Box, Box] | None:
        rows = self._rows
        if parts := rows[place].split(room, fresh=True):
            return self._around(place, parts)
        return self._cut(rows[:place], rows[place:]) if place else None

    def _cut(self, upper: Sequence[GridRow], lower: Sequence[GridRow]) -> tuple[Box, Box]:
        return self._part(upper, is_rest=self._is_rest), self._part(lower, is_rest=True)

    def _part(self, rows: Sequence[GridRow], *, is_rest: bool) -> "Grid":
        return Grid(
            self._head,
            rows,
            self._width,
            ruled=self._ruled,
            node=self._node,
            again=self._again,
            is_rest=is_rest,
        )

    @override
    def draw(self, sheet: Sheet, x: float, top: float) -> None:
        """Draw labels, rules and fields."""
        with sheet.element(self._node):
            self._draw(sheet, x, top)

    def _draw_again(self, sheet: Sheet, x: float, top: float) -> float:
        if self._again is None or not self._is_rest:
            return top
        with sheet.artifact():
            self._again.draw(sheet, x, top)
        return top - self._again.height

    def _draw(self, sheet: Sheet, x: float, top: float) -> None:
        if self._head is not None:
            top = self._draw_again(sheet, x, top)
            _draw_row(self._head, sheet, x, top)
            top -= self._head.height
            sheet.rule(x, top, self._width, scale.INK, 0.7)
        for place, row in enumerate(self._rows):
            if self._ruled and place and not row.joined:
                sheet.rule(x, top, self._width, scale.LINE, 0.5)
            _draw_row(row, sheet, x, top)
            top -= self._heights[place]
        if self._ruled:
            sheet.rule(x, top, self._width, scale.LINE, 0.5)


def _parted(field: Field, room: float, *, fresh: bool) -> tuple[Field, Field]:
    nothing: Box = Stack(())
    body = field.body
    if body.height <= room + SLACK:
        return field, replace(field, body=nothing)
    head, tail = body.split(room, fresh=fresh) or (nothing, body)
    return replace(field, body=head), replace(field, body=tail)


def _draw_row(row: GridRow, sheet: Sheet, x: float, top: float) -> None:
    if row.anchor:
        sheet.mark(row.anchor, x, top + 4)
    top -= 0.0 if row.joined else row.pad
    with sheet.element(row.node):
        for field in row.fields:
            with sheet.element(field.node):
                field.body.draw(sheet, x + field.x, top)
