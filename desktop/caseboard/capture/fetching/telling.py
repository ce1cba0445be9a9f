"""Says how far a fetch is, not more often than anybody can read."""

import time
from collections.abc import Callable

from caseboard.capture.fetching.fetch import Told

_EVERY = 0.1


class Telling:
    """Passes on what is told, ten times a second at most."""

    def __init__(self, told: Told, clock: Callable[[], float] = time.monotonic) -> None:
        self._told = told
        self._clock = clock
        self._last = float("-inf")
        self._stage = ""

    def stage(self, sentence: str, done: int = 0, expected: int = 0) -> None:
        """Something else is done now: said when there is time for it."""
        self._stage = sentence
        self.bytes(done, expected)

    def bytes(self, done: int, expected: int = 0) -> None:
        """So many bytes have come."""
        now = self._clock()
        if now - self._last >= _EVERY:
            self._last = now
            self._told(self._stage, done, max(expected, 0))
