"""Taking in many files in the background: each batch is safe before the next is begun."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from caseboard.capture import folder
from caseboard.capture.drop import Drop
from caseboard.capture.folder import Walked
from caseboard.commands.taking_in import Taken, TakingIn
from caseboard.i18n import _, ngettext
from caseboard.model.ids import CaseId
from caseboard.runtime.jobs import Job, Jobs

R = TypeVar("R")

BATCH = 100
"""So many files are one change-set: rows show early, and one undo takes them back."""


async def look(jobs: Jobs, paths: Sequence[Path]) -> Walked:
    """Walk the folders among `paths`, as a job where there are any; stopped, it finds nothing."""
    if not any([await asyncio.to_thread(path.is_dir) for path in paths]):
        return await asyncio.to_thread(folder.walk, paths)

    async def work(job: Job) -> Walked:
        def told(count: int) -> bool:
            stage = ngettext(
                "Looking through the folder: {n} file", "Looking through the folder: {n} files",
                count,
            )  # fmt: skip
            job.step(0, 0, stage)
            return not job.is_cancelled

        try:
            return await asyncio.to_thread(folder.walk, paths, told)
        except asyncio.CancelledError:
            return _stopped(job, Walked(is_stopped=True))

    return await jobs.run(_("Looking through the folder"), work)


async def take(jobs: Jobs, taking_in: TakingIn, case_id: CaseId, drop: Drop) -> Taken:
    """Take in every file of `drop`, many of them as a job; stopped, what is in stays in."""
    if len(drop.files) <= BATCH:
        return await taking_in.take(case_id, drop)

    async def work(job: Job) -> Taken:
        taken, total = Taken((), ()), len(drop.files)
        try:
            for start in range(0, total, BATCH):
                part = await asyncio.to_thread(readable, drop.files[start : start + BATCH])
                if part:
                    done = await taking_in.take(case_id, replace(drop, files=part))
                    taken = _both(taken, done)
                job.step(min(start + BATCH, total), total)
                await asyncio.sleep(0)  # cancelled by who heard of the step, it ends here
        except asyncio.CancelledError:
            return _stopped(job, taken)
        return taken

    title = ngettext("Taking in {n} file", "Taking in {n} files", len(drop.files))
    return await jobs.run(title, work)


def readable(paths: Sequence[Path]) -> tuple[Path, ...]:
    """Those that can still be read; between looking and taking, a file can go."""
    return tuple(path for path in paths if folder.reason_against(path) is None)


def _both(one: Taken, other: Taken) -> Taken:
    return Taken(
        (*one.clip_ids, *other.clip_ids),
        (*one.duplicates, *other.duplicates),
        (*one.known, *other.known),
    )


def _stopped(job: Job, kept: R) -> R:
    """What a job answers that the user has stopped; any other end of it goes on."""
    if not job.is_cancelled:
        raise asyncio.CancelledError
    if task := asyncio.current_task():
        task.uncancel()
    return kept
