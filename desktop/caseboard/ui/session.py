"""An open library in the window: which case is open, what is taken in, what the window says."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from caseboard.capture import drop as drops
from caseboard.capture.drop import Drop, Flavour
from caseboard.commands.bin_clips import BinClips
from caseboard.commands.cases import NewCase
from caseboard.commands.importing import Imported
from caseboard.i18n import _, ngettext
from caseboard.model import moments
from caseboard.model.case import Case
from caseboard.model.change import Change
from caseboard.model.ids import CaseId, ClipId
from caseboard.model.terms import ChangeKind, Method
from caseboard.store import cases
from caseboard.store.cases import Counts
from caseboard.store.search import Hit
from caseboard.store.whereabouts import case_of
from caseboard.ui import counted
from caseboard.ui.clipping import Clipper
from caseboard.ui.desk import CaseDesk, Desk
from caseboard.ui.dropping import Payload
from caseboard.ui.importing import Importer
from caseboard.ui.intake import Gathered
from caseboard.ui.lib.asyncui import async_slot, newest_slot
from caseboard.ui.links import Links
from caseboard.ui.listening import follow
from caseboard.ui.navigation import Navigator, Place
from caseboard.ui.palette import SearchPalette
from caseboard.ui.screen_region import Shot
from caseboard.ui.statusbar import NO_OFFER, Saved
from caseboard.ui.telling import Telling
from caseboard.ui.views.case import CaseView
from caseboard.ui.views.start import StartView
from caseboard.ui.window import MainWindow

if TYPE_CHECKING:
    from caseboard.ui.views.briefings import BriefingsView

PATIENCE = 150  # milliseconds that a write may take before "Saving…" is said
TITLE = 80


class Session(QObject):
    """Puts the views of one library into the window and keeps what is around them true."""

    case_opened = Signal()
    """Another case is open now, or none."""

    def __init__(self, window: MainWindow, desk: Desk) -> None:
        super().__init__(window)
        self.window = window
        self.desk = desk
        self.navigator = Navigator(self)
        self.clipper = Clipper(desk, window.banner, self)
        self.links = Links(desk, window, self.clipper, self)
        self.importer = Importer(desk, window.banner, window, self)
        self.palette = SearchPalette(window.top.field, window.actions_, desk)
        self.start_view: StartView | None = None
        self.case_view: CaseView | None = None
        self.integrity = ""
        self._wishes = 0
        self._is_closed = False
        self._idle = asyncio.Event()
        self._idle.set()
        self._saving = QTimer(self, singleShot=True, interval=PATIENCE)
        self._saving.timeout.connect(self._on_saving_long)
        self._connect()

    @property
    def case(self) -> Case | None:
        """The open case."""
        return self.case_view.desk.case if self.case_view else None

    @property
    def case_id(self) -> CaseId | None:
        """The id of the open case."""
        return self.case.id if self.case else None

    async def begin(self, case_id: str) -> None:
        """Open that case if it is there, else show the start screen; go on with unread clips."""
        self._on_pending(0)
        case = await self.desk.read(cases.by_id, CaseId(case_id)) if case_id else None
        if case is not None and case.deleted is None:
            self._show_case(case)
        else:
            self._show_start()
        self.desk.suggesting.begin()
        if not self.desk.library.read_only:
            self.links.offer(await self.desk.taking_in.resume())

    @async_slot()
    async def show_start(self) -> None:
        """Show every case of the library."""
        is_still_wanted = self._wish()
        await self.keep()
        if is_still_wanted():
            self._show_start()

    @async_slot(str)
    async def open_case(self, case_id: str) -> None:
        """Open a case on its clips."""
        await self.go_to(case_id, Place("clip"))

    async def go_to(self, case_id: str | None, place: Place) -> None:
        """Show a place of a case, opening that case first if it is not the open one.

        Where something else is wanted before that one is read, that is shown.
        """
        is_still_wanted = self._wish()
        if case_id is not None and case_id != self.case_id:
            case = await self.desk.read(cases.by_id, CaseId(case_id))
            if case is None:
                return
            await self.keep()
            if not is_still_wanted():
                return
            self._show_case(case)
        if self.case_view is not None:
            self.navigator.open(place)

    async def keep(self) -> None:
        """Have written what is typed in the open case."""
        if self.case_view is not None and not self.desk.library.read_only:
            await self.case_view.keep()

    @async_slot()
    async def open_sample(self) -> None:
        """Add the sample case if it is not here yet, and open it."""
        from caseboard.commands import sample  # noqa: PLC0415  # it writes a briefing: PDFs and all

        desk = self.desk
        case_id = await sample.build(desk.library, desk.history, desk.taking_in)
        await self.go_to(case_id, Place("clip"))

    @async_slot(object)
    async def take(self, payload: Payload, method: Method = Method.DROP) -> None:
        """Take in what was dropped or pasted; without a case it starts one."""
        case_id = self.case_id  # another may be open when all of it was looked at
        await self._take_in(case_id, await self.clipper.gather(payload, method))

    async def take_files(self, paths: Sequence[Path]) -> None:
        """Take in files and folders that the user chose."""
        case_id = self.case_id
        await self._take_in(case_id, await self.clipper.gather_files(paths))

    @async_slot(list)
    async def take_links(self, urls: list[str]) -> None:
        """Take in links that the user typed."""
        flavour = Flavour("text/uri-list", "\r\n".join(urls).encode())
        await self._take_in(self.case_id, Gathered(Drop((flavour,), method=Method.LINK)))

    async def take_screen(self, shot: Shot) -> None:
        """Take in a piece of the screen."""
        flavour = Flavour("image/png", shot.png, shot.name)
        await self._take_in(self.case_id, Gathered(Drop((flavour,), method=Method.PASTE)))

    async def import_list(self, path: Path) -> None:
        """Take in a list, and let the user choose what of it to import."""
        if self.case_id is not None:
            await self.importer.take(self.case_id, path)

    def start_briefing(self) -> None:
        """Show the newest briefing, or begin the first."""
        if self.case_view is None:
            return
        self.navigator.open_view("briefing")
        view: BriefingsView = self.case_view.view("briefing")  # type: ignore[assignment]  # it is
        view.start_briefing()

    def fold(self, pane: int) -> None:
        """Fold the list or the inspector away, or bring it back."""
        if self.case_view is not None:
            self.case_view.fold(pane)

    def say_integrity(self, words: str, *, is_sound: bool) -> None:
        """Show what the last check found."""
        self.integrity = words
        self.window.status.set_integrity(words, is_sound=is_sound)
        if self.start_view is not None:
            self.start_view.say_integrity(words)

    async def close(self) -> None:
        """Let the views save what they hold, finish writing and stop what runs.

        The library can be closed then.
        """
        self.window.drops.is_open = False
        self._is_closed = True
        await self.keep()
        self._leave_case()
        self.start_view = None
        self.window.show_waiting()
        await self.settled()
        await self.desk.taking_in.stop()
        await self.desk.jobs.stop()
        await self.settled()
        self.palette.discard()
        self.deleteLater()

    async def settled(self) -> None:
        """Wait until everything asked for so far is on disk."""
        await asyncio.sleep(0)  # whoever was told a moment ago asks now
        await self._idle.wait()

    def _connect(self) -> None:
        window, history = self.window, self.desk.history
        window.drops.sentence = self._drop_sentence
        window.drops.is_open = not self.desk.library.read_only
        window.drops.dropped.connect(self.take)
        window.rail.chosen.connect(self.navigator.open_view)
        window.rail.show_only(CaseView.kinds())
        self.palette.hit_chosen.connect(self._on_hit_chosen)
        self.clipper.taken.connect(self._on_taken)
        self.clipper.clip_wanted.connect(self.navigator.open_clip)
        self.importer.imported.connect(self._on_imported)
        follow(self, history.changed, self._on_changed)
        follow(self, history.pending, self._on_pending)

    def _wish(self) -> Callable[[], bool]:
        """Something is wanted in the window; answers whether nothing else was since."""
        self._wishes += 1
        mine = self._wishes
        return lambda: mine == self._wishes and not self._is_closed

    def _show_start(self) -> None:
        self._leave_case()
        view = StartView(self.desk, self.integrity)
        view.case_chosen.connect(self.open_case)
        view.entity_chosen.connect(self._on_entity_chosen)
        view.new_case_wanted.connect(self.window.actions_["new_case"].trigger)
        view.sample_wanted.connect(self.open_sample)
        self.start_view = view
        self.window.show_in_middle(view)
        self.window.top.show_library()
        self.window.setWindowTitle(_("Caseboard"))
        self.window.status.set_counts("")
        view.list.setFocus()
        self.case_opened.emit()

    def _show_case(self, case: Case) -> None:
        self._leave_case()
        self.start_view = None
        view = CaseView(CaseDesk(self.desk, case), self.navigator)
        view.counted.connect(self._on_counted)
        view.shown.connect(self.window.rail.choose)
        self.window.rail.alert_chosen.connect(view.show_disputed)
        view.told.connect(self._on_told)
        view.reading.delete_wanted.connect(self._on_delete_wanted)
        self.links.attach(view.reading, case.id)
        view.reading.clip_wanted.connect(self.window.actions_["clip_files"].trigger)
        view.reading.elsewhere_wanted.connect(self._on_entity_chosen)
        self.case_view = view
        self.palette.case_id = case.id
        self._name_case(case)
        self.window.rail.choose("clip")
        self.window.show_rail(is_shown=True)
        self.window.show_in_middle(view)
        self.window.actions_.set_in_case(is_open=True)
        self.navigator.stand_at(Place("clip"))
        self.desk.settings.change(last_case=case.id, last_library=str(self.desk.library.folder))
        view.reading.clips.focus()
        self.case_opened.emit()

    def _name_case(self, case: Case) -> None:
        month = moments.show(f"{case.created:%Y-%m}")
        self.window.top.show_case(case.title, month, case.marking.value)
        self.window.setWindowTitle(_("{title} – Caseboard").format(title=case.title))

    def _leave_case(self) -> None:
        if self.case_view is not None:
            self.case_view.reading.tagging.discard()
        self.case_view = None
        self.palette.case_id = None
        self.navigator.forget()
        self.window.banner.dismiss()
        self.window.show_rail(is_shown=False)
        self.window.actions_.set_in_case(is_open=False)

    async def _take_in(self, case_id: CaseId | None, gathered: Gathered) -> None:
        if gathered.is_stopped:
            self.window.status.say(_("Stopped. Nothing was taken in."))
            return
        if gathered.is_empty and not gathered.left_out:
            self.window.status.say(_("There was nothing to keep in what was dropped."))
            return
        if case_id is None and not gathered.is_empty:
            first = replace(gathered.drop, files=gathered.drop.files[:1])
            title = drops.sort(first)[0].title[:TITLE] or _("New case")
            analyst = self.desk.settings.settings.analyst
            case_id = await self.desk.run(NewCase(title, collector=analyst))
            await self.go_to(case_id, Place("clip"))
        if case_id is not None:
            await self.clipper.take(case_id, gathered)

    def _drop_sentence(self, what: str) -> str:
        if self.case is None:
            return _("Start a new case from {what}").format(what=what)
        return _("Clip {what} into {case}").format(what=what, case=self.case.title)

    @Slot(str, list)
    def _on_taken(self, case_id: str, clip_ids: list[str]) -> None:
        """What was taken in is named; what is being read stays where it is."""
        if self.case_view is None or not clip_ids:
            return
        first = clip_ids[0]
        if case_id == self.case_id and not self.case_view.reading.page.clip_id:
            self.navigator.open_clip(first)
        words = ngettext("Clipped {n} thing.", "Clipped {n} things.", len(clip_ids))
        show = partial(self._on_entity_chosen, case_id, "clip", first)
        self.window.status.say(words, _("Show"), show)
        self.importer.look(case_id, clip_ids)

    @Slot(object)
    def _on_imported(self, done: Imported) -> None:
        if done.clip_ids:
            undo = self.window.actions_["undo"].trigger
            self.window.status.say(done.sentence, _("Undo"), undo)
        else:
            self.window.status.say(done.sentence)

    @async_slot(list)
    async def _on_delete_wanted(self, clip_ids: list[str]) -> None:
        case_id = self.case_id
        if case_id is None:
            return
        command = BinClips(case_id, frozenset(ClipId(each) for each in clip_ids))
        await self.desk.run(command)
        words = _("{what}. It is in the bin.").format(what=command.label)
        self.window.status.say(words, _("Undo"), self.window.actions_["undo"].trigger)

    @async_slot(object)
    async def _on_hit_chosen(self, hit: Hit) -> None:
        case_id = hit.case_id or self.case_id
        if case_id is None:
            case_id = await self.desk.read(case_of, hit.kind, hit.row_id)
        await self.go_to(case_id, Place(hit.kind, hit.row_id))

    @async_slot(str, str, str)
    async def _on_entity_chosen(self, case_id: str, kind: str, row_id: str) -> None:
        await self.go_to(case_id, Place(kind, row_id))

    @Slot(object)
    def _on_told(self, telling: Telling) -> None:
        undo = (_("Undo"), self.window.actions_["undo"].trigger)
        offers = (undo, *telling.offers) if telling.is_undoable else telling.offers
        first, second = (*offers, NO_OFFER, NO_OFFER)[:2]
        self.window.status.say(telling.text, *first, also=second)

    @Slot(object)
    def _on_counted(self, counts: Counts) -> None:
        self.window.rail.set_counts(counted.of_views(counts))
        self.window.rail.set_open_disputes(counts.open_disputes)
        self.window.status.set_counts(counted.words(counts))

    def _on_changed(self, change: Change) -> None:
        if change.kind is ChangeKind.DO:
            self.window.status.say("")  # what it said is no longer the last thing done
        if self.case_id is not None and self.case_id in change.touched.get("case", ()):
            self._read_case_again()

    async def read_case(self) -> Case | None:
        """The open case as it is now."""
        case_id = self.case_id
        return await self.desk.read(cases.by_id, case_id) if case_id else None

    @newest_slot()
    async def _read_case_again(self) -> None:
        case_id, case = self.case_id, await self.read_case()
        if case_id is None or case_id != self.case_id:
            return  # another is open by now, or none
        if case is None or case.deleted is not None:
            self._show_start()
        else:
            self._name_case(case)

    def _on_pending(self, count: int) -> None:
        if count:
            self._idle.clear()
            if not self._saving.isActive():
                self._saving.start()
            return
        self._idle.set()
        self._saving.stop()
        is_read_only = self.desk.library.read_only
        self.window.status.set_saved(Saved.READ_ONLY if is_read_only else Saved.SAVED)

    @Slot()
    def _on_saving_long(self) -> None:
        self.window.status.set_saved(Saved.SAVING)
