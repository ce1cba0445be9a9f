"""Checking that the library, or some clips of it, are as they were stored."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import func
from sqlmodel import Session, col, select

from caseboard.i18n import _, ngettext
from caseboard.model.clip import ClipFile
from caseboard.model.ids import CaseId, ClipId
from caseboard.runtime.jobs import Job
from caseboard.store import clips, verify
from caseboard.store.journal import head
from caseboard.store.verify import Finding
from caseboard.ui.desk import Desk

NAMED = 3
SMALL = (64_000_000, 3_000)
"""Bytes of files and number of change-sets up to which a check takes about a second."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a check found, and when it ended (UTC)."""

    findings: Sequence[Finding]
    at: datetime

    @property
    def is_sound(self) -> bool:
        """Whether nothing is wrong."""
        return not self.findings

    def words(self) -> str:
        """For the status line."""
        if self.is_sound:
            return _("Integrity verified {when} UTC").format(when=f"{self.at:%H:%M}")
        return ngettext("{n} thing is damaged", "{n} things are damaged", len(self.findings))

    def sentence(self) -> str:
        """What is wrong, the first few of it by name."""
        said = [f"{finding.ref}: {finding.sentence}" for finding in self.findings[:NAMED]]
        return " ".join([self.words() + ".", *said])


async def verify_library(desk: Desk, case_id: CaseId | None = None) -> Verdict:
    """Check database, journal, index and files (of one case alone if named), as a job."""

    async def work(_job: Job) -> Sequence[Finding]:
        return await desk.read(verify.library, desk.library.files, case_id)

    findings = await desk.jobs.run(_("Verifying integrity"), work)
    return Verdict(findings, datetime.now(UTC))


def is_small(session: Session) -> bool:
    """Whether the library is checked so fast that it may be done without being asked."""
    size = session.scalar(select(func.coalesce(func.sum(col(ClipFile.bytes)), 0))) or 0
    changes, _head = head(session)
    return size <= SMALL[0] and changes <= SMALL[1]


async def verify_clips(desk: Desk, clip_ids: Sequence[str]) -> Verdict:
    """Hash every file of these clips again."""

    async def work(job: Job) -> list[Finding]:
        found = []
        for done, clip_id in enumerate(clip_ids):
            job.step(done, len(clip_ids))
            found += await _damaged_files(desk, ClipId(clip_id))
        return found

    return Verdict(await desk.jobs.run(_("Verifying files"), work), datetime.now(UTC))


async def _damaged_files(desk: Desk, clip_id: ClipId) -> list[Finding]:
    view = await desk.read(clips.view, clip_id)
    if view is None:
        return []
    sentence = _("The file {name} is missing or has changed.")
    return [
        Finding(view.clip.ref, sentence.format(name=file.name))
        for file in view.files
        if not await asyncio.to_thread(desk.library.files.is_sound, file.sha256)
    ]
