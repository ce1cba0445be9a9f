"""Boxes that are more than text: headings, pills, tinted panels, rules."""

import math
from collections.abc import Iterator
from dataclasses import replace

from typing_extensions import override

from caseboard.briefing.pdf import scale
from caseboard.briefing.pdf.boxes import Box, TextBox
from caseboard.briefing.pdf.faces import Family, face
from caseboard.briefing.pdf.lines import Ink, Line, drawn_at, spans
from caseboard.briefing.pdf.sheet import Sheet

_LEAD = 7.0
_TIGHT = 2.0
"""The least air beside a word on a rounded ground."""
_TAB = 26.0
"""The thick beginning of a section's rule."""


class Titled(Box):
    """A heading that stays with what follows and stands in the reader's list of contents."""

    sticky = True

    def __init__(
        self,
        text: TextBox,
        title: str,
        anchor: str,
        *,
        level: int,
        rule: float = 0.0,
        mark: "PortionMark | None" = None,
    ) -> None:
        self._text, self._title, self._anchor = text, title, anchor
        self._level, self._rule, self._mark = level, rule, mark
        self._lead = _LEAD if rule else 0.0
        self.height = text.height + self._lead
        self.before, self.after = text.before, text.after

    @override
    def titles(self) -> Iterator[str]:
        """Its own, if it is a section's."""
        if not self._level:
            yield self._anchor

    @override
    def draw(self, sheet: Sheet, x: float, top: float) -> None:
        """Draw the rule above, the text, and mark the place."""
        sheet.mark(self._anchor, x, top + 4)
        sheet.bookmark(self._title, self._anchor, self._level)
        if self._rule:
            sheet.rule(x, top, self._rule, scale.LINE, 0.7)
            sheet.rule(x, top, _TAB, scale.INK, 2.2)
        self._text.draw(sheet, x, top - self._lead)
        if self._mark is not None:
            self._mark.draw(sheet, x, top - self._lead - self._text.height / 2)


class PortionMark:
    """The marking of a part, at the right of its heading: capitals on black, as on every page."""

    def __init__(self, text: str, colour: str, right: float) -> None:
        ink = Ink(face(Family.SANS, bold=True), scale.PORTION_SIZE, colour)
        self._spans = spans([(ink, text)])
        self._width = sum(span.width for span in self._spans)
        self._right = right

    @property
    def width(self) -> float:
        """With its ground."""
        return self._width + 9

    def draw(self, sheet: Sheet, left: float, middle: float) -> None:
        """Draw it around `middle`, at the right of a column that begins at `left`."""
        high = scale.PORTION_SIZE + 5
        x = left + self._right - self.width
        sheet.fill(x, middle - high / 2, self.width, high, scale.TLP_GROUND, radius=1.6)
        line = Line(self._spans, self._width)
        sheet.lines([(x + 4.5, middle - 0.36 * scale.PORTION_SIZE, line)])


class PillBox(Box):
    """One word on a rounded ground."""

    size = 7.0
    pad = 5.0
    height = 11.5
    before, after = 1.5, 2.5

    def __init__(self, word: str, ground: str, letters: str, room: float) -> None:
        ink = Ink(face(Family.SANS, bold=True), self.size, letters)
        self._spans = spans([(ink, word)])
        self._width = sum(span.width for span in self._spans)
        self._pad = min(self.pad, max((room - self._width) / 2, _TIGHT))
        if self._width > room - 2 * self._pad:  # as small as it must be, rather than cut
            share = max(room - 2 * self._pad, 1.0) / self._width
            size = self._spans[0].ink.size
            with drawn_at(math.inf):
                self._spans = spans([(replace(ink, size=share * size), word)])
            self._width = sum(span.width for span in self._spans)
        self._ground = ground

    @override
    def draw(self, sheet: Sheet, x: float, top: float) -> None:
        """Draw ground and word."""
        foot = top - self.height
        wide = self._width + 2 * self._pad
        sheet.fill(x, foot, wide, self.height, self._ground, radius=self.height / 2)
        sheet.lines([(x + self._pad, foot + 3.3, Line(self._spans, self._width))])


class EmblemBox(Box):
    """A small picture as vectors, no wider than its column."""

    before, after = 1.0, 2.0

    def __init__(self, svg: str, wide: float, high: float, room: float) -> None:
        self._svg = svg
        self._factor = min(scale.PIXEL, room / wide)
        self._size = (wide * self._factor, high * self._factor)
        self.height = self._size[1]

    @override
    def draw(self, sheet: Sheet, x: float, top: float) -> None:
        """Draw it."""
        sheet.emblem(self._svg, x, top - self.height, *self._size)


class Panel(Box):
    """A box on a tinted ground with a bar at its left."""

    inner_x, inner_y = 15.0, 9.0
    before, after = 8.0, 8.0

    def __init__(self, body: Box, width: float) -> None:
        self._body, self._width = body, width
        self.height = body.height + 2 * self.inner_y

    @override
    def split(self, room: float, *, fresh: bool) -> tuple[Box, Box] | None:
        """Part what is inside; both parts keep ground and bar."""
        parts = self._body.split(room - 2 * self.inner_y, fresh=fresh)
        if parts is None:
            return None
        return Panel(parts[0], self._width), Panel(parts[1], self._width)

    @override
    def titles(self) -> Iterator[str]:
        """Those inside."""
        return self._body.titles()

    @override
    def draw(self, sheet: Sheet, x: float, top: float) -> None:
        """Draw ground, bar and body."""
        sheet.fill(x, top - self.height, self._width, self.height, scale.TINT)
        sheet.fill(x, top - self.height, 3.0, self.height, scale.ACCENT)
        self._body.draw(sheet, x + self.inner_x, top - self.inner_y)


class Rule(Box):
    """A level line across the page."""

    def __init__(self, width: float, colour: str, weight: float, *, space: float) -> None:
        self._width, self._colour, self.height = width, colour, weight
        self.before = self.after = space

    @override
    def draw(self, sheet: Sheet, x: float, top: float) -> None:
        """Draw the line."""
        sheet.rule(x, top, self._width, self._colour, self.height)


class Ruled(Box):
    """A box below a hairline: one of several that are told apart."""

    before, after = 0.0, 0.0
    _air = 4.4

    def __init__(self, body: Box, width: float, *, is_first: bool) -> None:
        self._body, self._width, self._is_first = body, width, is_first
        self._above = 1.0 if is_first else self._air
        self.height = self._above + body.height + self._air

    @override
    def split(self, room: float, *, fresh: bool) -> tuple[Box, Box] | None:
        """Part what is inside; the rest stands without a line."""
        parts = self._body.split(room - self._above, fresh=fresh)
        if parts is None:
            return None
        head = Ruled(parts[0], self._width, is_first=self._is_first)
        return head, Ruled(parts[1], self._width, is_first=True)

    @override
    def draw(self, sheet: Sheet, x: float, top: float) -> None:
        """Draw the line and what stands below it."""
        if not self._is_first:
            sheet.rule(x, top, self._width, scale.LINE, 0.5)
        self._body.draw(sheet, x, top - self._above)


class Barred(Box):
    """A box with a thin bar at its left: a quotation."""

    def __init__(self, body: Box) -> None:
        self._body = body
        self.height, self.before, self.after = body.height, body.before, body.after

    @override
    def split(self, room: float, *, fresh: bool) -> tuple[Box, Box] | None:
        """Part what is inside."""
        parts = self._body.split(room, fresh=fresh)
        return None if parts is None else (Barred(parts[0]), Barred(parts[1]))

    @override
    def draw(self, sheet: Sheet, x: float, top: float) -> None:
        """Draw bar and body."""
        sheet.fill(x, top - self.height, 1.2, self.height, scale.LINE)
        self._body.draw(sheet, x + 8, top)
