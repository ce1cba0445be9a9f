"""The field that leads to a place by its name, or to a position in any notation."""

import math

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from caseboard.i18n import _
from caseboard.mapping import mercator
from caseboard.mapping.georeferencing import ControlPoint
from caseboard.mapping.view import TILE, View
from caseboard.ui.desk import CaseDesk
from caseboard.ui.georeference.found_delegate import HEIGHT, FoundDelegate
from caseboard.ui.georeference.places import Found, Places
from caseboard.ui.itemmodels.rows import RowsModel
from caseboard.ui.lib.asyncui import async_slot
from caseboard.ui.lib.labels import plain_label
from caseboard.ui.lib.search import SearchField
from caseboard.ui.lib.surfaces import Card
from caseboard.ui.lib.theme import Theme
from caseboard.ui.map.canvas import MapCanvas
from caseboard.ui.picking import PickList

KEY = "Ctrl+G"
WIDTH = 340
REACH = 110.0
"""Pixels that the radius of what is meant by a place takes."""
LEAST_M = 1_500.0
"""Metres around a place that are shown at the least."""
NEARER, FURTHER = 3.0, 1.0
"""Steps of zoom by which the view of now may differ from what a place wants, and is kept."""


class GoToField(SearchField):
    """Offers places while one types and takes the canvas to the one that is picked.

    Enter pressed before the answer has come waits for it. Escape empties the field, then goes
    back to the map.
    """

    def __init__(self, desk: CaseDesk, canvas: MapCanvas, parent: QWidget | None = None) -> None:
        theme = desk.desk.theme
        super().__init__(theme, _("Go to a place or position"), "Ctrl G", parent)
        self._canvas = canvas
        self._places = Places(desk)
        self._asked, self._answered = 0, -1
        self._takes_first = False
        self.popup = _Popup(theme, self)
        self.popup.list.picked.connect(self._on_picked)
        self.textEdited.connect(self._look_up)
        self.returnPressed.connect(self._on_enter)
        self.setMinimumWidth(theme.px(120))
        key = QShortcut(QKeySequence(KEY), self)
        key.activated.connect(self.begin)

    @Slot()
    def begin(self) -> None:
        """Give the field the keyboard, with what is in it selected."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if self.popup.isVisible() and event.key() in steps:
            self.setAccessibleDescription(self.popup.step(steps[Qt.Key(event.key())]))
        elif event.key() == Qt.Key.Key_Escape and not self.text():
            self._leave()
        else:
            super().keyPressEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._close()

    def _close(self) -> None:
        self._asked += 1  # an answer still on its way comes too late
        self._takes_first = False
        self.popup.hide()

    def _leave(self) -> None:
        self._close()
        self._canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _look_up(self) -> None:
        self._asked += 1
        self._takes_first = False
        typed = " ".join(self.text().split())
        if typed:
            self._offer(self._asked, typed)
        else:
            self.popup.hide()

    @async_slot()
    async def _offer(self, asked: int, typed: str) -> None:
        view = self._canvas.view
        middle = ControlPoint(0.0, 0.0, view.lat, view.lon)
        found = await self._places.find(typed, (middle,), ())
        if asked != self._asked:
            return  # more was typed meanwhile, or the field was left
        self._answered = asked
        self.popup.show_found(found)
        self.setAccessibleDescription(self.popup.step(0))
        if self._takes_first:
            self._on_enter()

    @Slot()
    def _on_enter(self) -> None:
        if self._answered != self._asked:
            self._look_up()
            self._takes_first = True
            return
        self._on_picked(self.popup.list.currentIndex())

    @Slot(QModelIndex)
    def _on_picked(self, index: QModelIndex) -> None:
        if not index.isValid():
            return
        found = self.popup.model.row(index)
        self.setText(found.name)
        self._leave()
        self._canvas.pin(found.lat, found.lon, zoom_for(found, self._canvas.view))


def zoom_for(found: Found, view: View) -> float:
    """The zoom that shows a place with what is around it; that of `view` where it will do."""
    metres = max(LEAST_M, found.precision_m or 0.0) / REACH
    whole = mercator.metres_of(mercator.y_of(found.lat))
    wanted = min(15.0, max(3.0, math.log2(whole / TILE / metres)))
    return view.zoom if wanted - FURTHER <= view.zoom <= wanted + NEARER else wanted


class _Popup(Card):
    """The list under the field; the field keeps the keyboard."""

    def __init__(self, theme: Theme, field: QWidget) -> None:
        super().__init__(field.window())
        self._theme = theme
        self._field = field
        self.model: RowsModel[Found] = RowsModel(_words, self)
        self.list = PickList(_("Places"), self)
        self.list.setModel(self.model)
        self.list.setItemDelegate(FoundDelegate(theme, self.list))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.none = plain_label("", self, tone="muted", size="small", wrap=True)
        self.none.setText(
            _("No place of that name is known, and it is no position that can be read.")
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(1, theme.px(4), 1, theme.px(4))
        column.addWidget(self.list)
        column.addWidget(self.none)
        self.none.setContentsMargins(theme.px(10), theme.px(4), theme.px(10), theme.px(4))
        field.installEventFilter(self)
        self.hide()

    def show_found(self, found: list[Found]) -> None:
        """Offer these, the first marked."""
        self.model.set_rows(found)
        self.list.setVisible(bool(found))
        self.none.setVisible(not found)
        if found:
            self.list.setCurrentIndex(self.model.index(0, 0))
        self._place(len(found))
        self.show()
        self.raise_()

    def step(self, by: int) -> str:
        """Mark a row further down or up; what it says."""
        row = self.list.currentIndex().row() + by
        index = self.model.index(max(0, min(row, self.model.rowCount() - 1)), 0)
        self.list.setCurrentIndex(index)
        return _words(self.model.row(index)) if index.isValid() else self.none.text()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.Move, QEvent.Type.Resize} and self.isVisible():
            self._place(self.model.rowCount())
        if event.type() == QEvent.Type.Hide:
            self.hide()
        return False

    def _place(self, rows: int) -> None:
        px, window = self._theme.px, self._field.window()
        if self.parentWidget() is not window:
            self.setParent(window)
        self.list.setFixedHeight(max(1, rows * px(HEIGHT)))
        width = max(self._field.width(), min(px(WIDTH), window.width() - px(32)))
        corner = self._field.mapTo(window, QPoint(0, self._field.height() + px(4)))
        left = max(px(8), min(corner.x(), window.width() - width - px(8)))
        self.setFixedWidth(width)
        self.adjustSize()
        self.move(left, corner.y())


def _words(found: Found) -> str:
    """All that a row shows, as a screen reader says it."""
    return f"{found.name}, {found.about}" if found.about else found.name
