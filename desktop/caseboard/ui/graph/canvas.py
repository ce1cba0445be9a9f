"""The picture one moves about in: dragged, zoomed, selected from, walked through by keys."""

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget
from typing_extensions import override

from caseboard.i18n import _, ngettext
from caseboard.ui.graph import walking
from caseboard.ui.graph.board import Board
from caseboard.ui.graph.camera import STEP
from caseboard.ui.graph.dragging import Drag, Grip
from caseboard.ui.graph.emphasis import Marks
from caseboard.ui.graph.look import said
from caseboard.ui.graph.picture import Line, Picture, room
from caseboard.ui.lib.labels import plain_tip
from caseboard.ui.lib.paint import outline_round
from caseboard.ui.lib.theme import Theme

NUDGE = 60.0
"""Pixels that an arrow moves the picture where nothing is selected."""
NEAR = 5.0
"""Pixels from an edge at which it is pointed at."""
_WAYS = {
    Qt.Key.Key_Left: walking.Way.LEFT,
    Qt.Key.Key_Right: walking.Way.RIGHT,
    Qt.Key.Key_Up: walking.Way.UP,
    Qt.Key.Key_Down: walking.Way.DOWN,
}


class Canvas(Board):
    """Shows a `Picture`. What is selected is kept as ids while pictures come and go."""

    chosen = Signal(object)
    """What is selected now, as a frozen set of ids."""
    line_chosen = Signal(object)
    """An `Edge` that was clicked."""
    opened = Signal(str)
    expand_wanted = Signal(object)
    collapse_wanted = Signal(object)
    hide_wanted = Signal(object)
    pin_wanted = Signal(object)
    """Ids; each as a frozen set."""
    moved = Signal(object)
    """The places of nodes that were dragged, by id."""
    menu_wanted = Signal(QPoint)
    """Where on the screen."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._drag: Drag | None = None
        self._is_space_down = False
        self._tour: list[str] = []
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMinimumSize(theme.px(220), theme.px(160))
        self._tell()

    # --- what is shown ---

    def show_picture(self, picture: Picture, pinned: frozenset[str]) -> None:
        """Show another picture, from where one stands; all of it where all was in sight."""
        self.picture = picture
        left = frozenset(i for i in self.marks.selected if i in picture.places)
        current = self.marks.current if self.marks.current in picture.places else ""
        is_other = left != self.marks.selected
        self.marks = Marks(left, current, pinned=pinned, is_focused=self.hasFocus())
        self._brush.forget()
        self._tour = []
        if self._is_fitted and self._drag is None:
            self.fit()
        self._tell()
        self.update()
        if is_other:
            self.chosen.emit(left)

    @property
    def selected(self) -> frozenset[str]:
        """The ids of what is selected."""
        return self.marks.selected

    def select(self, node_ids: Iterable[str], current: str = "", *, show: bool = False) -> None:
        """Select these, bringing the current one into sight if asked."""
        chosen = frozenset(node_ids) & self.picture.places.keys()
        here = current or next(iter(chosen), "")
        self.marks = replace(self.marks, selected=chosen, current=here, line=None)
        if show and here:
            self.look(self.camera.showing(room(self.picture.places[here])))
        self._tell()
        self.update()
        self.chosen.emit(chosen)

    def mark_line(self, line: Line | None) -> None:
        """Show an edge with emphasis."""
        self.marks = replace(self.marks, line=line)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._drag is not None and self._drag.grip is Grip.BOX:
            color = self._theme.tokens.accent
            painter = QPainter(self)
            outline_round(painter, self._drag.box(), 2, color, 1.0, Qt.PenStyle.DashLine)

    @override
    def _is_reshaped(self) -> bool:
        return self._drag is not None and self._drag.grip is Grip.NODES

    # --- the mouse ---

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = event.position()
        hit = self._node_at(at)
        adds = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        boxes = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        pans = self._is_space_down or event.button() == Qt.MouseButton.MiddleButton
        if pans or (hit is None and not boxes and event.button() == Qt.MouseButton.LeftButton):
            self._drag = Drag(Grip.PICTURE, at)
        elif event.button() == Qt.MouseButton.LeftButton and hit is None:
            self._drag = Drag(Grip.BOX, at, before=self.selected if adds else frozenset())
        elif hit is not None:
            self._press_node(hit, event.button(), at, adds=adds or boxes)

    def _press_node(self, hit: str, button: Qt.MouseButton, at: QPointF, *, adds: bool) -> None:
        if adds:
            self.select(self.selected ^ {hit}, hit)
        elif hit not in self.selected:
            self.select({hit}, hit)
        else:
            self.select(self.selected, hit)
        if button == Qt.MouseButton.LeftButton:
            starts = {i: self.picture.places[i] for i in self.selected}
            self._drag = Drag(Grip.NODES, at, starts=starts)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position()
        if self._drag is None:
            self._hover(at)
            return
        step = self._drag.moved_to(at)
        if not self._drag.is_dragged:
            return
        if self._drag.grip is Grip.PICTURE:
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self.pan(step)
        elif self._drag.grip is Grip.NODES:
            shift = self._drag.shift() / self.camera.scale
            for node_id, start in self._drag.starts.items():
                self.picture.move(node_id, start + shift)
            self.look(self.camera)
        self.update()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        drag, self._drag = self._drag, None
        self.unsetCursor()
        if drag is None:
            return
        if drag.grip is Grip.NODES and drag.is_dragged:
            self.moved.emit({i: self.picture.places[i] for i in drag.starts})
        elif drag.grip is Grip.BOX:
            corners = drag.box()
            rect = QRectF(
                self.camera.to_picture(corners.topLeft()),
                self.camera.to_picture(corners.bottomRight()),
            )
            self.select(drag.before | set(self.picture.inside(rect)))
        elif drag.grip is Grip.PICTURE and not drag.is_dragged:
            self._click_ground(event.position())
        self.update()

    def _click_ground(self, at: QPointF) -> None:
        """A click beside all nodes: on an edge it chooses that, elsewhere it lets all go."""
        line = self.picture.line_at(self.camera.to_picture(at), NEAR / self.camera.scale)
        if line is None:
            self.select(())
        else:
            self.mark_line(line)
            self.line_chosen.emit(line.edge)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        hit = self._node_at(event.position())
        if hit is not None:
            self._drag = None
            self.opened.emit(hit)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        turns = event.angleDelta().y() / 120
        if turns:
            self.zoom(STEP**turns, event.position())
        event.accept()

    @override
    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._set_hovered("", None)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        if by_key and self.marks.current:
            at = self.camera.to_view(self.picture.places[self.marks.current]).toPoint()
            self.menu_wanted.emit(self.mapToGlobal(at))
        else:
            self.menu_wanted.emit(event.globalPos())

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            node = self.picture.network.nodes.get(self._node_at(QPointF(event.pos())) or "")
            if node is None:
                QToolTip.hideText()
            else:
                QToolTip.showText(event.globalPos(), plain_tip(said(node)), self)
            return True
        return super().event(event)

    def _hover(self, at: QPointF) -> None:
        hit = self._node_at(at)
        line = None
        if hit is None and not self._is_moving:
            place = self.camera.to_picture(at)
            line = self.picture.line_at(place, NEAR / self.camera.scale)
        self._set_hovered(hit or "", line)

    def _set_hovered(self, node_id: str, line: Line | None) -> None:
        if (node_id, line) != (self.marks.hovered, self.marks.line):
            self.marks = replace(self.marks, hovered=node_id, line=line)
            self.setCursor(
                Qt.CursorShape.PointingHandCursor if node_id else Qt.CursorShape.ArrowCursor
            )
            self.update()

    def _node_at(self, point: QPointF) -> str | None:
        reach = max(15.0, 7.0 / self.camera.scale)
        return self.picture.node_at(self.camera.to_picture(point), reach)

    # --- keys ---

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, chosen = event.key(), self.selected
        if key in _WAYS:
            self._step(_WAYS[Qt.Key(key)])
        elif key == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._is_space_down = True
            self.setCursor(Qt.CursorShape.OpenHandCursor)
        elif key in {Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus}:
            self.zoom(1 / STEP if key == Qt.Key.Key_Minus else STEP)
        elif key == Qt.Key.Key_F and not event.modifiers():
            self.fit()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.marks.current:
            self.opened.emit(self.marks.current)
        elif key == Qt.Key.Key_Escape and chosen:
            self.select(())
        elif chosen and not event.modifiers() and self._ask(key, chosen):
            return
        else:
            super().keyPressEvent(event)

    def _ask(self, key: int, chosen: frozenset[str]) -> bool:
        """What a key asks to be done with what is selected; whether it asks for anything."""
        asks = {
            Qt.Key.Key_E: self.expand_wanted,
            Qt.Key.Key_C: self.collapse_wanted,
            Qt.Key.Key_P: self.pin_wanted,
            Qt.Key.Key_Delete: self.hide_wanted,
        }
        wanted = asks.get(Qt.Key(key))
        if wanted is not None:
            wanted.emit(chosen)
        return wanted is not None

    @override
    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._is_space_down = False
            self.unsetCursor()
        super().keyReleaseEvent(event)

    @override
    def focusNextPrevChild(self, next: bool, /) -> bool:
        """Tab goes once round the neighbours of what was selected, and then on."""
        here = self.marks.current
        if next and here and not self._tour:
            self._tour = [here, *walking.tour(self.picture, here)]
        place = self._tour.index(here) + (1 if next else -1) if here in self._tour else -1
        if 0 <= place < len(self._tour):
            tour = self._tour
            self.select({tour[place]}, tour[place], show=True)
            self._tour = tour
            return True
        self._tour = []
        return super().focusNextPrevChild(next)

    def _step(self, way: walking.Way) -> None:
        here = self.marks.current or walking.first(self.picture)
        if here is None:
            return
        there = walking.toward(self.picture, here, way) if self.marks.current else here
        self._tour = []
        if there is not None:
            self.select({there}, there, show=True)
        else:
            x, y = way.value
            self.pan(QPointF(-x * NUDGE, -y * NUDGE))

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.marks = replace(self.marks, is_focused=True)
        self.update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._is_space_down = False
        self._tour = []
        self.marks = replace(self.marks, is_focused=False)
        self.update()

    def _tell(self) -> None:
        """Say to a screen reader what is here; all of it is in the list beside it, too."""
        current = self.picture.network.nodes.get(self.marks.current)
        if current is None:
            here = ngettext("{n} node", "{n} nodes", len(self.picture))
            self.setAccessibleName(_("Graph of links, {nodes}").format(nodes=here))
        else:
            count = len(self.picture.lines_at(current.id))
            links = ngettext("{n} link", "{n} links", count)
            self.setAccessibleName(f"{said(current)}, {links}")
