"""Makes boxes of blocks: the one place where a kind of block meets its look."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from caseboard.briefing import tongues
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
    SectionKind,
    Side,
    Table,
    Thumbnail,
    Tone,
    Yardstick,
    text_of,
)
from caseboard.briefing.pdf import scale, structure
from caseboard.briefing.pdf.boxes import Beside, Box, Hanging, Kept, Stack, TextBox
from caseboard.briefing.pdf.columns import Columns, column_width
from caseboard.briefing.pdf.faces import Family, face
from caseboard.briefing.pdf.figures import figure_grid, map_box, thumbnail
from caseboard.briefing.pdf.gauges import GAUGE_WIDTH, GaugeBox, YardstickBox
from caseboard.briefing.pdf.grid import GUTTER, Field, Grid, GridRow, hung
from caseboard.briefing.pdf.lines import Ink, spans
from caseboard.briefing.pdf.scale import Type
from caseboard.briefing.pdf.shapes import (
    Barred,
    EmblemBox,
    Panel,
    PillBox,
    PortionMark,
    Ruled,
    Titled,
)
from caseboard.briefing.pdf.structure import Node
from caseboard.briefing.pdf.tagged import Tagged
from caseboard.i18n import _, spoken

_LABELS = (78.0, 130.0)
"""How wide the labels of facts are, least and most."""
_INDENT = 14.0
_ENTRY = 66.0
"""An entry of a list no taller than this is not parted: a note with where it is cited."""
_LEAST_LABEL = 0.76
_SHORT = 110.0
"""A section no taller than this stands on one page."""


class Typesetter:
    """Sets blocks for a column `width` points wide."""

    def __init__(self, width: float) -> None:
        self.width = width
        self._measure = min(width, scale.MEASURE)
        self._headings = 0
        self._title = ""

    def section(self, section: Section) -> Iterator[Box]:
        """A section's boxes, its heading first."""
        whole_of, self._title = Node(structure.SECTION), section.title
        blocks, boxes = section.blocks, list[Box]()
        if blocks and isinstance(blocks[0], Aside):  # its title stands inside
            boxes.append(self._panel(blocks[0], section))
            blocks = blocks[1:]
        else:
            boxes.append(self._section_title(section, scale.SECTION, self.width, is_ruled=True))
        for place, block in enumerate(blocks):
            made = list(self._block(block, section.kind.value))
            if place and made and _belongs(block, blocks[place - 1]):
                boxes[-1].sticky = True
            boxes += made
        whole = Stack(boxes)
        if whole.height <= _SHORT:
            yield Tagged(Kept(whole), whole_of)
        else:
            yield from (Tagged(box, whole_of) for box in boxes)

    def _section_title(
        self, section: Section, kind: Type, width: float, *, is_ruled: bool
    ) -> Titled:
        mark = _portion(section.marking, width) if section.marking else None
        room = width - (mark.width + GUTTER if mark else 0.0)
        words = section.title if is_ruled else section.title.upper()
        node = Node(structure.heading(2))
        text = TextBox.of(pieces((Run(words),), kind), kind, room, node=node)
        rule = width if is_ruled else 0.0
        return Titled(text, section.title, section.kind.value, level=0, rule=rule, mark=mark)

    def _panel(self, aside: Aside, section: Section | None = None) -> Box:
        inner = self.width - 2 * Panel.inner_x
        boxes: list[Box] = []
        if section is not None:
            boxes.append(self._section_title(section, scale.PANEL_TITLE, inner, is_ruled=False))
        measure = min(inner, scale.PANEL_MEASURE)
        boxes += (self.paragraph(part, measure) for part in aside.content)
        return Tagged(Panel(Stack(boxes), self.width), Node(structure.ASIDE))

    def _block(self, block: Block, section: str) -> Iterator[Box]:  # noqa: C901  one arm a kind
        match block:
            case Paragraph():
                box = self.paragraph(block, self._wide(block))
                box.sticky = _leads(block)
                yield box
            case Heading():
                yield self._heading(block, section)
            case Listing() if section == SectionKind.JUDGEMENTS:
                yield from self._judgements(block)
            case Listing():
                yield from self._listing(block, is_notes=section == SectionKind.SOURCES)
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
                yield self._panel(block)
            case Facts():
                yield from self._facts(block)
            case Yardstick():
                yield YardstickBox(block, self.width)

    def _wide(self, paragraph: Paragraph) -> float:
        return self.width if paragraph.role is Role.SMALL else self._measure

    def paragraph(self, paragraph: Paragraph, width: float, kind: Type | None = None) -> Box:
        """A paragraph in its role's type, unless it is given another."""
        kind = kind or scale.ROLES[paragraph.role]
        quoted = paragraph.role is Role.QUOTE
        text = TextBox.of(
            pieces(paragraph.runs, kind),
            kind,
            width - (8 if quoted else 0),
            anchor=paragraph.anchor,
        )
        return Tagged(Barred(text), Node(structure.QUOTE)) if quoted else text

    def _heading(self, heading: Heading, section: str) -> Box:
        self._headings += 1
        node = Node(structure.heading(3))
        text = TextBox.of(pieces(heading.runs, scale.HEADING), scale.HEADING, self.width, node=node)
        anchor = heading.anchor or f"{section}-{self._headings}"
        return Titled(text, text_of(heading.runs), anchor, level=1)

    def _listing(self, listing: Listing, *, is_notes: bool) -> list[Box]:
        boxes = [self._entry(entry, listing.role, is_note=is_notes) for entry in listing.entries]
        # No entry stands alone at the foot or the head of a page.
        for alone in boxes[:1] + boxes[-2:-1]:
            alone.sticky = len(boxes) > 1
        for box in boxes if listing.is_key else ():
            box.sticky = True  # to the next, the last to the table
        whole = Node(structure.LIST)
        return [Tagged(box, whole) for box in boxes]

    def _entry(self, entry: Entry, role: Role, *, is_note: bool) -> Box:
        kind = scale.ROLES[role]
        indent = entry.level * _INDENT
        hang = 20.0 if role is Role.TABLE else 18.0
        measure = self.width if role is Role.TABLE else self._measure
        label = TextBox.of(pieces((entry.label,), kind), kind, hang, node=Node(structure.LABEL))
        body: Box = Stack([self.paragraph(part, measure - indent - hang) for part in entry.content])
        if is_note and entry.anchor:
            body = Tagged(body, Node(structure.NOTE, id=entry.anchor))
        body = Tagged(body, Node(structure.BODY))
        item: Box = Hanging(label, body, indent=indent, hang=hang, anchor=entry.anchor)
        if item.height <= _ENTRY:
            item = Kept(item)
        return Tagged(item, Node(structure.ITEM))

    def _judgements(self, listing: Listing) -> Iterator[Box]:
        """Numbers that hang, what is judged, and at the right how likely that is."""
        whole = Node(structure.LIST)
        hang = scale.JUDGEMENT_HANG
        measure = self.width - hang - GAUGE_WIDTH - 3 * GUTTER
        for entry in listing.entries:
            number = replace(entry.label, text=entry.label.text.rstrip("."), tone=Tone.PLAIN)
            inked, node = pieces((number,), scale.NUMBER), Node(structure.LABEL)
            label = TextBox.of(inked, scale.NUMBER, hang, node=node)
            said = [self.paragraph(part, measure, scale.JUDGEMENT) for part in entry.content]
            gauge = GaugeBox(entry.gauge) if entry.gauge else None
            beside = Beside(Stack(said), gauge, at=self.width - GAUGE_WIDTH - hang)
            body = Tagged(beside, Node(structure.BODY))
            item = Hanging(label, body, indent=0, hang=hang, anchor=entry.anchor)
            ruled = Ruled(item, self.width, is_first=entry is listing.entries[0])
            yield Tagged(Tagged(ruled, Node(structure.ITEM)), whole)

    def _facts(self, facts: Facts) -> Iterator[Box]:
        labels = [pieces((Run(fact.label, bold=True),), scale.FACT) for fact in facts.facts]
        widest = max((sum(span.width for span in spans(label)) for label in labels), default=0.0)
        hang = min(max(widest + GUTTER, _LABELS[0]), _LABELS[1])
        whole = Node(structure.LIST)
        last = len(labels) - 1
        for place, (label, fact) in enumerate(zip(labels, facts.facts, strict=True)):
            node = Node(structure.LABEL)
            name = TextBox.of(label, scale.FACT, hang - GUTTER + 0.1, node=node)
            body = TextBox.of(pieces(fact.value, scale.FACT), scale.FACT, self.width - hang)
            box = Hanging(name, Tagged(body, Node(structure.BODY)), indent=0, hang=hang)
            box.before = box.before if place else 5.0
            box.sticky = place != last and place in (0, last - 1)  # as of a list
            yield Tagged(Tagged(box, Node(structure.ITEM)), whole)

    # --- tables ---

    def _table(self, table: Table) -> Box:
        shares = [column.share for column in table.columns]
        edges = [sum(shares[:place]) * self.width for place in range(len(shares) + 1)]
        widths = [right - left - GUTTER for left, right in pairwise(edges)]
        kind = _fitted(scale.COLUMN, [column.label for column in table.columns], widths)
        labels = (Cell((_label(column.label),)) for column in table.columns)
        head = self._row(Row(tuple(labels)), edges, pad=2.6, label=kind)
        rows = hung([self._row(row, edges) for row in table.rows])
        again = text_box(
            _("{title}, continued").format(title=self._title), scale.CONTINUED, self.width
        )
        return Grid(head, rows, self.width, node=Node(structure.TABLE), again=again)

    def _row(
        self, row: Row, edges: Sequence[float], *, pad: float = 3.2, label: Type | None = None
    ) -> GridRow:
        fields, column = [], 0
        is_head = label is not None
        role, scope = (structure.HEADER, "Column") if is_head else (structure.DATA, "")
        for cell in row.cells:
            until = min(column + cell.span, len(edges) - 1)
            last = until == len(edges) - 1
            width = edges[until] - edges[column] - (0 if last else GUTTER)
            boxes = [self._part(part, width, label) for part in cell.content]
            node = Node(role, span=until - column, scope=scope)
            hangs = any(isinstance(part, Thumbnail) for part in cell.content)
            fields.append(Field(edges[column], Stack(boxes), node, hangs))
            column = until
        whole = Node(structure.ROW, once=is_head)
        return GridRow(tuple(fields), row.anchor, row.joined, pad, row.kept, whole)

    def _part(
        self, part: Paragraph | Pill | Emblem | Thumbnail, width: float, label: Type | None
    ) -> Box:
        if isinstance(part, Thumbnail):
            return thumbnail(part, width)
        if isinstance(part, Emblem):
            return EmblemBox(part.svg, part.width, part.height, width)
        if isinstance(part, Pill):
            return PillBox(part.word, *scale.PILLS.get(part.tone, scale.GREY_PILL), width)
        if part.role is Role.LABEL:
            kind = label or scale.COLUMN
            return TextBox.of(pieces(part.runs, kind), kind, width)
        return self.paragraph(part, width)

    def _comparison(self, comparison: Comparison) -> Box:
        half = column_width(self.width)
        left, right = (
            Tagged(self._side(side, half), Node(structure.DIVISION))
            for side in (comparison.left, comparison.right)
        )
        return Columns(left, right, self.width)

    def _side(self, side: Side, width: float) -> Box:
        letter = TextBox.of(pieces((Run(side.label.upper()),), scale.LETTER), scale.LETTER, width)
        boxes: list[Box] = [letter]
        for part in (side.statement, *side.content):
            if part.role is Role.QUOTE:
                boxes[-1].sticky = True  # who says it stays with what is said
            boxes.append(self.paragraph(part, width))
        return Stack(boxes)


def pieces(runs: Runs, kind: Type) -> list[tuple[Ink, str]]:
    """Runs as inked text, cut where the language changes."""
    return [inked for run in runs for inked in _inked(run, kind)]


def _inked(run: Run, kind: Type) -> Iterator[tuple[Ink, str]]:
    ink = _ink(run, kind)
    if ink.element is not None or run.mono:
        yield ink, run.text
        return
    for text, language in tongues.stretches(run.text, spoken()):
        node = Node(structure.SPAN, language=language) if language else None
        yield (replace(ink, element=node) if node else ink), text


def text_box(text: str, kind: Type, width: float) -> TextBox:
    """One plain text in one type."""
    return TextBox.of(pieces((Run(text),), kind), kind, width)


def _element(run: Run) -> Node | None:
    """What characters are beside text of their paragraph."""
    if run.link:
        within = structure.REFERENCE if run.raised else ""
        return Node(structure.LINK, alt=run.text, within=within)
    return Node(structure.LINK, alt=run.url) if run.url else None


def _portion(marking: str, right: float) -> PortionMark:
    known = {each.value: colour for each, colour in scale.TLP.items()}
    return PortionMark(marking, known.get(marking, scale.CLASSIFICATION), right)


def _fitted(kind: Type, texts: Iterable[str], widths: Iterable[float]) -> Type:
    """The type, smaller where a word would be wider than its column, but still to be read."""
    share = 1.0
    for text, width in zip(texts, widths, strict=True):
        inked = (spans(pieces((Run(word),), kind)) for word in text.split())
        widest = max((sum(span.width for span in word) for word in inked), default=0.0)
        share = min(share, width / widest if widest else 1.0)
    share = max(share, _LEAST_LABEL)
    return replace(kind, size=kind.size * share) if share < 1 else kind


def _leads(paragraph: Paragraph) -> bool:
    """Whether it speaks of what follows: it ends in a colon, or is a heading in all but name."""
    words = [run for run in paragraph.runs if run.text.strip()]
    ends = text_of(paragraph.runs).rstrip().endswith(":")
    return ends or (bool(words) and all(run.bold for run in words))


def _belongs(block: Block, before: Block) -> bool:
    """Whether it goes with the end of what stands above it: small print, or a table of facts."""
    if isinstance(block, Table):
        return isinstance(before, Facts)
    is_small = isinstance(block, Paragraph) and block.role is Role.SMALL
    return is_small and isinstance(before, Listing | Facts)


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
        element=_element(run),
    )
    if not run.raised:
        return ink
    sans = face(Family.SANS, bold=run.bold or kind.bold)
    return replace(ink, face=sans, size=0.66 * size, rise=0.34 * size)
