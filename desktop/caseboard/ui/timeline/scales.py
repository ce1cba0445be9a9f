"""From how far one looks at a timeline: hours, days, weeks or months, and where most of it is."""

from enum import StrEnum

from caseboard.analysis.calendar import Unit
from caseboard.analysis.occurrences import Timeline
from caseboard.analysis.stretches import DAY, HOUR
from caseboard.i18n import _

MOST = 0.6
"""The share of events that is in sight at first."""
BEFORE, AFTER = 0.15, 0.4
"""How much more than those: after them there is room for the words of the last."""
NEAR = 3 * DAY
"""Seconds from one event to the next that are no gap."""
LEAST = 12 * HOUR
WIDEST = 4.0
"""How much longer than that an event may be that is shown whole."""
_UNITS = ((Unit.HOUR, 10.0), (Unit.DAY, 8.0), (Unit.WEEK, 12.0), (Unit.MONTH, 8.0))
"""Units one brushes by, and how many pixels the smallest of each may be."""


class Scale(StrEnum):
    """What can be told apart."""

    HOURS = "hours"
    DAYS = "days"
    WEEKS = "weeks"
    MONTHS = "months"

    @property
    def seconds(self) -> float:
        """Of a pixel."""
        return {
            Scale.HOURS: HOUR / 56,
            Scale.DAYS: DAY / 168,
            Scale.WEEKS: 7 * DAY / 168,
            Scale.MONTHS: 30.4 * DAY / 168,
        }[self]


def names() -> dict[str, str]:
    """What each is called."""
    return {
        Scale.HOURS: _("Hours"),
        Scale.DAYS: _("Days"),
        Scale.WEEKS: _("Weeks"),
        Scale.MONTHS: _("Months"),
    }


def scale_of(seconds: float) -> Scale:
    """What can be told apart at so many seconds a pixel."""
    bounds = {Scale.HOURS: HOUR / 18, Scale.DAYS: DAY / 48, Scale.WEEKS: 7 * DAY / 60}
    return next((scale for scale, most in bounds.items() if seconds <= most), Scale.MONTHS)


def unit_of(seconds: float) -> Unit:
    """By which unit one brushes at so many seconds a pixel."""
    for unit, least in _UNITS:
        if unit.length / seconds >= least:
            return unit
    return Unit.YEAR


def bounds(timeline: Timeline) -> tuple[float, float] | None:
    """From the first start to the last end of what has both, seconds since 1970 UTC."""
    closed = [each.stretch for each in timeline.occurrences if not each.stretch.is_open]
    if not closed:
        return None
    return min(each.start for each in closed), max(each.end for each in closed)


def most(timeline: Timeline) -> tuple[float, float] | None:
    """Where three of five events lie closest, with what lies near them, and a little around it.

    One event of another time does not make all others a heap at the edge.
    """
    closed = [each.stretch for each in timeline.occurrences if not each.stretch.is_open]
    if not closed:
        return None
    start, end = _densest(sorted(stretch.anchor for stretch in closed))
    least = LEAST + end - start
    near = [s for s in closed if start <= s.anchor <= end and s.length <= WIDEST * least]
    start = min((s.start for s in near), default=start)
    end = max((s.end for s in near), default=end)
    length = max(LEAST, end - start)
    return start - length * BEFORE, end + length * AFTER


def _densest(at: list[float]) -> tuple[float, float]:
    count = max(1, round(len(at) * MOST))
    pairs = ((at[i + count - 1] - at[i], i, i + count - 1) for i in range(len(at) - count + 1))
    length, first, last = min(pairs)
    gap = max(NEAR, length / 2)
    start, end = at[first] - 2 * gap, at[last] + 2 * gap
    while first > 0 and at[first] - at[first - 1] <= gap and at[first - 1] >= start:
        first -= 1
    while last + 1 < len(at) and at[last + 1] - at[last] <= gap and at[last + 1] <= end:
        last += 1
    return at[first], at[last]
