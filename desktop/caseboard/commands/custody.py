"""Taking the proof of a clip's collection out: its report, and its web archive."""

import asyncio
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sqlmodel import Session

from caseboard import PROGRAM
from caseboard.analysis import completeness
from caseboard.analysis.completeness import Collected, Item
from caseboard.capture.worker import Worker
from caseboard.commands import outgoing
from caseboard.errors import CaseError
from caseboard.exchange import collection_report, wacz
from caseboard.exchange.cdxj import Capture
from caseboard.exchange.collection_report import Held
from caseboard.i18n import _
from caseboard.model.ids import ClipId
from caseboard.model.parts import Part, body_text
from caseboard.model.terms import FileRole
from caseboard.store import cases, clips, custody
from caseboard.store.clips import ClipView
from caseboard.store.library import Library


def report(session: Session, clip_id: ClipId) -> dict[str, Any]:
    """The collection report of a clip (a `store` query); raises `CaseError` where it is gone."""
    view = _view(session, clip_id)
    case = cases.by_id(session, view.clip.case_id)
    assert case is not None  # noqa: S101  a clip has a case
    held = Held(case, view.clip, view.files, view.collection, custody.of_clip(session, clip_id))
    found = completeness.items(Collected(view.clip, view.files, view.collection))
    return collection_report.report(held, [_check(item) for item in found])


async def export_report(library: Library, clip_id: ClipId, target: Path) -> None:
    """Write the collection report of a clip as JSON; raises `CaseError` where that cannot be."""
    made = await library.database.read(report, clip_id)
    await asyncio.to_thread(outgoing.put, target, collection_report.text(made).encode())


async def export_wacz(library: Library, worker: Worker, clip_id: ClipId, target: Path) -> None:
    """Write a clip's web archive as WACZ 1.1.1; raises `CaseError` where it has none."""
    view = await library.database.read(_view, clip_id)
    await asyncio.to_thread(_write_wacz, library, worker, view, target)


def _write_wacz(library: Library, worker: Worker, view: ClipView, target: Path) -> None:
    archive = next((file for file in view.files if file.role is FileRole.WARC), None)
    if archive is None:
        raise CaseError(
            _("This clip has no web archive: its page was not fetched."),
            _("Its original can be saved as a copy from the list of files."),
        )
    data = library.files.read(archive.sha256)
    rows = worker.do("warc_index", data).values["captures"]
    captures = [Capture(**row) for row in rows]
    clip = view.clip
    text = body_text(clip.text, [Part.from_json(row) for row in clip.parts])
    page = wacz.PageFacts(clip.url_reached or clip.url_asked, clip.captured, clip.title, text)
    with TemporaryDirectory() as folder:
        made = Path(folder) / "made.wacz"
        wacz.write(made, data, captures, page, PROGRAM)
        outgoing.put(target, made.read_bytes())


def _view(session: Session, clip_id: ClipId) -> ClipView:
    view = clips.view(session, clip_id)
    if view is None:
        raise CaseError(_("This clip is no longer there."))
    return view


def _check(item: Item) -> dict[str, str]:
    return {"key": item.key, "name": item.name, "state": item.kept.value, "detail": item.detail}
