"""Blocks as parts of a Word document: the one place where a kind of block meets its look."""

from collections.abc import Sequence
from typing import Any, Final

from caseboard.briefing.blocks import (
    Aside,
    Block,
    Cell,
    Comparison,
    Emblem,
    Entry,
    Facts,
    Figure,
    Figures,
    Heading,
    Listing,
    MapFigure,
    Paragraph,
    Pill,
    Role,
    Row,
    Run,
    Section,
    Side,
    Table,
    Thumbnail,
    Tone,
    Yardstick,
    plain,
)
from caseboard.briefing.docx import figures, styles
from caseboard.briefing.docx.runs import Writer
from caseboard.briefing.docx.wording import (
    indent,
    put,
    put_cell,
    put_paragraph,
    put_row,
    put_table,
    put_text,
)
from caseboard.briefing.inert import shown

_HANG: Final = 20.0
_STEP: Final = 14.0
_GAP: Final = 18.0


class Elements:
    """Writes blocks below each other into a column `width` points wide."""

    def __init__(self, body: Any, writer: Writer, width: float) -> None:
        self._body, self._writer, self._width = body, writer, width
        self._frame = figures.Frame(writer.part)

    def section(self, section: Section) -> None:
        """A section under its heading."""
        heading = put_paragraph(self._body, "Heading1")
        self._writer.bookmark(heading, section.kind.value)
        self._writer.write(heading, (Run(section.title),))
        if section.marking:
            self._writer.write(heading, (Run(f" ({section.marking})", tone=Tone.MUTED),))
        for block in section.blocks:
            self.block(block)

    def block(self, block: Block) -> None:  # noqa: C901  one arm a kind of block
        """One block of any kind."""
        match block:
            case Paragraph():
                self._paragraph(self._body, block)
            case Heading():
                heading = put_paragraph(self._body, "Heading2")
                self._writer.bookmark(heading, block.anchor)
                self._writer.write(heading, block.runs)
            case Listing():
                for entry in block.entries:
                    self._entry(entry, block.role)
            case Table():
                self._table(block)
            case Figures():
                self._figures(block)
            case MapFigure():
                made = figures.drawn_map(block, self._width)
                self._picture(self._body, block, made)
                self._caption(self._body, block)
            case Comparison():
                self._comparison(block)
            case Aside():
                for part in block.content:
                    self._panel(part)
            case Facts():
                self._facts(block)
            case Yardstick():
                self._yardstick(block)

    # --- text ---

    def _paragraph(self, parent: Any, part: Paragraph, *, keeps: bool = False) -> Any:
        made = put_paragraph(parent, styles.ROLES[part.role], keeps=keeps)
        self._writer.bookmark(made, part.anchor)
        self._writer.write(made, part.runs)
        return made

    def _panel(self, part: Paragraph) -> None:
        made = put_paragraph(self._body, styles.ROLES[part.role])
        properties = made[0]
        borders = put(properties, "pBdr")
        put(borders, "left", val="single", sz=24, space=8, color=styles.ACCENT)
        put(properties, "shd", val="clear", color="auto", fill=styles.TINT)
        put(properties, "ind", left=200, right=100)
        self._writer.write(made, part.runs)

    def _entry(self, entry: Entry, role: Role) -> None:
        left = entry.level * _STEP + _HANG
        content = entry.content or (plain("", role),)
        for place, part in enumerate(content):
            made = put_paragraph(self._body, styles.ROLES[part.role])
            indent(made, left, 0 if place else _HANG)
            if not place:
                self._writer.bookmark(made, entry.anchor)
                self._writer.write(made, (entry.label,))
                put(put(made, "r"), "tab")
            self._writer.write(made, part.runs)
        if entry.gauge:
            said = f"{entry.gauge.word} · {entry.gauge.chances}"
            made = put_paragraph(self._body, styles.ROLES[Role.LABEL])
            indent(made, left)
            self._writer.write(made, (Run(said),))

    def _facts(self, facts: Facts) -> None:
        widths = [0.26 * self._width, 0.74 * self._width]
        table = put_table(self._body, widths, style=styles.PLAIN)
        for fact in facts.facts:
            row = put_row(table)
            for runs, width in zip(
                ((Run(fact.label, bold=True),), fact.value), widths, strict=True
            ):
                self._paragraph(put_cell(row, width), Paragraph(runs, Role.TABLE))
        self._below()

    # --- tables ---

    def _table(self, table: Table) -> None:
        widths = [column.share * self._width for column in table.columns]
        made = put_table(self._body, widths, style=styles.TABLE)
        head = put_row(made, is_head=True)
        for column, width in zip(table.columns, widths, strict=True):
            self._paragraph(put_cell(head, width), plain(column.label, Role.LABEL), keeps=True)
        for number, row in enumerate(table.rows):
            after = table.rows[number + 1] if number + 1 < len(table.rows) else None
            keeps = after is not None and (after.joined or after.kept)
            self._row(made, row, widths, keeps=keeps)
        self._below()

    def _row(self, table: Any, row: Row, widths: Sequence[float], *, keeps: bool) -> None:
        made, column = put_row(table), 0
        for number, cell in enumerate(row.cells):
            until = min(column + cell.span, len(widths))
            width = sum(widths[column:until])
            field = put_cell(made, width, span=until - column, ruled=not row.joined)
            self._cell(field, cell, width, "" if number else row.anchor, keeps=keeps)
            column = until

    def _cell(self, field: Any, cell: Cell, width: float, anchor: str, *, keeps: bool) -> None:
        for place, part in enumerate(cell.content or (plain("", Role.TABLE),)):
            made = self._part(field, part, width, keeps=keeps)
            if not place:
                self._writer.bookmark(made, anchor)

    def _part(
        self,
        field: Any,
        part: Paragraph | Pill | Emblem | Thumbnail,
        width: float,
        *,
        keeps: bool,
    ) -> Any:
        if isinstance(part, Paragraph):
            return self._paragraph(field, part, keeps=keeps)
        made = put_paragraph(field, styles.ROLES[Role.TABLE], keeps=keeps)
        if isinstance(part, Pill):
            run = Run(part.word, bold=True, tone=part.tone)
            self._writer.write(made, (run,))
            return made
        if isinstance(part, Emblem):
            picture, alt = figures.symbol(part), ""
        else:
            picture, alt = figures.thumbnail(part), part.alt
        if picture is not None:
            data, wide, high = picture
            shrink = min(1.0, (width - 6) / wide)
            self._frame.put(put(made, "r"), data, wide * shrink, high * shrink, alt)
        return made

    def _below(self) -> None:
        """Word wants a paragraph between two tables."""
        put_paragraph(self._body, styles.ROLES[Role.SMALL])

    # --- pictures ---

    def _figures(self, block: Figures) -> None:
        if len(block.figures) == 1:
            self._figure(self._body, block.figures[0], 0.7 * self._width)
            return
        half = (self._width - _GAP) / 2
        table = put_table(self._body, [half + _GAP, half], style=styles.PLAIN)
        for first in range(0, len(block.figures), 2):
            pair = block.figures[first : first + 2]
            row = put_row(table)
            for place in (0, 1):
                field = put_cell(row, half + (0 if place else _GAP))
                if place < len(pair):
                    self._figure(field, pair[place], half)
                else:
                    put_paragraph(field, styles.ROLES[Role.SMALL])
        self._below()

    def _figure(self, parent: Any, figure: Figure, width: float) -> None:
        self._picture(parent, figure, figures.picture(figure, width))
        self._caption(parent, figure)

    def _picture(
        self,
        parent: Any,
        figure: Figure | MapFigure,
        made: tuple[bytes, float, float] | None,
    ) -> None:
        holder = put_paragraph(parent, styles.ROLES[Role.SMALL], keeps=bool(figure.caption))
        self._writer.bookmark(holder, figure.anchor)
        if made is not None:
            data, width, height = made
            self._frame.put(put(holder, "r"), data, width, height, figure.alt)
        elif isinstance(figure, Figure):
            self._writer.write(holder, (Run(figure.problem, tone=Tone.MUTED),))

    def _caption(self, parent: Any, figure: Figure | MapFigure) -> None:
        caption = figure.caption or ((plain(""),) if figure.number else ())
        for place, part in enumerate(caption):
            made = put_paragraph(parent, "Caption", keeps=place + 1 < len(caption))
            if figure.number and not place:
                self._writer.write(made, (Run(f"{figure.number}. ", bold=True),))
            self._writer.write(made, part.runs)

    # --- what stands beside each other ---

    def _comparison(self, block: Comparison) -> None:
        half = self._width / 2
        row = put_row(put_table(self._body, [half, half], style=styles.TABLE))
        for side in (block.left, block.right):
            self._side(put_cell(row, half), side)
        self._below()
        for part in block.below:
            self._paragraph(self._body, part)

    def _side(self, field: Any, side: Side) -> None:
        label = Run(side.label, bold=True, tone=Tone.ACCENT)
        self._paragraph(field, Paragraph((label,), Role.LABEL))
        for part in (side.statement, *side.content):
            self._paragraph(field, part)

    def _yardstick(self, block: Yardstick) -> None:
        self._paragraph(self._body, plain(block.name, Role.SMALL), keeps=True)
        if not block.rungs:
            return
        width = self._width / len(block.rungs)
        row = put_row(put_table(self._body, [width] * len(block.rungs), style=styles.TABLE))
        for rung in block.rungs:
            is_used = rung.word in block.used
            field = put_cell(row, width)
            if is_used:
                put(field[0], "shd", val="clear", color="auto", fill=styles.TINT)
            word = Run(rung.word, bold=is_used)
            self._paragraph(field, Paragraph((word,), Role.SMALL))
            self._paragraph(field, plain(rung.chances, Role.SMALL))
        self._below()


def put_marking(paragraph: Any, label: str, colours: tuple[str, str]) -> None:
    """The marking in a run of its own: letters and ground as `colours`, twelve points."""
    run = put(paragraph, "r")
    properties = put(run, "rPr")
    put(properties, "b")
    put(properties, "color", val=colours[0])
    put(properties, "sz", val=24)
    put(properties, "shd", val="clear", color="auto", fill=colours[1])
    put_text(run, f"\u00a0{shown(label)}\u00a0")
