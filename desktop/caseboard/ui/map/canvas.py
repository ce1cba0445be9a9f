"""The map one works on: dragged, zoomed, selected from, measured and drawn upon."""

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
)
from PySide6.QtWidgets import QToolTip, QWidget
from typing_extensions import override

from caseboard.i18n import _, ngettext
from caseboard.mapping.content import Content
from caseboard.mapping.symbol_picture import Symbols
from caseboard.mapping.view import Bounds
from caseboard.model.spots import SpotKey
from caseboard.ui.lib.labels import plain_tip
from caseboard.ui.lib.theme import Theme
from caseboard.ui.map import marking, targets
from caseboard.ui.map.board import STEP
from caseboard.ui.map.dragging import Drag, Grip
from caseboard.ui.map.extent import bounds_of
from caseboard.ui.map.later_ground import LaterGround
from caseboard.ui.map.menu import MapMenu, map_menu
from caseboard.ui.map.pinning import Pinning
from caseboard.ui.map.targets import Placed
from caseboard.ui.map.tools import Position

NUDGE = 80.0
"""Pixels that an arrow moves the map."""
_WAYS = {
    Qt.Key.Key_Left: (1, 0),
    Qt.Key.Key_Right: (-1, 0),
    Qt.Key.Key_Up: (0, 1),
    Qt.Key.Key_Down: (0, -1),
}
_ALT = Qt.KeyboardModifier.AltModifier


class MapCanvas(Pinning):
    """Shows a `Content`. What is selected is kept as keys while contents come and go."""

    chosen = Signal(object)
    """`frozenset[SpotKey]`: what the user has selected; of a cluster, all that is in it."""
    opened = Signal(object)
    """`SpotKey`: a double click, or Enter."""
    pointed = Signal(float, float)
    """Latitude and longitude under the pointer, or in the middle once the pointer has left."""
    place_wanted = Signal(float, float)
    """A place is to be made at that latitude and longitude."""
    menu_wanted = Signal(object)
    """`MapMenu`, just before it opens: whoever hears of it may add to it."""

    def __init__(
        self,
        theme: Theme,
        reader: LaterGround | None = None,
        parent: QWidget | None = None,
        symbols: Symbols | None = None,
    ) -> None:
        super().__init__(theme, reader, parent, symbols)
        self.can_add_places = True
        """Whether the menu offers it; not where the library cannot be written."""
        self._drag: Drag | None = None
        self._hovered: frozenset[SpotKey] = frozenset()
        self._current: frozenset[SpotKey] = frozenset()
        self._is_leaving = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setMinimumSize(theme.px(240), theme.px(180))
        self.painted_anew.connect(self._tell)
        self._tell()

    # --- what is shown ---

    @override
    def show_content(self, content: Content) -> None:
        """Show other spots or layers; what is selected stays selected where it is still there."""
        here = {spot.key for spot in content.spots}
        kept = self.selected & here
        super().show_content(replace(content, selected=kept))
        self._current &= here
        self._tell()

    @property
    def selected(self) -> frozenset[SpotKey]:
        """The keys of what is selected."""
        return self.content.selected

    def select(self, keys: Iterable[SpotKey], *, show: bool = False) -> None:
        """Select these, bringing them into sight if asked; `chosen` is not sent."""
        here = {spot.key for spot in self.content.spots}
        wanted = frozenset(keys) & here
        if wanted != self.selected:
            super().show_content(replace(self.content, selected=wanted))
        self._current = wanted
        if show and (bounds := self._bounds_of(wanted)) is not None:
            self.bring(bounds)
        self._tell()
        self.update()

    def fit_selected(self) -> None:
        """Bring what is selected into sight, else all that is shown."""
        self.fit(self._bounds_of(self.selected))

    # --- painting ---

    @override
    def paint_over(self, painter: QPainter) -> None:
        tokens = self._theme.tokens
        self.paint_pinned(painter)
        for keys, strong in ((self._hovered, False), (self._current, True)):
            here = targets.of_keys(self.scene, self.view, keys)
            if here is not None and (not strong or self.hasFocus()):
                at = QPointF(here.x, here.y)
                marking.paint_ring(painter, tokens, at, here.target.r + 3, strong=strong)
        self.paint_trace(painter)
        if self._drag is not None and self._drag.grip is Grip.BOX:
            marking.paint_box(painter, tokens, self._drag.box())
        if self.hasFocus() and not self._current:
            marking.paint_focus(painter, tokens, QRectF(0, 0, self.view.width, self.view.height))

    # --- the mouse ---

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = self.map_point(event.position())
        boxes = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.button() in {Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton}:
            is_box = boxes and event.button() == Qt.MouseButton.LeftButton
            self._drag = Drag(Grip.BOX if is_box else Grip.MAP, at, at)
        elif event.button() == Qt.MouseButton.BackButton:
            self.back()
        elif event.button() == Qt.MouseButton.ForwardButton:
            self.forward()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = self.map_point(event.position())
        self._is_by_keys = False
        if self._drag is not None:
            step = self._drag.moved_to(at)
            if self._drag.is_dragged and self._drag.grip is Grip.MAP:
                self.setCursor(Qt.CursorShape.ClosedHandCursor)
                self.pan(step.x(), step.y())
        else:
            self._hover(at)
        self._point_at(self.view.to_ground(at.x(), at.y()))
        if self.trace is not None and self.trace.points and not self.trace.is_ended:
            self.traced.emit()
        if self.trace is not None or self._drag is not None:
            self.update()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        drag, self._drag = self._drag, None
        if drag is None:
            return
        self._set_cursor(is_hit=False)
        if drag.grip is Grip.BOX and drag.is_dragged:
            self._zoom_into(drag.box())
        elif not drag.is_dragged and event.button() == Qt.MouseButton.LeftButton:
            adds = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            self._click(drag.start, adds=adds)
        self.update()

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        at = self.map_point(event.position())
        here = targets.hit(self.scene, self.view, at.x(), at.y())
        if self.trace is not None:
            self.end_trace()
        elif here is not None:
            self._open(here)
        else:
            self.mark(None)  # the first of the two clicks asked for it
            self.zoom(1.0, (at.x(), at.y()))

    @override
    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hovered = frozenset()
        self._pointer = None
        self.pointed.emit(*self.position)
        self.update()

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        at = self._menu_point(event)
        self._drag = None
        hit = targets.hit(self.scene, self.view, at.x(), at.y())
        keys = hit.target.keys if hit is not None else frozenset()
        position = self._ground(at)
        asked = MapMenu(map_menu(self, self, *position), keys, *position)
        self.menu_wanted.emit(asked)
        asked.menu.popup(self.mapToGlobal((at * self.unit).toPoint()))

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self._show_tip(event)
            return True
        if event.type() == QEvent.Type.NativeGesture and isinstance(event, QNativeGestureEvent):
            return self.take_gesture(event)
        if self._is_own_shortcut(event):
            event.accept()  # else the window would go to another page
            return True
        return super().event(event)

    def _menu_point(self, event: QContextMenuEvent) -> QPointF:
        """Where the pointer is; for a key, at what is chosen, or in the middle."""
        if event.reason() != QContextMenuEvent.Reason.Keyboard:
            return self.map_point(QPointF(event.pos()))
        here = targets.of_keys(self.scene, self.view, self._current)
        if here is not None:
            return QPointF(here.x, here.y)
        return QPointF(self.view.width / 2, self.view.height / 2)

    def _click(self, at: QPointF, *, adds: bool) -> None:
        """Where nothing stands and nothing is selected, the point of the ground is marked."""
        if self.trace is not None:
            self.mark(None)
            self.add(*self._ground(at))
            return
        here = targets.hit(self.scene, self.view, at.x(), at.y())
        keys = here.target.keys if here is not None else frozenset()
        asks = not (keys or self.selected)
        self.mark(self._ground(at) if asks else None)
        self._choose(self.selected ^ keys if adds else keys)

    def _choose(self, keys: frozenset[SpotKey]) -> None:
        before = self.selected
        self.select(keys)
        if self.selected != before or keys:
            self.chosen.emit(self.selected)

    def _open(self, here: Placed) -> None:
        """One is opened; of a cluster all that is in it is brought into sight."""
        keys = here.target.keys
        if len(keys) == 1:
            self.opened.emit(next(iter(keys)))
            return
        bounds = self._bounds_of(keys)
        if bounds is None or (bounds.west, bounds.south) == (bounds.east, bounds.north):
            self.zoom(2.0, (here.x, here.y))
        else:
            self.fit(bounds)

    def _zoom_into(self, box: QRectF) -> None:
        south, west = self._ground(box.bottomLeft())
        north, east = self._ground(box.topRight())
        self.fit(Bounds(max(-180.0, west), south, min(180.0, east), north))

    def _hover(self, at: QPointF) -> None:
        here = targets.hit(self.scene, self.view, at.x(), at.y()) if self.trace is None else None
        keys = here.target.keys if here is not None else frozenset()
        if keys != self._hovered:
            self._hovered = keys
            self._set_cursor(is_hit=bool(keys))
            self.update()

    def _set_cursor(self, *, is_hit: bool) -> None:
        if self.trace is not None:
            self.setCursor(Qt.CursorShape.CrossCursor)
        else:
            shape = Qt.CursorShape.PointingHandCursor if is_hit else Qt.CursorShape.ArrowCursor
            self.setCursor(shape)

    def _show_tip(self, event: QHelpEvent) -> None:
        at = self.map_point(QPointF(event.pos()))
        here = targets.hit(self.scene, self.view, at.x(), at.y())
        if here is None or not here.target.tip:
            QToolTip.hideText()
        else:
            QToolTip.showText(event.globalPos(), plain_tip(here.target.tip), self)

    def _point_at(self, position: Position) -> None:
        self._pointer = position
        self.pointed.emit(*position)

    # --- keys ---

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not (self._go(event) or self.trace_by(event.key()) or self._pick_by(event.key())):
            super().keyPressEvent(event)

    def _go(self, event: QKeyEvent) -> bool:
        """Moves of the map; whether the key was one."""
        key = event.key()
        if event.modifiers() == _ALT and self._is_step(key):
            (self.back if key == Qt.Key.Key_Left else self.forward)()
        elif key in _WAYS and not event.modifiers() & _ALT:
            x, y = _WAYS[Qt.Key(key)]
            far = 4 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1
            self._is_by_keys = self.trace is not None
            self.pan(x * NUDGE * far, y * NUDGE * far)
        elif key in {Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus}:
            self.zoom(-STEP if key == Qt.Key.Key_Minus else STEP)
        elif key == Qt.Key.Key_F and not event.modifiers():
            self.fit_selected()
        elif key == Qt.Key.Key_Home and not event.modifiers():
            self.fit()
        else:
            return False
        return True

    def _pick_by(self, key: int) -> bool:
        here = targets.of_keys(self.scene, self.view, self._current)
        if key == Qt.Key.Key_Backspace:
            self.back()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and here is not None:
            self._open(here)
        elif key == Qt.Key.Key_Escape and (self.selected or self.pinned):
            self.mark(None)
            self._is_leaving = True
            self._choose(frozenset())
        else:
            return False
        return True

    def _is_own_shortcut(self, event: QEvent) -> bool:
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        return event.modifiers() == _ALT and self._is_step(event.key())

    def _is_step(self, key: int) -> bool:
        """Whether Alt with the key goes back or forward on the map, where there is a way."""
        if key == Qt.Key.Key_Left:
            return self.trail.can_go_back
        return key == Qt.Key.Key_Right and self.trail.can_go_forward

    @override
    def focusNextPrevChild(self, next: bool, /) -> bool:
        """Tab goes through what is in sight, row by row, and then on; after Escape at once."""
        seen = targets.in_order(self.scene, self.view)
        if self._is_leaving or not seen:
            return super().focusNextPrevChild(next)
        at = [n for n, each in enumerate(seen) if each.target.keys & self._current]
        place = (at[0] + (1 if next else -1)) if at else (0 if next else len(seen) - 1)
        if 0 <= place < len(seen):
            self._choose(seen[place].target.keys)
            return True
        return super().focusNextPrevChild(next)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._is_leaving = False
        self.update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._drag = None
        self.update()

    # --- the rest ---

    def _ground(self, at: QPointF) -> Position:
        return self.view.to_ground(at.x(), at.y())

    def _bounds_of(self, keys: frozenset[SpotKey]) -> Bounds | None:
        spots = tuple(spot for spot in self.content.spots if spot.key in keys)
        return bounds_of(Content(spots)) if spots else None

    def _tell(self) -> None:
        """Say to a screen reader what is here; all of it is in the list beside it, too."""
        here = targets.of_keys(self.scene, self.view, self._current)
        if here is not None:
            self.setAccessibleName(here.target.tip)
            return
        spots = ngettext("{n} place", "{n} places", len(self.content.spots))
        named = spots.format(n=len(self.content.spots))
        self.setAccessibleName(_("Map with {places}").format(places=named))
