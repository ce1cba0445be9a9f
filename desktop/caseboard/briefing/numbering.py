"""Numbers figures through a whole briefing, in the order a reader meets them."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import count

from caseboard.briefing.blocks import Block, Figures, MapFigure, Section
from caseboard.i18n import _


def numbered(sections: Iterable[Section]) -> Iterator[Section]:
    """The sections, each map and picture with its `Figure 3`, in the language that is spoken."""
    numbers = count(1)

    def number() -> str:
        return _("Figure {number}").format(number=next(numbers))

    for section in sections:
        yield replace(section, blocks=tuple(_block(block, number) for block in section.blocks))


def _block(block: Block, number: Callable[[], str]) -> Block:
    if isinstance(block, MapFigure):
        return replace(block, number=number())
    if isinstance(block, Figures):
        return Figures(tuple(replace(figure, number=number()) for figure in block.figures))
    return block
