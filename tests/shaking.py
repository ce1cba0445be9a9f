"""Makes a library answer late and unevenly, so that what hangs on the order of answers shows."""

import random
import threading
import time

from caseboard.store.database import Database

PAUSES = (0, 0.002, 0.01, 0.04, 0.12)
"""Seconds; one is slept before and one after each read and each write, on the thread it is on."""


class Shaken:
    """Pauses drawn from `seed`; the same test is shaken much alike each time."""

    def __init__(self, seed):
        self._random = random.Random(seed)

    def shake(self, monkeypatch):
        """Let every database pause until the test is over, except on the loop's own thread."""
        for name in ("read_now", "write_now"):
            monkeypatch.setattr(Database, name, self._paused(getattr(Database, name)))

    def _paused(self, work):
        def paused(*args, **kwargs):
            if threading.current_thread() is threading.main_thread():
                return work(*args, **kwargs)
            time.sleep(self._random.choice(PAUSES))
            try:
                return work(*args, **kwargs)
            finally:
                time.sleep(self._random.choice(PAUSES))

        return paused
