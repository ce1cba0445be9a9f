"""Waiting for Qt's answers one after another: this process has nothing else to do."""

import time
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEventLoop, QTimer

Tell = Callable[..., None]
"""What an answer is given to; only the first one counts."""


class TookTooLong(Exception):
    """No answer came in time."""


class Deadline:
    """A moment that every step has to keep."""

    def __init__(self, seconds: float) -> None:
        self._end = time.monotonic() + seconds

    def left(self, at_most: float = float("inf")) -> float:
        """Seconds until then, never below zero and never over `at_most`."""
        return max(0.0, min(at_most, self._end - time.monotonic()))


def answer(ask: Callable[[Tell], Any], seconds: float) -> tuple[Any, ...]:
    """What `ask` has its callback told; the loop runs meanwhile. Raises `TookTooLong`."""
    loop = QEventLoop()
    told: list[tuple[Any, ...]] = []

    def tell(*values: Any) -> None:
        if not told:
            told.append(values)
            loop.quit()

    ask(tell)
    if not told:
        QTimer.singleShot(round(seconds * 1000), loop, loop.quit)
        loop.exec()
    if not told:
        raise TookTooLong
    return told[0]


def pause(seconds: float) -> None:
    """Let the loop run for so long."""
    loop = QEventLoop()
    QTimer.singleShot(round(seconds * 1000), loop, loop.quit)
    loop.exec()
