"""Clips that wait to be begun: of very many, a few hundred are under way and the rest in line."""

import asyncio
from collections import deque
from collections.abc import Callable, Iterable

from caseboard.i18n import _
from caseboard.model.ids import ClipId
from caseboard.runtime.jobs import Job, Jobs

AT_ONCE = 200
"""So many are begun at once: each is a task, and a job that can be listed."""


class WaitingLine:
    """Begins clips, at most `AT_ONCE` at a time; the others wait in line, as a job.

    Cancelled, those in line are left for the next start of the program.
    """

    def __init__(
        self,
        jobs: Jobs,
        running: set[asyncio.Task[None]],
        start: Callable[[ClipId, int | None], None],
    ) -> None:
        """`running` holds what is under way; `start` begins a clip, made in a change-set."""
        self._jobs = jobs
        self._running = running
        self._start = start
        self._line: deque[tuple[ClipId, int | None]] = deque()

    def begin(self, clip_ids: Iterable[ClipId], seq: int | None) -> None:
        """Begin these, or let them wait until others have ended."""
        is_served = bool(self._line)
        self._line.extend((clip_id, seq) for clip_id in clip_ids)
        while self._line and len(self._running) < AT_ONCE:
            self._start(*self._line.popleft())
        if self._line and not is_served:
            task = asyncio.ensure_future(self._serve())
            self._running.add(task)
            task.add_done_callback(self._running.discard)

    async def _serve(self) -> None:
        try:
            await self._jobs.run(_("Links that wait in line"), self._work)
        except asyncio.CancelledError:
            self._line.clear()
            raise

    async def _work(self, job: Job) -> None:
        total = len(self._line)
        while self._line:
            total = max(total, len(self._line))
            job.step(total - len(self._line), total)
            others = {task for task in self._running if task is not job.task}
            if len(others) < AT_ONCE:
                self._start(*self._line.popleft())
            else:
                await asyncio.wait(others, return_when=asyncio.FIRST_COMPLETED)
