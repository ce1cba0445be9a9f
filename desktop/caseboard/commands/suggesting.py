"""Has the texts of clips looked through in the background, one after another."""

import asyncio
import hashlib
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlmodel import Session

from caseboard import __version__, i18n
from caseboard.capture.reading import Unreadable
from caseboard.capture.worker import Limits, Worker, command
from caseboard.commands import case_context, proposed
from caseboard.commands.history import History
from caseboard.i18n import _
from caseboard.model.change import Change
from caseboard.model.clip import Clip
from caseboard.model.ids import CaseId, ClipId
from caseboard.model.parts import Part, told
from caseboard.model.terms import ClipState
from caseboard.runtime.events import Event
from caseboard.runtime.jobs import Job, Jobs
from caseboard.store import proposals as store
from caseboard.store.journal import Entry
from caseboard.store.library import Library
from caseboard.store.proposals import Row
from caseboard.tagging import tasks
from caseboard.tagging.context import Context

LIMITS = Limits(memory=1024 * 2**20, cpu=20.0, clock=40.0)
LONGEST = 400_000
"""Characters of a text that are looked through; of a longer one, so many of its beginning."""

MOST = 1_000
"""Clips of a case that are taken up when it is opened; others when they are looked at."""


@dataclass(frozen=True, slots=True)
class Choices:
    """How clips are looked through."""

    is_on: bool = True
    """Whether new clips are looked through unasked."""
    model: str = ""
    """The name of a language model of the analyst's own, for spaCy; empty for none."""


@dataclass(frozen=True, slots=True)
class Text:
    """What is looked through of a clip, or of a file that would become one."""

    told: str
    published: str
    language: str

    @classmethod
    def of_clip(cls, clip: Clip) -> "Text":
        """The story of a clip, without what stands around it."""
        story = told(clip.text, map(Part.from_json, clip.parts))
        return cls(story, clip.published or "", clip.language)


def look_through(
    text: Text, context: Context, worker: Worker, model: str = ""
) -> Mapping[str, Any]:
    """What `tasks.suggest` answers, by way of a worker of `tasks`; blocks. Raises `Unreadable`."""
    options = {"published": text.published, "language": text.language, "model": model}
    return worker.do("suggest", tasks.asked(text.told[:LONGEST], context), options, LIMITS).values


class Suggesting:
    """Proposes what the clips of a library name and say; `begin` lets it follow what comes in.

    `changed` tells of a clip for which there is a new outcome, `busy` of how many wait,
    both on the loop's thread.
    """

    def __init__(
        self,
        library: Library,
        history: History,
        jobs: Jobs,
        choices: Callable[[], Choices] = Choices,
        worker: Worker | None = None,
    ) -> None:
        self._library = library
        self._history = history
        self._jobs = jobs
        self._choices = choices
        self._worker = worker
        self._line: dict[ClipId, None] = {}
        self._again: set[ClipId] = set()
        self._now: ClipId | None = None
        self._task: asyncio.Task[None] | None = None
        self._stop_following: Callable[[], None] | None = None
        self.changed: Event[ClipId] = Event()
        self.busy: Event[int] = Event()

    def begin(self) -> None:
        """Follow every clip that is read from now on."""
        if not self._library.read_only and self._stop_following is None:
            self._stop_following = self._history.changed.connect(self._on_changed)

    async def take_up(self, case_id: CaseId) -> None:
        """Look through the newest clips of a case that never were."""
        if not self._library.read_only and self._choices().is_on:
            waiting = await self._library.database.read(store.waiting, case_id)
            self._put_last(waiting[:MOST])

    async def renew(self) -> None:
        """Use other tables or another model from the next clip on."""
        worker, self._worker = self._worker, None
        if worker is not None:
            await asyncio.to_thread(worker.close)

    def is_busy(self, clip_id: ClipId) -> bool:
        """Whether this clip is being looked through, or waits for it."""
        return clip_id in self._line or clip_id == self._now

    def want(self, clip_id: ClipId) -> None:
        """Look this clip through before any other, unless that was done for its very text."""
        if not self._library.read_only and self._choices().is_on and clip_id != self._now:
            self._put_first(clip_id)

    async def again(self, clip_id: ClipId) -> None:
        """Look a clip through anew, with what the case knows by now, whatever the settings say."""
        self._again.add(clip_id)
        self._put_first(clip_id)
        await self.settled()

    async def settled(self) -> None:
        """Wait until nothing is being looked through."""
        while self._task is not None:
            await asyncio.wait([self._task])

    async def stop(self) -> None:
        """Stop following and looking; what was not looked through is taken up at the next start."""
        if self._stop_following is not None:
            self._stop_following()
            self._stop_following = None
        self._line.clear()
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)
        if self._worker is not None:
            await asyncio.to_thread(self._worker.end)  # its thread may still look

    def _on_changed(self, change: Change) -> None:
        if self._choices().is_on:
            self._put_last(map(ClipId, sorted(change.touched.get("clip", ()))))

    def _put_first(self, clip_id: ClipId) -> None:
        self._line.pop(clip_id, None)
        self._line = {clip_id: None, **self._line}
        self._go_on()

    def _put_last(self, clip_ids: Iterable[ClipId]) -> None:
        self._line.update(dict.fromkeys(clip_ids))
        self._go_on()

    def _go_on(self) -> None:
        if self._line and self._task is None:
            self._task = asyncio.ensure_future(self._work_off())
        self.busy.emit(len(self._line))

    async def _work_off(self) -> None:
        try:
            await self._jobs.run(_("Looking for places, units and people"), self._work)
        except asyncio.CancelledError:
            self._line.clear()
            raise
        finally:
            self._now = self._task = None
            self.busy.emit(0)

    async def _work(self, job: Job) -> None:
        done = 0
        while self._line:
            self._now = next(iter(self._line))
            del self._line[self._now]
            job.step(done, done + 1 + len(self._line))
            await self._look_through(self._now)
            done += 1
            self.busy.emit(len(self._line))

    async def _look_through(self, clip_id: ClipId) -> None:
        is_wanted = clip_id in self._again
        self._again.discard(clip_id)
        database = self._library.database
        clip = await database.read(_clip, clip_id)
        if clip is None:
            return
        stamp = await asyncio.to_thread(self._stamp, clip)
        run = await database.read(store.run_of, clip_id)
        if not is_wanted and run is not None and run.stamp == stamp:
            return
        context = await database.read(case_context.of, clip)
        worker = self._running()  # not by the thread: `stop` must know of it
        rows, problem = await asyncio.to_thread(self._outcome, clip, context, worker)
        entry = Entry(_("Propose"), clip.case_id)
        await database.write(entry, lambda s: store.keep(s, clip_id, rows, stamp, problem))
        self.changed.emit(clip_id)

    def _outcome(self, clip: Clip, context: Context, worker: Worker) -> tuple[list[Row], str]:
        """What is proposed, and what went wrong; blocks."""
        try:
            answer = look_through(Text.of_clip(clip), context, worker, self._choices().model)
            return proposed.rows(tasks.suggestions(answer)), tasks.problem(answer)
        except Unreadable as error:
            return [], str(error)

    def _running(self) -> Worker:
        if self._worker is None:
            choices = self._choices()
            self._worker = Worker(
                command(tasks.MODULE, *tasks.arguments(i18n.spoken(), choices.model))
            )
        return self._worker

    def _stamp(self, clip: Clip) -> str:
        parts = (
            __version__,
            tasks.edition(),
            i18n.spoken(),
            self._choices().model,
            clip.text,
            json.dumps(clip.parts),
            clip.published or "",
            clip.language,
        )
        return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def _clip(session: Session, clip_id: ClipId) -> Clip | None:
    clip = session.get(Clip, clip_id)
    is_there = clip is not None and clip.deleted is None and clip.state is ClipState.READY
    return clip if is_there and clip is not None and clip.text else None
