"""Work that takes time: what runs, how far it is, and how to stop it."""

import asyncio
import threading
from collections.abc import Awaitable, Callable
from typing import TypeVar

from caseboard.runtime.events import Event

T = TypeVar("T")
Work = Callable[["Job"], Awaitable[T]]


class Job:
    """One piece of work, as its progress bar sees it.

    `stage` is a sentence about what is being done now, `done` of `total` counts pieces and
    `bytes_done` of `bytes_total` counts bytes; a total of 0 means it is not known.
    """

    def __init__(self, title: str) -> None:
        """Run by `Jobs.run`; made inside a running loop."""
        self.title = title
        self.stage = ""
        self.done = self.total = 0
        self.bytes_done = self.bytes_total = 0
        self.is_cancelled = False
        self.changed: Event[Job] = Event()
        self.task = asyncio.current_task()
        self._loop = asyncio.get_running_loop()
        self._thread = threading.get_ident()
        self._is_told = threading.Event()
        self._is_told.set()

    @property
    def fraction(self) -> float | None:
        """How much is done, 0 to 1; None while that is not known."""
        if self.total:
            return min(1.0, self.done / self.total)
        return min(1.0, self.bytes_done / self.bytes_total) if self.bytes_total else None

    def step(self, done: int, total: int, stage: str | None = None) -> None:
        """Say how many pieces are done and, if it changes, what is done now; from any thread."""
        self.done, self.total = done, total
        if stage is not None:
            self.stage = stage
        self._tell()

    def read(self, bytes_done: int, bytes_total: int = 0) -> None:
        """Say how many bytes have been read or written; from any thread."""
        self.bytes_done, self.bytes_total = bytes_done, bytes_total
        self._tell()

    def cancel(self) -> None:
        """Ask the work to stop at its next await; work in a thread looks at `is_cancelled`."""
        self.is_cancelled = True
        if self.task is not None:
            self.task.cancel()

    def _tell(self) -> None:
        """Listeners are called on the loop's thread, once for many steps taken elsewhere."""
        if threading.get_ident() == self._thread:
            self.changed.emit(self)
        elif self._is_told.is_set() and not self._loop.is_closed():
            self._is_told.clear()
            self._loop.call_soon_threadsafe(self._tell_later)

    def _tell_later(self) -> None:
        self._is_told.set()
        self.changed.emit(self)


class Jobs:
    """Every job now running."""

    def __init__(self) -> None:
        self.running: list[Job] = []
        self.changed: Event[Jobs] = Event()

    async def run(self, title: str, work: Work[T]) -> T:
        """Do `work` under a title the user can see and cancel; errors are the caller's."""
        job = Job(title)
        self.running.append(job)
        self.changed.emit(self)
        try:
            return await work(job)
        finally:
            self.running.remove(job)
            self.changed.emit(self)

    async def stop(self) -> None:
        """Cancel what runs and wait until it has ended."""
        jobs = tuple(self.running)
        for job in jobs:
            job.cancel()
        tasks = {job.task for job in jobs if job.task} - {asyncio.current_task()}
        await asyncio.gather(*tasks, return_exceptions=True)
