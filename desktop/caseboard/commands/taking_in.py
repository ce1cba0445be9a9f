"""From a drop to clips: bytes first, then a row in the list, then what can be read from them."""

import asyncio
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from caseboard.capture import drop as drops
from caseboard.capture.drop import Drop
from caseboard.capture.flavours import Flavour
from caseboard.capture.worker import Worker
from caseboard.commands import fetching_in, known_pages
from caseboard.commands.clips import AddClips, FillClip, KeptClip, MarkUnread, now
from caseboard.commands.fetching_in import Following, Net
from caseboard.commands.history import History
from caseboard.commands.keeping import keep_all
from caseboard.commands.reading_in import ReadingIn
from caseboard.commands.station import Station
from caseboard.commands.versions import MakeVersion, UnlinkVersion
from caseboard.commands.waiting_line import WaitingLine
from caseboard.errors import CaseError
from caseboard.i18n import _
from caseboard.model.clip import Clip
from caseboard.model.files import LINKS, is_only_a_link
from caseboard.model.ids import CaseId, ClipId
from caseboard.model.terms import Method
from caseboard.runtime.events import Event
from caseboard.runtime.jobs import Job, Jobs
from caseboard.store import clips, versions
from caseboard.store import history as journal
from caseboard.store.clips import ClipView
from caseboard.store.library import Library

SCRATCH = "scratch"
"""The folder in the library's own where what is being fetched lies."""


@dataclass(frozen=True, slots=True)
class Duplicate:
    """A clip just made is byte for byte, or by its address, one the case already has."""

    clip_id: ClipId
    same_as: ClipId
    same_as_ref: str
    is_part: bool = False
    """Whether it is one picture of the other."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What a drop became."""

    clip_ids: Sequence[ClipId]
    duplicates: Sequence[Duplicate]
    known: Sequence[Duplicate] = ()
    """Links to pages that the case has already: they become new versions once they are read."""


class TakingIn:
    """Takes things into cases of one library.

    A clip is safe from the moment `take` returns: its bytes are on disk and its row is in the
    journal. Fetching and reading go on behind, one job a clip, links a few side by side, reading
    in turn; what could not be fetched or read says why. `failed` tells of a reading that could
    not be written down: it is taken up again at the next start. Without a `net` links are kept
    and nothing is fetched.
    """

    def __init__(
        self,
        library: Library,
        history: History,
        worker: Worker,
        jobs: Jobs,
        net: Net | None = None,
    ) -> None:
        self._library = library
        self._history = history
        self._jobs = jobs
        self._net = net
        self._station = Station.of(library.database.who)
        self._reading = ReadingIn(library.files, worker)
        self._following: Following | None = None
        if net is not None:
            scratch = library.folder / SCRATCH
            self._following = Following(library.files, scratch, jobs, net, self._reading)
        self._running: set[asyncio.Task[None]] = set()
        self._line = WaitingLine(jobs, self._running, self._start)
        self._busy: set[ClipId] = set()
        self._turn = asyncio.Semaphore(1)  # the worker reads one at a time; no thread waits for it
        self._earlier: dict[ClipId, ClipId] = {}
        self._apart: set[ClipId] = set()
        self._followed: set[ClipId] = set()
        self.failed: Event[CaseError] = Event()
        self.on_line: Event[int] = Event()
        """How many links are being fetched or wait for it, whenever that changes."""
        self._is_stopping = False

    @property
    def fetches(self) -> bool:
        """Whether links are followed unasked."""
        return self._net is not None and self._net.choices().is_on

    @property
    def is_off(self) -> bool:
        """Whether the analyst has chosen that nothing is fetched."""
        return self._net is not None and not self._net.choices().is_on

    def is_busy(self, clip_id: ClipId) -> bool:
        """Whether this clip is being fetched or read now, or waits for its turn."""
        return clip_id in self._busy

    async def take(self, case_id: CaseId, drop: Drop) -> Taken:
        """Keep everything in `drop` as clips of a case and start fetching and reading them."""
        intakes = await asyncio.to_thread(drops.sort, drop)
        kept = await asyncio.to_thread(keep_all, self._library.files, intakes)
        earlier = [await self._known(case_id, each) for each in kept]
        written = await self._history.record(AddClips(case_id, tuple(kept), now(), self._station))
        seq = written.change.seq if written.change else None
        known = []
        for clip_id, before in zip(written.result, earlier, strict=True):
            if before is not None:
                known.append(await self._same(clip_id, before))
            self._start(clip_id, seq)
        pairs = zip(written.result, kept, strict=True)
        return Taken(written.result, await self._duplicates(case_id, pairs), known)

    async def take_again(self, clip_id: ClipId) -> Taken:
        """Take in the address of a clip once more; it becomes a new version once it is read."""
        view = await self._library.database.read(clips.view, clip_id)
        if view is None or not view.clip.url_asked:
            return Taken((), ())
        flavour = Flavour("text/uri-list", f"{view.clip.url_asked}\r\n".encode())
        return await self.take(view.clip.case_id, Drop((flavour,), method=Method.LINK))

    def begin(
        self, clip_ids: Iterable[ClipId], seq: int | None, earlier: Mapping[ClipId, ClipId]
    ) -> None:
        """Start fetching and reading clips that another command has made, in change-set `seq`.

        Those in `earlier` become new versions of the clips it names. Very many wait in line.
        """
        self._earlier.update(earlier)
        self._line.begin(clip_ids, seq)

    async def keep_both(self, clip_ids: Iterable[ClipId]) -> None:
        """Let these clips be no new versions of others, now or when they are fetched."""
        for clip_id in clip_ids:
            self._apart.add(clip_id)
            view = await self._library.database.read(clips.view, clip_id)
            if view is not None and view.clip.earlier_id is not None:
                await self._history.run(UnlinkVersion(view.clip.case_id, clip_id))

    async def resume(self) -> list[ClipId]:
        """Start reading every clip whose bytes are kept but that was never read.

        Links that were not fetched are left alone, and answered: `fetch` or `keep_links` them.
        """
        links = []
        for clip_id in await self._library.database.read(clips.unread):
            view = await self._library.database.read(clips.view, clip_id)
            if view is not None and is_only_a_link(view.files):
                links.append(clip_id)
            else:
                self._start(clip_id, await self._birth(clip_id))
        return links

    async def fetch(self, clip_ids: Iterable[ClipId], *, allow_private: bool = False) -> None:
        """Start fetching links, whatever the settings say; others of these clips are read again.

        With `allow_private` an address of this machine or its network may be asked, this once.
        One that is being fetched or read now goes on as it is.
        """
        for clip_id in clip_ids:
            seq = await self._birth(clip_id)
            self._start(clip_id, seq, is_wanted=True, allow_private=allow_private)

    async def keep_links(self, clip_ids: Iterable[ClipId]) -> None:
        """Leave links as they are; each says so."""
        for clip_id in clip_ids:
            view = await self._library.database.read(clips.view, clip_id)
            if view is not None:
                left = fetching_in.left_alone(view.clip)
                await self._history.record(left, follows=await self._birth(clip_id))

    async def read_again(self, clip_id: ClipId) -> None:
        """Start fetching or reading a clip again for which that failed or was stopped."""
        await self.fetch([clip_id])

    async def settled(self) -> None:
        """Wait until nothing is being fetched or read."""
        while self._running:
            await asyncio.wait(set(self._running))

    async def stop(self) -> None:
        """Stop fetching and reading; what was not read is taken up again at the next start."""
        self._is_stopping = True
        for task in self._running:
            task.cancel()
        await asyncio.gather(*self._running, return_exceptions=True)

    async def _known(self, case_id: CaseId, kept: KeptClip) -> ClipId | None:
        """The clip of the page that a link names, if the case has it."""
        if kept.files[0].media_type not in LINKS:
            return None
        return await self._library.database.read(versions.earlier_of_url, case_id, kept.url)

    async def _same(self, clip_id: ClipId, before: ClipId) -> Duplicate:
        view = await self._library.database.read(clips.view, before)
        return Duplicate(clip_id, before, view.clip.ref if view else "")

    async def _duplicates(
        self, case_id: CaseId, pairs: Iterable[tuple[ClipId, KeptClip]]
    ) -> list[Duplicate]:
        found = []
        for clip_id, kept in pairs:
            if kept.files[0].media_type in LINKS:
                continue  # the same address may answer something else
            sha256 = kept.files[0].stored.sha256
            same = await self._library.database.read(clips.same_bytes, case_id, sha256)
            if same and same[0][0] != clip_id:
                found.append(Duplicate(clip_id, *same[0]))
            elif held := await self._library.database.read(clips.holding, case_id, sha256):
                found.append(Duplicate(clip_id, *held[0], is_part=True))
        return found

    async def _birth(self, clip_id: ClipId) -> int | None:
        return await self._library.database.read(journal.birth_of, clip_id)

    def _start(
        self,
        clip_id: ClipId,
        seq: int | None,
        *,
        is_wanted: bool = False,
        allow_private: bool = False,
    ) -> None:
        if clip_id in self._busy or self._is_stopping:
            return
        work = self._work(clip_id, seq, is_wanted=is_wanted, allow_private=allow_private)
        task = asyncio.ensure_future(work)
        self._running.add(task)
        self._busy.add(clip_id)
        task.add_done_callback(self._running.discard)
        task.add_done_callback(lambda _task: self._leave(clip_id))

    async def _work(
        self, clip_id: ClipId, seq: int | None, *, is_wanted: bool, allow_private: bool
    ) -> None:
        view = await self._library.database.read(clips.view, clip_id)
        if view is None:
            return
        try:
            if not is_only_a_link(view.files):
                done = await self._read(view)
            elif self._following is not None and (is_wanted or self.fetches):
                done = await self._follow(self._following, view, allow_private=allow_private)
            else:
                done = fetching_in.left_alone(view.clip)
            await self._history.record(done, follows=seq)
            await self._make_version(view, seq)
        except CaseError as error:
            self.failed.emit(error)

    async def _make_version(self, view: ClipView, seq: int | None) -> None:
        """Tie what was read to the clip of the same page, if the case has it."""
        clip, given = view.clip, self._earlier.pop(view.clip.id, None)
        if clip.id in self._apart:
            return
        if given or is_only_a_link(view.files):
            before = await self._library.database.read(known_pages.before, clip.id, given)
        else:
            before = await self._library.database.read(known_pages.mended, clip.id)
        if before is not None:
            await self._history.record(MakeVersion(clip.case_id, clip.id, before), follows=seq)

    async def _read(self, view: ClipView) -> FillClip | MarkUnread:
        async def work(_job: Job) -> FillClip | MarkUnread:
            return await asyncio.to_thread(self._reading.kept, view.clip, view.files)

        async with self._turn:
            try:
                title = _("Reading {title}").format(title=view.clip.title)
                return await self._jobs.run(title, work)
            except asyncio.CancelledError:
                if self._is_stopping:
                    raise
                return _stopped(view.clip)

    async def _follow(
        self, following: Following, view: ClipView, *, allow_private: bool
    ) -> FillClip | MarkUnread:
        self._followed.add(view.clip.id)
        self.on_line.emit(len(self._followed))
        try:
            return await following.follow(view.clip, self._turn, allow_private=allow_private)
        except asyncio.CancelledError:
            if self._is_stopping:
                raise
            _go_on()
            return fetching_in.stopped(view.clip)

    def _leave(self, clip_id: ClipId) -> None:
        """All about this clip is written down."""
        self._busy.discard(clip_id)
        if clip_id in self._followed:
            self._followed.discard(clip_id)
            self.on_line.emit(len(self._followed))


def _go_on() -> None:
    """Let the task that was cancelled say so on its clip."""
    if task := asyncio.current_task():
        task.uncancel()


def _stopped(clip: Clip) -> MarkUnread:
    """What to say of a clip whose reading the user cancelled; the task itself goes on to say it."""
    _go_on()
    why = _("Reading it was stopped. The original is kept and can be read again.")
    return MarkUnread(clip.case_id, clip.id, why, _("Stop reading a clip"))
