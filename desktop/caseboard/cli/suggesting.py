"""`caseboard suggest`: what would be proposed of a file, or of a clip of a case."""

import argparse
from pathlib import Path
from typing import Any

from caseboard import i18n
from caseboard.capture.worker import Worker, command
from caseboard.cli import finding
from caseboard.cli.printing import out
from caseboard.cli.reading import read
from caseboard.commands import case_context
from caseboard.commands.suggesting import Text, look_through
from caseboard.errors import CaseError
from caseboard.i18n import _
from caseboard.model.ids import ClipId
from caseboard.model.parts import told
from caseboard.store import clips
from caseboard.store.library import Library
from caseboard.tagging import tasks
from caseboard.tagging.context import Context
from caseboard.tagging.proposals import Proposal, proposals
from caseboard.tagging.suggestions import (
    DisputeSuggestion,
    LocationSuggestion,
    StatementSuggestion,
    Suggestions,
)

View = dict[str, Any]


async def suggest(options: argparse.Namespace, library: Library) -> int:
    """Propose what a clip names and says."""
    options.case = options.what
    clip_id = finding.clip_of(library, options)
    out(of_clip(library, clip_id, options), as_json=options.json)
    return 0


def suggest_of_file(options: argparse.Namespace) -> int:
    """Propose what a file names and says; touches no library."""
    out(of_file(Path(options.what), options), as_json=options.json)
    return 0


def of_file(file: Path, options: argparse.Namespace) -> Any:
    """What is proposed of a file, read as a clip of it would be; touches no library."""
    worker = Worker()
    try:
        _intake, reading = read(file, worker)
    finally:
        worker.close()
    story = told(reading.text, reading.parts)
    text = Text(story, reading.published or "", reading.language)
    return view(_found(text, Context(outlet=reading.site)), as_json=options.json)


def of_clip(library: Library, clip_id: ClipId, options: argparse.Namespace) -> Any:
    """What is proposed of a clip, with what its case knows by now; nothing is written down."""
    seen = library.database.read_now(clips.view, clip_id)
    if seen is None or not seen.clip.text:
        raise CaseError(_("This clip has no text to look through."))
    context = library.database.read_now(case_context.of, seen.clip)
    return view(_found(Text.of_clip(seen.clip), context), as_json=options.json)


def _found(text: Text, context: Context) -> Suggestions:
    worker = Worker(command(tasks.MODULE, *tasks.arguments(i18n.spoken(), "")))
    try:
        return tasks.suggestions(look_through(text, context, worker))
    finally:
        worker.close()


def view(found: Suggestions, *, as_json: bool) -> Any:
    """All of it as JSON; for people every proposal once, with why."""
    if as_json:
        return tasks.SUGGESTIONS.dump_python(found, mode="json")
    return [_line(proposal) for proposal in proposals(found)]


def _line(proposal: Proposal) -> str:
    best = proposal.best
    parts = [
        f"{best.score:4.0%}  {proposal.kind.value:<10} {_plain(proposal.name)}",
        _about(best),
        best.reason,
    ]
    count = len(proposal.mentions)
    times = _("{n}×").format(n=count) if count > 1 else ""
    return " · ".join(part for part in (*parts, times) if part)


def _plain(text: str) -> str:
    return " ".join(text.split())


def _about(best: object) -> str:
    if isinstance(best, LocationSuggestion):
        where = f"{best.lat:.4f} {best.lon:.4f}" if best.lat is not None else ""
        return ", ".join(part for part in (best.place.within, best.place.country, where) if part)
    if isinstance(best, StatementSuggestion):
        chain = [best.claimant, *best.relays]
        return " → ".join(speaker.name for speaker in chain if speaker)
    if isinstance(best, DisputeSuggestion):
        return ", ".join(on.value for on in best.differs_on)
    return ""
