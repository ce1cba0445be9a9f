"""Work that blocks, done beside the loop and never left behind."""

import asyncio
from collections.abc import Callable
from typing import ParamSpec, TypeVar

from caseboard.capture.fetching.fetched import NotFetched
from caseboard.i18n import _

P = ParamSpec("P")
T = TypeVar("T")


class NotKept(NotFetched):
    """The disk did not take what came."""


async def to_end(work: Callable[P, T], *args: P.args, **named: P.kwargs) -> T:
    """Do `work` in a thread; who cancels this waits until it has ended."""
    task = asyncio.ensure_future(asyncio.to_thread(work, *args, **named))
    try:
        return await asyncio.shield(task)
    except asyncio.CancelledError:
        await asyncio.wait([task])
        if not task.cancelled():
            task.exception()  # nobody is left to hear of it
        raise


async def on_disk(work: Callable[P, T], *args: P.args, **named: P.kwargs) -> T:
    """`to_end` for writing: raises `NotKept` where the disk does not take it."""
    try:
        return await to_end(work, *args, **named)
    except OSError as error:
        raise NotKept(
            _("What came could not be written to the disk: {problem}.").format(
                problem=error.strerror or error
            ),
            _("Make room on the disk of the library, and fetch again."),
        ) from error
