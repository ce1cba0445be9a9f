"""Boxes that are more than text: headings, pills, tinted panels, rules."""

from typing_extensions import override

from caseboard.briefing.pdf import scale
from caseboard.briefing.pdf.boxes import Box, TextBox
from caseboard.briefing.pdf.faces import Family, face
from caseboard.briefing.pdf.lines import Ink, Line, spans
from caseboard.briefing.pdf.sheet import Sheet


class Titled(Box):
    """A heading that stays with what follows and stands in the reader's list of contents."""

    sticky = True

    def __init__(
        self, text: TextBox, title: str, anchor: str, *, level: int, rule: float = 0.0
    ) -> None:
        self._text, self._title, self._anchor = text, title, anchor
        self._level, self._rule = level, rule
        self._lead = 5.0 if rule else 0.0
        self.height = text.height + self._lead
        self.before, self.after = text.before, text.after

    @override
    def draw(self, sheet: Sheet, x: float, top: float) -> None:
        """Draw the rule above, the text, and mark the place."""
        sheet.mark(self._anchor, x, top + 4)
        sheet.bookmark(self._title, self._anchor, self._level)
        if self._rule:
            sheet.rule(x, top, self._rule, scale.LINE, 0.8)
        self._text.draw(sheet, x, top - self._lead)


class PillBox(Box):
    """One word on a rounded ground."""

    size = 7.0
    height = 11.5
    before, after = 1.5, 2.5

    def __init__(self, word: str, ground: str, letters: str) -> None:
        ink = Ink(face(Family.SANS, bold=True), self.size, letters)
        self._spans = spans([(ink, word)])
        self._width = sum(span.width for span in self._spans)
        self._ground = ground

    @override
    def draw(self, sheet: Sheet, x: float, top: float) -> None:
        """Draw ground and word."""
        foot = top - self.height
        sheet.fill(x, foot, self._width + 10, self.height, self._ground, radius=self.height / 2)
        sheet.lines([(x + 5, foot + 3.3, Line(self._spans, self._width))])


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

    inner_x, inner_y = 13.0, 8.0
    before, after = 3.0, 6.0

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
    def draw(self, sheet: Sheet, x: float, top: float) -> None:
        """Draw ground, bar and body."""
        sheet.fill(x, top - self.height, self._width, self.height, scale.TINT)
        sheet.fill(x, top - self.height, 2.4, self.height, scale.ACCENT)
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
