"""Adds files of GeoNames to what places are looked up in, in a process of its own."""

import asyncio
import json
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from caseboard import i18n, paths
from caseboard.errors import CaseError
from caseboard.i18n import _, ngettext
from caseboard.runtime.jobs import Job, Jobs
from caseboard.tagging.gazetteer import gazetteer
from caseboard.tagging.gazetteer.importing import UNFINISHED, Imported
from caseboard.tagging.gazetteer.table import Table

_START = (
    "import sys; sys.path.insert(0, sys.argv[1]); "
    "from caseboard.tagging.gazetteer.import_main import main; main(sys.argv[2:])"
)
LONGEST = 2**20
"""Bytes of one line of the process's word."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A table of places; `problem` is why it is not used, empty where it is."""

    path: Path
    places: int
    problem: str = ""


async def import_gazetteer(jobs: Jobs, source: Path) -> Imported:
    """Import a dump or a postal file of GeoNames; from then on this process looks it up, too.

    Shows how far it is and can be stopped; what was there before stays until the new table is
    whole. Raises `CaseError` where the file is no such file or cannot be written.
    """

    async def work(job: Job) -> Imported:
        return await _in_process(job, source, paths.gazetteers_folder())

    title = _("Importing places from {name}").format(name=source.name)
    done = await jobs.run(title, work)
    gazetteer.use(gazetteer.imported())
    return done


async def _in_process(job: Job, source: Path, folder: Path) -> Imported:
    process = await asyncio.to_thread(_started, source, folder)
    try:
        last = await asyncio.to_thread(_listen, process, job)
    finally:
        process.kill()
        await asyncio.to_thread(process.wait)
        with suppress(FileNotFoundError):
            (folder / UNFINISHED).unlink()
    return _outcome(last)


def _started(source: Path, folder: Path) -> subprocess.Popen[bytes]:
    """Isolated from the user's environment, but finding this package."""
    root = str(Path(__file__).parents[2])
    arguments = [root, i18n.spoken(), str(source.resolve()), str(folder.resolve())]
    return subprocess.Popen(  # noqa: S603  our own interpreter
        [sys.executable, "-I", "-c", _START, *arguments],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


def _listen(process: subprocess.Popen[bytes], job: Job) -> dict[str, Any]:
    """The last word of the process; what it said before moves the job's bar."""
    last: dict[str, Any] = {}
    assert process.stdout is not None  # noqa: S101  it is a pipe, see `_started`
    with process.stdout as words:
        while line := words.readline(LONGEST):
            last = json.loads(line)
            if "read" in last:
                job.read(int(last["read"]), int(last["size"]))
    return last


def _outcome(last: dict[str, Any]) -> Imported:
    if "problem" in last:
        raise CaseError(str(last["problem"]), str(last["hint"]))
    if "done" not in last:
        raise CaseError(_("The import was broken off. Nothing was changed."), _("Import it again."))
    return Imported(**last["done"])


def sentence(done: Imported) -> str:
    """What came of an import, in words."""
    parts = (
        (done.places, ngettext("{n} place was added.", "{n} places were added.", done.places)),
        (
            done.refined,
            ngettext(
                "{n} of them was known by its hromada alone.",
                "{n} of them were known by their hromadas alone.",
                done.refined,
            ),
        ),
        (done.known, ngettext("{n} was known already.", "{n} were known already.", done.known)),
        (
            done.bad_lines,
            ngettext("{n} line could not be read.", "{n} lines could not be read.", done.bad_lines),
        ),
    )
    return " ".join(text for count, text in parts if count) or _("The file names no places.")


def listed() -> Sequence[Listed]:
    """The table that ships, and those that were imported."""
    found = []
    for path in (gazetteer.PATH, *gazetteer.imported()):
        try:
            table = Table(path)
        except CaseError as error:
            found.append(Listed(path, 0, str(error)))
        else:
            found.append(Listed(path, table.count()))
            table.close()
    return found
