"""What goes on while hostile files are read: how long each takes, what goes wrong."""

import sys
import time
from types import TracebackType

from caseboard.errors import CaseError
from caseboard.runtime.jobs import Job, Jobs
from caseboard.ui.desk import Desk


class Watch:
    """Times every job, and keeps every error that reached nobody."""

    def __init__(self, desk: Desk) -> None:
        self.slowest: list[tuple[float, str]] = []
        """Seconds and title of each job that has ended."""
        self.faults: list[str] = []
        self._began: dict[Job, float] = {}
        self._jobs = desk.jobs
        desk.jobs.changed.connect(self._on_jobs)
        desk.taking_in.failed.connect(self._on_failed)
        sys.excepthook = self._on_bug

    @property
    def longest(self) -> tuple[float, str]:
        """The job that took longest."""
        return max(self.slowest, default=(0.0, ""))

    def _on_jobs(self, jobs: Jobs) -> None:
        now = time.perf_counter()
        for job in jobs.running:
            self._began.setdefault(job, now)
        for job in [job for job in self._began if job not in jobs.running]:
            self.slowest.append((now - self._began.pop(job), job.title))

    def _on_failed(self, error: CaseError) -> None:
        self.faults.append(f"not written: {error}")

    def _on_bug(
        self, kind: type[BaseException], error: BaseException, _trace: TracebackType | None
    ) -> None:
        self.faults.append(f"{kind.__name__}: {error}")
