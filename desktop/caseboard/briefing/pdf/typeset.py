"""Makes boxes of blocks: the one place where a kind of block meets its look."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from caseboard.briefing.blocks import (
    Aside,
    Block,
    Cell,
    Comparison,
    Emblem,
    Entry,
    Facts,
    Figures,
    Heading,
    Listing,
    MapFigure,
    Paragraph,
    Pill,
    Role,
    Row,
    Run,
    Runs,
    Section,
    Side,
    Table,
    Thumbnail,
    Yardstick,
    text_of,
)
from caseboard.briefing.pdf import scale
from caseboard.briefing.pdf.boxes import Beside, Box, Hanging, Kept, Stack, TextBox
from caseboard.briefing.pdf.faces import Family, face
from caseboard.briefing.pdf.figures import figure_grid, map_box, thumbnail
from caseboard.briefing.pdf.gauges import GAUGE_WIDTH, GaugeBox, YardstickBox
from caseboard.briefing.pdf.grid import GUTTER, Field, Grid, GridRow
from caseboard.briefing.pdf.lines import Ink, spans
from caseboard.briefing.pdf.scale import Type
from caseboard.briefing.pdf.shapes import Barred, EmblemBox, Panel, PillBox, Titled

_LABELS = (78.0, 130.0)
"""How wide the labels of facts are, least and most."""
_INDENT = 14.0
_SHORT = 150.0
"""A section no taller than this stands on one page."""


class Typesetter:
    """Sets blocks for a column `width` points wide."""

    def __init__(self, width: float) -> None:
        self.width = width
        self._measure = min(width, scale.MEASURE)
        self._headings = 0

    def section(self, section: Section) -> Iterator[Box]:
        """A section's boxes, its heading first."""
        text = TextBox.of(pieces((Run(section.title),), scale.SECTION), scale.SECTION, self.width)
        title = Titled(text, section.title, section.kind.value, level=0, rule=self.width)
        boxes = [box for block in section.blocks for box in self._block(block, section.kind.value)]
        whole = Stack([title, *boxes])
        if whole.height <= _SHORT:
            yield Kept(whole)
        else:
            yield from (title, *boxes)

    def _block(self, block: Block, section: str) -> Iterator[Box]:  # noqa: C901  one arm a kind
        match block:
            case Paragraph():
                box = self.paragraph(block, self._wide(block))
                box.sticky = text_of(block.runs).rstrip().endswith(":")
                yield box
            case Heading():
                yield self._heading(block, section)
            case Listing():
                yield from self._listing(block)
            case Table():
                yield self._table(block)
            case Figures():
                yield figure_grid(block, self.width, self.paragraph)
            case MapFigure():
                yield map_box(block, self.width, self.paragraph)
            case Comparison():
                yield self._comparison(block)
                yield from (self.paragraph(part, self._measure) for part in block.below)
            case Aside():
                inner = min(self.width - 2 * Panel.inner_x, scale.MEASURE * 1.1)
                body = Stack([self.paragraph(part, inner) for part in block.content])
                yield Panel(body, self.width)
            case Facts():
                yield from self._facts(block)
            case Yardstick():
                yield YardstickBox(block, self.width)

    def _wide(self, paragraph: Paragraph) -> float:
        return self.width if paragraph.role is Role.SMALL else self._measure

    def paragraph(self, paragraph: Paragraph, width: float) -> Box:
        """A paragraph in its role's type."""
        kind = scale.ROLES[paragraph.role]
        quoted = paragraph.role is Role.QUOTE
        text = TextBox.of(
            pieces(paragraph.runs, kind),
            kind,
            width - (8 if quoted else 0),
            anchor=paragraph.anchor,
        )
        return Barred(text) if quoted else text

    def _heading(self, heading: Heading, section: str) -> Box:
        self._headings += 1
        text = TextBox.of(pieces(heading.runs, scale.HEADING), scale.HEADING, self.width)
        anchor = heading.anchor or f"{section}-{self._headings}"
        return Titled(text, text_of(heading.runs), anchor, level=1)

    def _listing(self, listing: Listing) -> list[Box]:
        boxes = [self._entry(entry, listing.role) for entry in listing.entries]
        # No entry stands alone at the foot or the head of a page.
        for alone in boxes[:1] + boxes[-2:-1]:
            alone.sticky = len(boxes) > 1
        return boxes

    def _entry(self, entry: Entry, role: Role) -> Box:
        kind = scale.ROLES[role]
        indent = entry.level * _INDENT
        hang = 20.0 if role is Role.TABLE else 18.0
        measure = self.width if role is Role.TABLE else self._measure
        label = TextBox.of(pieces((entry.label,), kind), kind, hang)
        if entry.gauge is not None:
            measure = min(measure, self.width - GAUGE_WIDTH - 2 * GUTTER)
        body: Box = Stack([self.paragraph(part, measure - indent - hang) for part in entry.content])
        if entry.gauge is not None:
            at = self.width - GAUGE_WIDTH - indent - hang
            body = Beside(body, GaugeBox(entry.gauge), at=at)
        return Hanging(label, body, indent=indent, hang=hang, anchor=entry.anchor)

    def _facts(self, facts: Facts) -> Iterator[Box]:
        labels = [pieces((Run(fact.label, bold=True),), scale.FACT) for fact in facts.facts]
        widest = max((sum(span.width for span in spans(label)) for label in labels), default=0.0)
        hang = min(max(widest + GUTTER, _LABELS[0]), _LABELS[1])
        for label, fact in zip(labels, facts.facts, strict=True):
            name = TextBox.of(label, scale.FACT, hang - GUTTER + 0.1)
            body = TextBox.of(pieces(fact.value, scale.FACT), scale.FACT, self.width - hang)
            box = Hanging(name, body, indent=0, hang=hang)
            box.before = 5.0 if fact is facts.facts[0] else box.before
            yield box

    # --- tables ---

    def _table(self, table: Table) -> Box:
        shares = [column.share for column in table.columns]
        edges = [sum(shares[:place]) * self.width for place in range(len(shares) + 1)]
        labels = (Cell((_label(column.label),)) for column in table.columns)
        head = self._row(Row(tuple(labels)), edges, pad=2.6)
        return Grid(head, [self._row(row, edges) for row in table.rows], self.width)

    def _row(self, row: Row, edges: Sequence[float], *, pad: float = 2.8) -> GridRow:
        fields, column = [], 0
        for cell in row.cells:
            until = min(column + cell.span, len(edges) - 1)
            last = until == len(edges) - 1
            width = edges[until] - edges[column] - (0 if last else GUTTER)
            boxes = [self._part(part, width) for part in cell.content]
            fields.append(Field(edges[column], Stack(boxes)))
            column = until
        return GridRow(tuple(fields), row.anchor, row.joined, pad, row.kept)

    def _part(self, part: Paragraph | Pill | Emblem | Thumbnail, width: float) -> Box:
        if isinstance(part, Thumbnail):
            return thumbnail(part, width)
        if isinstance(part, Emblem):
            return EmblemBox(part.svg, part.width, part.height, width)
        if isinstance(part, Pill):
            return PillBox(part.word, *scale.PILLS.get(part.tone, scale.GREY_PILL))
        if part.role is Role.LABEL:
            kind = scale.COLUMN
            return TextBox.of(pieces(part.runs, kind), kind, width)
        return self.paragraph(part, width)

    def _comparison(self, comparison: Comparison) -> Box:
        half = (self.width - 2 * GUTTER) / 2
        fields = (
            Field(0, self._side(comparison.left, half)),
            Field(half + 2 * GUTTER, self._side(comparison.right, half)),
        )
        return Kept(Grid(None, [GridRow(fields, pad=4.0)], self.width))

    def _side(self, side: Side, width: float) -> Box:
        letter = TextBox.of(pieces((Run(side.label.upper()),), scale.LETTER), scale.LETTER, width)
        parts = (side.statement, *side.content)
        return Stack([letter, *(self.paragraph(part, width) for part in parts)])


def pieces(runs: Runs, kind: Type) -> list[tuple[Ink, str]]:
    """Runs as inked text."""
    return [(_ink(run, kind), run.text) for run in runs]


def text_box(text: str, kind: Type, width: float) -> TextBox:
    """One plain text in one type."""
    return TextBox.of(pieces((Run(text),), kind), kind, width)


def _label(text: str) -> Paragraph:
    return Paragraph((Run(text),), Role.LABEL)


def _ink(run: Run, kind: Type) -> Ink:
    family = Family.MONO if run.mono else kind.family
    size = kind.size * (0.92 if run.mono and kind.family is not Family.MONO else 1.0)
    ink = Ink(
        face(family, bold=run.bold or kind.bold, italic=run.italic or kind.italic),
        size,
        scale.TONES.get(run.tone, "") or kind.colour,
        tracking=kind.tracking,
        link=run.link,
        url=run.url,
        anchor=run.anchor,
    )
    if not run.raised:
        return ink
    sans = face(Family.SANS, bold=run.bold or kind.bold)
    return replace(ink, face=sans, size=0.66 * size, rise=0.34 * size)
