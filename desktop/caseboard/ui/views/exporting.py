"""Writing a briefing to a PDF as a job that can be watched and stopped."""

import asyncio
from pathlib import Path

from caseboard.commands.exporting_briefings import Exported, export
from caseboard.errors import CaseError
from caseboard.i18n import _
from caseboard.model.work import Briefing
from caseboard.runtime.jobs import Job
from caseboard.ui.desk import Desk


class Stopped(CaseError):
    """The user stopped the export: nothing was written."""

    def __init__(self) -> None:
        super().__init__(_("The export was stopped. Nothing was written."))


async def write_pdf(desk: Desk, briefing: Briefing, target: Path) -> Exported:
    """Write `briefing` to `target` and record it; raises `Stopped` where it was cancelled.

    What runs in a thread cannot be cancelled, only asked to stop at its next page: this waits
    until it did, so that it is known whether anything was written.
    """

    async def work(job: Job) -> Exported:
        def progress(done: int, total: int) -> None:
            if job.is_cancelled:
                raise Stopped
            job.step(done, total)

        writing = asyncio.ensure_future(
            export(desk.library, desk.history, briefing, target, progress=progress)
        )
        try:
            return await asyncio.shield(writing)
        except asyncio.CancelledError:
            return await writing

    title = _("Writing {name}").format(name=target.name)
    return await desk.jobs.run(title, work)
