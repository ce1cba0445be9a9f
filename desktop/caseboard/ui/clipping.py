"""Taking things into a case from the window: what comes in, and what is said about it."""

import asyncio
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from caseboard.capture import folder
from caseboard.capture.folder import LeftOut, Reason
from caseboard.commands import folders
from caseboard.commands.bin_clips import BinClips
from caseboard.commands.taking_in import Duplicate, Taken
from caseboard.i18n import _, ngettext
from caseboard.model import refs
from caseboard.model.change import Change
from caseboard.model.ids import CaseId, ClipId
from caseboard.model.terms import Method
from caseboard.ui.desk import Desk
from caseboard.ui.dropping import Payload
from caseboard.ui.intake import Gathered, gather, of_files
from caseboard.ui.lib.asyncui import async_slot
from caseboard.ui.lib.banner import Banner, Kind
from caseboard.ui.listening import follow


class Clipper(QObject):
    """Takes payloads and files in; duplicates are said in `banner`, not refused.

    `taken` is sent with their case and the new clips, `clip_wanted` with one the user wants to see.
    """

    taken = Signal(str, list)
    clip_wanted = Signal(str)
    known = Signal(object)
    """Links to pages that the case has: a sequence of `Duplicate`."""

    def __init__(self, desk: Desk, banner: Banner, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._banner = banner
        self._doubles: frozenset[str] = frozenset()
        follow(self, desk.history.changed, self._on_changed)

    async def gather(self, payload: Payload, method: Method) -> Gathered:
        """Look at what was dropped or pasted."""
        if payload.files:
            return of_files(await folders.look(self._desk.jobs, payload.files), method)
        return await asyncio.to_thread(gather, payload, method)

    async def gather_files(self, paths: Sequence[Path]) -> Gathered:
        """Look at files, and those in folders, that the user chose."""
        return of_files(await folders.look(self._desk.jobs, paths), Method.FILE)

    async def take(self, case_id: CaseId, gathered: Gathered) -> None:
        """Make clips of it; what could not be read is named."""
        if not gathered.is_empty:
            taken = await folders.take(
                self._desk.jobs, self._desk.taking_in, case_id, gathered.drop
            )
            self.taken.emit(case_id, list(taken.clip_ids))
            if taken.known:
                self.known.emit(taken.known)
            if taken.duplicates:
                self._say_duplicates(case_id, taken, folder.sentences(gathered.left_out))
                return
        if gathered.left_out:
            self._say_left_out(gathered.left_out)

    def _say_duplicates(self, case_id: CaseId, taken: Taken, left_out: str) -> None:
        found = taken.duplicates
        self._doubles = frozenset(each.clip_id for each in found)
        first = found[0]
        ref = refs.short(first.same_as_ref)
        same, part = _("Same file as {ref}."), _("Same file as a picture in {ref}.")
        text = (part if first.is_part else same).format(ref=ref)
        if len(found) > 1:
            text = ngettext(
                "{n} of these is here already.", "{n} of these are here already.", len(found)
            )
        show = _("Show {ref}").format(ref=ref)
        actions = (
            (_("Keep both"), lambda: None),
            (show, lambda: self.clip_wanted.emit(first.same_as)),
            (_("Delete the new one"), lambda: self._bin(case_id, found)),
        )
        if len(found) > 1:
            actions = (
                (_("Keep all"), lambda: None),
                actions[1],
                (_("Delete the new ones"), lambda: self._bin(case_id, found)),
            )
        self._banner.show_notice(Kind.NEWS, f"{text} {left_out}".strip(), actions)

    @async_slot()
    async def _bin(self, case_id: CaseId, found: Sequence[Duplicate]) -> None:
        ids = frozenset(ClipId(each.clip_id) for each in found)
        await self._desk.run(BinClips(case_id, ids))

    def _on_changed(self, change: Change) -> None:
        """The notice goes when one of the clips it speaks of does."""
        if "clip" in change.moved and self._doubles & change.touched["clip"]:
            self._doubles = frozenset()
            self._banner.dismiss()

    def _say_left_out(self, left_out: Sequence[LeftOut]) -> None:
        is_usual = all(each.reason is Reason.HIDDEN for each in left_out)
        self._banner.show_notice(Kind.NEWS if is_usual else Kind.CARE, folder.sentences(left_out))
