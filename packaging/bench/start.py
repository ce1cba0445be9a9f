"""Start-up: from the call of the program to a painted window, and to the case worked on last."""

import os
import subprocess
import sys
import time
from collections.abc import Mapping
from functools import partial
from pathlib import Path

from bench import material
from bench.harness import Case, Contest, Place
from caseboard.runtime.settings import SettingsFile

PAINTED = b"painted"
PAINT = [sys.executable, "-m", "bench.first_paint"]
CONFIG = "XDG_CONFIG_HOME"
CLIPS = 200


def started(wanted: str, program: list[str], environment: Mapping[str, str] | None = None) -> float:
    """Seconds until `program`, started as a module, has painted what is wanted; it is ended then.

    `wanted` is `window` or `case`, as in `bench.first_paint`.
    """
    start = time.perf_counter()
    command = [*PAINT, wanted, *program]
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=environment) as process:
        assert process.stdout is not None  # noqa: S101  it is asked for above
        line = process.stdout.readline().strip()
        seconds = time.perf_counter() - start
    if line != PAINTED:
        raise subprocess.CalledProcessError(process.returncode, command)
    return seconds


def against_a_bare_window(place: Place, wanted: str) -> Contest:
    """Our window on a library, with the case open last in it, against an empty QMainWindow."""
    cases = material.large(place.own, CLIPS)
    environment = {**os.environ, CONFIG: os.fspath(place.own / "config")}
    _choose(cases, environment)
    program = ["caseboard", "--library", os.fspath(cases.folder)]
    ours = partial(started, wanted, program, environment)
    return Contest(ours, partial(started, "window", ["bench.bare_window"]))


def _choose(cases: material.Large, environment: Mapping[str, str]) -> None:
    """Let the program believe that the large case was open last."""
    asked = "from caseboard import paths; print(paths.config_folder())"
    command = [sys.executable, "-c", asked]
    done = subprocess.run(command, check=True, capture_output=True, env=environment)
    folder = Path(done.stdout.decode().strip())
    settings = SettingsFile(folder / "settings.json")
    settings.change(last_library=os.fspath(cases.folder), last_case=cases.large)


CASES = [
    Case(
        "start to first paint, against a bare window",
        1.7,
        partial(against_a_bare_window, wanted="window"),
    ),
    Case(
        "start to the last case shown, against a bare window",
        1.7,
        partial(against_a_bare_window, wanted="case"),
    ),
]
