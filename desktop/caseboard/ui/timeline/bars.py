"""Bars of how much is when, over which a stretch of time is brushed."""

from itertools import pairwise

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget
from typing_extensions import override

from caseboard.analysis import calendar
from caseboard.analysis.calendar import Unit
from caseboard.analysis.tallies import Tally
from caseboard.i18n import _, ngettext
from caseboard.ui.brush import Brush
from caseboard.ui.lib.labels import plain_tip
from caseboard.ui.lib.paint import focus_ring
from caseboard.ui.lib.theme import Theme
from caseboard.ui.timeline import brush_keys, brushed
from caseboard.ui.timeline.axis import Axis, between, ticks
from caseboard.ui.timeline.dragging import BrushDrag, Grip, grip_at, whole

STEP = 1.25
SLACK = 4.0
"""Pixels that a press may move and still be a click."""
NARROWEST = 3.0
"""Pixels of the narrowest bar, with its gap: units that take less are counted together."""
RECENT = 92
"""Units in sight at first, where there are many more."""
LEAST = 14
"""Units in sight at first, however little there is."""
_GRIPS = {
    Grip.START: Qt.CursorShape.SizeHorCursor,
    Grip.END: Qt.CursorShape.SizeHorCursor,
    Grip.WHOLE: Qt.CursorShape.OpenHandCursor,
}


class Bars(QWidget):
    """A bar for each unit of the calendar; drag brushes, the wheel zooms, the arrows move."""

    looked = Signal()
    """Another stretch of time is in sight."""
    opened = Signal()
    """Double click or Enter: the whole timeline is wanted."""
    play_wanted = Signal()

    def __init__(self, theme: Theme, brush: Brush, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._brush = brush
        self._drag: BrushDrag | None = None
        self._is_fitted = True
        self.tally = Tally()
        self.unit = Unit.DAY
        self.axis = Axis()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setMinimumHeight(theme.px(46))
        brush.changed.connect(self._on_brushed)
        theme.changed.connect(self.update)
        self._tell()

    def show_tally(self, tally: Tally, unit: Unit) -> None:
        """Show other bars; what is in sight stays, but at first and after `fit`."""
        is_other = unit is not self.unit
        self.tally, self.unit = tally, unit
        if self._is_fitted or is_other:
            self.fit()
        self._tell()
        self.update()

    def fit(self) -> None:
        """Bring everything into sight; of a very long time the last part."""
        bounds = self.tally.bounds
        if bounds is not None:
            recent = self.tally.first_from(bounds[1] - RECENT * self.unit.length)
            start = min(recent or bounds[0], bounds[1] - LEAST * self.unit.length)
            start, end = whole(start, bounds[1], self.unit)
            margin = self.unit.length * 2
            self.axis = self.axis.showing(start - margin, end + margin)
        self._is_fitted = True
        self.looked.emit()
        self.update()

    def look(self, axis: Axis) -> None:
        """Look there."""
        self._is_fitted = False
        self.axis = axis
        self.looked.emit()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(400), self._theme.px(64))

    # --- painting ---

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        tokens = self._theme.tokens
        self._paint_brush(painter)
        self._paint_bars(painter)
        painter.fillRect(QRectF(0, self._ground(), self.width(), 2), tokens.line)
        self._paint_ticks(painter)
        if self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            focus_ring(painter, self._theme, QRectF(self.rect()), 3)

    def _ground(self) -> int:
        return self.height() - self._theme.px(20)

    def _paint_brush(self, painter: QPainter) -> None:
        span = brushed.span_of(self._brush.brushed)
        if span is None:
            return
        tokens = self._theme.tokens
        left, right = (min(max(self.axis.x(at), -2.0), self.width() + 2.0) for at in span)
        rect = QRectF(left, 0, max(1.0, right - left), self.height())
        painter.fillRect(rect, tokens.accent_soft)
        for x in (left, right):
            painter.fillRect(QRectF(x - 1, 0, 2, self.height()), tokens.accent)

    def _paint_bars(self, painter: QPainter) -> None:
        edges = self._edges()
        counts = self.tally.bars(edges)
        most = max(counts, default=0)
        room = self._ground() - self._theme.px(4)
        span = brushed.span_of(self._brush.brushed)
        within, beside = self._theme.tokens.accent, QColor(self._theme.tokens.accent)
        beside.setAlphaF(0.75)
        widest = float(self._theme.px(10))
        for (one, other), count in zip(pairwise(edges), counts, strict=True):
            if count:
                left, right = self.axis.x(one), self.axis.x(other)
                width = max(1.5, min(widest, right - left - 1.5))
                height = max(3.0, room * count / most)
                is_within = span is not None and span[0] < other and one < span[1]
                rect = QRectF((left + right - width) / 2, self._ground() - height, width, height)
                painter.fillRect(rect, within if is_within or span is None else beside)

    def _paint_ticks(self, painter: QPainter) -> None:
        painter.setFont(self._theme.ui_font(10.5))
        painter.setPen(self._theme.tokens.muted)
        metrics = painter.fontMetrics()
        base = self.height() - self._theme.px(5)
        for tick in ticks(self.axis, self._theme.px(84)):
            x = self.axis.x(tick.at)
            width = metrics.horizontalAdvance(tick.text)
            if x >= 0 and x + width + 4 <= self.width():
                painter.drawText(QPointF(x + 3, base), tick.text)
                painter.fillRect(QRectF(x, self._ground(), 1, 5), self._theme.tokens.faint)

    def _edges(self) -> list[float]:
        return list(calendar.steps(self.axis.start, self.axis.end, self._drawn_unit()))

    def _drawn_unit(self) -> Unit:
        """The smallest unit from the chosen one on whose bars can be told apart."""
        units = list(Unit)
        fine = [
            unit
            for unit in units[units.index(self.unit) :]
            if unit.length / self.axis.scale >= NARROWEST
        ]
        return fine[0] if fine else Unit.YEAR

    # --- the mouse ---

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            x, span = event.position().x(), brushed.span_of(self._brush.brushed)
            self._drag = BrushDrag(grip_at(self.axis, span, x), x, span, self._drawn_unit())

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        x = event.position().x()
        if self._drag is None:
            grip = grip_at(self.axis, brushed.span_of(self._brush.brushed), x)
            self.setCursor(_GRIPS.get(grip, Qt.CursorShape.IBeamCursor))
            return
        span = self._drag.to(self.axis, x, SLACK)
        if span is not None:
            brushed.put(self._brush, span)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        drag, self._drag = self._drag, None
        if drag is not None and not drag.is_dragged:
            self._click(event.position().x())

    def _click(self, x: float) -> None:
        """On a bar it brushes that one, elsewhere all of time."""
        at = self.axis.time(x)
        span = whole(at, at, self._drawn_unit())
        brushed.put(self._brush, span if self.tally.going_on(*span) else None)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._drag = None
        self.opened.emit()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        turns, sideways = event.angleDelta().y() / 120, event.angleDelta().x() / 120
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            turns, sideways = 0.0, sideways or turns
        if turns:
            self.look(self.axis.zoomed(STEP**turns, event.position().x()))
        elif sideways:
            self.look(self.axis.moved(sideways * 60))
        event.accept()

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), plain_tip(self._said(event.pos().x())), self)
            return True
        return super().event(event)

    def _said(self, x: float) -> str:
        """`13 Nov 2024: 4 events` of the unit at pixel `x`."""
        at = self.axis.time(x)
        span = whole(at, at, self._drawn_unit())
        count = self.tally.going_on(*span)
        events = ngettext("{n} event", "{n} events", count)
        return _("{when}: {events}").format(when=between(*span), events=events)

    # --- keys ---

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if brush_keys.press(self._brush, self.tally, self._drawn_unit(), event):
            self._follow()
        elif key in {Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus}:
            factor = 1 / STEP if key == Qt.Key.Key_Minus else STEP
            self.look(self.axis.zoomed(factor, self.width() / 2))
        elif key in {Qt.Key.Key_F, Qt.Key.Key_Home} and not event.modifiers():
            self.fit()
        elif key == Qt.Key.Key_Space and not event.isAutoRepeat():
            self.play_wanted.emit()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.axis = self.axis.sized(self.width())
        if self._is_fitted:
            self.fit()
        else:
            self.looked.emit()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def _on_brushed(self) -> None:
        if self._drag is None:
            self._follow()
        self._tell()
        self.update()

    def _follow(self) -> None:
        """Keep what is brushed in sight."""
        span = brushed.span_of(self._brush.brushed)
        if span is not None and not (span[0] < self.axis.end and self.axis.start < span[1]):
            self.look(self.axis.centred((span[0] + span[1]) / 2))

    def _tell(self) -> None:
        """Say to a screen reader what is brushed, and what is in it."""
        span = brushed.span_of(self._brush.brushed)
        count = self.tally.going_on(*span) if span else len(self.tally)
        events = ngettext("{n} event", "{n} events", count)
        when = brushed.words(self._brush.brushed) or _("all of time")
        name = _("Timeline, {when}, {events}").format(when=when, events=events)
        self.setAccessibleName(name)
