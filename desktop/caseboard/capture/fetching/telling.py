"""Says how far a fetch is, not more often than anybody can read."""

import asyncio
from types import TracebackType
from typing import Self

from caseboard.capture.fetching.fetch import Told

_EVERY = 0.1
"""Seconds."""


class Telling:
    """Passes on what is told, ten times a second at most; to be used in a `with`, on a loop.

    What came too soon is told a little later, unless something newer has come by then.
    """

    def __init__(self, told: Told) -> None:
        self._told = told
        self._loop = asyncio.get_running_loop()
        self._last = float("-inf")
        self._later: asyncio.TimerHandle | None = None
        self._news = ("", 0, 0)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._later is not None:
            self._later.cancel()

    def say(self, stage: str, done: int = 0, expected: int = 0) -> None:
        """What is done now, how many bytes have come, and of how many (0: unknown)."""
        self._news = (stage, done, max(expected, 0))
        wait = self._last + _EVERY - self._loop.time()
        if self._later is None:
            if wait <= 0:
                self._tell()
            else:
                self._later = self._loop.call_later(wait, self._tell)

    def _tell(self) -> None:
        self._later = None
        self._last = self._loop.time()
        self._told(*self._news)
