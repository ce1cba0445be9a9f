"""What each action of the command line does."""

import argparse
import asyncio
import getpass
import sys
from collections.abc import Callable, Coroutine
from contextlib import nullcontext
from pathlib import Path
from typing import Any

from caseboard.capture import folder as walking
from caseboard.capture.drop import Drop, Flavour
from caseboard.capture.worker import Worker
from caseboard.cli import fetching, gazetteers, importing, suggesting, views
from caseboard.cli.claims import Ledger
from caseboard.cli.printing import out
from caseboard.commands import (
    claims_books,
    custody,
    exporting_claims,
    folders,
    importing_claims,
    outward,
    sample,
)
from caseboard.commands.briefings import SaveBriefing, draft
from caseboard.commands.cases import NewCase
from caseboard.commands.exporting_briefings import export
from caseboard.commands.exporting_claims import Form
from caseboard.commands.fetching_in import Choices
from caseboard.commands.history import History
from caseboard.commands.importing_claims import ImportClaims
from caseboard.commands.taking_in import TakingIn
from caseboard.errors import CaseError
from caseboard.i18n import _
from caseboard.mapping import symbols
from caseboard.model import refs
from caseboard.model.case import Case
from caseboard.model.ids import ClipId
from caseboard.model.terms import Method
from caseboard.paths import default_library
from caseboard.runtime.jobs import Jobs
from caseboard.store import briefings, cases, dossiers, search, verify
from caseboard.store.library import Library

READS = frozenset(
    {
        *("list", "show", "search", "collection", "wacz", "verify", "suggest"),
        *("claims", "disputes", "annotations", "map", "places"),
    }
)
"""Actions that need no lock: they work beside a window that holds the library."""
DRAWS = frozenset({"brief", "map"})
"""Actions that draw unit symbols."""


def run(options: argparse.Namespace) -> int:
    """Do the action and return the exit code."""
    if options.action == "inspect":
        return _inspect(options)
    if options.action in gazetteers.ACTIONS:
        return gazetteers.ACTIONS[options.action](options)
    if options.action == "suggest" and not options.ref:
        out(suggesting.of_file(Path(options.what), options), as_json=options.json)
        return 0
    folder = options.library or default_library()
    library = Library.open(folder, getpass.getuser(), read_only=_only_reads(options))
    try:
        with symbols.application() if options.action in DRAWS else nullcontext():
            return asyncio.run(ACTIONS[options.action](options, library))
    finally:
        library.close()


def _only_reads(options: argparse.Namespace) -> bool:
    return options.action in READS and not getattr(options, "file", None)


def _inspect(options: argparse.Namespace) -> int:
    worker = Worker()
    try:
        out(views.inspection(options.file, worker, options.url), as_json=options.json)
    finally:
        worker.close()
    return 0


async def _new(options: argparse.Namespace, library: Library) -> int:
    case_id = await History(library.database).run(NewCase(options.title))
    case = library.database.read_now(cases.by_id, case_id)
    out(views.case(case), as_json=options.json)
    return 0


async def _sample(options: argparse.Namespace, library: Library) -> int:
    async with _taking_in(library) as (history, taking_in):
        case_id = await sample.build(library, history, taking_in)
    case = library.database.read_now(cases.by_id, case_id)
    out(views.case(case), as_json=options.json)
    return 0


async def _list(_options: argparse.Namespace, library: Library) -> int:
    out([views.card(card) for card in library.database.read_now(cases.cards)], as_json=True)
    return 0


async def _clip(options: argparse.Namespace, library: Library) -> int:
    case = _find(library, options.case)
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


async def _import(options: argparse.Namespace, library: Library) -> int:
    case = _find(library, options.case)
    async with _taking_in(library, fetching.choices(options)) as (history, taking_in):
        done = await importing.run(options, library, history, taking_in, case)
    out(done, as_json=options.json)
    return 0


async def _show(options: argparse.Namespace, library: Library) -> int:
    case = _find(library, options.case)
    dossier = library.database.read_now(dossiers.read, case.id)
    shown = views.thing(dossier, options.ref) if options.ref else views.whole(dossier)
    out(shown, as_json=options.json)
    return 0


async def _claims(options: argparse.Namespace, library: Library) -> int:
    case = _find(library, options.case)
    if options.file:
        return await _import_claims(options, library, case)
    if options.output:
        form = exporting_claims.form_of(options.output)
        return await _written(options, library, case, form)
    ledger = Ledger(library.database.read_now(claims_books.read, case.id))
    out(ledger.whole() if options.json else ledger.claim_lines(), as_json=options.json)
    return 0


async def _import_claims(options: argparse.Namespace, library: Library, case: Case) -> int:
    book = await asyncio.to_thread(importing_claims.read, options.file)
    done = await History(library.database).run(ImportClaims(case.id, book))
    out(views.imported(done), as_json=options.json)
    return 1 if done.left_out and not (done.reports or done.known) else 0


async def _annotations(options: argparse.Namespace, library: Library) -> int:
    case = _find(library, options.case)
    return await _written(options, library, case, Form.ANNOTATIONS)


async def _written(options: argparse.Namespace, library: Library, case: Case, form: Form) -> int:
    await exporting_claims.export(library, case.id, form, options.output)
    made = {"file": str(options.output), "bytes": options.output.stat().st_size}
    out(made, as_json=options.json)
    return 0


async def _disputes(options: argparse.Namespace, library: Library) -> int:
    case = _find(library, options.case)
    ledger = Ledger(library.database.read_now(claims_books.read, case.id))
    out(ledger.clashes() if options.json else ledger.dispute_lines(), as_json=options.json)
    return 0


async def _search(options: argparse.Namespace, library: Library) -> int:
    results = library.database.read_now(search.search, " ".join(options.words))
    out([views.hit(hit) for hit in results.hits], as_json=options.json)
    return 0


async def _brief(options: argparse.Namespace, library: Library) -> int:
    case = _find(library, options.case)
    history = History(library.database)
    kept = library.database.read_now(briefings.of_case, case.id)
    briefing = kept[0] if kept else draft(case)
    if not kept:
        await history.run(SaveBriefing(briefing))
    stored = (await export(library, history, briefing, options.output)).stored
    made = {"file": str(options.output), "sha256": stored.sha256, "bytes": stored.bytes}
    out(made, as_json=options.json)
    return 0


async def _map(options: argparse.Namespace, library: Library) -> int:
    from caseboard.cli import maps  # noqa: PLC0415  numpy, for maps alone

    case = _find(library, options.case)
    out(await maps.draw(options, library, case), as_json=options.json)
    return 0


async def _places(options: argparse.Namespace, library: Library) -> int:
    from caseboard.cli import maps  # noqa: PLC0415  as above

    case = _find(library, options.case)
    out(await maps.write_places(options, library, case), as_json=options.json)
    return 0


async def _collection(options: argparse.Namespace, library: Library) -> int:
    clip_id = _find_clip(library, options)
    made = library.database.read_now(custody.report, clip_id)
    if options.output:
        await custody.export_report(library, clip_id, options.output)
    out(made, as_json=True)
    return 0


async def _wacz(options: argparse.Namespace, library: Library) -> int:
    worker = Worker()
    try:
        await custody.export_wacz(library, worker, _find_clip(library, options), options.output)
    finally:
        worker.close()
    made = {"file": str(options.output), "bytes": options.output.stat().st_size}
    out(made, as_json=options.json)
    return 0


async def _suggest(options: argparse.Namespace, library: Library) -> int:
    options.case = options.what
    clip_id = _find_clip(library, options)
    out(suggesting.of_clip(library, clip_id, options), as_json=options.json)
    return 0


async def _verify(options: argparse.Namespace, library: Library) -> int:
    case_id = _find(library, options.case).id if options.case else None
    found = library.database.read_now(verify.library, library.files, case_id)
    out([views.finding(finding) for finding in found], as_json=options.json)
    if not found and not options.json:
        out(_("Everything is as it was stored."), as_json=False)
    return 1 if found else 0


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


def _find(library: Library, ref: str) -> Case:
    case = library.database.read_now(cases.by_ref, ref)
    if case is None:
        raise CaseError(
            _("There is no case {ref}.").format(ref=ref), _("See “caseboard case list”.")
        )
    return case


def _find_clip(library: Library, options: argparse.Namespace) -> ClipId:
    case = _find(library, options.case)
    wanted = options.ref.upper()
    for clip in library.database.read_now(dossiers.read, case.id).clips:
        if wanted in {clip.ref.upper(), refs.short(clip.ref).upper()}:
            return clip.id
    raise CaseError(
        _("There is no clip {ref} in this case.").format(ref=options.ref),
        _("See “caseboard show {case}”.").format(case=case.ref),
    )


ACTIONS: dict[str, Callable[[argparse.Namespace, Library], Coroutine[Any, Any, int]]] = {
    "new": _new,
    "sample": _sample,
    "list": _list,
    "clip": _clip,
    "import": _import,
    "show": _show,
    "claims": _claims,
    "disputes": _disputes,
    "annotations": _annotations,
    "search": _search,
    "brief": _brief,
    "map": _map,
    "places": _places,
    "collection": _collection,
    "wacz": _wacz,
    "suggest": _suggest,
    "verify": _verify,
}
