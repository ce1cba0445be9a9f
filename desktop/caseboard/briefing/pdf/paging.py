"""Puts boxes on pages, from the first to the last."""

from collections.abc import Iterable, Iterator, Sequence

from caseboard.briefing.pdf.boxes import SLACK, Box, Stack


def paged(boxes: Iterable[Box], room: float) -> Iterator[Stack]:
    """Stacks no taller than `room`, unless there is what cannot be parted at all.

    It looks no further ahead than a page, and so takes time that grows with the pages alone.
    """
    waiting = iter(boxes)
    window = _filled((), waiting, room)
    while window:
        page, rest = _page(window, room)
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
