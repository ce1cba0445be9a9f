"""Walks over the blocks of an outline, whatever each of them holds."""

from collections.abc import Iterator

from caseboard.briefing.blocks import (
    Aside,
    Block,
    Comparison,
    Facts,
    Figures,
    Heading,
    Listing,
    MapFigure,
    Outline,
    Paragraph,
    Run,
    Section,
    Table,
    Yardstick,
)


def anchors_of(outline: Outline) -> frozenset[str]:
    """Every name a link may lead to."""
    return frozenset(name for section in outline.sections for name in _anchors_of(section))


def paragraphs(section: Section) -> Iterator[Paragraph]:
    """Every paragraph that stands in a section, in order, whatever block holds it."""
    for block in section.blocks:
        yield from _paragraphs_of(block)


def _anchors_of(section: Section) -> Iterator[str]:
    yield section.kind.value
    for block in section.blocks:
        if isinstance(block, Table):
            yield from (row.anchor for row in block.rows if row.anchor)
        elif isinstance(block, Listing):
            yield from (entry.anchor for entry in block.entries if entry.anchor)
        elif isinstance(block, Figures):
            yield from (figure.anchor for figure in block.figures if figure.anchor)
        elif isinstance(block, Heading | MapFigure) and block.anchor:
            yield block.anchor
        yield from (run.anchor for run in _runs_of(block) if run.anchor)


def _runs_of(block: Block) -> Iterator[Run]:
    for paragraph in _paragraphs_of(block):
        yield from paragraph.runs


def _paragraphs_of(block: Block) -> Iterator[Paragraph]:  # noqa: C901, PLR0912  one arm a kind of block
    match block:
        case Paragraph():
            yield block
        case Heading():
            yield Paragraph(block.runs)
        case Aside():
            yield from block.content
        case Listing():
            for entry in block.entries:
                yield from entry.content
        case Table():
            for row in block.rows:
                for cell in row.cells:
                    yield from (part for part in cell.content if isinstance(part, Paragraph))
        case Figures():
            for figure in block.figures:
                yield from figure.caption
        case MapFigure():
            yield from block.caption
        case Comparison():
            for side in (block.left, block.right):
                yield side.statement
                yield from side.content
            yield from block.below
        case Facts():
            for fact in block.facts:
                yield Paragraph(fact.value)
        case Yardstick():
            yield Paragraph((Run(block.name),))
