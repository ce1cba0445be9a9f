"""Starts the window; `caseboard.cli` starts everything else."""

import gc
import os
import time
from collections.abc import Sequence
from pathlib import Path

BEGAN = time.perf_counter()


def main(arguments: Sequence[str] = ()) -> int:
    """Open the window; returns the exit code when it is closed.

    `--library DIR` opens that library, `--sample` the sample case; `--paint-probe` prints the
    seconds to the first paint and ends.
    """
    gc.disable()  # imports make nothing to collect; the window has a collector of its own
    os.environ.setdefault("QT_API", "pyside6")  # before qasync looks for a binding
    from caseboard.ui.app import run  # noqa: PLC0415  # the command line must not load Qt

    began = BEGAN if "--paint-probe" in arguments else None
    return run(_library(arguments), sample="--sample" in arguments, began=began)


def _library(arguments: Sequence[str]) -> Path | None:
    for place, argument in enumerate(arguments):
        if argument.startswith("--library="):
            return Path(argument.partition("=")[2])
        if argument == "--library" and place + 1 < len(arguments):
            return Path(arguments[place + 1])
    return None
