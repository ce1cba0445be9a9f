"""Brushing a stretch of time by hand: drawn anew, moved whole, or taken by one of its ends."""

from dataclasses import dataclass
from enum import Enum

from caseboard.analysis import calendar
from caseboard.analysis.calendar import Unit
from caseboard.analysis.stretches import moment, seconds
from caseboard.ui.timeline.axis import Axis

NEAR = 6.0
"""Pixels from an end at which it is taken hold of."""
Span = tuple[float, float]


class Grip(Enum):
    """What of the brush is held."""

    NEW = "new"
    START = "start"
    END = "end"
    WHOLE = "whole"


def grip_at(axis: Axis, span: Span | None, x: float) -> Grip:
    """What a press at pixel `x` takes hold of."""
    if span is None:
        return Grip.NEW
    start, end = axis.x(span[0]), axis.x(span[1])
    if abs(x - end) <= NEAR:
        return Grip.END
    if abs(x - start) <= NEAR:
        return Grip.START
    return Grip.WHOLE if start < x < end else Grip.NEW


@dataclass(slots=True)
class BrushDrag:
    """One drag, from the press on; ends snap to where units begin, outwards for a new one."""

    grip: Grip
    x: float
    """Where it began."""
    before: Span | None
    unit: Unit
    is_dragged: bool = False

    def to(self, axis: Axis, x: float, slack: float) -> Span | None:
        """What is brushed with the pointer at `x`; None until it has moved by `slack` pixels."""
        self.is_dragged = self.is_dragged or abs(x - self.x) >= slack
        if not self.is_dragged:
            return None
        if self.grip is Grip.NEW or self.before is None:
            one, other = sorted((axis.time(self.x), axis.time(x)))
            return whole(one, other, self.unit)
        start, end = self.before
        if self.grip is Grip.WHOLE:
            by = nearest(start + (x - self.x) * axis.scale, self.unit) - start
            return start + by, end + by
        at = nearest(axis.time(x), self.unit)
        fixed = end if self.grip is Grip.START else start
        one, other = sorted((at, fixed))
        return whole(one, other, self.unit) if one == other else (one, other)


def whole(start: float, end: float, unit: Unit) -> Span:
    """The whole units from the one `start` lies in to the one `end` lies in."""
    first = calendar.floor(moment(start), unit)
    last = calendar.floor(moment(end), unit)
    if seconds(last) < end or last == first:
        last = calendar.later(last, unit)
    return seconds(first), seconds(last)


def nearest(at: float, unit: Unit) -> float:
    """The beginning of a unit that is nearest to `at`."""
    before = calendar.floor(moment(at), unit)
    after = calendar.later(before, unit)
    one, other = seconds(before), seconds(after)
    return one if at - one <= other - at else other
