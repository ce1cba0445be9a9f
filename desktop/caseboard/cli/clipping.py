"""Actions that take things in, or hand a clip out: clip, import, sample, collection, wacz."""

import argparse
import sys
from pathlib import Path

from caseboard.capture import folder as walking
from caseboard.capture.drop import Drop, Flavour
from caseboard.capture.worker import Worker
from caseboard.cli import fetching, finding, importing, views
from caseboard.cli.printing import out
from caseboard.commands import custody, folders, outward, sample
from caseboard.commands.fetching_in import Choices
from caseboard.commands.history import History
from caseboard.commands.taking_in import TakingIn
from caseboard.errors import CaseError
from caseboard.i18n import _
from caseboard.model.terms import Method
from caseboard.runtime.jobs import Jobs
from caseboard.store import cases, dossiers
from caseboard.store.library import Library


async def sample_(options: argparse.Namespace, library: Library) -> int:
    """Build the sample case."""
    async with _taking_in(library) as (history, taking_in):
        case_id = await sample.build(library, history, taking_in)
    case = library.database.read_now(cases.by_id, case_id)
    out(views.case(case), as_json=options.json)
    return 0


async def clip(options: argparse.Namespace, library: Library) -> int:
    """Take things into a case."""
    case = finding.case_of(library, options.case)
    chosen = fetching.choices(options)
    async with _taking_in(library, chosen) as (_history, taking_in):
        taken = [
            await folders.take(Jobs(), taking_in, case.id, drop) for drop in _drops(options.things)
        ]
        await taking_in.settled()
    clip_ids = {clip_id for each in taken for clip_id in each.clip_ids}
    dossier = library.database.read_now(dossiers.read, case.id)
    out(views.clips(dossier, clip_ids), as_json=options.json)
    clips = [clip for clip in dossier.clips if clip.id in clip_ids]
    failed = fetching.failed(clips) if chosen.is_on else []
    for line in failed:
        print(line, file=sys.stderr)  # noqa: T201  # beside the JSON, for a person
    return 1 if failed else 0


async def import_(options: argparse.Namespace, library: Library) -> int:
    """Make clips of a list of links."""
    case = finding.case_of(library, options.case)
    async with _taking_in(library, fetching.choices(options)) as (history, taking_in):
        done = await importing.run(options, library, history, taking_in, case)
    out(done, as_json=options.json)
    return 0


async def collection(options: argparse.Namespace, library: Library) -> int:
    """Report how a clip was collected."""
    clip_id = finding.clip_of(library, options)
    made = library.database.read_now(custody.report, clip_id)
    if options.output:
        await custody.export_report(library, clip_id, options.output)
    out(made, as_json=True)
    return 0


async def wacz(options: argparse.Namespace, library: Library) -> int:
    """Write the web archive of a clip."""
    worker = Worker()
    try:
        await custody.export_wacz(
            library, worker, finding.clip_of(library, options), options.output
        )
    finally:
        worker.close()
    made = {"file": str(options.output), "bytes": options.output.stat().st_size}
    out(made, as_json=options.json)
    return 0


class _taking_in:  # noqa: N801  # reads as a phrase where it is used
    """What clips are taken in with; every fetch and reading is finished at the end.

    Nothing is fetched where it is not said how.
    """

    def __init__(self, library: Library, chosen: Choices | None = None) -> None:
        self._worker = Worker()
        self._history = History(library.database)
        net = outward.net(self._worker, lambda: chosen) if chosen is not None else None
        self._taking_in = TakingIn(library, self._history, self._worker, Jobs(), net)

    async def __aenter__(self) -> tuple[History, TakingIn]:
        return self._history, self._taking_in

    async def __aexit__(self, *_error: object) -> None:
        await self._taking_in.settled()
        self._worker.close()


def _drops(things: list[str]) -> list[Drop]:
    """Files in one go, and those in folders; a link or standard input by itself."""
    files = [Path(thing) for thing in things if thing != "-" and not _is_link(thing)]
    for missing in (file for file in files if not file.exists()):
        raise CaseError(_("There is no file {name}.").format(name=missing))
    drops = [Drop(files=_walked(files), method=Method.FILE)] if files else []
    for thing in things:
        if thing == "-":
            drops.append(Drop((_typed(sys.stdin.buffer.read()),), method=Method.PASTE))
        elif _is_link(thing):
            drops.append(Drop((Flavour("text/uri-list", thing.encode()),), method=Method.LINK))
    return drops


def _walked(paths: list[Path]) -> tuple[Path, ...]:
    """The files among these and in the folders among these; the rest is named beside the JSON."""
    walked = walking.walk(paths)
    if walked.left_out:
        print(walking.sentences(walked.left_out), file=sys.stderr)  # noqa: T201
    return tuple(walked.files)


def _typed(data: bytes) -> Flavour:
    is_page = data.lstrip()[:1] == b"<"
    return Flavour("text/html" if is_page else "text/plain", data)


def _is_link(thing: str) -> bool:
    return thing.startswith(("http://", "https://"))
