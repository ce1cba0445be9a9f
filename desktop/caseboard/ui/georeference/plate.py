"""The transparent plate over a picture on which points are set and areas are traced."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, Qt, Signal, Slot
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolTip, QWidget
from typing_extensions import override

from caseboard.i18n import _
from caseboard.ui.georeference import inks, words
from caseboard.ui.georeference.plot import Plot, Spot, Tool
from caseboard.ui.lib.labels import plain_tip
from caseboard.ui.lib.theme import Theme
from caseboard.ui.reader.picture import PictureView

if TYPE_CHECKING:
    from collections.abc import Callable

    from caseboard.model.ids import LayerId

REACH = 11.0
"""Pixels within which a point is meant."""
STEP, LEAP = 1.0, 10.0
"""Pixels that an arrow key moves, and with Shift."""
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_DELETE = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


@dataclass(frozen=True, slots=True)
class Held:
    """What the mouse holds: a point, a corner of a layer or of what is traced, or a new place."""

    what: str
    place: int = 0
    layer_id: "LayerId | None" = None


class Plate(QWidget):
    """Takes the mouse and the keys from the picture under it, but for what moves and zooms that.

    Points: a click sets one where it is let go, a drag moves one; Tab goes through them, the
    arrow keys move the marked one, Delete takes it away. Without a mark the arrow keys move a
    cross, and Enter sets a point there. Area: a click sets a corner, a drag moves one, Backspace
    takes the last away, Enter or a double click closes, Escape drops.
    """

    point_wanted = Signal(float, float)
    """Someone wants to say what is there."""
    name_wanted = Signal(int)
    """What a point is, is to be said anew."""
    point_moved = Signal(int)
    """A point was let go elsewhere: the plot shows it there."""
    point_removed = Signal(int)
    corner_moved = Signal(str)
    """The id of the layer, one of whose corners was let go elsewhere."""
    outline_ended = Signal()
    left = Signal()
    """Escape was pressed with nothing begun."""

    def __init__(self, theme: Theme, plot: Plot, picture: PictureView) -> None:
        super().__init__(picture)
        self._theme = theme
        self._plot = plot
        self._picture = picture
        self._held: Held | None = None
        self._mouse: QPointF | None = None
        self._has_nudged = False
        self.is_writable = True
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("Points and areas on the picture"))
        self.setCursor(Qt.CursorShape.CrossCursor)
        plot.changed.connect(self._on_plot_changed)
        picture.zoomed.connect(self._on_zoomed)
        theme.changed.connect(self.update)
        self.hide()

    def place_of(self, spot: Spot) -> QPointF:
        """Where a place on the picture stands on the plate."""
        return self._picture.to_view(*spot)

    def lay(self, *, on: bool) -> None:
        """Lay the plate over the picture, or take it away."""
        if on == self.isVisibleTo(self._picture):
            return
        had_keyboard = self._picture.hasFocus()
        self._picture.setFocusProxy(self if on else None)  # type: ignore[arg-type]  # Qt takes none
        self.setGeometry(self._picture.rect())
        self.setVisible(on)
        if on:
            self.raise_()
        if had_keyboard:
            (self if on else self._picture).setFocus(Qt.FocusReason.OtherFocusReason)

    # --- what is seen ---

    @override
    def paintEvent(self, _event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        plot = self._plot
        for area in plot.areas:
            corners = [self.place_of(each) for each in area.outline]
            handles = plot.tool is Tool.AREA and self.is_writable and not plot.outline
            inks.paint_area(painter, self._theme, corners, area.ref, handles=handles)
        if plot.outline:
            inks.paint_trace(painter, [self.place_of(each) for each in plot.outline], self._next())
        self._paint_points(painter)
        if plot.pending is not None:
            inks.paint_pending(painter, self.place_of(plot.pending))
        if plot.cursor is not None and self.hasFocus():
            inks.paint_cross(painter, self.place_of(plot.cursor))

    def _paint_points(self, painter: QPainter) -> None:
        plot = self._plot
        for place, point in enumerate(plot.points):
            at = self.place_of((point.x, point.y))
            if plot.fit is not None:
                shown = self.place_of(plot.fit.to_picture(point.lat, point.lon))
                if (shown - at).manhattanLength() > 2 * inks.RADIUS:
                    inks.paint_off(painter, at, shown)
            inks.paint_point(
                painter,
                self._theme,
                at,
                f"{place + 1}",
                rough=point.is_rough,
                selected=place == plot.selected,
            )

    def _next(self) -> QPointF | None:
        """Where the next corner would be."""
        if self._plot.cursor is not None:
            return self.place_of(self._plot.cursor)
        return self._mouse

    @override
    def event(self, event: QEvent, /) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            place = self._point_at(QPointF(event.pos()))
            tip = "" if place is None else words.point_tip(self._plot, place)
            QToolTip.showText(event.globalPos(), plain_tip(tip), self)
            return True
        return super().event(event)

    # --- the mouse ---

    @override
    def mousePressEvent(self, event: QMouseEvent, /) -> None:
        is_left = event.button() is Qt.MouseButton.LeftButton
        if not is_left or self._picture.wants_to_pan:
            event.ignore()  # the picture under it is moved
            return
        self._mouse = event.position()
        self._held = self._hold(event.position())
        self._plot.point_cursor(None)
        self._drag(event.position())

    @override
    def mouseMoveEvent(self, event: QMouseEvent, /) -> None:
        self._mouse = event.position()
        if self._held is not None:
            self._drag(event.position())
            return
        over = self._point_at(event.position()) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.CrossCursor)
        if self._plot.outline:
            self.update()
        event.ignore()  # a lens held over the picture follows

    @override
    def mouseReleaseEvent(self, event: QMouseEvent, /) -> None:
        held, self._held = self._held, None
        if held is None:
            event.ignore()
            return
        self._let_go(held)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent, /) -> None:
        if self._plot.tool is Tool.AREA and len(self._plot.outline) > 2:
            self.outline_ended.emit()
        else:
            self.mousePressEvent(event)

    def _hold(self, at: QPointF) -> Held | None:
        """What a press of the mouse takes."""
        plot = self._plot
        if plot.tool is Tool.POINTS:
            place = self._point_at(at)
            plot.select(place)
            if not self.is_writable:
                return None
            return Held("new") if place is None else Held("point", place)
        drawn = self._nearest(plot.outline, at)
        if drawn is not None:
            return Held("drawn", drawn)
        for area in plot.areas if not plot.outline else ():
            corner = self._nearest(area.outline, at)
            if corner is not None:
                return Held("corner", corner, area.layer_id)
        plot.draw((*plot.outline, self._spot(at)))
        return Held("drawn", len(plot.outline) - 1)

    def _drag(self, at: QPointF) -> None:
        held, spot = self._held, self._spot(at)
        match held:
            case Held("new"):
                self._plot.ask_for(spot)
            case Held("point", place):
                self._plot.move_point(place, spot)
                self._has_nudged = True
            case Held("drawn", place):
                self._plot.move_drawn(place, spot)
            case Held("corner", place, layer_id) if layer_id is not None:
                self._plot.move_corner(layer_id, place, spot)

    def _let_go(self, held: Held) -> None:
        plot = self._plot
        if held.what == "new" and plot.pending is not None:
            self.point_wanted.emit(*plot.pending)
        elif held.what == "point":
            self._tell_nudged()
        elif held.layer_id is not None:
            self.corner_moved.emit(held.layer_id)

    def _spot(self, at: QPointF) -> Spot:
        found = self._picture.to_picture(at)
        return found.x(), found.y()

    def _point_at(self, at: QPointF) -> int | None:
        return self._nearest([(each.x, each.y) for each in self._plot.points], at)

    def _nearest(self, spots: "tuple[Spot, ...] | list[Spot]", at: QPointF) -> int | None:
        near = [(self.place_of(each) - at).manhattanLength() for each in spots]
        best = min(range(len(near)), key=near.__getitem__, default=None)
        return best if best is not None and near[best] <= REACH else None

    # --- the keys ---

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        key = Qt.Key(event.key())
        if key in _ARROWS:
            self._nudge(key, leap=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif key == Qt.Key.Key_Escape:
            self._escape()
        elif key in _ENTER and self.is_writable:
            self._enter()
        elif key in _DELETE and self.is_writable:
            self._delete()
        else:
            event.ignore()  # the picture under it is zoomed and turned

    @override
    def keyReleaseEvent(self, event: QKeyEvent, /) -> None:
        if Qt.Key(event.key()) in _ARROWS and not event.isAutoRepeat():
            self._tell_nudged()
        else:
            event.ignore()

    @override
    def focusNextPrevChild(self, next: bool, /) -> bool:
        plot = self._plot
        count = len(plot.points) if plot.tool is Tool.POINTS else 0
        here = plot.selected if plot.selected is not None else (-1 if next else count)
        after = here + (1 if next else -1)
        if 0 <= after < count:
            plot.cursor = None
            plot.select(after)
            return True
        plot.select(None)
        return super().focusNextPrevChild(next)

    def _nudge(self, key: Qt.Key, *, leap: bool) -> None:
        plot = self._plot
        across, down = _ARROWS[key]
        by = QPointF(across, down) * (LEAP if leap else STEP)
        if plot.tool is Tool.POINTS and plot.selected is not None:
            if self.is_writable:
                point = plot.points[plot.selected]
                self._has_nudged = True
                plot.move_point(plot.selected, self._spot(self.place_of((point.x, point.y)) + by))
            return
        start = plot.cursor or self._middle()
        far = by if leap or plot.cursor is None else by * 4
        plot.point_cursor(self._spot(self.place_of(start) + far))

    def _middle(self) -> Spot:
        return self._spot(QPointF(self.rect().center()))

    def _tell_nudged(self) -> None:
        if self._has_nudged and self._plot.selected is not None:
            self._has_nudged = False
            self.point_moved.emit(self._plot.selected)

    def _enter(self) -> None:
        plot = self._plot
        if plot.tool is Tool.AREA:
            self._enter_area()
        elif plot.selected is not None:
            self.name_wanted.emit(plot.selected)
        elif plot.cursor is not None:
            plot.ask_for(plot.cursor)
            self.point_wanted.emit(*plot.cursor)

    def _enter_area(self) -> None:
        """A corner at the cross; where there is one already, the end."""
        plot = self._plot
        if plot.cursor is not None and (not plot.outline or plot.outline[-1] != plot.cursor):
            plot.draw((*plot.outline, plot.cursor))
        elif plot.outline:
            self.outline_ended.emit()

    def _delete(self) -> None:
        plot = self._plot
        if plot.tool is Tool.AREA:
            plot.draw(plot.outline[:-1])
        elif plot.selected is not None:
            self.point_removed.emit(plot.selected)

    def _escape(self) -> None:
        plot = self._plot
        acts: list[tuple[bool, Callable[[], None]]] = [
            (bool(plot.outline), lambda: plot.draw(())),
            (plot.cursor is not None, lambda: plot.point_cursor(None)),
            (plot.selected is not None, lambda: plot.select(None)),
            (plot.tool is Tool.AREA, lambda: plot.take(Tool.POINTS)),
            (True, self.left.emit),
        ]
        next(act for holds, act in acts if holds)()

    @Slot()
    def _on_plot_changed(self) -> None:
        self.setAccessibleDescription(words.plate_words(self._plot))
        self.update()

    @Slot()
    def _on_zoomed(self) -> None:
        self.setGeometry(self._picture.rect())
        self.update()
