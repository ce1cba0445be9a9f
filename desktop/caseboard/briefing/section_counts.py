"""How much each section of an outline holds, for whoever lists the sections."""

from dataclasses import replace

from caseboard.briefing.blocks import (
    Block,
    Comparison,
    Figures,
    Listing,
    MapFigure,
    Outline,
    Paragraph,
    Section,
    SectionKind,
    Table,
)
from caseboard.briefing.walk import anchors_of

_NAMED = {
    SectionKind.CLAIMS: "claim-",
    SectionKind.SOURCES: "source-",
    SectionKind.EXHIBITS: "exhibit-",
    SectionKind.JUDGEMENTS: "judgement-",
}
"""What the anchors of a section's things begin with, where each has one."""


def counts(outline: Outline) -> dict[SectionKind, int]:
    """The things in each section, or its paragraphs where it holds nothing else."""
    return {section.kind: _count(outline, section) for section in outline.sections}


def _count(outline: Outline, section: Section) -> int:
    begins = _NAMED.get(section.kind)
    anchors = anchors_of(replace(outline, sections=(section,))) if begins else frozenset()
    named = {name for name in anchors if name.startswith(begins or "")}
    things = len(named) or sum(_things(block) for block in section.blocks)
    return things or sum(isinstance(block, Paragraph) for block in section.blocks)


def _things(block: Block) -> int:
    match block:
        case Table():
            return len(block.rows)
        case Listing():
            return sum(entry.level == 0 for entry in block.entries)
        case Figures():
            return len(block.figures)
        case MapFigure() | Comparison():
            return 1
        case _:
            return 0
