"""Start-up: from the call of the program to the first painted window."""

import os
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

from bench.harness import Case, Contest

PAINTED = b"painted"
PAINT = [sys.executable, "-m", "bench.first_paint"]


def started(program: list[str]) -> float:
    """Seconds until `program`, started as a module, has painted a window; it is ended then."""
    start = time.perf_counter()
    with subprocess.Popen([*PAINT, *program], stdout=subprocess.PIPE) as process:
        assert process.stdout is not None  # noqa: S101  it is asked for above
        line = process.stdout.readline().strip()
        seconds = time.perf_counter() - start
    if line != PAINTED:
        raise subprocess.CalledProcessError(process.returncode, [*PAINT, *program])
    return seconds


def against_a_bare_window(folder: Path) -> Contest:
    """Our window on a library that holds the sample case, against an empty QMainWindow."""
    library = ["--library", os.fspath(folder / "library")]
    sample = [sys.executable, "-m", "caseboard", *library, "case", "sample"]
    subprocess.run(sample, check=True, capture_output=True)
    ours = partial(started, ["caseboard", *library])
    return Contest(ours, partial(started, ["bench.bare_window"]))


CASES = [Case("start to first paint, against a bare window", 1.7, against_a_bare_window)]
