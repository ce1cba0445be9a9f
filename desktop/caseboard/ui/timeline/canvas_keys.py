"""What keys do on the timeline: from event to event, nearer, further, and the brush."""

from typing import Any, Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from caseboard.analysis.occurrences import Occurrence
from caseboard.analysis.timeline import Clock
from caseboard.ui.brush import Brush
from caseboard.ui.timeline import brushed, scales
from caseboard.ui.timeline.axis import Axis
from caseboard.ui.timeline.chart import Chart
from caseboard.ui.timeline.dragging import whole

STEP = 1.25
NUDGE = 120.0
_WAYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_LANES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_ZOOMS = {Qt.Key.Key_Plus: STEP, Qt.Key.Key_Equal: STEP, Qt.Key.Key_Minus: 1 / STEP}
_STEPS = {Qt.Key.Key_Period: 1, Qt.Key.Key_Comma: -1}


class Walked(Protocol):
    """What keys walk about in: a canvas."""

    selected: str
    axis: Axis
    chart: Chart
    opened: Any
    step_wanted: Any
    """Signals."""

    def occurrence(self, key: str) -> Occurrence | None:
        """The event of that key."""

    def select(self, key: str, *, show: bool = False) -> None:
        """Select it."""

    def look(self, axis: Axis) -> None:
        """Look there."""

    def zoom(self, factor: float) -> None:
        """Look from nearer."""

    def fit(self) -> None:
        """Show everything."""


def press(canvas: Walked, brush: Brush, event: QKeyEvent) -> bool:
    """Do what a key asks for; whether it asks for anything."""
    key = Qt.Key(event.key())
    if key in _WAYS:
        _go(canvas, _WAYS[key], pans=bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
    elif key in _LANES:
        _change_lane(canvas, _LANES[key])
    elif key in _ZOOMS:
        canvas.zoom(_ZOOMS[key])
    elif key in _STEPS:
        canvas.step_wanted.emit(_STEPS[key])
    elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and canvas.selected:
        canvas.opened.emit(canvas.selected)
    else:
        return _press_letter(canvas, brush, key)
    return True


def _press_letter(canvas: Walked, brush: Brush, key: Qt.Key) -> bool:
    if key in {Qt.Key.Key_F, Qt.Key.Key_Home}:
        canvas.fit()
    elif key == Qt.Key.Key_B and canvas.selected:
        _brush_selected(canvas, brush)
    elif key == Qt.Key.Key_Escape and canvas.selected:
        canvas.select("")
    elif key == Qt.Key.Key_Escape and not brush.brushed.is_all:
        brush.clear()
    else:
        return False
    return True


def _go(canvas: Walked, way: int, *, pans: bool) -> None:
    """To the next event of the lane, or of all where none is selected."""
    if pans:
        canvas.look(canvas.axis.moved(-way * NUDGE))
        return
    here = canvas.occurrence(canvas.selected)
    every = canvas.chart.timeline.occurrences
    if here is None:
        seen = [each for each in every if canvas.axis.start <= each.stretch.anchor]
        first = seen[0] if seen else (every[-1] if every else None)
        canvas.select(first.key if first else "", show=True)
        return
    lane = [each for each in every if each.clock is here.clock]
    place = lane.index(here) + way
    if 0 <= place < len(lane):
        canvas.select(lane[place].key, show=True)


def _change_lane(canvas: Walked, way: int) -> None:
    """To what is nearest in time in the lane above or below."""
    here = canvas.occurrence(canvas.selected)
    clocks = list(Clock)
    if here is None:
        _go(canvas, 1, pans=False)
        return
    place = clocks.index(here.clock) + way
    while 0 <= place < len(clocks):
        lane = [o for o in canvas.chart.timeline.occurrences if o.clock is clocks[place]]
        if lane:
            nearest = min(lane, key=lambda each: _apart(each, here))
            canvas.select(nearest.key, show=True)
            return
        place += way


def _apart(one: Occurrence, other: Occurrence) -> float:
    return abs(one.stretch.anchor - other.stretch.anchor)


def _brush_selected(canvas: Walked, brush: Brush) -> None:
    """Brush the units in which the selected event is, on its clock."""
    occurrence = canvas.occurrence(canvas.selected)
    if occurrence is None or occurrence.stretch.is_open:
        return
    stretch, unit = occurrence.stretch, scales.unit_of(canvas.axis.scale)
    brush.use(occurrence.clock)
    brushed.put(brush, whole(stretch.start, stretch.end, unit))
