"""Asks the analyst about what is proposed of the open clip, in the reader and the inspector."""

from collections.abc import Sequence
from operator import is_

from PySide6.QtCore import QObject, QPoint, Signal, Slot
from PySide6.QtWidgets import QMenu
from shiboken6 import isValid

from caseboard.commands.accepting import (
    Acceptance,
    AcceptProposals,
    RejectProposal,
    TakeBackRejection,
)
from caseboard.commands.history import Command
from caseboard.i18n import _, ngettext
from caseboard.model.change import Change
from caseboard.model.ids import ClipId, RejectionId
from caseboard.store.clips import ClipView
from caseboard.tagging.proposals import Proposal
from caseboard.ui.desk import CaseDesk
from caseboard.ui.inspector import suggestions_words as said
from caseboard.ui.inspector.locator_plan import is_dot
from caseboard.ui.inspector.suggestions_queue import FORMS, Id, Queue, id_of
from caseboard.ui.inspector.tags_tab import TagsTab
from caseboard.ui.lib.asyncui import async_slot, newest_slot
from caseboard.ui.listening import follow
from caseboard.ui.places_near import PlacesNear
from caseboard.ui.reader.center import ReaderPane
from caseboard.ui.telling import Telling
from caseboard.ui.views import suggested_clip
from caseboard.ui.views.suggested_clip import KEY, Marks, Suggested
from caseboard.ui.views.suggestion_forms import SuggestionForms

ANSWERS = ("anchor", "tag", "report", "dispute", "rejection", "clip")
"""Tables of which a change may answer what is proposed, or take an answer back."""


class ClipSuggestions(QObject):
    """Keeps reader and inspector true to what is proposed, and runs what the analyst decides.

    One proposal may be current: it is asked about, and all keys are for it. Once it is answered
    the next one is.
    """

    told = Signal(object)
    """`Telling`."""
    current_changed = Signal()

    def __init__(
        self, desk: CaseDesk, reader: ReaderPane, tags: TagsTab, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._reader = reader
        self._section = tags.suggestions
        self._turned_down = tags.turned_down
        self._tags = tags
        self._is_writable = not desk.desk.library.read_only
        self.queue = Queue()
        self._marks = Marks()
        self._near = PlacesNear()
        self._forms = SuggestionForms(desk, reader, self)
        self._view: ClipView | None = None
        self._known = Suggested()
        self._rows: dict[int, Proposal] = {}
        self._on_its_way: set[Id] = set()
        self._connect()
        self._take_up()

    @property
    def clip_id(self) -> ClipId:
        """The clip that is asked about; empty for none."""
        return self._view.clip.id if self._view else ClipId("")

    def show_clip(self, view: ClipView | None) -> None:
        """Another clip is open, or this one has changed."""
        before, self._view = self.clip_id, view
        if self.clip_id != before:
            self._known, self._rows = Suggested(), {}
            self._on_its_way.clear()
            self.queue.start_anew()
            self._show()
            if view is not None:
                self._desk.desk.suggesting.want(view.clip.id)
        if view is not None:
            self._read()

    def step(self, by: int) -> None:
        """Ask about the next one, or the one before, and bring it into sight."""
        self.queue.step(by)
        self._show_current(scrolls=True)

    def pick(self, key: str) -> bool:
        """Ask about what stands under this key of the reader; whether it is a proposal's."""
        if not key.startswith(KEY):
            return False
        spot = self._marks.spot(key)
        if spot is not None and self.queue.pick(*spot):
            self._show_current()
        return True

    @Slot(object)
    def ask(self, wanted: Id) -> None:
        """Ask about this one, and bring it into sight."""
        if self.queue.pick(wanted):
            self._show_current(scrolls=True)

    def turn(self, by: int) -> None:
        """Consider another place for the current name."""
        if self.queue.turn(by):
            self._show_current()

    def leave(self) -> None:
        """Ask about none."""
        if self.queue.spot is not None:
            self.queue.leave()
            self._show_current()

    @Slot()
    def accept(self) -> None:
        """Yes to the current mention; a statement or a dispute opens its form."""
        proposal, spot = self.queue.current, self.queue.spot
        if proposal is None or spot is None or not self._is_writable:
            return
        if proposal.kind in FORMS:
            self._open_form(proposal)
            return
        self._accept((Acceptance(proposal, (spot.mention,), spot.candidate),))

    @Slot()
    def accept_all(self) -> None:
        """Yes to every mention of the current name."""
        proposal, spot = self.queue.current, self.queue.spot
        if proposal is None or spot is None or not self._is_writable:
            return
        if proposal.kind in FORMS:
            self._open_form(proposal)
            return
        self._accept((Acceptance(proposal, None, spot.candidate),))

    @Slot()
    def accept_sure(self) -> None:
        """Yes to all that is practically sure."""
        sure = self.queue.sure
        if sure and self._is_writable:
            self._accept(tuple(Acceptance(each) for each in sure))

    @Slot()
    def reject(self) -> None:
        """No to the current one: its words are no such thing in this case."""
        proposal = self.queue.current
        if proposal is not None and self._is_writable:
            telling = Telling(said.turned_down(proposal), is_undoable=True)
            command = RejectProposal(self._desk.case_id, proposal)
            self._answer([id_of(proposal)], command, telling)

    @async_slot()
    async def _take_up(self) -> None:
        """Have the clips of the case looked through that never were."""
        await self._desk.desk.suggesting.take_up(self._desk.case_id)

    @async_slot()
    async def again(self) -> None:
        """Have the clip looked through once more."""
        if self.clip_id and self._is_writable:
            await self._desk.desk.suggesting.again(self.clip_id)

    def open_menu(self, key: str, place: QPoint) -> None:
        """Show, at a place of the screen, what can be answered to what stands under a key."""
        if self.pick(key):
            menu = self.menu()
            menu.aboutToHide.connect(menu.deleteLater)
            menu.popup(place)

    def menu(self) -> QMenu:
        """The answers to the current one."""
        menu = QMenu(self._section)
        proposal = self.queue.current
        if proposal is None:
            return menu
        count = len(proposal.mentions)
        is_form = proposal.kind in FORMS
        accept = menu.addAction(_("Accept…") if is_form else _("Accept"))
        accept.triggered.connect(self.accept)
        if count > 1 and not is_form:
            words = ngettext("Accept all {n}", "Accept all {n}", count)
            menu.addAction(words).triggered.connect(self.accept_all)
        menu.addAction(_("Reject")).triggered.connect(self.reject)
        for action in menu.actions():
            action.setEnabled(self._is_writable)
        return menu

    def _connect(self) -> None:
        section = self._section
        section.picked.connect(self.ask)
        section.picked_again.connect(self._on_picked_again)
        section.sure_wanted.connect(self.accept_sure)
        section.unfold_wanted.connect(self._on_unfold_wanted)
        section.again_wanted.connect(self.again)
        section.menu_wanted.connect(self._on_menu_wanted)
        section.detail.accept_wanted.connect(self.accept)
        section.detail.accept_all_wanted.connect(self.accept_all)
        section.detail.reject_wanted.connect(self.reject)
        section.detail.turn_wanted.connect(self.turn)
        self._turned_down.back_wanted.connect(self._take_back)
        self._forms.told.connect(self.told)
        desk = self._desk.desk
        follow(self, desk.history.changed, self._on_changed)
        follow(self, desk.suggesting.changed, self._on_proposed)
        follow(self, desk.suggesting.busy, self._on_busy)

    def _accept(self, acceptances: tuple[Acceptance, ...]) -> None:
        who = self._desk.desk.settings.settings.analyst
        command = AcceptProposals(self._desk.case_id, self.clip_id, acceptances, who)
        count = len(acceptances)
        if count == 1:
            text = _("Accepted {name}.").format(name=acceptances[0].proposal.name)
        else:
            text = ngettext("Accepted {n} suggestion.", "Accepted {n} suggestions.", count)
        gone = [id_of(each.proposal) for each in acceptances]
        self._answer(gone, command, Telling(text, is_undoable=True))

    @async_slot()
    async def _answer(self, gone: Sequence[Id], command: Command[object], telling: Telling) -> None:
        """Do it; what is answered is off the list at once, and back if it cannot be done."""
        self._on_its_way.update(gone)
        self.queue.take_out(gone)
        self._show(scrolls=True)
        try:
            await self._desk.run(command)
        finally:
            self._on_its_way.difference_update(gone)
            if isValid(self):
                self._read()
        if isValid(self):
            self.told.emit(telling)

    @async_slot(str)
    async def _take_back(self, rejection_id: str) -> None:
        await self._desk.run(TakeBackRejection(self._desk.case_id, RejectionId(rejection_id)))

    @async_slot()
    async def _open_form(self, proposal: Proposal) -> None:
        view = self._view
        if view is not None:
            await self._forms.open(view, proposal, self.queue.all)

    @newest_slot()
    async def _read(self) -> None:
        clip_id = self.clip_id
        if not clip_id:
            return
        rows = self._rows
        found = await self._desk.read(suggested_clip.read, self._desk.case_id, clip_id, rows)
        if isValid(self) and clip_id == self.clip_id:
            self._marks.learn(found.marks)
            rows.update(found.rows)  # of another clip or another outcome it is another dictionary
            self._take(found)

    def _take(self, found: Suggested) -> None:
        """Show what was read, unless it is what is shown already."""
        waiting = [p for p in found.proposals if id_of(p) not in self._on_its_way]
        before, self._known = self._known, found
        is_same = len(waiting) == len(self.queue.all) and all(map(is_, waiting, self.queue.all))
        if is_same and (before.rejections, before.problem) == (found.rejections, found.problem):
            self._show_state()
            return
        had_one = self.queue.spot
        self.queue.show(waiting)
        self._show(scrolls=had_one != self.queue.spot)

    def _show_state(self) -> None:
        is_busy = bool(self.clip_id) and self._desk.desk.suggesting.is_busy(self.clip_id)
        self._section.show_state(self.queue, is_busy=is_busy, problem=self._known.problem)

    def _show(self, *, scrolls: bool = False) -> None:
        self._section.show_queue(self.queue)
        self._show_state()
        self._turned_down.show_rejections(self._known.rejections if self.clip_id else ())
        self._reader.show_suggested(self._marks.of(self.queue.shown))
        self._show_current(scrolls=scrolls)

    def _show_current(self, *, scrolls: bool = False) -> None:
        queue, article = self.queue, self._reader.article
        self._section.show_current(queue)
        spot = queue.spot
        keys = self._marks.keys(spot.id) if spot else []
        key = keys[spot.mention] if spot and spot.mention < len(keys) else ""
        article.choose_suggested(key, keys)
        if scrolls and key:
            self._reader.show_highlight(key)
        if scrolls and spot:
            self._tags.bring(self._section.list)
        self._look_around()
        self.current_changed.emit()

    @async_slot()
    async def _look_around(self) -> None:
        """Ask what lies around the place that is considered, and show that if it still is."""
        queue = self.queue
        spot, candidates = queue.spot, queue.candidates
        if spot is None or not candidates:
            return
        place = candidates[spot.candidate].place
        if not is_dot(place):
            return
        near = await self._near.around(place)
        if isValid(self) and self.queue.spot == spot and near:
            self._section.detail.show_neighbours(place, near)

    @Slot()
    def _on_picked_again(self) -> None:
        self.queue.pick_again()
        self._show_current(scrolls=True)

    @Slot()
    def _on_unfold_wanted(self) -> None:
        self.queue.unfold()
        self._show()

    @Slot(QPoint)
    def _on_menu_wanted(self, place: QPoint) -> None:
        if self.queue.current is not None:
            menu = self.menu()
            menu.aboutToHide.connect(menu.deleteLater)
            menu.popup(place)

    def _on_changed(self, change: Change) -> None:
        if self.clip_id and change.touches(*ANSWERS):
            self._read()

    def _on_proposed(self, clip_id: ClipId) -> None:
        if clip_id == self.clip_id:
            self._rows = {}  # another outcome may stand in the rows of the one before
            self._read()

    def _on_busy(self, _count: int) -> None:
        if self.clip_id:
            self._show_state()
