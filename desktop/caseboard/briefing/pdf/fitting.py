"""Keeps a few lines from taking a page of their own: then everything is set a little smaller.

What is small already keeps its size: it would not be read.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from caseboard.briefing.pdf.boxes import Box, Stack
from caseboard.briefing.pdf.lines import drawn_at
from caseboard.briefing.pdf.paging import paged

Boxes = Callable[[float], Iterable[Box]]
"""Everything that is to be set, made for a column of a width in points."""

_LEAST: Final = 0.88
"""No briefing is set smaller than this share of its sizes."""
_MOST_PAGES: Final = 8
"""A longer one is not set twice: a page more or less tells nobody anything there."""
_TRIES: Final = (0.0, 0.015, 0.03, 0.045, 0.06)


@dataclass(frozen=True, slots=True)
class Layout:
    """Pages, to be drawn at `share` of the size they were laid out in."""

    pages: Sequence[Stack]
    share: float
    boxes: Sequence[Box] = ()
    """What they were made of, where their size is the full one."""


def laid_out(boxes: Boxes, width: float, room: float) -> Layout:
    """What `boxes` makes on pages of `width` by `room` points."""
    made = list(boxes(width))
    pages = list(paged(made, room))
    for share in _shares(pages, room):
        with drawn_at(share):
            fewer = list(paged(boxes(width / share), room / share))
        if len(fewer) < len(pages):
            return Layout(fewer, share)
    return Layout(pages, 1.0, made)


def _shares(pages: Sequence[Stack], room: float) -> Iterator[float]:
    """Sizes that might save the last page, the largest first; none where they would be too small.

    Both lines and what stands on a line grow less: the area goes with the square.
    """
    before = len(pages) - 1
    if not 1 <= before < _MOST_PAGES:
        return
    over = pages[-1].height / (before * room)
    largest = (1 + over) ** -0.5
    yield from (largest - less for less in _TRIES if largest - less >= _LEAST)
