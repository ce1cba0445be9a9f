"""The popup beside a selection: says what it names, in as few keys as can be."""

from PySide6.QtCore import QRect, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QStackedLayout, QWidget
from typing_extensions import override

from caseboard.commands.tags import AddTag, Target
from caseboard.errors import CaseError
from caseboard.i18n import _
from caseboard.model.clip import Clip
from caseboard.ui.desk import CaseDesk
from caseboard.ui.forms.claim_form import ClaimForm
from caseboard.ui.forms.form import fill
from caseboard.ui.forms.match_page import MatchPage
from caseboard.ui.forms.matches import Match, Offer
from caseboard.ui.forms.new_page import NewPage
from caseboard.ui.forms.note_popup import NotePopup
from caseboard.ui.forms.places import place_of, quote_of
from caseboard.ui.forms.popup import Popup
from caseboard.ui.lib.asyncui import async_slot
from caseboard.ui.navigation import Navigator
from caseboard.ui.reader.page import MarkKind, Selection

WIDTH = 380


class TagPopup(Popup):
    """Tags what was picked in the reader, and opens the forms for claims and notes.

    It runs its own commands; `tagged` is sent once the library has the tag.
    """

    tagged = Signal(str)
    """The id of the tag."""

    def __init__(self, desk: CaseDesk, navigator: Navigator, parent: QWidget) -> None:
        super().__init__(desk.desk.theme, WIDTH, parent)
        self._desk = desk
        self._navigator = navigator
        self._clip: Clip | None = None
        self._selection: Selection | None = None
        self._being_tagged: Selection | None = None
        self.matches = MatchPage(desk, self)
        self.new = NewPage(desk, self)
        self.note = NotePopup(desk, navigator, parent)
        self.destroyed.connect(self.note.deleteLater)  # it stands beside this one, not in it
        self.claim: ClaimForm | None = None
        self._pages = _Pages()
        self._pages.addWidget(self.matches)
        self._pages.addWidget(self.new)
        self.body.addLayout(self._pages)
        self.setAccessibleName(_("Tag the selection"))
        self.matches.taken.connect(self._on_taken)
        self.new.made.connect(self._on_made)
        self.new.left.connect(self._on_left)
        for page in (self.matches, self.new):
            page.resized.connect(self._on_resized)

    def open_for(
        self, kind: MarkKind, clip: Clip, selection: Selection | None, near: QRect
    ) -> None:
        """Ask what `selection` of `clip` is; `near` is where it stands on the screen.

        A claim opens its form, a note its editor; only a note can do without a selection.
        """
        if kind is MarkKind.NOTE:
            self.note.open_for(clip, selection, near)
        elif selection is None:
            return
        elif kind is MarkKind.CLAIM:
            self._open_claim(clip, selection)
        else:
            self._clip, self._selection = clip, selection
            self._pages.setCurrentWidget(self.matches)
            self.matches.start(kind, quote_of(selection))
            self.open_at(near, self.matches.line)

    @async_slot()
    async def _open_claim(self, clip: Clip, selection: Selection) -> None:
        if self.claim is not None:  # one is being written: it is not thrown away
            self.claim.raise_()
            self.claim.activateWindow()
            return
        self.claim = ClaimForm(self._desk, clip, selection, self._window)
        try:
            await fill(self.claim)
        finally:
            self.claim = None

    @async_slot()
    async def _tag(self, target: Target) -> None:
        clip, selection = self._clip, self._selection
        if clip is None or selection is None or selection is self._being_tagged:
            return  # of a key pressed twice, once
        self._being_tagged = selection
        who = self._desk.desk.settings.settings.analyst
        try:
            tag = await self._desk.run(
                AddTag(self._desk.case_id, clip.id, place_of(selection), target, who)
            )
        except CaseError as error:
            if self._pages.currentWidget() is not self.new or not self.isVisible():
                raise
            self.new.complain(error)
            return
        finally:
            self._being_tagged = None
        if self._selection is selection:  # else another was begun meanwhile
            self.close_popup()
        self.tagged.emit(tag)

    @Slot(object)
    def _on_taken(self, match: Match) -> None:
        if match.offer is Offer.NEW:
            self.new.start(match)
            self._pages.setCurrentWidget(self.new)
            self.place()
            self.new.first().setFocus(Qt.FocusReason.OtherFocusReason)
        elif match.target is not None:
            self._tag(match.target)

    @Slot(object)
    def _on_made(self, entity: Target) -> None:
        self._tag(entity)

    @Slot()
    def _on_left(self) -> None:
        self._pages.setCurrentWidget(self.matches)
        self.matches.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.place()

    @Slot()
    def _on_resized(self) -> None:
        if self.isVisible():
            self._pages.activate()
            self.place()


class _Pages(QStackedLayout):
    """As high as the page shown, not as the highest."""

    @override
    def sizeHint(self) -> QSize:
        page = self.currentWidget()
        return page.sizeHint() if page else super().sizeHint()

    @override
    def minimumSize(self) -> QSize:
        page = self.currentWidget()
        return page.minimumSizeHint() if page else super().minimumSize()

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int, /) -> int:
        page = self.currentWidget()
        if page is None:
            return 0
        return page.heightForWidth(width) if page.hasHeightForWidth() else page.sizeHint().height()
