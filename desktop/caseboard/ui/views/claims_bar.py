"""The head of the claims view: what is shown, in which order, grouped and filtered by what."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from caseboard.analysis import matrix
from caseboard.analysis.matrix import Arrangement, Grouping, Order
from caseboard.analysis.standing import status_name
from caseboard.i18n import _, ngettext
from caseboard.model.ids import LocationId
from caseboard.model.ledger import Ledger
from caseboard.model.terms import ClaimStatus
from caseboard.ui.claim_words import grouping_word, order_word
from caseboard.ui.lib.buttons import menu_button
from caseboard.ui.lib.chips import Pill
from caseboard.ui.lib.choices import add_choices
from caseboard.ui.lib.labels import plain_label, plain_tooltip
from caseboard.ui.lib.search import SearchField
from caseboard.ui.lib.segments import Segments
from caseboard.ui.lib.surfaces import Surface
from caseboard.ui.lib.theme import Theme

MATRIX, LIST, HYPOTHESES = "matrix", "list", "hypotheses"
HEAD = 46
PLACES = 40
"""So many places stand in the menu; for others there is the filter field."""


class ClaimsBar(Surface):
    """`asked` is sent with the `Arrangement` that is wanted, `mode_chosen` with a mode."""

    asked = Signal(object)
    mode_chosen = Signal(str)
    rows_wanted = Signal()
    """Down or Enter in the filter."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__("panel", parent=parent)
        self._theme = theme
        self._wanted = Arrangement()
        self.count = Pill(theme, "0", parent=self)
        self.modes = Segments(
            theme,
            [(MATRIX, _("Matrix")), (LIST, _("List")), (HYPOTHESES, _("Hypotheses"))],
            _("How claims are shown"),
            self,
        )
        self.order = menu_button(
            "", self._choices(Order, order_word, self._order_by), self, flat=True
        )
        self.grouping = menu_button(
            "", self._choices(Grouping, grouping_word, self._group_by), self, flat=True
        )
        self.filter = SearchField(theme, _("Filter claims"), parent=self)
        self._statuses = QMenu(self)
        self._places = QMenu(self)
        self.statuses = menu_button("", self._statuses, self, flat=True)
        self.places = menu_button("", self._places, self, flat=True)
        self._lay_out()
        for status in ClaimStatus:
            self._add_tick(self._statuses, status_name(status).capitalize(), status)
        self._statuses.triggered.connect(self._on_status_ticked)
        self._places.triggered.connect(self._on_place_ticked)
        self.modes.chosen.connect(self.mode_chosen)
        self.filter.textChanged.connect(self._on_typed)
        self.filter.installEventFilter(self)
        theme.changed.connect(self._say)
        self.show_arrangement(self._wanted)

    def show_arrangement(self, asked: Arrangement) -> None:
        """Show what is asked for; this sends nothing."""
        self._wanted = asked
        if self.filter.text().strip() != asked.typed:
            self.filter.blockSignals(True)
            self.filter.setText(asked.typed)
            self.filter.blockSignals(False)
        _tick(self.order.menu(), [asked.order])
        _tick(self.grouping.menu(), [asked.grouping])
        _tick(self._statuses, asked.statuses)
        _tick(self._places, asked.places)
        self._say()

    def show_places(self, ledger: Ledger) -> None:
        """Offer the places that claims are about."""
        self._places.clear()
        for place, claims in matrix.places(ledger)[:PLACES]:
            counted = ngettext("{n} claim", "{n} claims", claims)
            self._add_tick(self._places, f"{place.name}  ·  {counted}", place.id)
        _tick(self._places, self._wanted.places)
        self.places.setVisible(not self._places.isEmpty() and self._tools.isVisibleTo(self))

    def show_mode(self, mode: str) -> None:
        """Offer what goes with that mode."""
        self.modes.choose(mode)
        is_of_claims = mode != HYPOTHESES
        for tool in (self.order, self.grouping, self._tools):
            tool.setVisible(is_of_claims)
        self.places.setVisible(is_of_claims and not self._places.isEmpty())

    def take(self, text: str) -> None:
        """Go on typing in the filter what was begun elsewhere."""
        self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter.insert(text)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """From the filter, Down and Enter lead to the rows."""
        leading = {Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter}
        pressed = event.key() if isinstance(event, QKeyEvent) else None
        if event.type() == QEvent.Type.KeyPress and pressed in leading:
            self.rows_wanted.emit()
            return True
        return super().eventFilter(watched, event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._say()

    def _lay_out(self) -> None:
        px = self._theme.px
        head = Surface("panel", "bottom", self)
        head.setMinimumHeight(px(HEAD))
        self._head = QHBoxLayout(head)
        self._head.setContentsMargins(px(12), 0, px(6), 0)
        self._head.setSpacing(px(8))
        self._head.addWidget(plain_label(_("Claims"), head, size="heading"))
        self._head.addWidget(self.count)
        self._head.addSpacing(px(6))
        self._head.addWidget(self.modes)
        self._head.addStretch(1)
        self._head.addWidget(self.order)
        self._head.addWidget(self.grouping)
        self._tools = Surface("panel", "bottom", self)
        row = QHBoxLayout(self._tools)
        row.setContentsMargins(px(10), px(6), px(6), px(7))
        row.setSpacing(px(4))
        row.addWidget(self.filter, 1)
        row.addWidget(self.statuses)
        row.addWidget(self.places)
        row.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self._tools)

    # --- menus ---

    def _choices(
        self, kind: Iterable[object], word: Callable[..., str], choose: Callable[..., None]
    ) -> QMenu:
        menu = QMenu(self)
        add_choices(menu, [(member, word(member)) for member in kind], choose)
        return menu

    @staticmethod
    def _add_tick(menu: QMenu, text: str, data: object) -> QAction:
        action = menu.addAction(text.replace("&", "&&"))
        action.setCheckable(True)
        action.setData(data)
        return action

    def _order_by(self, order: Order) -> None:
        self._ask(replace(self._wanted, order=order))

    def _group_by(self, grouping: Grouping) -> None:
        self._ask(replace(self._wanted, grouping=grouping))

    @Slot(QAction)
    def _on_status_ticked(self, _action: QAction) -> None:
        ticked = frozenset(ClaimStatus(each) for each in _ticked(self._statuses))
        self._ask(replace(self._wanted, statuses=ticked))

    @Slot(QAction)
    def _on_place_ticked(self, _action: QAction) -> None:
        ticked = frozenset(LocationId(each) for each in _ticked(self._places))
        self._ask(replace(self._wanted, places=ticked))

    @Slot(str)
    def _on_typed(self, text: str) -> None:
        self._ask(replace(self._wanted, typed=text.strip()))

    def _ask(self, asked: Arrangement) -> None:
        self.show_arrangement(asked)
        self.asked.emit(asked)

    # --- words on the buttons ---

    @Slot()
    def _say(self) -> None:
        order, grouping = order_word(self._wanted.order), grouping_word(self._wanted.grouping)
        is_grouped = self._wanted.grouping is not Grouping.NONE
        grouped = grouping.capitalize() if is_grouped else _("Not grouped")
        full = (
            (self.order, _("Show: {order}").format(order=order), order.capitalize()),
            (self.grouping, _("Group by: {what}").format(what=grouping), grouped),
        )
        for button, text, short in full:
            button.setText(short)
            button.setMinimumWidth(button.sizeHint().width())
            button.setText(text)
            button.setAccessibleName(text)
            plain_tooltip(button, text)
        self.modes.setMinimumWidth(self.modes.sizeHint().width())
        if self._head.sizeHint().width() > self.width():
            for button, _text, short in full:
                button.setText(short)
        self._say_filter(self.statuses, self._statuses, _("Status"))
        self._say_filter(self.places, self._places, _("Place"))

    def _say_filter(self, button: QPushButton, menu: QMenu, name: str) -> None:
        count = len(_ticked(menu))
        button.setText(f"{name}: {count}" if count else name)
        said = ngettext("{n} chosen", "{n} chosen", count) if count else _("all")
        button.setAccessibleName(f"{name}: {said}")
        plain_tooltip(button, f"{name}: {said}")


def _ticked(menu: QMenu) -> list[str]:
    return [str(action.data()) for action in menu.actions() if action.isChecked()]


def _tick(menu: QMenu, chosen: Iterable[object]) -> None:
    taken = set(map(str, chosen))
    for action in menu.actions():
        action.setChecked(str(action.data()) in taken)
