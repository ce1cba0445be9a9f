"""The timeline one moves about in: brushed, zoomed, selected from, walked through by keys."""

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal, Slot
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget
from typing_extensions import override

from caseboard.analysis.occurrences import Occurrence
from caseboard.analysis.timeline import Clock
from caseboard.i18n import _, ngettext
from caseboard.ui.brush import Brush
from caseboard.ui.lib.labels import plain_tip
from caseboard.ui.lib.paint import outline_round
from caseboard.ui.lib.theme import Theme
from caseboard.ui.timeline import brushed, canvas_keys, paint, scales
from caseboard.ui.timeline.axis import Axis, between
from caseboard.ui.timeline.chart import HEAD, Chart
from caseboard.ui.timeline.dragging import BrushDrag, Grip, grip_at
from caseboard.ui.timeline.lanes import Prepared
from caseboard.ui.timeline.look import Names
from caseboard.ui.timeline.paint import Emphasis, Pens

STEP = 1.25
SLACK = 4.0
"""Pixels that a press may move and still be a click."""
MARGIN = 60.0
"""Pixels kept free at either side of what is shown whole."""
NEARER = 6.0
"""How much nearer one comes by a click where events are counted."""

_CURSORS = {Grip.WHOLE: Qt.CursorShape.OpenHandCursor, Grip.NEW: Qt.CursorShape.ArrowCursor}


class TimelineCanvas(QWidget):
    """Shows a timeline. What is selected is kept by its key while timelines come and go."""

    chosen = Signal(str)
    """The key of what is selected now; empty for nothing."""
    opened = Signal(str)
    list_wanted = Signal(list)
    """`Occurrence`s are to be listed, those that found no room in a lane; empty for all."""
    scaled = Signal()
    """One looks from nearer or further away."""
    play_wanted = Signal()
    step_wanted = Signal(int)
    """To the next unit of time in which something is, or to the one before (-1)."""
    menu_wanted = Signal(QPoint)

    def __init__(self, theme: Theme, brush: Brush, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._brush = brush
        self._drag: BrushDrag | None = None
        self._pan: QPointF | None = None
        self._is_space_down = False
        self._is_fitted = True
        self.pens = Pens(theme, theme.tokens)
        self.chart = Chart(self._measure)
        self.axis = Axis()
        self.selected = ""
        self.hovered = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMinimumSize(theme.px(260), theme.px(200))
        brush.changed.connect(self._on_brushed)
        theme.changed.connect(self._on_theme_changed)
        self._tell()

    # --- what is shown ---

    def show_timeline(self, prepared: Prepared, names: Names) -> None:
        """Show another timeline from where one stands; at first, where most of it is."""
        self.pens.use(names)
        self.chart.show(prepared)
        if self.selected and self.selected not in prepared.keys:
            self.select("")
        if self._is_fitted:
            self._fit_most()
        self._tell()
        self.update()

    def occurrence(self, key: str) -> Occurrence | None:
        """The event of that key, where it is shown."""
        return self.chart.prepared.keys.get(key)

    def select(self, key: str, *, show: bool = False) -> None:
        """Select an event, bringing it into sight if asked; nothing for an empty key."""
        is_other = key != self.selected
        self.selected = key if self.occurrence(key) else ""
        self.chart.prefer(self.selected)
        occurrence = self.occurrence(key)
        if show and occurrence is not None:
            self._show_occurrence(occurrence)
        self._tell()
        self.update()
        if is_other:
            self.chosen.emit(self.selected)

    @Slot()
    def fit(self) -> None:
        """Bring all that has a beginning and an end into sight."""
        bounds = scales.bounds(self.chart.timeline)
        if bounds is not None:
            self.look(self.axis.showing(*bounds, MARGIN))

    def show_scale(self, scale: scales.Scale) -> None:
        """Look from where hours, days, weeks or months can be told apart."""
        self.look(self.axis.zoomed(self.axis.scale / scale.seconds, self.axis.width / 2))

    def look(self, axis: Axis) -> None:
        """Look there."""
        is_zoomed = axis.scale != self.axis.scale
        self._is_fitted = False
        self.axis = axis
        self.update()
        if is_zoomed:
            self.scaled.emit()

    def zoom(self, factor: float, x: float | None = None) -> None:
        """Look from nearer or further away."""
        self.look(self.axis.zoomed(factor, self.axis.width / 2 if x is None else x))

    def _fit_most(self) -> None:
        stretch = self.chart.prepared.most
        if stretch is not None:
            axis = self.axis.showing(*stretch, MARGIN)
            self.look(axis)
        self._is_fitted = True

    def _show_occurrence(self, occurrence: Occurrence) -> None:
        at = self.axis.x(occurrence.stretch.anchor)
        if not MARGIN <= at <= self.axis.width - MARGIN:
            self.look(self.axis.centred(occurrence.stretch.anchor))

    def _measure(self, occurrence: Occurrence) -> float:
        return self.pens.width(occurrence)

    # --- painting ---

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        scale = self._theme.scale
        self.chart.look(self.axis, self.height() / scale)
        painter = QPainter(self)
        painter.scale(scale, scale)
        paint.paint(painter, self.chart, self.pens, self._emphasis())
        painter.resetTransform()
        if self.hasFocus() and not self.selected:
            frame = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            outline_round(painter, frame, 3, self._theme.tokens.accent, 2.0)

    def _emphasis(self) -> Emphasis:
        now = self._brush.brushed
        return Emphasis(
            selected=self.selected,
            hovered=self.hovered,
            span=brushed.span_of(now),
            lane="" if now.is_all else now.clock,
            is_focused=self.hasFocus(),
        )

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.axis = self.axis.sized(self.width() / self._theme.scale)
        if self._is_fitted:
            self._fit_most()

    def _place(self, at: QPointF) -> QPointF:
        """Where in the chart a pixel of this widget is: the chart is drawn at 100 %, enlarged."""
        return at / self._theme.scale

    # --- the mouse ---

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = self._place(event.position())
        is_left = event.button() == Qt.MouseButton.LeftButton
        pans = self._is_space_down or event.button() == Qt.MouseButton.MiddleButton
        if pans or (is_left and at.y() < HEAD):
            self._pan = at
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            return
        hit = self.chart.hit(at)
        if hit is not None:
            self.select(hit.key)
        elif is_left:
            span = brushed.span_of(self._brush.brushed)
            unit = scales.unit_of(self.axis.scale)
            self._drag = BrushDrag(grip_at(self.axis, span, at.x()), at.x(), span, unit)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = self._place(event.position())
        if self._pan is not None:
            self.look(self.axis.moved(at.x() - self._pan.x()))
            self._pan = at
        elif self._drag is not None:
            self._brush_to(self._drag, at)
        else:
            self._hover(at)

    def _brush_to(self, drag: BrushDrag, at: QPointF) -> None:
        was_dragged = drag.is_dragged
        span = drag.to(self.axis, at.x(), SLACK)
        if span is None:
            return
        band = self.chart.band_at(at.y())
        if drag.grip is Grip.NEW and not was_dragged and band is not None:
            self._brush.use(band.clock)
        brushed.put(self._brush, span)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        drag, self._drag, self._pan = self._drag, None, None
        self.unsetCursor()
        if drag is not None and not drag.is_dragged:
            self._click_ground(self._place(event.position()))

    def _click_ground(self, at: QPointF) -> None:
        """Where events are counted list them, or come nearer; elsewhere let go of the selection.

        Then all of them are listed.
        """
        left_over = self._left_over_at(at)
        if left_over:
            self.select("")
            self.list_wanted.emit(left_over)
        elif self.chart.heap_at(at) is not None:
            self.zoom(NEARER, at.x())
        else:
            self.select("")
            self.list_wanted.emit([])

    def _left_over_at(self, at: QPointF) -> list[Occurrence]:
        """What found no room in its lane, where that is said; else nothing."""
        band = self.chart.band_at(at.y())
        said = paint.left_over_room(self.chart, self.pens, band) if band is not None else None
        if band is None or said is None or not said[0].contains(at):
            return []
        return self.chart.left_over(band)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        hit = self.chart.hit(self._place(event.position()))
        if hit is not None:
            self._drag = None
            self.opened.emit(hit.key)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        turns, sideways = event.angleDelta().y() / 120, event.angleDelta().x() / 120
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            turns, sideways = 0.0, sideways or turns
        if abs(turns) > abs(sideways):
            self.zoom(STEP**turns, self._place(event.position()).x())
        elif sideways:
            self.look(self.axis.moved(sideways * 80))
        event.accept()

    @override
    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._set_hovered("")

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        rect = self.chart.rect(self.selected) if self.selected else None
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        if by_key and rect is not None:
            self.menu_wanted.emit(self.mapToGlobal((rect.center() * self._theme.scale).toPoint()))
        else:
            self.menu_wanted.emit(event.globalPos())

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            words = self._said(self._place(QPointF(event.pos())))
            QToolTip.showText(event.globalPos(), plain_tip(words), self)
            return True
        if isinstance(event, QNativeGestureEvent):
            if event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
                self.zoom(1 + event.value(), self._place(event.position()).x())
            return True
        return super().event(event)

    def _said(self, at: QPointF) -> str:
        """What the tooltip says there; empty for nothing."""
        hit = self.chart.hit(at)
        if hit is not None:
            return self.pens.names.spoken(hit)
        if self._left_over_at(at):
            return _("Those that find no room here: click to list them")
        heap = self.chart.heap_at(at)
        if heap is None:
            return ""
        events = ngettext("{n} event", "{n} events", heap.total)
        return _("{when}: {events}").format(when=between(heap.start, heap.end), events=events)

    def _hover(self, at: QPointF) -> None:
        hit = self.chart.hit(at)
        self._set_hovered(hit.key if hit else "")
        counted = self.chart.heap_at(at) is not None or self._left_over_at(at)
        if hit is not None or counted:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        elif at.y() < HEAD:
            self.setCursor(Qt.CursorShape.OpenHandCursor)
        else:
            self._point_at_brush(at)

    def _point_at_brush(self, at: QPointF) -> None:
        grip = grip_at(self.axis, brushed.span_of(self._brush.brushed), at.x())
        self.setCursor(_CURSORS.get(grip, Qt.CursorShape.SizeHorCursor))

    def _set_hovered(self, key: str) -> None:
        if key != self.hovered:
            self.hovered = key
            self.update()

    # --- keys ---

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._is_space_down = True
        elif not canvas_keys.press(self, self._brush, event):
            super().keyPressEvent(event)

    @override
    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            if self._is_space_down and self._pan is None:
                self.play_wanted.emit()
            self._is_space_down = False
        super().keyReleaseEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._is_space_down = False
        self.update()

    @Slot()
    def _on_brushed(self) -> None:
        span = brushed.span_of(self._brush.brushed)
        if self._drag is None and span is not None:
            is_seen = span[0] < self.axis.end and self.axis.start < span[1]
            if not is_seen:
                self.look(self.axis.centred((span[0] + span[1]) / 2))
        self.update()

    @Slot()
    def _on_theme_changed(self) -> None:
        names = self.pens.names
        self.pens = Pens(self._theme, self._theme.tokens)
        self.pens.use(names)
        self.chart.forget()
        self.axis = self.axis.sized(self.width() / self._theme.scale)
        if self._is_fitted:
            self._fit_most()
        self.update()

    def _tell(self) -> None:
        """Say to a screen reader what is here; all of it is in the list beside it, too."""
        occurrence = self.occurrence(self.selected)
        if occurrence is not None:
            self.setAccessibleName(self.pens.names.spoken(occurrence))
            return
        counts = dict.fromkeys(Clock, 0)
        for clock, lane in self.chart.prepared.lanes.items():
            counts[clock] = lane.count
        lanes = (f"{brushed.clock_name(clock)} {count}" for clock, count in counts.items())
        self.setAccessibleName(_("Timeline: {lanes}").format(lanes=", ".join(lanes)))
