"""Puts boxes on pages, from the first to the last."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from caseboard.briefing.pdf.boxes import SLACK, Box, Stack

_EMPTY: Final = 0.22
"""The share of a page that may stay empty below what is too tall to stand there."""
_FILLED: Final = 0.5
"""The share of that which has to be filled, where a figure is to stand on the next page instead."""


def paged(boxes: Iterable[Box], room: float) -> Iterator[Stack]:
    """Stacks no taller than `room`, unless there is what cannot be parted at all.

    A figure that would leave much of a page empty stands at the head of the next page, a sentence
    in its place; what follows it goes on. It looks little further ahead than a page, and so takes
    time that grows with the pages alone.
    """
    waiting = iter(boxes)
    window = _filled((), waiting, room)
    while window:
        page, rest = _page(window, room)
        if rest and (floated := _floated(page, rest, waiting, room)):
            page, rest = floated
        yield page
        window = _filled(rest, waiting, room)


def _filled(rest: Sequence[Box], waiting: Iterator[Box], room: float) -> list[Box]:
    """What might fit a page, and one box more."""
    window = list(rest)
    used = sum(box.height for box in window)
    while used <= room + SLACK and (box := next(waiting, None)) is not None:
        window.append(box)
        used += box.height
    return window


def _page(window: Sequence[Box], room: float) -> tuple[Stack, Sequence[Box]]:
    whole = Stack(window)
    if whole.height <= room + SLACK:
        return whole, ()
    if parts := whole.split(room, fresh=True):
        return parts[0], parts[1].boxes
    return Stack(window[:1]), window[1:]


def _floated(
    page: Stack, rest: Sequence[Box], waiting: Iterator[Box], room: float
) -> tuple[Stack, Sequence[Box]] | None:
    """The page with what follows the figure that did not fit it; then the figure, and the rest."""
    empty = room - page.height
    place = next((place for place, box in enumerate(rest) if not box.sticky), len(rest))
    if empty < _EMPTY * room or place == len(rest) or rest[place].stub is None:
        return None
    figure, stub = rest[place], rest[place].stub
    after = _filled(rest[place + 1 :], waiting, room)
    before = [*page.boxes, *rest[:place], *([stub] if stub else [])]
    fuller, later = _page([*before, *after], room)
    if fuller.height - page.height < _FILLED * empty or len(fuller.boxes) <= len(before):
        rest_ = [*rest[: place + 1], *after]
        return page, rest_  # nothing that was taken from those waiting is lost
    return fuller, [figure, *later]
