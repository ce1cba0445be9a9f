"""From a drop to clips: bytes first, then a row in the list, then what can be read from them."""

import asyncio
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

from caseboard.capture import drop as drops
from caseboard.capture import sniff
from caseboard.capture.drop import Drop, Intake, IntakeFile
from caseboard.capture.reading import PictureRef, Reading, Unreadable
from caseboard.capture.worker import Worker
from caseboard.commands.clips import (
    DISPLAY,
    SANITISED,
    THUMBNAIL,
    AddClips,
    FillClip,
    KeptClip,
    KeptFile,
    MarkUnread,
    now,
)
from caseboard.commands.history import History
from caseboard.commands.station import Station
from caseboard.errors import CaseError
from caseboard.i18n import _
from caseboard.model.clip import Clip, ClipFile
from caseboard.model.ids import CaseId, ClipId
from caseboard.model.terms import ClipKind, FileRole
from caseboard.runtime.events import Event
from caseboard.runtime.jobs import Job, Jobs
from caseboard.store import clips
from caseboard.store import history as journal
from caseboard.store.files import FileDamaged, FileStore, Stored
from caseboard.store.library import Library


@dataclass(frozen=True, slots=True)
class Duplicate:
    """A clip just made is byte for byte one the case already has."""

    clip_id: ClipId
    same_as: ClipId
    same_as_ref: str


@dataclass(frozen=True, slots=True)
class Taken:
    """What a drop became."""

    clip_ids: Sequence[ClipId]
    duplicates: Sequence[Duplicate]


class TakingIn:
    """Takes things into cases of one library.

    A clip is safe from the moment `take` returns: its bytes are on disk and its row is in the
    journal. Reading goes on behind, one job a clip, in turn; what could not be read says why.
    `failed` tells of a reading that could not be written down: it is taken up again at the next
    start.
    """

    def __init__(self, library: Library, history: History, worker: Worker, jobs: Jobs) -> None:
        self._library = library
        self._history = history
        self._worker = worker
        self._jobs = jobs
        self._station = Station.of(library.database.who)
        self._reading: set[asyncio.Task[None]] = set()
        self._turn = asyncio.Semaphore(1)  # the worker reads one at a time; no thread waits for it
        self.failed: Event[CaseError] = Event()
        self._is_stopping = False

    async def take(self, case_id: CaseId, drop: Drop) -> Taken:
        """Keep everything in `drop` as clips of a case and start reading them."""
        intakes = await asyncio.to_thread(drops.sort, drop)
        kept = await asyncio.to_thread(_keep_all, self._library.files, intakes)
        written = await self._history.record(AddClips(case_id, tuple(kept), now(), self._station))
        seq = written.change.seq if written.change else None
        for clip_id in written.result:
            self._start(clip_id, seq)
        pairs = zip(written.result, kept, strict=True)
        return Taken(written.result, await self._duplicates(case_id, pairs))

    async def resume(self) -> None:
        """Start reading every clip whose bytes are kept but that was never read."""
        for clip_id in await self._library.database.read(clips.unread):
            self._start(clip_id, await self._library.database.read(journal.birth_of, clip_id))

    async def read_again(self, clip_id: ClipId) -> None:
        """Start reading a clip whose reading failed or was stopped."""
        self._start(clip_id, await self._library.database.read(journal.birth_of, clip_id))

    async def settled(self) -> None:
        """Wait until nothing is being read."""
        while self._reading:
            await asyncio.wait(set(self._reading))

    async def stop(self) -> None:
        """Stop reading; what was not read is taken up again at the next start."""
        self._is_stopping = True
        for task in self._reading:
            task.cancel()
        await asyncio.gather(*self._reading, return_exceptions=True)

    async def _duplicates(
        self, case_id: CaseId, pairs: Iterable[tuple[ClipId, KeptClip]]
    ) -> list[Duplicate]:
        found = []
        for clip_id, kept in pairs:
            sha256 = kept.files[0].stored.sha256
            same = await self._library.database.read(clips.same_bytes, case_id, sha256)
            if same and same[0][0] != clip_id:
                found.append(Duplicate(clip_id, *same[0]))
        return found

    def _start(self, clip_id: ClipId, seq: int | None) -> None:
        task = asyncio.ensure_future(self._read_in_turn(clip_id, seq))
        self._reading.add(task)
        task.add_done_callback(self._reading.discard)

    async def _read_in_turn(self, clip_id: ClipId, seq: int | None) -> None:
        async with self._turn:
            try:
                await self._read(clip_id, seq)
            except CaseError as error:
                self.failed.emit(error)

    async def _read(self, clip_id: ClipId, seq: int | None) -> None:
        view = await self._library.database.read(clips.view, clip_id)
        if view is None:
            return
        clip, original = view.clip, next(f for f in view.files if f.role is FileRole.ORIGINAL)

        async def work(_job: Job) -> FillClip | MarkUnread:
            return await asyncio.to_thread(self._fill, clip, original)

        done: FillClip | MarkUnread
        try:
            done = await self._jobs.run(_("Reading {title}").format(title=clip.title), work)
        except asyncio.CancelledError:
            if self._is_stopping:
                raise
            done = _stopped(clip)
        await self._history.record(done, follows=seq)

    def _fill(self, clip: Clip, original: ClipFile) -> FillClip | MarkUnread:
        try:
            data = self._library.files.read(original.sha256)
            reading = self._worker.read(clip.kind, original.media_type, data, url=clip.url_asked)
        except (Unreadable, FileDamaged) as error:
            return MarkUnread(clip.case_id, clip.id, str(error), _("Could not read a clip"))
        files = [
            *self._derived(reading),
            *self._pictures(reading, original.url if original.media_type in sniff.HTML else ""),
            *self._embedded(reading),
        ]
        return FillClip(clip.case_id, clip.id, reading, tuple(files))

    def _pictures(self, reading: Reading, page_url: str) -> list[KeptFile]:
        """The pictures that lie beside a page on disk, and small copies of them to show."""
        if not page_url.startswith("file:") or not reading.pictures:
            return []
        page = _path(page_url)
        kept = []
        for ordinal, said in enumerate(reading.pictures):
            for path in drops.companions(page, [said.url]):
                media_type = drops.media_type_of(path)
                kept += self._picture(path, path.name, media_type, ordinal, said)
        return kept

    def _embedded(self, reading: Reading) -> list[KeptFile]:
        """The pictures that are written into a page, and small copies of them to show."""
        places = {said.url: (ordinal, said) for ordinal, said in enumerate(reading.pictures)}
        kept = []
        for one in reading.embedded:
            media_type = sniff.media_type(one.data[: sniff.HEAD])
            if one.url in places and media_type in sniff.IMAGES:
                ordinal, said = places[one.url]
                name = f"{ordinal + 1}.{media_type.removeprefix('image/')}"
                kept += self._picture(one.data, name, media_type, ordinal, said)
        return kept

    def _picture(
        self, source: Path | bytes, name: str, media_type: str, ordinal: int, said: PictureRef
    ) -> list[KeptFile]:
        stored = self._library.files.add(source)
        file = KeptFile(stored, name, media_type, FileRole.PICTURE, said.url, ordinal, said)
        try:
            data = self._library.files.read(stored.sha256)
            reading = self._worker.read(ClipKind.IMAGE, media_type, data)
        except Unreadable:
            return [file]  # kept, and shown as a picture that cannot be read
        return [file, *self._derived(reading, ordinal)]

    def _derived(self, reading: Reading, ordinal: int = 0) -> list[KeptFile]:
        made = [
            (THUMBNAIL, "image/jpeg", reading.thumbnail),
            (DISPLAY, "image/jpeg", reading.display),
            (SANITISED, "text/html", reading.html.encode()),
        ]
        return [
            KeptFile(
                self._library.files.add(data),
                step,
                media_type,
                FileRole.DERIVATIVE,
                ordinal=ordinal,
                step=step,
            )
            for step, media_type, data in made
            if data
        ]


def _stopped(clip: Clip) -> MarkUnread:
    """What to say of a clip whose reading the user cancelled; the task itself goes on to say it."""
    if task := asyncio.current_task():
        task.uncancel()
    why = _("Reading it was stopped. The original is kept and can be read again.")
    return MarkUnread(clip.case_id, clip.id, why, _("Stop reading a clip"))


def _keep_all(files: FileStore, intakes: Sequence[Intake]) -> list[KeptClip]:
    return [
        KeptClip(
            intake.kind,
            intake.title,
            tuple(_keep(files, file, n) for n, file in enumerate(intake.files)),
            intake.url,
            intake.method,
        )
        for intake in intakes
    ]


def _keep(files: FileStore, file: IntakeFile, ordinal: int) -> KeptFile:
    stored: Stored = files.add(file.data)
    url = file.data.resolve().as_uri() if isinstance(file.data, Path) else file.url
    return KeptFile(stored, file.name, file.media_type, file.role, url, ordinal)


def _path(uri: str) -> Path:
    return Path(url2pathname(urlsplit(uri).path))
