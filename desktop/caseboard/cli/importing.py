"""`caseboard import`: the entries of a list as clips, from a script."""

import argparse
import asyncio
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from caseboard.capture import safenames
from caseboard.capture.lists import worked
from caseboard.capture.lists.entry import Listing
from caseboard.capture.worker import Worker
from caseboard.commands.history import History
from caseboard.commands.importing import Importing
from caseboard.commands.list_entries import Looked, Source, title_of, wanted
from caseboard.commands.taking_in import TakingIn
from caseboard.errors import CaseError
from caseboard.i18n import _
from caseboard.model import refs
from caseboard.model.case import Case
from caseboard.runtime.jobs import Jobs
from caseboard.store import clips
from caseboard.store.library import Library

View = dict[str, Any]


async def run(
    options: argparse.Namespace,
    library: Library,
    history: History,
    taking_in: TakingIn,
    case: Case,
) -> View:
    """Import what the options say; answers what was, or with `--dry-run` would be, imported.

    The list itself becomes a clip first, unless the case has it. Raises `CaseError` where the
    file is no list.
    """
    path: Path = options.file
    data = await asyncio.to_thread(_read, path)
    listing = await asyncio.to_thread(_listing, data)
    if listing is None:
        raise CaseError(
            _("There is no list of links in {name}.").format(name=path),
            _("Lists can be texts or tables of links, bookmarks, or references."),
        )
    stored = await asyncio.to_thread(library.files.add, data) if not options.dry_run else None
    source = Source(safenames.shown(path.name), stored.sha256 if stored else "", path)
    importing = Importing(library, history, taking_in, Jobs())
    looked = await importing.look(case.id, listing, source)
    chosen = list(looked) if options.all else wanted(looked)
    told = _told(listing, looked, chosen)
    if options.dry_run:
        return {
            **told,
            "entries": [_entry(each, is_chosen=options.all or each.is_wanted) for each in looked],
        }
    list_id = await importing.keep(case.id, path)
    done = await importing.take(case.id, chosen, source, is_fetched=not options.no_fetch)
    rows = library.database.read_now(clips.rows, [list_id, *done.clip_ids])
    made = [refs.short(rows[clip_id].ref) for clip_id in done.clip_ids]
    return {"list": refs.short(rows[list_id].ref), **told, "imported": made}


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise CaseError(
            _("{name} cannot be read: {reason}.").format(
                name=path, reason=error.strerror or str(error)
            )
        ) from error


def _listing(data: bytes) -> Listing | None:
    worker = Worker()
    try:
        return worked.listing_of(worker, data, is_wanted=True)
    finally:
        worker.close()


def _told(listing: Listing, looked: Sequence[Looked], chosen: Sequence[Looked]) -> View:
    return {
        "format": listing.format.value,
        "found": len(listing.entries),
        "standing": {
            standing.value: count
            for standing, count in Counter(each.standing for each in looked).items()
        },
        "chosen": len(chosen),
        "left_out": listing.skipped_count + listing.left_out,
        "files_missing": sum(each.missing for each in looked),
    }


def _entry(looked: Looked, *, is_chosen: bool) -> View:
    entry = looked.entry
    return {
        "row": entry.row,
        "title": title_of(entry),
        "url": entry.url,
        "published": entry.published,
        "standing": looked.standing.value,
        "known": refs.short(looked.known_ref) if looked.known_ref else "",
        "files": [path.name for path in looked.found],
        "chosen": is_chosen,
    }
