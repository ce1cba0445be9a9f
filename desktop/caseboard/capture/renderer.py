"""The process that renders, from its parent's side: whether it can be, its start, talk and end."""

import asyncio
import contextlib
import ctypes
import functools
import importlib.util
import json
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import AsyncIterator, Mapping, Sequence
from pathlib import Path
from typing import Any

_START = (
    "import sys; sys.path.insert(0, sys.argv[1]); from caseboard.rendering.main import main; main()"
)
_LONGEST_LINE = 2**20
_KEPT = {"PATH", "LANG", "LANGUAGE", "LD_LIBRARY_PATH", "SYSTEMROOT", "WINDIR", "FONTCONFIG_FILE"}
LIBRARIES = {
    "libnss3.so": "libnss3",
    "libXcomposite.so.1": "libxcomposite1",
    "libXdamage.so.1": "libxdamage1",
    "libXrandr.so.2": "libxrandr2",
    "libXtst.so.6": "libxtst6",
    "libasound.so.2": "libasound2",
    "libxkbfile.so.1": "libxkbfile1",
    "libgbm.so.1": "libgbm1",
}
"""What Qt WebEngine loads on Linux and the rest of Qt does not, with its name on Debian."""


@functools.cache
def missing_part() -> str:
    """The name of what must be installed before pages can be rendered; empty where all is there.

    Looks at files only: the 200 MB of WebEngine are not loaded into this process.
    """
    qt = importlib.util.find_spec("PySide6")
    folders = [Path(place) for place in (qt and qt.submodule_search_locations) or ()]
    if not any(list(folder.glob("QtWebEngineWidgets.*")) for folder in folders):
        return "PySide6-Addons"
    if not sys.platform.startswith("linux"):
        return ""
    return next((package for name, package in LIBRARIES.items() if not _loads(name)), "")


def command() -> tuple[str, ...]:
    """How to start the child: isolated from the user's environment, but finding this package."""
    if getattr(sys, "frozen", False):  # in a bundle the program itself is the interpreter
        return (sys.executable, "--render-page")
    return (sys.executable, "-I", "-c", _START, str(Path(__file__).parents[2]))


class Renderer:
    """A running child. Alive inside `started`, and not a moment longer."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self._process = process

    @property
    def pid(self) -> int:
        """Of the child, which leads a group (POSIX) with all processes it starts."""
        return self._process.pid

    async def ask(self, request: Mapping[str, Any]) -> None:
        """Send the one request."""
        assert self._process.stdin is not None  # noqa: S101  both are pipes, see `started`
        with contextlib.suppress(ConnectionError):  # it died; that shows when it is listened to
            self._process.stdin.write(json.dumps(request).encode() + b"\n")
            await self._process.stdin.drain()

    async def answer(self) -> dict[str, Any]:
        """The next thing it says; empty at its end, and where what it says makes no sense."""
        assert self._process.stdout is not None  # noqa: S101
        try:
            answer = json.loads(await self._process.stdout.readline())
        except ValueError:  # also where a line is endless
            return {}
        return answer if isinstance(answer, dict) else {}


@contextlib.asynccontextmanager
async def started(start: Sequence[str], folder: Path) -> AsyncIterator[Renderer]:
    """A child that may write into `folder`; raises OSError where it cannot be started.

    What Chromium puts down for itself goes with it.
    """
    home = tempfile.TemporaryDirectory(prefix="home-", dir=folder, ignore_cleanup_errors=True)
    with home as own_folder:
        process = await asyncio.create_subprocess_exec(
            *start,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=_environment(own_folder),
            cwd=own_folder,
            limit=_LONGEST_LINE,
            start_new_session=True,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        try:
            yield Renderer(process)
        finally:
            _end(process)
            await process.wait()


def _end(process: asyncio.subprocess.Process) -> None:
    """Kill the child and what it started, which also outlive a child that is dead already."""
    with contextlib.suppress(ProcessLookupError):
        if sys.platform == "win32":
            process.kill()  # its children end when they notice
        else:
            os.killpg(process.pid, signal.SIGKILL)


def _environment(home: str) -> dict[str, str]:
    """Little: no proxy, display or switch of the user's, and no home but `home`."""
    kept = {n: v for n, v in os.environ.items() if n.upper() in _KEPT or n.startswith("LC_")}
    homes = ("HOME", "TMPDIR", "TEMP", "TMP", "XDG_RUNTIME_DIR", "XDG_CACHE_HOME", "LOCALAPPDATA")
    return {**kept, **dict.fromkeys(homes, home)}


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True
