"""Puts boxes on pages, from the first to the last."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from caseboard.briefing.pdf.boxes import SLACK, Box, Stack

_EMPTY: Final = 0.22
"""The share of a page that may stay empty below what is too tall to stand there."""
_FILLED: Final = 0.5
"""The share of that which has to be filled, where a figure is to stand on the next page instead."""
_SHORT: Final = 0.1
"""A page of which more than this share stays empty may be longer than others."""
_LONGER: Final = 0.014
"""By this share: less than a line of text, well above the foot of the page."""


class _Turn(NamedTuple):
    """A page, and what goes on after it."""

    page: Stack
    rest: Sequence[Box]


def paged(boxes: Iterable[Box], room: float) -> Iterator[Stack]:
    """Stacks no taller than `room` or a little more, but for what cannot be parted at all.

    A figure that would leave much of a page empty is set lower; where that is not enough, the
    sections that follow it come before it, if it is all of its own section; and where they do not
    fit, it stands at the head of the next page, a sentence in its place, and the text goes on.
    It looks little further ahead than a page, and so takes time that grows with the pages alone.
    """
    waiting = iter(boxes)
    window = _filled((), waiting, room)
    while window:
        turn = _page(window, room)
        if turn.rest:
            turn = _with_figure(turn, waiting, room) or turn
        yield turn.page
        window = _filled(turn.rest, waiting, room)


def _filled(rest: Sequence[Box], waiting: Iterator[Box], room: float) -> list[Box]:
    """What might fit a page, and one box more."""
    window = list(rest)
    used, most = sum(box.height for box in window), room * (1 + _LONGER)
    while used <= most + SLACK and (box := next(waiting, None)) is not None:
        window.append(box)
        used += box.height
    return window


def _page(window: Sequence[Box], room: float) -> _Turn:
    """What fits; on a page that is longer, where that ends the briefing or fills what is empty."""
    whole = Stack(window)
    most = room * (1 + _LONGER)
    if whole.height <= most + SLACK:
        return _Turn(whole, ())
    parts = whole.split(room, fresh=True)
    if parts is None:
        return _Turn(Stack(window[:1]), window[1:])
    full = (1 - _SHORT) * room
    longer = whole.split(most, fresh=True) if parts[0].height < full else None
    page, rest = longer if longer and longer[0].height >= full else parts
    return _Turn(page, rest.boxes)


def _with_figure(turn: _Turn, waiting: Iterator[Box], room: float) -> _Turn | None:
    """The page with the figure that did not fit it, or with what follows that, where it may."""
    page, rest = turn
    place = next((place for place, box in enumerate(rest) if not box.sticky), len(rest))
    if place == len(rest) or not rest[place].is_figure:
        return None
    upper = [*page.boxes, *rest[:place]]
    over = Stack([*upper, rest[place]]).height - room
    if lower := rest[place].lowered(over):
        return _Turn(Stack([*upper, lower]), rest[place + 1 :])
    if room - page.height < _EMPTY * room:
        return None
    after = _filled(rest[place + 1 :], waiting, room)
    turn = _Turn(page, [*rest[: place + 1], *after])  # nothing that was taken is lost
    return _exchanged(turn, place, room) or _floated(turn, place, room) or turn


def _exchanged(turn: _Turn, place: int, room: float) -> _Turn | None:
    """The page with the whole sections that follow the figure's own; then that, and the rest."""
    page, rest = turn
    after = rest[place + 1 :]
    if not any(True for box in rest[:place] for _title in box.titles()):
        return None  # more than the figure belongs to its section
    starts = [number for number, box in enumerate(after) if any(True for _ in box.titles())]
    if not starts or starts[0]:
        return None
    most = _before_figure(after)
    for end in reversed([*starts[1:], len(after)]):
        fuller = Stack([*page.boxes, *after[:end]])
        if end <= most and fuller.height <= room + SLACK:
            is_worth = _is_worth(page, fuller, room)
            return _Turn(fuller, [*rest[: place + 1], *after[end:]]) if is_worth else None
    return None


def _floated(turn: _Turn, place: int, room: float) -> _Turn | None:
    """The page with a sentence in the figure's place and what follows; then the figure."""
    page, rest = turn
    stub = rest[place].stub
    if stub is None:
        return None
    before, after = [*page.boxes, *rest[:place], stub], rest[place + 1 :]
    most = _before_figure(after)
    fuller, later = _page([*before, *after[:most]], room)
    if not _is_worth(page, fuller, room) or len(fuller.boxes) <= len(before):
        return None
    return _Turn(fuller, [rest[place], *later, *after[most:]])


def _before_figure(boxes: Sequence[Box]) -> int:
    """How many stand before the first figure among them, and what leads to it."""
    most = next((number for number, box in enumerate(boxes) if box.is_figure), len(boxes))
    while 0 < most < len(boxes) and boxes[most - 1].sticky:
        most -= 1
    return most


def _is_worth(page: Stack, fuller: Stack, room: float) -> bool:
    return fuller.height - page.height >= _FILLED * (room - page.height)
