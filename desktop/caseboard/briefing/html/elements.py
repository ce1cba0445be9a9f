"""Blocks as HTML: the one place where a kind of block meets its elements."""

from collections.abc import Iterator

from caseboard.briefing.blocks import (
    Aside,
    Block,
    Cell,
    Comparison,
    Emblem,
    Entry,
    Facts,
    Figures,
    Gauge,
    Heading,
    Listing,
    MapFigure,
    Paragraph,
    Pill,
    Row,
    Section,
    Side,
    Table,
    Thumbnail,
    Yardstick,
)
from caseboard.briefing.html import figures
from caseboard.briefing.html.names import Names, text
from caseboard.briefing.html.runs import inline, paragraph


class Elements:
    """Makes the elements of one file: names are given once in all of it."""

    def __init__(self, names: Names) -> None:
        self._names = names
        self._maps = 0

    def section(self, section: Section) -> Iterator[str]:
        """A section under its heading."""
        kind = section.kind.value
        mark = self._names.mark(kind)
        marking = (
            f' <span class="portion">({text(section.marking)})</span>' if section.marking else ""
        )
        yield f'<section{mark} class="{kind}" aria-labelledby="title-{kind}">'
        yield f'<h2 id="title-{kind}">{text(section.title)}{marking}</h2>'
        for block in section.blocks:
            yield from self._block(block)
        yield "</section>"

    def facts(self, block: Facts) -> Iterator[str]:
        """Labels and their values."""
        yield "<dl>"
        for fact in block.facts:
            value = inline(fact.value, self._names)
            yield f"<div><dt>{text(fact.label)}</dt><dd>{value}</dd></div>"
        yield "</dl>"

    def _block(self, block: Block) -> Iterator[str]:  # noqa: C901  one arm a kind of block
        match block:
            case Paragraph():
                yield paragraph(block, self._names)
            case Heading():
                mark = self._names.mark(block.anchor)
                yield f"<h3{mark}>{inline(block.runs, self._names)}</h3>"
            case Listing():
                yield from self._listing(block)
            case Table():
                yield from self._table(block)
            case Figures():
                yield from figures.figures(block, self._names)
            case MapFigure():
                self._maps += 1
                yield from figures.map_figure(block, self._names, self._maps)
            case Comparison():
                yield from self._comparison(block)
            case Aside():
                yield f'<div class="panel">{self._paragraphs(block.content)}</div>'
            case Facts():
                yield from self.facts(block)
            case Yardstick():
                yield from _yardstick(block)

    def _paragraphs(self, content: tuple[Paragraph, ...]) -> str:
        return "".join(paragraph(part, self._names) for part in content)

    def _listing(self, listing: Listing) -> Iterator[str]:
        """An entry further in is an item of the one before it."""
        level = -1
        for entry in listing.entries:
            wanted = min(max(entry.level, 0), level + 1)
            if wanted > level:
                yield f'<ul class="{listing.role.value}" role="list">'
            else:
                yield "</li>" + "</ul></li>" * (level - wanted)
            level = wanted
            yield self._entry(entry)
        yield "</li></ul>" * (level + 1)

    def _entry(self, entry: Entry) -> str:
        """An item, which is closed by what comes after it."""
        label = inline((entry.label,), self._names)
        gauge = _gauge(entry.gauge) if entry.gauge else ""
        body = self._paragraphs(entry.content)
        hung = f'<span class="hung">{label}</span>' if entry.label.text else ""
        return f'<li{self._names.mark(entry.anchor)}>{hung}<div class="body">{body}{gauge}</div>'

    # --- tables ---

    def _table(self, table: Table) -> Iterator[str]:
        shares = "".join(f'<col style="width:{100 * each.share:.1f}%">' for each in table.columns)
        yield f'<div class="wide"><table><colgroup>{shares}</colgroup><thead><tr>'
        for column in table.columns:
            yield f'<th scope="col">{text(column.label)}</th>'
        yield "</tr></thead><tbody>"
        for row in table.rows:
            yield self._row(row)
        yield "</tbody></table></div>"

    def _row(self, row: Row) -> str:
        kind = ' class="joined"' if row.joined else ""
        cells = "".join(self._cell(cell) for cell in row.cells)
        return f"<tr{self._names.mark(row.anchor)}{kind}>{cells}</tr>"

    def _cell(self, cell: Cell) -> str:
        span = f' colspan="{cell.span}"' if cell.span > 1 else ""
        return f"<td{span}>{''.join(self._part(part) for part in cell.content)}</td>"

    def _part(self, part: Paragraph | Pill | Emblem | Thumbnail) -> str:
        match part:
            case Pill():
                return f'<span class="pill {part.tone.value}">{text(part.word)}</span>'
            case Emblem():
                return figures.emblem(part)
            case Thumbnail():
                return figures.thumbnail(part)
        return paragraph(part, self._names)

    # --- accounts set against each other ---

    def _comparison(self, block: Comparison) -> Iterator[str]:
        yield '<div class="comparison">'
        yield self._side(block.left)
        yield self._side(block.right)
        yield "</div>"
        yield self._paragraphs(block.below)

    def _side(self, side: Side) -> str:
        body = self._paragraphs((side.statement, *side.content))
        return f'<div class="side"><p class="letter">{text(side.label)}</p>{body}</div>'


def _gauge(gauge: Gauge) -> str:
    said = f"<b>{text(gauge.word)}</b> {text(gauge.chances)}"
    return f'<p class="gauge">{_bar(gauge)}{said}</p>'


def _bar(gauge: Gauge) -> str:
    low = min(max(gauge.low, 0), 100)
    wide = max(min(gauge.high, 100) - low, 1)
    band = f'<i style="left:{low}%;width:{wide}%"></i>'
    return f'<span class="bar" aria-hidden="true">{band}</span>'


def _yardstick(block: Yardstick) -> Iterator[str]:
    yield f'<div class="yardstick"><p class="small">{text(block.name)}</p><ol role="list">'
    for rung in block.rungs:
        kind = ' class="used"' if rung.word in block.used else ""
        yield f"<li{kind}>{text(rung.word)}<br><small>{text(rung.chances)}</small></li>"
    yield "</ol></div>"
