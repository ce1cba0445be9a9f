"""What waits to be printed: of each kind of request the newest alone."""

from dataclasses import dataclass, field
from threading import Condition
from typing import Any

FIRST = "render"
"""What is done before all else: somebody looks at it."""


@dataclass(frozen=True, slots=True)
class Request:
    """One thing to do."""

    number: int
    """Grows with each request."""
    task: str
    options: dict[str, Any] = field(default_factory=dict)


class Slot:
    """Filled by one thread, emptied by another."""

    def __init__(self) -> None:
        self._waiting: dict[str, Request] = {}
        self._newest: dict[str, int] = {}
        self._changed = Condition()

    def put(self, request: Request) -> Request | None:
        """Have this done; the older of two requests of a kind is handed back, not to be done.

        It may be older than one that was taken already: they come from several threads.
        """
        with self._changed:
            if self._newest.get(request.task, -1) > request.number:
                return request
            other = self._waiting.get(request.task)
            self._newest[request.task] = request.number
            self._waiting[request.task] = request
            self._changed.notify()
            return other

    def take(self) -> Request:
        """The next thing to do; waits for one."""
        with self._changed:
            while not self._waiting:
                self._changed.wait()
            task = FIRST if FIRST in self._waiting else next(iter(self._waiting))
            return self._waiting.pop(task)

    def holds(self, task: str) -> bool:
        """Whether a newer request of that kind waits."""
        return task in self._waiting
