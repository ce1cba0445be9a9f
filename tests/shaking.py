"""Makes libraries and processes answer late and unevenly: what hangs on the order of it shows."""

import random
import threading
import time

from caseboard.capture.worker import Worker
from caseboard.store.database import Database
from caseboard.ui.press.line import Line

PAUSES = (0, 0.002, 0.01, 0.04, 0.12)
"""Seconds; one is slept before and one after each answer, on the thread it is given on."""
SLOW = ((Database, ("read_now", "write_now")), (Worker, ("do",)), (Line, ("send",)))
"""What is slowed down: reading and writing a library, files read by a process, pages asked for."""


class Shaken:
    """Pauses drawn from `seed`; the same test is shaken much alike each time."""

    def __init__(self, seed):
        self._random = random.Random(seed)

    def shake(self, monkeypatch):
        """Let all of these pause until the test is over, except on the loop's own thread."""
        for slow, names in SLOW:
            for name in names:
                monkeypatch.setattr(slow, name, self._paused(getattr(slow, name)))

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
