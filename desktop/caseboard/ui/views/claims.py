"""What is claimed in a case, and what each claim rests on."""

from dataclasses import replace
from enum import IntEnum

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from caseboard.analysis.matrix import Arrangement, Grouping, Order
from caseboard.analysis.sifting import Within
from caseboard.errors import CaseError
from caseboard.i18n import _
from caseboard.model import numerals
from caseboard.ui.desk import CaseDesk
from caseboard.ui.itemmodels.claims import ClaimsModel
from caseboard.ui.lib.banner import Banner
from caseboard.ui.lib.chips import Pill
from caseboard.ui.lib.empty import EmptyState
from caseboard.ui.lib.search import SearchField
from caseboard.ui.lib.skeleton import Skeleton
from caseboard.ui.lib.surfaces import Surface
from caseboard.ui.navigation import Navigator, Place
from caseboard.ui.panes import Panes
from caseboard.ui.timeline.narrowing import NarrowedBar, Narrowing
from caseboard.ui.views.claim_cursor import ClaimCursor
from caseboard.ui.views.claim_detail import ClaimDetail
from caseboard.ui.views.claim_inspector import ClaimInspector
from caseboard.ui.views.claim_opening import ClaimOpening
from caseboard.ui.views.claim_sheet import ClaimSheet
from caseboard.ui.views.claims_bar import HYPOTHESES, LIST, MATRIX, ClaimsBar
from caseboard.ui.views.claims_list import ClaimsList
from caseboard.ui.views.claims_matrix import MatrixPane, MatrixTable
from caseboard.ui.views.hypotheses import HypothesesPane
from caseboard.ui.views.reading import INSPECTOR
from caseboard.ui.weighing import Weighing

INSPECTOR_WIDTH = 366
MODES = (MATRIX, LIST, HYPOTHESES)
NAME = "claims"
"""What the settings call this view."""
KEYS = ("Alt+1", "Alt+2", "Alt+3")


class Page(IntEnum):
    """What stands in the middle."""

    WAITING = 0
    MATRIX = 1
    LIST = 2
    HYPOTHESES = 3
    EMPTY = 4


class ClaimsView(Surface):
    """Matrix, list or hypotheses in the middle, the claim that is selected at the right."""

    told = Signal(object)
    """`Telling`."""

    def __init__(self, desk: CaseDesk, navigator: Navigator, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent=parent)
        theme, settings = desk.desk.theme, desk.desk.settings
        self._desk = desk
        self._navigator = navigator
        self._settings = settings
        self._weighing = Weighing(desk, self)
        self._weighing.begin()
        self._hypotheses: HypothesesPane | None = None
        self._trouble: CaseError | None = None
        self.model = ClaimsModel(self._weighing, self)
        self.standing = ClaimCursor(self.model, self)
        self.bar = ClaimsBar(theme, self)
        self.narrowing = Narrowing(desk, self)
        self.narrowed = NarrowedBar(theme, desk.brush, self)
        self.matrix = MatrixPane(theme, settings, self.model, self.standing, self)
        self.list = ClaimsList(theme, self.model, self.standing, self)
        self.empty = EmptyState(theme, "", icon="message-square-quote", parent=self)
        self.inspector = ClaimInspector(desk, navigator, self._weighing, self)
        self.opening = ClaimOpening(desk, navigator, self.model, self.inspector)
        self._stack = QStackedWidget(self)
        self._hypotheses_room = QStackedWidget(self)
        self._lay_out()
        self._connect()
        self.model.asked = self._kept_arrangement()
        self.bar.show_arrangement(self.model.asked)
        self.show_mode(self._kept("mode", MATRIX))
        self.model.reload()

    def show_row(self, claim_id: str) -> None:
        """Select a claim, as soon as it is there; one that is shown stays as it is."""
        if self.mode == HYPOTHESES and claim_id == self.inspector.claim_id:
            return
        if self.mode == HYPOTHESES:
            self.show_mode(MATRIX)
        self.standing.show(claim_id)

    def show_disputed(self) -> None:
        """List what is disputed first, with nothing left out, and give that the keyboard."""
        if self.mode == HYPOTHESES:
            self.show_mode(MATRIX)
        self._ask(replace(self.model.asked.unfiltered(), order=Order.DISPUTED))
        self.focus()

    def show_mode(self, mode: str) -> None:
        """Show the matrix, the list or the hypotheses, now and when the program is next begun."""
        self._mode = mode
        self._keep(mode=mode)
        self.bar.show_mode(mode)
        if mode == HYPOTHESES:
            self._hypotheses_room.setCurrentWidget(self.hypotheses)
        elif self.standing.claim_id:
            self.inspector.show_claim(self.standing.claim_id, self.standing.source_id)
        self._turn_page()

    def show_hypothesis(self, hypothesis_id: str) -> None:
        """Show the hypotheses, with the column of this one current."""
        self.show_mode(HYPOTHESES)
        self.hypotheses.show_hypothesis(hypothesis_id)

    def fold(self, index: int) -> None:
        """Fold the inspector away, or bring it back; there is no list to fold."""
        if index == INSPECTOR:
            self.panes.fold(1, folded=not self.panes.is_folded(1))

    async def keep(self) -> None:
        """Write what is typed and wait until the disk has it."""
        await self.inspector.keep()

    # --- parts ---

    @property
    def detail(self) -> ClaimDetail:
        """What the inspector shows a claim in."""
        return self.inspector.detail

    @property
    def notice(self) -> Banner:
        """What the inspector has to say."""
        return self.inspector.notice

    @property
    def count(self) -> Pill:
        """How many claims are shown."""
        return self.bar.count

    @property
    def filter(self) -> SearchField:
        """Where words are typed that claims should hold."""
        return self.bar.filter

    @property
    def sheet(self) -> ClaimSheet | None:
        """The claim that is shown."""
        return self.inspector.sheet

    @property
    def mode(self) -> str:
        """What the middle shows: `matrix`, `list` or `hypotheses`."""
        return self._mode

    @property
    def hypotheses(self) -> HypothesesPane:
        """Competing hypotheses, made when they are first looked at."""
        if self._hypotheses is None:
            self._hypotheses = HypothesesPane(self._desk, self._weighing, self)
            self._hypotheses.claim_chosen.connect(self._on_claim_of_hypotheses)
            self._hypotheses.claim_opened.connect(self.opening.open_claim)
            self._hypotheses.told.connect(self.told)
            self._hypotheses_room.addWidget(self._hypotheses)
        return self._hypotheses

    def focus(self) -> None:
        """Give the keyboard to the claims."""
        if self.mode == HYPOTHESES:
            self.hypotheses.focus()
            return
        self._table().setFocus(Qt.FocusReason.OtherFocusReason)

    # --- what is shown ---

    def _table(self) -> ClaimsList | MatrixTable:
        return self.list if self.mode == LIST else self.matrix.table

    def _turn_page(self) -> None:
        self._stack.setCurrentIndex(self._page())

    def _page(self) -> Page:
        if self.mode == HYPOTHESES:
            return Page.HYPOTHESES
        if self._trouble is not None:
            return Page.EMPTY
        if self.model.board is None:
            return Page.WAITING
        if not self.model.board.count:
            return Page.EMPTY
        return Page.LIST if self.mode == LIST else Page.MATRIX

    def _say_nothing(self) -> None:
        """What the empty page says: what went wrong, what nothing meets, or how to begin."""
        asked = self.model.asked
        if self._trouble is not None:
            self.empty.say(str(self._trouble), _("Try again"), second=self._trouble.hint)
        elif asked.typed:
            sentence = _("Nothing here holds “{text}”.").format(text=asked.typed)
            self.empty.say(sentence, _("Show all claims"))
        elif self.model.within is not None:
            sentence = _("No claim is of the time that is brushed.")
            self.empty.say(sentence, _("Show all of time"))
        elif asked.is_filtered:
            self.empty.say(_("No claim meets the filter."), _("Show all claims"))
        else:
            sentence = _("No claim is stated yet. Select what is claimed in a clip and press C.")
            self.empty.say(sentence, _("Go to the clips"))

    @Slot()
    def _on_empty_acted(self) -> None:
        if self._trouble is not None:
            self.model.reload()
        elif self.model.within is not None and not self.model.asked.typed:
            self._desk.brush.clear()
        elif self.model.asked.is_filtered:
            self._ask(self.model.asked.unfiltered())
        else:
            self.inspector.go_to_clips()

    @Slot()
    def _on_listed(self) -> None:
        self._trouble = None
        board = self.model.board
        assert board is not None  # noqa: S101  it was listed
        self.count.say(numerals.count(board.count))
        self.bar.show_arrangement(self.model.asked)
        self.bar.show_places(board.weighed.ledger)
        self._settle()

    @Slot(object)
    def _on_failed(self, trouble: CaseError) -> None:
        self._trouble = trouble
        self._settle()

    def _settle(self) -> None:
        """Turn to the page of what was read; the rows take the keyboard that waited for them."""
        was_waiting = self._stack.currentIndex() == Page.WAITING
        is_here = self.isAncestorOf(QApplication.focusWidget() or self)
        self._say_nothing()
        self._turn_page()
        if was_waiting and is_here and not self.filter.text():
            self.focus()

    @Slot(str, object)
    def _on_chosen(self, claim_id: str, source_id: str | None) -> None:
        if self.mode == HYPOTHESES:
            return
        self.inspector.show_claim(claim_id, source_id)
        if claim_id and self.isVisible():
            self._navigator.stand_at(Place("claim", claim_id))

    @Slot(str)
    def _on_claim_of_hypotheses(self, claim_id: str) -> None:
        self.inspector.show_claim(claim_id)
        if claim_id:
            self._navigator.stand_at(Place("claim", claim_id))

    # --- what is asked for, and kept ---

    @Slot(object)
    def _ask(self, asked: Arrangement) -> None:
        self._keep(order=asked.order, grouping=asked.grouping)
        self.model.ask(asked)

    def _keep(self, **choices: str) -> None:
        named = {f"{NAME}.{key}": str(choice) for key, choice in choices.items()}
        self._settings.change(choices={**self._settings.settings.choices, **named})

    def _kept(self, key: str, otherwise: str) -> str:
        return self._settings.settings.choices.get(f"{NAME}.{key}", otherwise)

    def _kept_arrangement(self) -> Arrangement:
        order, grouping = self._kept("order", ""), self._kept("grouping", "")
        return Arrangement(
            Order(order) if order in set(Order) else Order.DISPUTED,
            Grouping(grouping) if grouping in set(Grouping) else Grouping.NONE,
        )

    @Slot(object)
    def _on_narrowed(self, within: Within | None) -> None:
        self.model.narrow(within.claim_ids if within is not None else None)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.narrowing.sleep(asleep=False)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.narrowing.sleep(asleep=True)

    # --- layout ---

    def _lay_out(self) -> None:
        theme = self._desk.desk.theme
        nothing = Surface("panel")
        inside = QVBoxLayout(nothing)
        inside.setContentsMargins(*[theme.px(12)] * 4)
        inside.addWidget(self.empty)
        pages = {
            Page.WAITING: Skeleton(theme, 58, self),
            Page.MATRIX: self.matrix,
            Page.LIST: self.list,
            Page.HYPOTHESES: self._hypotheses_room,
            Page.EMPTY: nothing,
        }
        for page in Page:
            self._stack.addWidget(pages[page])
        middle = Surface("panel")
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.narrowed)
        column.addWidget(self._stack, 1)
        self.panes = Panes(self._settings, NAME, self)
        self.panes.add(middle, theme.px(800), takes_room=True)
        self.panes.add(self.inspector, theme.px(INSPECTOR_WIDTH))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.panes)

    def _connect(self) -> None:
        self.model.listed.connect(self._on_listed)
        self.model.failed.connect(self._on_failed)
        self.standing.chosen.connect(self._on_chosen)
        self.narrowing.changed.connect(self._on_narrowed)
        self.bar.asked.connect(self._ask)
        self.bar.mode_chosen.connect(self.show_mode)
        self.bar.rows_wanted.connect(self.focus)
        self.empty.acted.connect(self._on_empty_acted)
        self.inspector.told.connect(self.told)
        self.matrix.source_wanted.connect(
            lambda source_id: self._navigator.open_entity("source", source_id)
        )
        for table in (self.matrix.table, self.list):
            table.keys.typed.connect(self.bar.take)
            table.keys.taken.connect(self._on_taken)
            table.menu_wanted.connect(self._on_menu_wanted)
            if not self._desk.desk.library.read_only:
                table.keys.delete_wanted.connect(self.inspector.delete)
        for key, mode in zip(KEYS, MODES, strict=True):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.activated.connect(lambda mode=mode: self._on_mode_key(mode))

    def _on_mode_key(self, mode: str) -> None:
        self.show_mode(mode)
        self.focus()

    @Slot(QModelIndex)
    def _on_taken(self, index: QModelIndex) -> None:
        self.opening.open(index, self._table().place_of(index))

    @Slot(QModelIndex, QPoint)
    def _on_menu_wanted(self, index: QModelIndex, place: QPoint) -> None:
        self.opening.open_menu(index, place)
