"""Importing a list: one clip for each entry that was chosen, filled with what the list says."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlmodel import Session

from caseboard.capture.drop import Drop
from caseboard.capture.lists.entry import Listing
from caseboard.commands.clips import AddClips, now
from caseboard.commands.history import History
from caseboard.commands.list_entries import Looked, Source, Stated, kept, look, stated
from caseboard.commands.station import Station
from caseboard.commands.taking_in import TakingIn
from caseboard.i18n import _, ngettext
from caseboard.model import addresses
from caseboard.model.clip import Clip
from caseboard.model.ids import CaseId, ClipId
from caseboard.model.terms import Method
from caseboard.model.work import Note
from caseboard.runtime.jobs import Job, Jobs
from caseboard.store import clips, known
from caseboard.store.known import Known
from caseboard.store.library import Library

BATCH = 50
"""So many entries are one change-set: rows show early, and little is lost to a power cut."""


@dataclass(frozen=True, slots=True)
class ImportClips:
    """Enter clips with what a list says of them; returns their ids, in order."""

    adding: AddClips
    stated: tuple[Stated, ...]
    name: str
    """Of the list."""
    total: int
    """How many clips are imported in all."""
    after: ClipId | None = None
    """A clip of the batch before: where it is undone by now, this batch is not made."""

    @property
    def case_id(self) -> CaseId:
        """The case it is done in."""
        return self.adding.case_id

    @property
    def label(self) -> str:
        """What the journal says."""
        return ngettext(
            "Import {n} clip from “{{name}}”", "Import {n} clips from “{{name}}”", self.total
        ).format(name=self.name)

    def do(self, session: Session) -> list[ClipId]:
        """Make the clips, and a note on each where the list has more to say."""
        if self.after is not None and session.get(Clip, self.after) is None:
            return []
        made = self.adding.do(session)
        session.flush()
        for clip_id, said in zip(made, self.stated, strict=True):
            clip = session.get_one(Clip, clip_id)
            for name, value in said.fields.items():
                setattr(clip, name, value)
            clip.said_in = dict(said.said_in)
            if said.note:
                session.add(self._note(clip_id, said.note))
        return made

    def _note(self, clip_id: ClipId, text: str) -> Note:
        when = self.adding.captured
        return Note(case_id=self.case_id, clip_id=clip_id, text=text, created=when, changed=when)


@dataclass(frozen=True, slots=True)
class Imported:
    """What came of an import."""

    clip_ids: tuple[ClipId, ...]
    wanted: int

    @property
    def is_whole(self) -> bool:
        """Whether everything that was chosen was taken in."""
        return len(self.clip_ids) == self.wanted

    @property
    def sentence(self) -> str:
        """What is said of it."""
        n = len(self.clip_ids)
        if self.is_whole:
            return ngettext("Imported {n} clip.", "Imported {n} clips.", n)
        return _("The import was stopped: {n} of {total} clips were imported.").format(
            n=n, total=self.wanted
        )


class Importing:
    """Imports lists into cases of one library.

    What `take` has said to be imported is on disk. All of one import is undone together; undoing
    it while it runs ends it, as cancelling its job does.
    """

    def __init__(self, library: Library, history: History, taking_in: TakingIn, jobs: Jobs) -> None:
        self._library = library
        self._history = history
        self._taking_in = taking_in
        self._jobs = jobs
        self._station = Station.of(library.database.who)

    async def keep(self, case_id: CaseId, path: Path) -> ClipId:
        """The clip of the list itself: the one that the case has of this file, or a new one."""
        stored = await asyncio.to_thread(self._library.files.add, path)
        there = await self._library.database.read(clips.same_bytes, case_id, stored.sha256)
        if there:
            return there[0][0]
        taken = await self._taking_in.take(case_id, Drop(files=(path,), method=Method.FILE))
        return taken.clip_ids[0]

    async def look(self, case_id: CaseId, listing: Listing, source: Source) -> list[Looked]:
        """Each entry of a list beside what the case has already."""
        there = await self._library.database.read(known.by_address, case_id)
        return await asyncio.to_thread(look, listing, there, source)

    async def take(
        self, case_id: CaseId, chosen: Sequence[Looked], source: Source, *, is_fetched: bool = True
    ) -> Imported:
        """Make a clip of each of `chosen`; links are fetched as the settings say.

        With `is_fetched` off they are left until somebody asks for them.
        """
        title = _("Importing “{name}”").format(name=source.name)
        earlier = await self._library.database.read(known.by_address, case_id)

        async def work(job: Job) -> Imported:
            run = _Run(self, job, case_id, chosen, source)
            return await run.go(earlier if is_fetched else None)

        return await self._jobs.run(title, work)

    async def record(self, batch: ImportClips, follows: int | None) -> tuple[list[ClipId], int]:
        """Write one batch down; the ids of its clips and the change-set it made."""
        written = await self._history.record(batch, follows=follows)
        seq = written.change.seq if written.change else 0
        return written.result, seq

    async def batch(
        self,
        case_id: CaseId,
        part: Sequence[Looked],
        source: Source,
        total: int,
        after: ClipId | None,
    ) -> ImportClips:
        """The command that enters these entries, their files kept."""
        files = self._library.files
        clips = await asyncio.to_thread(lambda: tuple(kept(each, source, files) for each in part))
        said = tuple(stated(each.entry, source) for each in part)
        adding = AddClips(case_id, clips, now(), self._station)
        return ImportClips(adding, said, source.name, total, after)

    def begin(self, clip_ids: Sequence[ClipId], seq: int, earlier: Mapping[ClipId, ClipId]) -> None:
        """Have clips fetched and read."""
        self._taking_in.begin(clip_ids, seq, earlier)


class _Run:
    """One import on its way."""

    def __init__(
        self,
        importing: Importing,
        job: Job,
        case_id: CaseId,
        chosen: Sequence[Looked],
        source: Source,
    ) -> None:
        self._importing = importing
        self._job = job
        self._case_id = case_id
        self._chosen = chosen
        self._source = source
        self._made: list[ClipId] = []
        self._first: int | None = None

    async def go(self, earlier: Mapping[str, Known] | None) -> Imported:
        """Take one batch after another until all are in, or somebody stops it."""
        total = len(self._chosen)
        try:
            for start in range(0, total, BATCH):
                part = self._chosen[start : start + BATCH]
                if not await self._take(part, earlier):
                    break
                self._job.step(len(self._made), total)
                await asyncio.sleep(0)  # cancelled by who heard of the step, it ends here
        except asyncio.CancelledError:
            if not self._job.is_cancelled:
                raise
            if task := asyncio.current_task():
                task.uncancel()  # what is in stays in, and is told of
        return Imported(tuple(self._made), total)

    async def _take(self, part: Sequence[Looked], earlier: Mapping[str, Known] | None) -> bool:
        importing, total = self._importing, len(self._chosen)
        after = self._made[0] if self._made else None
        batch = await importing.batch(self._case_id, part, self._source, total, after)
        clip_ids, seq = await importing.record(batch, self._first)
        if not clip_ids:  # undone meanwhile
            self._made.clear()
            return False
        self._first = self._first if self._first is not None else seq
        self._made += clip_ids
        if earlier is not None:
            addresses_of = (addresses.normal(each.entry.url) for each in part)
            pairs = zip(clip_ids, addresses_of, strict=True)
            before = {clip_id: earlier[url].id for clip_id, url in pairs if url in earlier}
            importing.begin(clip_ids, self._first, before)
        return True
