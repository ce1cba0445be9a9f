"""Blocks as Markdown: each is a stretch of lines, and an empty line parts them."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

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
    Section,
    Side,
    Table,
    Thumbnail,
    Yardstick,
    text_of,
)
from caseboard.briefing.text.inline import Names, beginning, escaped, inline
from caseboard.i18n import _

_NUMBER = re.compile(r"(\d{1,9})\.")
_BULLETS = frozenset({"", "•", "–", "◦", "-"})
_BREAK = "<br>"


class Elements:
    """Makes the stretches of one file: places that links lead to are marked once in all of it."""

    def __init__(self, names: Names) -> None:
        self._names = names

    def section(self, section: Section) -> Iterator[str]:
        """A section under its heading."""
        marking = f" ({escaped(section.marking)})" if section.marking else ""
        mark = self._names.mark(section.kind.value)
        yield f"## {mark}{escaped(section.title)}{marking}"
        for block in section.blocks:
            yield from self.block(block)

    def block(self, block: Block) -> Iterator[str]:  # noqa: C901  one arm a kind of block
        """One block of any kind."""
        match block:
            case Paragraph():
                yield self._paragraph(block)
            case Heading():
                yield f"### {self._names.mark(block.anchor)}{inline(block.runs, self._names)}"
            case Listing():
                yield "\n".join(self._listing(block.entries))
            case Table():
                yield "\n".join(self._table(block))
            case Figures():
                for figure in block.figures:
                    yield from self._figure(figure, _("Picture"))
            case MapFigure():
                yield from self._figure(block, _("Map"))
            case Comparison():
                yield "\n".join(self._comparison(block))
                for part in block.below:
                    yield self._paragraph(part)
            case Aside():
                yield "\n>\n".join(_quoted(self._paragraph(part)) for part in block.content)
            case Facts():
                yield "\n".join(self._facts(block))
            case Yardstick():
                yield escaped(block.name)
                yield "\n".join(_yardstick(block))

    def _paragraph(self, part: Paragraph) -> str:
        made = self._names.mark(part.anchor) + beginning(inline(part.runs, self._names))
        return _quoted(made) if part.role is Role.QUOTE else made

    def _facts(self, facts: Facts) -> Iterator[str]:
        for fact in facts.facts:
            yield f"- **{escaped(fact.label)}:** {inline(fact.value, self._names)}"

    # --- lists ---

    def _listing(self, entries: Sequence[Entry]) -> Iterator[str]:
        """Items, those further in below the text of the one they belong to."""
        is_numbered = _is_numbered(entries)
        indents = [""]
        for entry in entries:
            level = min(max(entry.level, 0), len(indents) - 1)
            label = inline((entry.label,), self._names)
            marker, label = _marker(label, is_numbered=is_numbered)
            indents[level + 1 :] = [indents[level] + " " * len(marker)]
            yield from self._entry(entry, label, indents[level] + marker, indents[level + 1])

    def _entry(self, entry: Entry, label: str, first: str, rest: str) -> Iterator[str]:
        parts = [self._paragraph(part) for part in entry.content]
        head, parts = (parts[0], parts[1:]) if parts else ("", [])
        said = " ".join(part for part in (label, head) if part)
        yield f"{first}{self._names.mark(entry.anchor)}{said}"
        if entry.gauge:
            parts.append(f"{escaped(entry.gauge.word)} ({escaped(entry.gauge.chances)})")
        for part in parts:
            yield ""
            yield "\n".join(f"{rest}{line}" for line in part.split("\n"))

    # --- tables ---

    def _table(self, table: Table) -> Iterator[str]:
        yield _cells(escaped(column.label) for column in table.columns)
        yield _cells("---" for _column in table.columns)
        for row in table.rows:
            yield self._row(row, len(table.columns))

    def _row(self, row: Row, columns: int) -> str:
        cells = []
        for cell in row.cells:
            cells += [self._cell(cell), *[""] * (cell.span - 1)]
        cells += [""] * (columns - len(cells))
        cells[0] = self._names.mark(row.anchor) + cells[0]
        return _cells(cells[:columns])

    def _cell(self, cell: Cell) -> str:
        return _BREAK.join(part for each in cell.content if (part := self._part(each)))

    def _part(self, part: Paragraph | Pill | Emblem | Thumbnail) -> str:
        match part:
            case Pill():
                return f"**{escaped(part.word)}**"
            case Emblem() | Thumbnail():
                return ""
        return self._field(part)

    def _field(self, part: Paragraph) -> str:
        """A paragraph inside a field: a bar that is not yet escaped would end it."""
        made = self._names.mark(part.anchor) + inline(part.runs, self._names)
        return re.sub(r"(?<!\\)\|", r"\\|", made)

    def _comparison(self, block: Comparison) -> Iterator[str]:
        sides = (block.left, block.right)
        yield _cells(escaped(side.label) for side in sides)
        yield _cells(("---", "---"))
        yield _cells(self._side(side) for side in sides)

    def _side(self, side: Side) -> str:
        parts = (self._field(part) for part in (side.statement, *side.content))
        return _BREAK.join(part for part in parts if part)

    # --- pictures ---

    def _figure(self, figure: Figure | MapFigure, kind: str) -> Iterator[str]:
        """Its number, what it shows where the caption does not say so, then the caption."""
        number = f"**{escaped(figure.number)}.** " if figure.number else ""
        told = " ".join(text_of(part.runs) for part in figure.caption)
        is_told = bool(told) and (figure.alt in told or told.split()[:3] == figure.alt.split()[:3])
        shown = f"[{kind}]" if is_told else f"[{kind}: {figure.alt}]"
        yield f"{self._names.mark(figure.anchor)}{number}{escaped(shown)}"
        for part in figure.caption:
            yield self._paragraph(part)


def _is_numbered(entries: Sequence[Entry]) -> bool:
    """Whether the labels are numbers as a list of Markdown would count them."""
    found = [_NUMBER.fullmatch(entry.label.text.strip()) for entry in entries if not entry.level]
    numbers = [int(match[1]) for match in found if match]
    return len(numbers) == len(found) and all(b == a + 1 for a, b in pairwise(numbers))


def _marker(label: str, *, is_numbered: bool) -> tuple[str, str]:
    """What begins an item, and what is left of its label."""
    plain = label.replace("*", "").replace("\\", "")
    if is_numbered and _NUMBER.fullmatch(plain):
        return f"{plain} ", ""
    return "- ", "" if plain in _BULLETS else beginning(label)


def _cells(cells: Iterator[str] | Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _quoted(text: str) -> str:
    return "\n".join(f"> {line}" for line in text.split("\n"))


def _yardstick(block: Yardstick) -> Iterator[str]:
    words = (escaped(rung.word) for rung in block.rungs)
    used = [rung.word in block.used for rung in block.rungs]
    yield _cells(
        [f"**{word}**" if is_used else word for word, is_used in zip(words, used, strict=True)]
    )
    yield _cells(["---"] * len(used))
    yield _cells([escaped(rung.chances) for rung in block.rungs])
