"""The program itself in a window of its own, and beside it the command line, which only reads."""

import contextlib
import json
import subprocess

from PIL import ImageChops
from real_process import Running, home_of, python, running, wait_for

from support import PROJECT, child_environment

SIZE = (1440, 900)
CARET = 8
"""Pixels; nothing as narrow as a caret counts as a change."""


class Caseboard(Running):
    """An open window on a library; what it did is seen in the library and on the screen."""

    def __init__(self, started, folder):
        super().__init__(started.screen, started.process, started.log)
        self.library = folder / "library"
        self._home = folder

    def key(self, *keys):
        """Press keys in the window on top."""
        self._take_keyboard()
        self.screen.key(*keys)

    def type(self, text):
        """Type into the window on top."""
        self._take_keyboard()
        self.screen.type(text)

    def ask(self, *words):
        """What the command line answers; None where it finds no library or case yet."""
        assert self.process.poll() is None, f"it ended by itself: {self.printed()}"
        done = self.command(*words, "--json")
        return json.loads(done.stdout) if done.returncode == 0 else None

    def command(self, *words):
        """The command line on the same library, run beside the window."""
        return subprocess.run(
            python("-m", "caseboard", "--library", str(self.library), *words),
            env=child_environment(),
            cwd=PROJECT,
            check=False,
            capture_output=True,
            text=True,
            timeout=120,
        )

    def bugs(self):
        """What the program logged as a bug, or said on its way out."""
        logged = [file.read_text("utf-8") for file in self._home.rglob("caseboard.log*")]
        lines = "\n".join(logged).splitlines()
        return [line for line in lines if " CRITICAL " in line or line.startswith("Traceback")]

    def cases(self):
        """Every case, by the command line; None where there is no library yet."""
        return self.ask("case", "list")

    def case(self):
        """The one case there is, whole; None where there is none."""
        cases = self.cases()
        assert len(cases) < 2, cases
        return self.ask("show", cases[0]["ref"]) if cases else None

    def clips(self):
        """The clips of that case; none where there is no case."""
        return (self.case() or {}).get("clips", [])

    def quiet(self):
        """Wait until the picture stays the same for a while: nothing is being drawn or read."""
        before = [self.screen.picture()]

        def is_still():
            picture = self.screen.picture()
            is_same = ImageChops.difference(before[0], picture).getbbox() is None
            before[0] = picture
            return is_same

        wait_for(lambda: is_still() and is_still(), "a still picture")

    @contextlib.contextmanager
    def changing(self):
        """What is done in the block shows: wait until the picture is another, and still again.

        A blinking caret is no change.
        """
        before = self.screen.picture()
        yield
        wait_for(lambda: _differ(before, self.screen.picture()), "something to be seen")
        self.quiet()

    @contextlib.contextmanager
    def dialog(self):
        """What is done in the block opens a window of its own, which is given the keyboard."""
        before = set(self.windows())
        yield
        opened = wait_for(lambda: set(self.windows()) - before, "a dialog")
        self.quiet()
        if self.screen.focused() not in opened:
            self._give_keyboard(max(opened))

    @contextlib.contextmanager
    def closing(self):
        """What is done in the block closes the window on top."""
        before = len(self.windows())
        yield
        wait_for(lambda: len(self.windows()) < before, "the dialog to close")
        self.quiet()

    def quit(self):
        """Leave by the keyboard, as a person does; the exit code."""
        self.key("ctrl+q")
        return self.process.wait(60)

    def _take_keyboard(self):
        """Without a window manager nobody hands the keyboard on when a window has closed."""
        windows = wait_for(self.windows, "a window")
        if self.screen.focused() not in windows:
            self._give_keyboard(windows[-1])

    def _give_keyboard(self, window):
        self.screen.give_keyboard(window)
        wait_for(lambda: self.screen.focused() == window, "the keyboard")


def _differ(one, other):
    box = ImageChops.difference(one, other).getbbox()
    return box is not None and (box[2] - box[0]) > CARET


@contextlib.contextmanager
def caseboard(screen, folder, *, corner=(0, 0), size=SIZE):
    """The program on a library in `folder`, empty unless it is there, with a home of its own."""
    command = python("-m", "caseboard", "--library", str(folder / "library"))
    with running(screen, command, folder / "caseboard.log", **home_of(folder)) as started:
        program = Caseboard(started, folder)
        screen.place(program.window(), corner, size)
        wait_for(lambda: program.cases() is not None, "the library")
        program.quiet()
        yield program
