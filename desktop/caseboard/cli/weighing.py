"""Actions on claims: claims, disputes, annotations."""

import argparse
import asyncio

from caseboard.cli import finding, views
from caseboard.cli.claims import Ledger
from caseboard.cli.printing import out
from caseboard.commands import claims_books, exporting_claims, importing_claims
from caseboard.commands.exporting_claims import Form
from caseboard.commands.history import History
from caseboard.commands.importing_claims import ImportClaims
from caseboard.model.case import Case
from caseboard.store.library import Library


async def claims(options: argparse.Namespace, library: Library) -> int:
    """Show, write out or import claims."""
    case = finding.case_of(library, options.case)
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


async def annotations(options: argparse.Namespace, library: Library) -> int:
    """Write claims as annotations."""
    case = finding.case_of(library, options.case)
    return await _written(options, library, case, Form.ANNOTATIONS)


async def _written(options: argparse.Namespace, library: Library, case: Case, form: Form) -> int:
    await exporting_claims.export(library, case.id, form, options.output)
    made = {"file": str(options.output), "bytes": options.output.stat().st_size}
    out(made, as_json=options.json)
    return 0


async def disputes(options: argparse.Namespace, library: Library) -> int:
    """Show disputes."""
    case = finding.case_of(library, options.case)
    ledger = Ledger(library.database.read_now(claims_books.read, case.id))
    out(ledger.clashes() if options.json else ledger.dispute_lines(), as_json=options.json)
    return 0
