"""The process that reads foreign bytes, so that they cannot harm this one."""

import os
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from threading import Event, Lock, Timer
from typing import IO, Any, TypeVar

from caseboard.capture import confine, frames, sniff
from caseboard.capture.answer import Answer
from caseboard.capture.embedded import Embedded
from caseboard.capture.reading import Reading, Unreadable
from caseboard.i18n import _
from caseboard.model.terms import ClipKind

A = TypeVar("A")
T = TypeVar("T")

_START = (
    "import sys; sys.path.insert(0, sys.argv[1]); "
    "from caseboard.capture.worker_main import main; main(sys.argv[2], sys.argv[3:])"
)
TASKS = "caseboard.capture.tasks"
"""The module of tasks that a worker does unless another is named."""
_START_SECONDS = 30.0
"""From start to ready; a cold disk is slow, foreign bytes are not yet in play."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What one read may take."""

    memory: int
    """Bytes of address space."""
    cpu: float
    """Seconds of processor time, enforced by the kernel in the child."""
    clock: float
    """Seconds on the wall, enforced by us."""


PAGE = Limits(confine.PAGE_MEMORY, cpu=2.0, clock=3.5)
RESCUE = Limits(confine.PAGE_MEMORY, cpu=1.0, clock=1.5)
PICTURE = Limits(confine.PICTURE_MEMORY, cpu=4.0, clock=5.0)
"""Also for documents, which hold pictures."""


def command(tasks: str = TASKS, *arguments: str) -> list[str]:
    """How to start the child: isolated from the user's environment, but finding this package.

    `tasks` is a module with `TASKS` and `warm_up(arguments)`, which is called with `arguments`
    while the child may still read any file.
    """
    if getattr(sys, "frozen", False):  # in a bundle the program itself is the interpreter
        return [sys.executable, "--read-in-worker", tasks, *arguments]
    return [sys.executable, "-I", "-c", _START, str(Path(__file__).parents[2]), tasks, *arguments]


class GivenUp(Unreadable):
    """Reading a file took more than it may."""


class Worker:
    """Reads files in a process with limits; started at the first read, again after a death.

    One file at a time: callers in other threads wait. What kills the process costs only that
    file's reading. The process ends with `close` or `end`, or when this program ends in any way.
    """

    def __init__(
        self, start: Sequence[str] | None = None, *, page: Limits = PAGE, picture: Limits = PICTURE
    ) -> None:
        self._start = list(start) if start is not None else command()
        self._page, self._picture = page, picture
        self._process: subprocess.Popen[bytes] | None = None
        self._lock = Lock()
        self._offline = False
        self._ended = Event()

    @property
    def is_offline(self) -> bool:
        """Whether the running process has no network at all, by the kernel's word."""
        return self._offline

    @property
    def pid(self) -> int | None:
        """The running process; None before the first read and after a death."""
        process = self._process  # it may go at any moment
        return process.pid if process is not None else None

    def read(
        self,
        kind: ClipKind,
        media_type: str,
        data: bytes,
        *,
        url: str = "",
        pictures: Mapping[str, str] | None = None,
        status: int | None = None,
        charset: str = "",
    ) -> Reading:
        """Read `data`; blocks, from any thread.

        `url` is where it came from, `status` and `charset` what the answer over HTTP said.
        `pictures` (address → ordinal): the page's pictures that the clip holds as files; without
        it every picture of the article counts. Raises `Unreadable`; the data stays whole anyway.
        """
        has_pictures = kind in {ClipKind.IMAGE, ClipKind.DOCUMENT}
        options = {
            "kind": kind.value,
            "media_type": media_type,
            "url": url,
            "pictures": dict(pictures) if pictures is not None else None,
            "status": status,
            "charset": charset,
        }
        try:
            answer = self.do("read", data, options, self._picture if has_pictures else self._page)
        except GivenUp:
            if media_type not in sniff.HTML | sniff.TEXTS:
                raise
            answer = self.do("rescue", data, {"media_type": media_type}, RESCUE)
        return _checked(_reading, answer)

    def do(
        self,
        task: str,
        data: bytes,
        options: Mapping[str, Any] | None = None,
        limits: Limits | None = None,
    ) -> Answer:
        """Have one of `tasks.TASKS` done with `data`; blocks, from any thread.

        `options` are JSON; `limits` are a picture's unless others are given. The answer comes
        from a process that read foreign bytes: check what is in it. Raises `Unreadable`.
        """
        allowed = limits or self._picture
        request = {
            "task": task,
            "options": dict(options or {}),
            "memory": allowed.memory,
            "seconds": allowed.cpu,
        }
        with self._lock:
            answer, body = self._ask(request, data, allowed)
        return _checked(lambda found: _answer(found, body), answer)

    def close(self) -> None:
        """End the process once it has read what it is at; a later read starts another."""
        with self._lock:
            self._end()

    def end(self) -> None:
        """End the process at once and for good, from any thread.

        Who waits for it, and whoever asks later, is told `GivenUp`.
        """
        self._ended.set()
        process = self._process
        if process is not None:
            process.kill()
        self.close()

    def _ask(
        self, request: dict[str, Any], data: bytes, limits: Limits
    ) -> tuple[dict[str, Any], bytes]:
        process = self._running()
        answer = _within(limits.clock, process, lambda: _exchange(process, request, data))
        if answer is None:
            self._end()
            raise _given_up()
        return answer

    def _running(self) -> subprocess.Popen[bytes]:
        if self._ended.is_set():
            raise _given_up()
        if self._process is not None and self._process.poll() is None:
            return self._process
        self._end()
        try:
            process = self._process = subprocess.Popen(  # noqa: S603  our own interpreter
                self._start,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                # Each thread of a decoder would reserve 64 MB of its own, used or not.
                env={**os.environ, "MALLOC_ARENA_MAX": "1"},
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        except OSError as error:
            raise _not_started() from error
        if self._ended.is_set():  # who ended it may have seen none
            process.kill()
        ready = _within(_START_SECONDS, process, lambda: frames.receive(_out(process)))
        if ready is None or not ready[0].get("ready"):
            self._end()
            raise _given_up() if self._ended.is_set() else _not_started()
        self._offline = bool(ready[0].get("offline"))
        return process

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                _close(pipe)


def _close(pipe: Any) -> None:
    try:
        pipe.close()
    except OSError:  # bytes that were still on their way to a process that is gone
        return


def _within(
    seconds: float, process: subprocess.Popen[bytes], work: Any
) -> tuple[dict[str, Any], bytes] | None:
    """What `work` says, None where the process dies, talks nonsense or is killed for its time."""
    timer = Timer(seconds, process.kill)
    timer.daemon = True
    timer.start()
    try:
        answer: tuple[dict[str, Any], bytes] | None = work()
    except (OSError, frames.Garbled):
        return None
    finally:
        timer.cancel()
    return answer


def _exchange(
    process: subprocess.Popen[bytes], request: dict[str, Any], data: bytes
) -> tuple[dict[str, Any], bytes] | None:
    assert process.stdin is not None  # noqa: S101  both are pipes, see `_running`
    frames.send(process.stdin, request, data)
    return frames.receive(_out(process))


def _out(process: subprocess.Popen[bytes]) -> IO[bytes]:
    assert process.stdout is not None  # noqa: S101
    return process.stdout


def _answer(answer: dict[str, Any], body: bytes) -> Answer:
    if "problem" in answer:
        raise Unreadable(str(answer["problem"]), str(answer.get("hint", "")))
    if "failure" in answer:
        raise _given_up()
    pieces = BytesIO(body)
    blobs = tuple(pieces.read(int(length)) for length in answer["blobs"])
    return Answer(dict(answer["values"]), blobs)


def _reading(answer: Answer) -> Reading:
    thumbnail, display, *others = answer.blobs
    written_in = tuple(
        Embedded(str(url), str(media_type), data)
        for (url, media_type), data in zip(answer.values["embedded"], others, strict=True)
    )
    reading = answer.values["reading"]
    return Reading.from_json(reading, thumbnail or None, display or None, written_in)


def _checked(understand: Callable[[A], T], answer: A) -> T:
    """The child read foreign bytes, so its word is checked as theirs would be."""
    try:
        return understand(answer)
    except (KeyError, TypeError, ValueError, OverflowError) as error:
        raise Unreadable(_("This file could not be read. The file is kept.")) from error


def _given_up() -> GivenUp:
    return GivenUp(
        _("Reading this file took too much time or memory and was given up. The file is kept."),
        _("Paste its text, or save a smaller copy of it and add that one too."),
    )


def _not_started() -> Unreadable:
    return Unreadable(
        _("The process that reads files could not be started. The file is kept."),
        _("Read the clip again; if this goes on, start the program anew."),
    )
