"""Lists among what was taken in: offered, looked through and imported."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from caseboard.capture import safenames
from caseboard.capture.lists import likely, worked
from caseboard.capture.lists.entry import Listing
from caseboard.capture.reading import Unreadable
from caseboard.commands.importing import Imported, Importing
from caseboard.commands.list_entries import Source
from caseboard.errors import CaseError
from caseboard.i18n import _, ngettext
from caseboard.model.clip import Clip, ClipFile
from caseboard.model.files import LINKS
from caseboard.model.ids import CaseId, ClipId
from caseboard.model.terms import FileRole
from caseboard.runtime.jobs import Job
from caseboard.store import clips
from caseboard.ui.desk import Desk
from caseboard.ui.lib.asyncui import ask, async_slot
from caseboard.ui.lib.banner import Banner, Kind
from caseboard.ui.views.import_dialog import ImportDialog, format_words

LOOKED_AT = 20
"""So many files of one drop are looked at: more come from a folder, and are no lists."""


_TEXTS = frozenset({"application/json", "application/xml", "application/rdf+xml"})


@dataclass(frozen=True, slots=True)
class Found:
    """A clip whose file is a list."""

    case_id: CaseId
    clip_id: ClipId
    source: Source
    listing: Listing


class Importer(QObject):
    """Offers in `banner` to import a list that was taken in; the list itself is a clip anyway.

    `imported` is sent with an `Imported` when an import has ended.
    """

    imported = Signal(object)

    def __init__(self, desk: Desk, banner: Banner, window: QWidget, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._banner = banner
        self._window = window
        self._importing = Importing(desk.library, desk.history, desk.taking_in, desk.jobs)

    @async_slot(str, list)
    async def look(self, case_id: str, clip_ids: list[str]) -> None:
        """Offer to import the first list among these clips, just taken in."""
        for clip_id in clip_ids[:LOOKED_AT]:
            found = await self.find(CaseId(case_id), ClipId(clip_id))
            if found is not None:
                self._offer(found)
                return

    async def find(
        self, case_id: CaseId, clip_id: ClipId, *, is_wanted: bool = False
    ) -> Found | None:
        """The list that a clip's file is; None where it is none. `is_wanted`: the user says so."""
        view = await self._desk.read(clips.view, clip_id)
        if view is None:
            return None
        for file in _candidates(view.files):
            listing = await asyncio.to_thread(self._read, file, is_wanted=is_wanted)
            if listing is not None:
                return Found(case_id, clip_id, _source(file, view.clip), listing)
        return None

    async def choose(self, found: Found) -> None:
        """Let the user choose what of a list to import, then import it."""
        looked = await self._importing.look(found.case_id, found.listing, found.source)
        dialog = ImportDialog(
            self._desk.theme,
            found.listing,
            found.source,
            looked,
            self._window,
            can_fetch=self._desk.taking_in.fetches,
        )
        is_accepted = await ask(dialog)
        if not isValid(dialog):  # its window has gone
            return
        chosen, is_fetched = dialog.chosen, dialog.is_fetched
        dialog.deleteLater()
        if is_accepted:
            done: Imported = await self._importing.take(
                found.case_id, chosen, found.source, is_fetched=is_fetched
            )
            self.imported.emit(done)

    async def take(self, case_id: CaseId, path: Path) -> None:
        """Take in a list that the user has chosen, then let them choose what of it to import.

        Raises `CaseError` where there is no list in it; the file is a clip all the same.
        """
        clip_id = await self._importing.keep(case_id, path)

        async def work(_job: Job) -> Found | None:
            return await self.find(case_id, clip_id, is_wanted=True)

        found = await self._desk.jobs.run(_("Reading the list"), work)
        if found is None:
            raise CaseError(
                _("There is no list of links in this file. The file is kept as a clip."),
                _("Lists can be texts or tables of links, bookmarks, or references."),
            )
        await self.choose(found)

    def _offer(self, found: Found) -> None:
        text = ngettext(
            "“{{name}}” is {{format}}: {n} entry. Choose whether to import it.",
            "“{{name}}” is {{format}}: {n} entries. Choose what to import.",
            len(found.listing.entries),
        ).format(name=found.source.name, format=format_words(found.listing.format))
        actions = (
            (_("Choose…"), lambda: self._choose(found)),
            (_("Keep the list as a file only"), lambda: None),
        )
        self._banner.show_notice(Kind.NEWS, text, actions)

    @async_slot(object)
    async def _choose(self, found: Found) -> None:
        await self.choose(found)

    def _read(self, file: ClipFile, *, is_wanted: bool) -> Listing | None:
        """What list a file is; one that does not begin as a list does is not even read."""
        if file.bytes > worked.LONGEST or file.media_type.startswith(
            ("image/", "video/", "audio/")
        ):
            return None
        with self._desk.library.files.path(file.sha256).open("rb") as kept:
            if not likely.may_be_list(kept.read(likely.HEAD)) and not is_wanted:
                return None
        data = self._desk.library.files.read(file.sha256)
        try:
            return worked.listing_of(self._desk.worker, data, is_wanted=is_wanted)
        except Unreadable:
            if is_wanted:
                raise
            return None  # it says so itself when it is read as the file that it is


def _candidates(files: Sequence[ClipFile]) -> list[ClipFile]:
    """The original, then plain texts that came with it: cells of a table are pasted as both."""
    texts = [file for file in files if _is_text(file.media_type)]
    originals = [file for file in texts if file.role is FileRole.ORIGINAL]
    return originals + [
        file for file in texts if file.role is FileRole.PAYLOAD and file.media_type == "text/plain"
    ]


def _is_text(media_type: str) -> bool:
    return media_type not in LINKS and (media_type.startswith("text/") or media_type in _TEXTS)


def _source(file: ClipFile, clip: Clip) -> Source:
    if not file.url.startswith("file:"):  # pasted: it has no name of its own
        return Source(clip.title, file.sha256)
    path = Path(url2pathname(urlsplit(file.url).path))
    return Source(safenames.shown(file.name), file.sha256, path)
