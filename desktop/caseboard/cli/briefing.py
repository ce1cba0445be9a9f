"""The action that writes a briefing: brief."""

import argparse

from caseboard.cli import finding
from caseboard.cli.printing import out
from caseboard.commands.briefings import SaveBriefing, draft
from caseboard.commands.exporting_briefings import export
from caseboard.commands.history import History
from caseboard.store import briefings
from caseboard.store.library import Library


async def brief(options: argparse.Namespace, library: Library) -> int:
    """Write a briefing."""
    case = finding.case_of(library, options.case)
    history = History(library.database)
    kept = library.database.read_now(briefings.of_case, case.id)
    briefing = kept[0] if kept else draft(case)
    if not kept:
        await history.run(SaveBriefing(briefing))
    stored = (await export(library, history, briefing, options.output)).stored
    made = {"file": str(options.output), "sha256": stored.sha256, "bytes": stored.bytes}
    out(made, as_json=options.json)
    return 0
