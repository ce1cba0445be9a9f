"""Taking things into a case from the window: what comes in, and what is said about it."""

import asyncio
from collections.abc import Iterable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from caseboard.commands.bin_clips import BinClips
from caseboard.commands.taking_in import Duplicate, Taken
from caseboard.i18n import _, ngettext
from caseboard.model import refs
from caseboard.model.change import Change
from caseboard.model.ids import CaseId, ClipId
from caseboard.model.terms import Method
from caseboard.ui.desk import Desk
from caseboard.ui.dropping import Payload
from caseboard.ui.intake import Gathered, gather, gather_files
from caseboard.ui.lib.asyncui import async_slot
from caseboard.ui.lib.banner import Banner, Kind
from caseboard.ui.listening import follow

NAMED = 3


class Clipper(QObject):
    """Takes payloads and files in; duplicates are said in `banner`, not refused.

    `taken` is sent with the ids of the new clips; `clip_wanted` with one the user wants to see.
    """

    taken = Signal(list)
    clip_wanted = Signal(str)

    def __init__(self, desk: Desk, banner: Banner, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._banner = banner
        self._doubles: frozenset[str] = frozenset()
        follow(self, desk.history.changed, self._on_changed)

    async def gather(self, payload: Payload, method: Method) -> Gathered:
        """Look at what was dropped or pasted."""
        return await asyncio.to_thread(gather, payload, method)

    async def gather_files(self, paths: Iterable[Path]) -> Gathered:
        """Look at files, and those in folders, that the user chose."""
        return await asyncio.to_thread(gather_files, paths, Method.FILE)

    async def take(self, case_id: CaseId, gathered: Gathered) -> None:
        """Make clips of it; what could not be read is named."""
        if not gathered.is_empty:
            taken = await self._desk.taking_in.take(case_id, gathered.drop)
            self.taken.emit(list(taken.clip_ids))
            if taken.duplicates:
                self._say_duplicates(case_id, taken)
                return
        if gathered.left_out:
            self._say_left_out(gathered.left_out)

    def _say_duplicates(self, case_id: CaseId, taken: Taken) -> None:
        found = taken.duplicates
        self._doubles = frozenset(each.clip_id for each in found)
        first = found[0]
        ref = refs.short(first.same_as_ref)
        text = _("Same file as {ref}.").format(ref=ref)
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
        self._banner.show_notice(Kind.NEWS, text, actions)

    @async_slot()
    async def _bin(self, case_id: CaseId, found: Sequence[Duplicate]) -> None:
        ids = frozenset(ClipId(each.clip_id) for each in found)
        await self._desk.run(BinClips(case_id, ids))

    def _on_changed(self, change: Change) -> None:
        """The notice goes when one of the clips it speaks of does."""
        if "clip" in change.moved and self._doubles & change.touched["clip"]:
            self._doubles = frozenset()
            self._banner.dismiss()

    def _say_left_out(self, names: Sequence[str]) -> None:
        listed = ", ".join(names[:NAMED])
        if len(names) > NAMED:
            listed = _("{names} …").format(names=listed)
        text = ngettext(
            "{n} file was not taken in: {{names}}.",
            "{n} files were not taken in: {{names}}.",
            len(names),
        ).format(names=listed)
        self._banner.show_notice(Kind.CARE, text)
