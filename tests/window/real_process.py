"""A program with windows, started for one test, and what is waited for while it runs."""

import contextlib
import subprocess
import sys
import time

from support import PROJECT, child_environment

PATIENCE = 60.0
"""Seconds; generous, since two of us may share a slow machine."""
LOOKS = 0.05
LEAVES_WITHIN = 20.0


def wait_for(claim, what, *, seconds=PATIENCE):
    """Ask again and again until the answer is true, and hand it back; `what` names it."""
    end = time.monotonic() + seconds
    while not (answer := claim()):
        assert time.monotonic() < end, f"waited {seconds:g} s for {what}"
        time.sleep(LOOKS)
    return answer


class Running:
    """A process on a screen; what it prints is kept in a file."""

    def __init__(self, screen, process, log):
        self.screen = screen
        self.process = process
        self.log = log

    def window(self):
        """Its first window, once there is one."""
        return wait_for(self._windows, "a window")[-1]

    def windows(self):
        """Its visible windows, the topmost last."""
        return self.screen.windows(self.process.pid)

    def printed(self):
        """All it has said so far."""
        return self.log.read_text("utf-8", "replace")

    def _windows(self):
        assert self.process.poll() is None, f"it ended by itself: {self.printed()}"
        return self.windows()


@contextlib.contextmanager
def running(screen, command, log, **variables):
    """Start `command` on `screen`; it is ended, if need be by force, with the block."""
    environment = _environment(screen.display, **variables)
    with log.open("wb") as out:
        process = subprocess.Popen(
            command, env=environment, stdin=subprocess.DEVNULL, stdout=out, stderr=out, cwd=PROJECT
        )
    try:
        yield Running(screen, process, log)
    finally:
        process.terminate()
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(LEAVES_WITHIN)
        process.kill()
        process.wait()


def home_of(folder):
    """A home and the folders programs keep things in, all of them empty and our own."""
    kinds = ("DATA_HOME", "CONFIG_HOME", "CACHE_HOME", "STATE_HOME", "RUNTIME_DIR")
    folders = {f"XDG_{kind}": folder / kind.lower() for kind in kinds}
    for made in folders.values():
        made.mkdir(mode=0o700, parents=True, exist_ok=True)
    return {"HOME": str(folder)} | {name: str(path) for name, path in folders.items()}


def python(*words):
    """The command that runs Python as we run."""
    return [sys.executable, *words]


def _environment(display, **variables):
    kept = {
        name: value
        for name, value in child_environment().items()
        if name not in {"WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "DBUS_SESSION_BUS_ADDRESS"}
    }
    english = {"LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", "LANGUAGE": "en"}
    return {**kept, **english, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb", **variables}
