from stress_outline import sections

from caseboard.briefing.blocks import Figures, SectionKind
from caseboard.briefing.numbering import numbered


def test_figures_are_counted_through_all_sections():
    figures = [
        figure.number
        for section in numbered((*sections(), *sections()))
        for block in section.blocks
        if isinstance(block, Figures)
        for figure in block.figures
    ]

    assert figures == [f"Figure {number}" for number in range(1, len(figures) + 1)]
    assert len(figures) > 8


def test_nothing_else_is_touched():
    for before, after in zip(sections(), numbered(sections()), strict=True):
        if before.kind is not SectionKind.PICTURES:
            assert after == before
