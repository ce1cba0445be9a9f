"""What is shown can do nothing: it calls nobody, opens no file but the case's, starts nothing."""

import json
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from support import PROJECT, child_environment

TRACED = "network,open,openat,openat2,execve,execveat"
CALL = re.compile(r"\b(?:connect|sendto|sendmsg|sendmmsg)\(.*sa_family=(AF_\w+)")
"""Who calls nobody reaches nobody. A socket alone is none: a library that the worker imports makes
one to learn whether there is IPv6."""
STARTED = re.compile(r"\bexecve(?:at)?\((.*)\) = 0$|execve(?:at)? resumed>.*\) = 0$")
WORKER = "from caseboard.capture.worker_main import main"
"""By this a process is known that only reads what it is given. See `caseboard.capture.worker`."""
PRESS = "from caseboard.ui.press.press_main import main"
"""And by this one that prints briefings, which is watched as closely. See `caseboard.ui.press`."""
OWN = {"AF_UNIX", "AF_UNSPEC"}
"""These lead nowhere but to this machine's own programs."""
VIEWER = PROJECT / "tests" / "inert_viewer.py"
SECONDS = 400

READ = {
    "start": "case",
    "list": "headline",
    "reader": "page title caption",
    "original": "page title caption",
    "pages": "",
    "images": "page title kept",
    "picture tools": "page title caption",
    "tags": "claimant 0",
    "notes": "note on a passage",
    "provenance": "redirect",
    "similar": "page title",
    "differences": "page title",
    "briefing": "judgement",
    "change_set": "label",
    "claim": "both",
    "location": "place",
    "note": "note on the case",
    "person": "role",
    "source": "reason",
    "unit": "designation",
    "search": "place",
    "tag location": "place",
    "tag unit": "unit",
    "tag person": "role",
    "note popup": "note being written",
    "claim form": "claimant 0",
    "list offered": "",
    "import": "row",
    "jobs": "job",
    "settings": "",
    "dialogs": "hint",
    "messages": "notice",
}
"""A lure that was to be read in each of the views, or the view was not really seen.

None where nothing foreign is said: the viewer itself makes sure that these were there.
"""


@dataclass(frozen=True)
class Trace:
    """What a process and its children asked of the kernel."""

    lines: tuple[str, ...]

    def connections(self):
        """Every line that goes beyond this machine's own programs."""
        found = [(line, CALL.search(line)) for line in self.lines]
        return [line for line, match in found if match and match[1] not in OWN]

    def opened(self, folder):
        """Every line that opened, or tried to open, something in a folder."""
        return [line for line in self.lines if str(folder) in line and "open" in line]

    def started_since(self, mark):
        """Every program but our own readers that was started since the file `mark` was made."""
        made = next(at for at, line in enumerate(self.lines) if str(mark) in line)
        started = [line for line in self.lines[made:] if STARTED.search(line)]
        return [line for line in started if WORKER not in line and PRESS not in line]


@dataclass(frozen=True)
class Canary:
    """A picture in a folder of its own at `place`, and a viewer that works in `folder`."""

    folder: Path
    place: Path
    trace: Path

    @property
    def viewing(self):
        """The file that is made when all is captured."""
        return self.folder / "viewing"

    def watched(self, manner):
        """What the viewer said, and what it did."""
        command = ["strace", "-f", "-y", "-s", "300", "-e", f"trace={TRACED}", "-o", self.trace]
        viewer = [sys.executable, str(VIEWER), str(self.folder), str(self.place), manner]
        done = subprocess.run(
            [*command, *viewer],
            env=child_environment() | {"QT_QPA_PLATFORM": "offscreen"},
            check=False,
            capture_output=True,
            text=True,
            timeout=SECONDS,
        )
        assert done.returncode == 0, done.stderr
        assert "Traceback" not in done.stderr, done.stderr
        lines = self.trace.read_text("utf-8", "replace").splitlines()
        return done.stdout, Trace(tuple(lines))


@pytest.fixture
def canary(tmp_path):
    if not shutil.which("strace"):
        pytest.skip("there is no strace here")
    if subprocess.run(["strace", "-o", "/dev/null", "true"], check=False).returncode:
        pytest.skip("processes may not be traced here")
    place = tmp_path / "canary" / "canary.png"
    place.parent.mkdir()
    shutil.copy(PROJECT / "resources" / "sample" / "map-frame.png", place)
    folder = tmp_path / "work"
    folder.mkdir()
    (folder / "canary.png").symlink_to(place)  # its bare name leads there, too
    return Canary(folder, place, tmp_path / "trace.txt")


def test_viewing_searching_tagging_and_exporting_are_inert(canary):
    said, trace = canary.watched("careful")
    seen = json.loads(said)
    unread = {view: seen[view] for view, where in READ.items() if {where} - {""} - set(seen[view])}
    assert unread == {}
    assert trace.opened(canary.folder)  # the trace holds what was opened: the library, at least
    assert trace.opened(canary.place.parent) == []
    assert trace.connections() == []
    assert trace.started_since(canary.viewing) == []


def test_the_watch_sees_a_careless_viewer(canary):
    _said, trace = canary.watched("careless")
    assert trace.opened(canary.place.parent)
    assert trace.connections()
    assert trace.started_since(canary.viewing)
