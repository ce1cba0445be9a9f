"""A process that prints, and the thread that hears its answers."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from threading import Lock, Thread
from typing import IO, Any

from caseboard.capture import frames

_START = (
    "import sys; sys.path.insert(0, sys.argv[1]); "
    "from caseboard.ui.press.press_main import main; main(sys.argv[2])"
)
_LAST_WORDS = 4000
"""Bytes of what a process said on its way out."""

Heard = Callable[["Line", dict[str, Any], bytes], None]


def command(folder: Path) -> list[str]:
    """How to start the process on the library in `folder`: isolated, but finding this package."""
    if getattr(sys, "frozen", False):  # in a bundle the program itself is the interpreter
        return [sys.executable, "--print-briefings", str(folder)]
    return [sys.executable, "-I", "-c", _START, str(Path(__file__).parents[3]), str(folder)]


class Line:
    """One running process. It ends with `close`, or when this program ends in any way."""

    def __init__(
        self, start: Sequence[str], on_heard: Heard, on_ended: Callable[["Line"], None]
    ) -> None:
        """`on_heard` and `on_ended` are called on a thread of the line; raises `OSError`."""
        self._said: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115  closed with the line
        try:
            self._process = subprocess.Popen(  # noqa: S603  our own interpreter
                list(start),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=self._said,
                env={**os.environ, "MALLOC_ARENA_MAX": "2"},
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        except OSError:
            self._said.close()
            raise
        self._sending = Lock()
        self._on_heard, self._on_ended = on_heard, on_ended
        self._thread = Thread(target=self._hear, name="press", daemon=True)
        self._thread.start()

    @property
    def pid(self) -> int:
        """The process."""
        return self._process.pid

    @property
    def is_alive(self) -> bool:
        """Whether it still runs."""
        return self._process.poll() is None

    def send(self, request: dict[str, Any]) -> None:
        """Ask for something; blocks until the pipe has taken it. Raises `OSError`."""
        assert self._process.stdin is not None  # noqa: S101  it is a pipe, see `__init__`
        try:
            with self._sending:
                frames.send(self._process.stdin, request)
        except (OSError, ValueError) as error:  # the latter says that it was closed
            self.end()
            raise BrokenPipeError from error

    def last_words(self) -> str:
        """What the process said on its way out: where a bug ended it, the traceback."""
        size = self._said.seek(0, os.SEEK_END)
        self._said.seek(max(0, size - _LAST_WORDS))
        return self._said.read().decode("utf-8", "replace")

    def end(self) -> None:
        """End the process; `on_ended` follows."""
        self._process.kill()
        self._process.wait()

    def close(self) -> None:
        """End the process and the thread; not to be called from that thread."""
        self.end()
        self._thread.join()
        with self._sending:
            for pipe in (self._process.stdin, self._process.stdout):
                if pipe is not None:
                    _close(pipe)
        self._said.close()

    def _hear(self) -> None:
        assert self._process.stdout is not None  # noqa: S101  as above
        with suppress(OSError, frames.Garbled):  # it is over either way
            while (answer := frames.receive(self._process.stdout)) is not None:
                self._on_heard(self, *answer)
        self.end()
        self._on_ended(self)


def _close(pipe: IO[bytes]) -> None:
    with suppress(OSError):  # bytes that were still on their way to a process that is gone
        pipe.close()
