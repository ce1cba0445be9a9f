"""The start screen: what the library holds, its cases as cards, what several of them know."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from shiboken6 import isValid
from typing_extensions import override

from caseboard.i18n import _, ngettext
from caseboard.model.change import Change
from caseboard.store import cases
from caseboard.store.cases import CaseCard
from caseboard.store.seen_again import Seen, seen_again
from caseboard.ui.delegates import card as cards
from caseboard.ui.delegates import seen as seens
from caseboard.ui.delegates.card import CardDelegate
from caseboard.ui.delegates.seen import SeenDelegate
from caseboard.ui.desk import Desk
from caseboard.ui.itemmodels.rows import RowsModel
from caseboard.ui.lib.asyncui import newest_slot
from caseboard.ui.lib.buttons import push_button
from caseboard.ui.lib.empty import EmptyState
from caseboard.ui.lib.labels import plain_label
from caseboard.ui.lib.surfaces import Card, Surface
from caseboard.ui.listening import follow
from caseboard.ui.picking import PickList

WIDEST = 1056
"""Three cards and the gaps between them."""


class StartView(Surface):
    """Shows every case of the library; says what the user picked and does nothing itself."""

    case_chosen = Signal(str)
    entity_chosen = Signal(str, str, str)
    """Case, table and row of something several cases know."""
    new_case_wanted = Signal()
    sample_wanted = Signal()
    loaded = Signal()

    def __init__(self, desk: Desk, integrity: str = "", parent: QWidget | None = None) -> None:
        super().__init__("window", parent=parent)
        self._desk = desk
        self._theme = desk.theme
        self._integrity = integrity
        self.cases: RowsModel[CaseCard | None] = RowsModel(cards.words, self)
        self.seen: RowsModel[Seen] = RowsModel(seens.words, self)
        self.about = plain_label("", tone="muted")
        self.list = _card_list()
        self.list.setModel(self.cases)
        self.list.setItemDelegate(CardDelegate(desk.theme, self.list))
        self.seen_title = plain_label(_("Seen again"), size="heading")
        self.seen_list = PickList(_("Seen again"))
        self.seen_list.setModel(self.seen)
        self.seen_list.setItemDelegate(SeenDelegate(desk.theme, self.seen_list))
        self.empty = self._empty_state()
        self._put_together()
        self.list.picked.connect(self._on_card_chosen)
        self.seen_list.picked.connect(self._on_seen_chosen)
        desk.theme.changed.connect(self._on_theme_changed)
        follow(self, desk.history.changed, self._on_changed)
        self.reload()

    @newest_slot()
    async def reload(self) -> None:
        """Read everything anew."""
        found = await self._desk.read(cases.cards)
        seen = await self._desk.read(seen_again)
        if not isValid(self):
            return  # the case that was added has been opened meanwhile
        self.cases.set_rows([*found, None])
        self.seen.set_rows(seen)
        self._show(found)
        self.loaded.emit()

    def say_integrity(self, words: str) -> None:
        """Say when the library was last found whole."""
        self._integrity = words
        self._show([card for card in self.cases.rows if card])

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _show(self, found: Sequence[CaseCard]) -> None:
        name = self._desk.library.folder.name
        parts = [
            _("Library “{name}”").format(name=name),
            ngettext("{n} case", "{n} cases", len(found)),
            _("open to read only") if self._desk.library.read_only else "",
            self._integrity,
        ]
        self.about.setText(" · ".join(part for part in parts if part))
        self.empty.setVisible(not found)
        self.list.setVisible(bool(found))
        for widget in (self.seen_title, self._seen_card):
            widget.setVisible(bool(self.seen.rows))
        self._fit()

    def _empty_state(self) -> EmptyState:
        empty = EmptyState(
            self._theme,
            _("This library has no case yet. Drop pages, images or links to start one from them."),
            _("New case"),
            icon="folder-plus",
            dashed=True,
            parent=self,
        )
        empty.acted.connect(self.new_case_wanted)
        self.sample = push_button(self._theme, _("Open the sample case"), empty)
        self.sample.clicked.connect(self.sample_wanted)
        layout = empty.layout()
        if isinstance(layout, QVBoxLayout):
            layout.insertWidget(layout.count() - 1, self.sample, 0, Qt.AlignmentFlag.AlignHCenter)
        empty.setMinimumHeight(self._theme.px(260))
        empty.hide()
        return empty

    def _put_together(self) -> None:
        px = self._theme.px
        self._seen_card = Card()
        inside = QVBoxLayout(self._seen_card)
        inside.setContentsMargins(px(16), px(4), px(16), px(4))
        inside.addWidget(self.seen_list)
        self._column = QWidget()
        column = QVBoxLayout(self._column)
        column.setContentsMargins(px(8), px(40), px(8), px(24))
        column.setSpacing(0)
        column.addWidget(plain_label(_("Cases"), size="title"))
        column.addSpacing(px(2))
        column.addWidget(self.about)
        column.addSpacing(px(20))
        column.addWidget(self.list)
        column.addWidget(self.empty)
        column.addSpacing(px(18))
        column.addWidget(self.seen_title)
        column.addSpacing(px(8))
        column.addWidget(self._seen_card)
        column.addStretch(1)
        page = QWidget()
        row = QHBoxLayout(page)
        row.setContentsMargins(px(16), 0, px(16), 0)
        row.addStretch(1)
        row.addWidget(self._column, 1000)
        row.addStretch(1)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(page)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)
        self._show([])

    def _fit(self) -> None:
        """Give both lists the height their rows need: the page scrolls, not they."""
        px = self._theme.px
        self._column.setMaximumWidth(px(WIDEST))
        width = min(self.width() - px(48), px(WIDEST - 16)) + px(cards.GAP)
        across = max(1, width // px(cards.WIDTH + cards.GAP))
        rows = -(-len(self.cases.rows) // across)
        self.list.setFixedHeight(max(1, rows) * px(cards.HEIGHT + cards.GAP))
        self.seen_list.setFixedHeight(len(self.seen.rows) * px(seens.HEIGHT))

    @Slot(QModelIndex)
    def _on_card_chosen(self, index: QModelIndex) -> None:
        card = self.cases.row(index)
        if card is None:
            self.new_case_wanted.emit()
        else:
            self.case_chosen.emit(card.case.id)

    @Slot(QModelIndex)
    def _on_seen_chosen(self, index: QModelIndex) -> None:
        seen = self.seen.row(index)
        self.entity_chosen.emit(seen.cases[0][0], seen.kind, seen.row_id)

    def _on_changed(self, change: Change) -> None:
        if change.touches("case", "clip", "claim", "note", "dispute", "tag"):
            self.reload()

    @Slot()
    def _on_theme_changed(self) -> None:
        self.list.doItemsLayout()
        self._fit()


def _card_list() -> PickList:
    """Cards from left to right, as many in a line as there is room for."""
    view = PickList(_("Cases"))
    view.setViewMode(PickList.ViewMode.IconMode)
    view.setMovement(PickList.Movement.Static)
    view.setResizeMode(PickList.ResizeMode.Adjust)
    view.setStyleSheet("background: transparent;")
    return view
