"""Brushing by keys: arrows move what is brushed, with Shift its end, Escape lets it go."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from caseboard.analysis import calendar
from caseboard.analysis.calendar import Unit
from caseboard.analysis.stretches import moment, seconds
from caseboard.analysis.tallies import Tally
from caseboard.ui.brush import Brush
from caseboard.ui.timeline import brushed
from caseboard.ui.timeline.dragging import Span, whole

_WAYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


def press(brush: Brush, tally: Tally, unit: Unit, event: QKeyEvent) -> bool:
    """Do what a key asks of the brush; whether it asks for anything."""
    span = brushed.span_of(brush.brushed)
    if event.key() == Qt.Key.Key_Escape and not brush.brushed.is_all:
        brush.clear()
        return True
    way = _WAYS.get(Qt.Key(event.key()))
    bounds = tally.bounds
    if way is None or bounds is None:
        return False
    if span is None:
        at = bounds[0] if way > 0 else bounds[1] - 1
        brushed.put(brush, whole(at, at, unit))
    elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
        brushed.put(brush, _stretched(span, unit, way))
    else:
        brushed.put(brush, (_moved(span[0], unit, way), _moved(span[1], unit, way)))
    return True


def _stretched(span: Span, unit: Unit, way: int) -> Span:
    """With its end moved, never before one unit after its start."""
    least = _moved(span[0], unit, 1)
    return span[0], max(least, _moved(span[1], unit, way))


def _moved(at: float, unit: Unit, way: int) -> float:
    return seconds(calendar.later(moment(at), unit, way))
