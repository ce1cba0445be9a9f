"""Links in the window: what was not fetched is offered, and what is known already is said."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from caseboard.commands.taking_in import Duplicate
from caseboard.errors import CaseError
from caseboard.i18n import _, ngettext
from caseboard.model import refs
from caseboard.model.ids import ClipId
from caseboard.runtime.settings import Settings
from caseboard.ui.clipping import Clipper
from caseboard.ui.desk import Desk
from caseboard.ui.lib.asyncui import async_slot
from caseboard.ui.lib.banner import Kind
from caseboard.ui.listening import follow
from caseboard.ui.window import MainWindow

if TYPE_CHECKING:
    from caseboard.ui.views.reading import ReadingView


class Links(QObject):
    """Fetches what the user asks for; speaks in the window's notice and in its status line."""

    def __init__(self, desk: Desk, window: MainWindow, clipper: Clipper, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._window = window
        self._clipper = clipper
        self._on_line = 0
        clipper.known.connect(self._on_known)
        follow(self, desk.taking_in.on_line, self._on_line_changed)
        follow(self, desk.taking_in.failed, self._on_failed)
        follow(self, desk.settings.changed, self._on_settings_changed)
        self._show_network()

    def attach(self, view: "ReadingView", case_id: str) -> None:
        """Do what is asked for in this view of a case."""
        reader = view.page.reader
        view.read_wanted.connect(self.fetch)
        reader.allow_requested.connect(self.allow)
        reader.fetch_again_requested.connect(lambda clip: self.fetch_anew(case_id, [clip]))
        view.clips.fetch_wanted.connect(lambda clip_ids: self.fetch_anew(case_id, clip_ids))

    def offer(self, waiting: Sequence[ClipId]) -> None:
        """Offer to fetch links that an earlier run of the program did not."""
        if not waiting:
            return
        count = len(waiting)
        words = ngettext("{n} link was not fetched.", "{n} links were not fetched.", count)
        actions = (
            (_("Fetch now"), partial(self.fetch, list(waiting))),
            (_("Keep links only"), partial(self._keep_links, list(waiting))),
        )
        self._window.banner.show_notice(Kind.NEWS, words, actions)

    @async_slot(list)
    async def fetch(self, clip_ids: list[str]) -> None:
        """Fetch or read these clips once more."""
        await self._desk.taking_in.fetch([ClipId(each) for each in clip_ids])

    @async_slot(str)
    async def allow(self, clip_id: str) -> None:
        """Fetch a link into this machine's own network, this once."""
        await self._desk.taking_in.fetch([ClipId(clip_id)], allow_private=True)

    @async_slot(str, list)
    async def fetch_anew(self, case_id: str, clip_ids: list[str]) -> None:
        """Take the addresses of clips in once more: each becomes a new version when it is read."""
        taking_in = self._desk.taking_in
        taken = [await taking_in.take_again(ClipId(clip_id)) for clip_id in clip_ids]
        if made := [clip_id for each in taken for clip_id in each.clip_ids]:
            self._clipper.taken.emit(case_id, made)

    @async_slot()
    async def _keep_links(self, clip_ids: list[ClipId]) -> None:
        await self._desk.taking_in.keep_links(clip_ids)

    @async_slot()
    async def _keep_both(self, clip_ids: list[ClipId]) -> None:
        await self._desk.taking_in.keep_both(clip_ids)

    @Slot(object)
    def _on_known(self, known: Sequence[Duplicate]) -> None:
        """Say which addresses the case has; each becomes a new version unless both are kept."""
        first, count = known[0], len(known)
        ref = refs.short(first.same_as_ref)
        if count == 1:
            text = _("This address is {ref} already. It is fetched as a new version of it.")
            text = text.format(ref=ref)
        else:
            text = ngettext(
                "{n} of these addresses is here already. It is fetched as a new version.",
                "{n} of these addresses are here already. They are fetched as new versions.",
                count,
            )
        both = partial(self._keep_both, [each.clip_id for each in known])
        show = partial(self._clipper.clip_wanted.emit, first.same_as)
        actions = ((_("Keep both"), both), (_("Show {ref}").format(ref=ref), show))
        self._window.banner.show_notice(Kind.NEWS, text, actions)

    def _on_failed(self, error: CaseError) -> None:
        self._window.banner.show_notice(Kind.ERROR, f"{error} {error.hint}".strip())

    def _on_line_changed(self, count: int) -> None:
        self._on_line = count
        self._show_network()

    def _on_settings_changed(self, _settings: Settings) -> None:
        self._show_network()

    def _show_network(self) -> None:
        if self._on_line:
            self._window.status.set_network(_("⇅ Network in use"), is_used=True)
        elif self._desk.taking_in.is_off and not self._desk.library.read_only:
            self._window.status.set_network(_("Fetches nothing"), is_used=False)
        else:
            self._window.status.set_network("", is_used=False)
