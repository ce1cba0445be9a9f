"""The search field's answers: what has the words typed, or after `>` what can be done."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListView, QVBoxLayout, QWidget
from typing_extensions import override

from caseboard.i18n import _
from caseboard.store.search import Hit, search
from caseboard.ui.actions import Actions, Deed
from caseboard.ui.delegates.found import HEIGHTS, FoundDelegate
from caseboard.ui.desk import Desk
from caseboard.ui.itemmodels.found import Found, FoundModel, grouped, matching
from caseboard.ui.lib.asyncui import async_slot
from caseboard.ui.lib.search import SearchField
from caseboard.ui.lib.surfaces import Card
from caseboard.ui.picking import PickList

COMMAND = ">"
SHORTEST = 2
"""One letter begins too many words to be looked up."""
WIDTH = 620
MOST = 12
"""So many rows are seen at once; the rest scroll."""
ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
KEYS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: 8,
    Qt.Key.Key_PageUp: -8,
}


class SearchPalette(QObject):
    """Hangs a list under a field. The field keeps the keyboard; the list never takes it.

    `hit_chosen` is sent with a `Hit`; actions are triggered here. Enter pressed before the answer
    has come waits for it, so that it never takes a row that belongs to other words.
    """

    hit_chosen = Signal(object)

    def __init__(self, field: SearchField, actions: Actions, desk: Desk) -> None:
        super().__init__(field)
        self._field = field
        self._actions = actions
        self._desk = desk
        self._asked = self._answered = 0
        self._takes_first = False
        self.case_id: str | None = None
        """The case searched; None for all of them."""
        self.model = FoundModel(self)
        self.popup = _Popup(field.window(), self.model, FoundDelegate(desk.theme, field))
        self.popup.list.picked.connect(self._on_picked)
        field.textEdited.connect(self._on_edited)
        field.installEventFilter(self)
        field.window().installEventFilter(self)

    def begin(self, text: str = "") -> None:
        """Give the field the keyboard, with what is in it selected."""
        if text:
            self._field.setText(text)
            self._on_edited(text)
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()

    def close(self) -> None:
        """Take the list away."""
        self._asked += 1  # an answer still on its way comes too late
        self._takes_first = False
        self.popup.hide()

    def discard(self) -> None:
        """The library it searched is going."""
        self.close()
        self._field.clear()
        self.popup.deleteLater()
        self.deleteLater()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is not self._field:
            if event.type() == QEvent.Type.Resize and self.popup.isVisible():
                self._place()
            return False
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._on_key(event)
        if event.type() == QEvent.Type.FocusOut:
            self.close()
        if event.type() == QEvent.Type.FocusIn and self._field.text():
            self._on_edited(self._field.text())
        return False

    def _on_key(self, event: QKeyEvent) -> bool:
        key = event.key()
        if key == Qt.Key.Key_Escape and not self._field.text():
            self._leave()
            return True
        if key in ENTER and self._answered != self._asked:
            self._takes_first = True
            return True
        if not self.popup.isVisible():
            return False
        if key in KEYS:
            self._move(KEYS[Qt.Key(key)])
            return True
        if key in ENTER:
            self._on_picked(self.popup.list.currentIndex())
            return True
        return False

    def _move(self, step: int) -> None:
        row = self.popup.list.currentIndex().row()
        for _each in range(abs(step)):
            row = self.model.next(row, 1 if step > 0 else -1)
        self.popup.choose(row)

    @Slot(str)
    def _on_edited(self, text: str) -> None:
        self._asked += 1
        self._takes_first = False
        if text.startswith(COMMAND):
            self._show(matching(self._open_deeds(), text[1:]))
        elif len(text.strip()) >= SHORTEST:
            self._search(text, self._asked)
        else:
            self.close()

    @async_slot(str, int)
    async def _search(self, text: str, asked: int) -> None:
        results = await self._desk.read(search, text, self.case_id)
        if asked == self._asked and self._field.hasFocus():
            self._show(grouped(results.hits, is_capped=results.total_capped))

    def _open_deeds(self) -> Iterator[tuple[str, Deed]]:
        for heading, deeds in self._actions.groups.items():
            for deed in deeds:
                if self._actions[deed.key].isEnabled() and deed.key != "search":
                    yield heading, deed

    def _show(self, found: Sequence[Found]) -> None:
        self._answered = self._asked
        self.model.set_rows(found)
        self._place()
        self.popup.show()
        self.popup.raise_()
        self.popup.choose(self.model.next(-1, 1))
        if self._takes_first:
            self._takes_first = False
            self._on_picked(self.popup.list.currentIndex())

    def _place(self) -> None:
        theme = self._desk.theme
        rows = self.model.rows
        wanted = sum(theme.px(HEIGHTS[type(row)]) for row in rows[: MOST + 4]) + theme.px(14)
        window = self._field.window()
        corner = self._field.mapTo(window, QPoint(0, self._field.height() + theme.px(6)))
        width = max(self._field.width(), min(theme.px(WIDTH), window.width() - theme.px(32)))
        left = corner.x() + (self._field.width() - width) // 2
        height = min(wanted, window.height() - corner.y() - theme.px(40))
        self.popup.setGeometry(left, corner.y(), width, height)

    @Slot(QModelIndex)
    def _on_picked(self, index: QModelIndex) -> None:
        if not index.isValid():
            return
        row = self.model.row(index)
        self._field.clear()
        self._leave()
        if isinstance(row, Deed):
            self._actions[row.key].trigger()
        elif isinstance(row, Hit):
            self.hit_chosen.emit(row)

    def _leave(self) -> None:
        self.close()
        self._field.clearFocus()


class _Popup(Card):
    """A card over the window with the list in it."""

    def __init__(self, window: QWidget, model: FoundModel, delegate: FoundDelegate) -> None:
        super().__init__(window)
        self.list = PickList(_("Results"), self)
        self.list.setUniformItemSizes(False)
        self.list.setModel(model)
        self.list.setItemDelegate(delegate)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.viewport().setAutoFillBackground(True)  # else what lies beneath is painted, too
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 6, 1, 6)
        column.addWidget(self.list)
        self.hide()

    def choose(self, row: int) -> None:
        """Mark a row and bring it into sight."""
        model = self.list.model()
        index = model.index(row, 0) if row >= 0 else QModelIndex()
        self.list.setCurrentIndex(index)
        if row <= 1:
            self.list.scrollToTop()
