"""From a link to what is written down of it: fetched under rules, kept, then read."""

import asyncio
import shutil
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Protocol

from caseboard.capture import sniff, urls
from caseboard.capture.fetching.fetched import Fetched, NotFetched
from caseboard.capture.fetching.rules import Rules
from caseboard.capture.reading import Need
from caseboard.commands.clips import FillClip, KeptFile, MarkUnread
from caseboard.commands.collecting import Collected
from caseboard.commands.reading_in import AS_SEEN, Brought, ReadingIn
from caseboard.errors import CaseError
from caseboard.i18n import _
from caseboard.model.clip import Clip
from caseboard.model.files import PAGE_SOURCE
from caseboard.model.terms import FileRole
from caseboard.runtime.jobs import Job, Jobs
from caseboard.store.files import FileStore

SIDE_BY_SIDE = 3
"""So many links are followed at once; the others wait their turn."""

WARC = "capture.warc.gz"
PAGE = "page"
"""The kind of a missing thing that is the page itself."""

Needs = Callable[[bytes, str, str], Awaitable[Sequence[Need]]]
"""Tells what a page is made of, from its bytes, its media type and its address."""

Told = Callable[[str, int, int], None]
"""Takes a sentence about what is done now, how far it is, and of how much; 0 for not known."""


class Fetch(Protocol):
    """Gets a page and what belongs to it; `capture.fetching.fetch.fetch` is one."""

    def __call__(
        self, url: str, rules: Rules, scratch: Path, *, needs: Needs, told: Told
    ) -> Awaitable[Fetched]:
        """Raises `NotFetched` where nothing usable came."""


class Drawn(Protocol):
    """A page as it is seen; `capture.rendering.Rendered` is one."""

    @property
    def png(self) -> Path:
        """The whole page as a picture."""

    @property
    def mhtml(self) -> Path:
        """The page as it stood when it was drawn, in one file."""

    @property
    def pdf(self) -> Path:
        """The page as it prints."""

    @property
    def hidden(self) -> tuple[dict[str, Any], ...]:
        """What was hidden in the picture: `{"what", "words"}`."""

    @property
    def renderer(self) -> str:
        """Program and version."""

    @property
    def missing(self) -> tuple[dict[str, Any], ...]:
        """What the page asked for and did not get: `{"url", "kind", "reason"}`."""


class Render(Protocol):
    """Draws a page as it is seen; `capture.rendering.render` is one."""

    def __call__(self, url: str, rules: Rules, scratch: Path, *, told: Told) -> Awaitable[Drawn]:
        """Raises `CaseError` where it could not be drawn."""


@dataclass(frozen=True, slots=True)
class Choices:
    """What the analyst has chosen for links that are taken in now."""

    rules: Rules
    is_on: bool = True
    """Whether links are followed unasked."""
    renders: bool = False
    """Whether pages are drawn as well."""


@dataclass(frozen=True, slots=True)
class Net:
    """The way out to the web: everything of this program that opens a connection."""

    fetch: Fetch
    choices: Callable[[], Choices]
    needs: Needs
    render: Render | None = None


class Following:
    """Follows links, a few side by side, each as a job; what came is kept before it is read."""

    def __init__(
        self, files: FileStore, scratch: Path, jobs: Jobs, net: Net, reading: ReadingIn
    ) -> None:
        """`scratch` is a folder of ours alone: what lies in it was left by a start before."""
        self._files = files
        self._scratch = scratch
        self._jobs = jobs
        self._net = net
        self._reading = reading
        self._places = asyncio.Semaphore(SIDE_BY_SIDE)
        self._is_clean = False

    async def follow(
        self, clip: Clip, turn: asyncio.Semaphore, *, allow_private: bool = False
    ) -> FillClip | MarkUnread:
        """Fetch what the link of `clip` leads to and read it when it is its `turn`.

        Cancelled while it is fetched it ends with `CancelledError`, and nothing is kept; what has
        come by then is kept where only the reading is cancelled.
        """
        title = _("Fetching {host}").format(host=urls.host(clip.url_asked))

        async def work(job: Job) -> FillClip | MarkUnread:
            job.step(0, 0, _("{job}: waiting").format(job=title))
            async with self._places:
                with self._folder() as folder:
                    return await self._bring(job, clip, Path(folder), turn, allow_private)

        return await self._jobs.run(title, work)

    async def _bring(
        self, job: Job, clip: Clip, folder: Path, turn: asyncio.Semaphore, allow_private: bool
    ) -> FillClip | MarkUnread:
        choices = self._net.choices()
        rules = replace(choices.rules, allow_private=choices.rules.allow_private or allow_private)
        job.step(0, 0, job.title)
        try:
            fetched = await self._net.fetch(
                clip.url_asked, rules, folder, needs=self._net.needs, told=_to_bytes(job)
            )
        except NotFetched as error:
            return await asyncio.to_thread(self._not_fetched, clip, error)
        brought = await asyncio.to_thread(self._keep, fetched)
        if choices.renders and fetched.media_type in sniff.HTML:
            job.step(0, 0, _("Drawing {host}").format(host=urls.host(clip.url_asked)))
            brought = await self._draw(brought, rules, folder, job)
        stage = _("Reading {host}").format(host=urls.host(clip.url_asked))
        job.step(0, 0, stage)
        try:
            async with turn:
                return await asyncio.to_thread(
                    self._reading.brought, clip, brought, lambda done, of: job.step(done, of, stage)
                )
        except asyncio.CancelledError:
            if not job.is_cancelled:  # the program ends: the link is fetched another time
                raise
            return _unread(clip, brought)

    def _keep(self, fetched: Fetched) -> Brought:
        """Put the archive and the answer into the library's files."""
        is_picture = fetched.media_type.startswith("image/")
        source = KeptFile(
            self._files.add(fetched.body),
            fetched.name,
            fetched.media_type,
            FileRole.PICTURE if is_picture else FileRole.DERIVATIVE,
            fetched.exchange.reached,
            step=PAGE_SOURCE,
        )
        pictures = {got.url: got.path for got in fetched.files if got.kind == "picture"}
        collected = Collected(fetched.exchange)
        return Brought(
            self._archive(fetched.warc),
            source,
            fetched.exchange,
            collected,
            pictures,
            charset=fetched.charset,
        )

    def _archive(self, warc: Path) -> KeptFile:
        return KeptFile(self._files.add(warc), WARC, sniff.WARC, FileRole.WARC)

    def _not_fetched(self, clip: Clip, error: NotFetched) -> MarkUnread:
        return MarkUnread(
            clip.case_id,
            clip.id,
            f"{error} {error.hint}".strip(),
            _("Could not fetch a link"),
            (self._archive(error.warc),) if error.warc is not None else (),
            collected=Collected(error.exchange, missing=(_unmet(clip, error),)),
        )

    async def _draw(self, brought: Brought, rules: Rules, folder: Path, job: Job) -> Brought:
        """`brought` with the page as it is seen, or with the reason why there is none."""
        exchange, render = brought.exchange, self._net.render
        if render is None:
            return brought
        try:
            drawn = await render(exchange.reached, rules, folder, told=_to_steps(job))
        except CaseError as error:
            why = {"url": exchange.reached, "kind": "rendering", "reason": str(error)}
            return replace(brought, collected=replace(brought.collected, missing=(why,)))
        as_seen = await asyncio.to_thread(self._keep_drawn, drawn, exchange.reached)
        collected = replace(
            brought.collected,
            renderer=drawn.renderer,
            hidden=drawn.hidden,
            missing=drawn.missing,
        )
        return replace(brought, as_seen=as_seen, collected=collected)

    def _keep_drawn(self, drawn: Drawn, url: str) -> tuple[KeptFile, ...]:
        kinds = ((drawn.png, "image/png"), (drawn.mhtml, sniff.MHTML), (drawn.pdf, sniff.PDF))
        return tuple(
            KeptFile(
                self._files.add(path), path.name, media_type, FileRole.SCREENSHOT, url, AS_SEEN
            )
            for path, media_type in kinds
        )

    def _folder(self) -> "TemporaryDirectory[str]":
        if not self._is_clean:
            shutil.rmtree(self._scratch, ignore_errors=True)
            self._is_clean = True
        try:
            self._scratch.mkdir(parents=True, exist_ok=True)
            return TemporaryDirectory(dir=self._scratch, ignore_cleanup_errors=True)
        except OSError as error:
            raise CaseError(
                _("There is no room to fetch to: {reason}.").format(reason=error.strerror or error),
                _("Make room or check the disk, then fetch the link again."),
            ) from error


def left_alone(clip: Clip) -> MarkUnread:
    """What is said of a link that is not followed, as the analyst has chosen."""
    why = _("Only the link is kept: its page was not fetched. Fetch it, or add the saved page.")
    return MarkUnread(clip.case_id, clip.id, why, _("Keep a link only"))


def stopped(clip: Clip) -> MarkUnread:
    """What is said of a link whose fetching the analyst cancelled."""
    why = _("Fetching it was stopped. The link is kept and can be fetched again.")
    return MarkUnread(clip.case_id, clip.id, why, _("Stop fetching a link"))


def _unread(clip: Clip, brought: Brought) -> MarkUnread:
    """What is said of a link that was fetched, but not read; the task goes on to say it."""
    if task := asyncio.current_task():
        task.uncancel()
    why = _("Reading it was stopped. What was fetched is kept and can be read again.")
    label, files = _("Stop reading a clip"), (brought.warc, brought.source, *brought.as_seen)
    return MarkUnread(clip.case_id, clip.id, why, label, files, brought.kind, brought.collected)


def _unmet(clip: Clip, error: NotFetched) -> dict[str, object]:
    what: dict[str, object] = {"url": clip.url_asked, "kind": PAGE, "reason": str(error)}
    return what | {"private": True} if error.is_private else what


def _to_bytes(job: Job) -> Told:
    def told(stage: str, done: int, expected: int) -> None:
        job.stage = stage or job.stage
        job.read(done, expected)

    return told


def _to_steps(job: Job) -> Told:
    def told(stage: str, done: int, expected: int) -> None:
        job.step(done, expected, stage)

    return told
