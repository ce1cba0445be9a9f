"""Actions that look at cases, or begin one: list, new, show, search, verify."""

import argparse

from caseboard.capture.worker import Worker
from caseboard.cli import finding, views
from caseboard.cli.printing import out
from caseboard.commands.cases import NewCase
from caseboard.commands.history import History
from caseboard.i18n import _
from caseboard.store import cases, dossiers, search, verify
from caseboard.store.library import Library


async def new(options: argparse.Namespace, library: Library) -> int:
    """Begin a case and show it."""
    case_id = await History(library.database).run(NewCase(options.title))
    case = library.database.read_now(cases.by_id, case_id)
    out(views.case(case), as_json=options.json)
    return 0


async def list_(_options: argparse.Namespace, library: Library) -> int:
    """List the cases of the library."""
    out([views.card(card) for card in library.database.read_now(cases.cards)], as_json=True)
    return 0


async def show(options: argparse.Namespace, library: Library) -> int:
    """Show a case, or one thing in it."""
    case = finding.case_of(library, options.case)
    dossier = library.database.read_now(dossiers.read, case.id)
    shown = views.thing(dossier, options.ref) if options.ref else views.whole(dossier)
    out(shown, as_json=options.json)
    return 0


async def search_(options: argparse.Namespace, library: Library) -> int:
    """Search the library."""
    results = library.database.read_now(search.search, " ".join(options.words))
    out([views.hit(hit) for hit in results.hits], as_json=options.json)
    return 0


async def verify_(options: argparse.Namespace, library: Library) -> int:
    """Re-hash files, check journal and search index."""
    case_id = finding.case_of(library, options.case).id if options.case else None
    found = library.database.read_now(verify.library, library.files, case_id)
    out([views.finding(finding) for finding in found], as_json=options.json)
    if not found and not options.json:
        out(_("Everything is as it was stored."), as_json=False)
    return 1 if found else 0


def inspect(options: argparse.Namespace) -> int:
    """Show what a clip of a file would hold; touches no library."""
    worker = Worker()
    try:
        out(views.inspection(options.file, worker, options.url), as_json=options.json)
    finally:
        worker.close()
    return 0
