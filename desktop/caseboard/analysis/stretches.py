"""Where a time lies on a line: its ends in seconds, and how far each may be off.

What EDTF (ISO 8601-2) leaves open is kept open: an approximate time (`~`) has ends that fade over
a quarter of its unit to either side, an open interval fades where it has no end, and an uncertain
one (`?`) is marked as such.
"""

import math
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache

from caseboard.errors import CaseError
from caseboard.model.edtf import LAST, Precision, Span, read

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MINUTE, HOUR, DAY = 60.0, 3600.0, 86400.0
MARGINS = {
    Precision.YEAR: 91 * DAY,
    Precision.SEASON: 23 * DAY,
    Precision.MONTH: 7 * DAY,
    Precision.DAY: 6 * HOUR,
    Precision.MINUTE: HOUR / 2,
    Precision.SECOND: HOUR / 2,
}
"""Seconds by which an approximate end of that unit may lie off, as it is drawn."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """From `start` until before `end`, in seconds since 1970 UTC; an open end is infinite.

    `margin` is how many seconds either end may lie off.
    """

    start: float
    end: float
    margin: float = 0.0
    is_uncertain: bool = False
    """Whether it may not have been then at all (`?`)."""
    is_zoned: bool = True
    """False where a time of day came without a zone, and is taken as UTC."""

    @property
    def length(self) -> float:
        """Seconds; infinite where an end is open."""
        return self.end - self.start

    @property
    def is_open(self) -> bool:
        """Whether an end is missing."""
        return math.isinf(self.end - self.start)

    @property
    def anchor(self) -> float:
        """The moment it is told by: its middle, or the end there is; 0 where there is none."""
        ends = [each for each in (self.start, self.end) if not math.isinf(each)]
        return sum(ends) / len(ends) if ends else 0.0

    def meets(self, start: float, end: float) -> bool:
        """Whether any of it lies from `start` until before `end`; a moment counts as itself."""
        return self.start < end and (self.end > start or self.start == start)


@lru_cache(maxsize=16384)
def of(edtf: str) -> Stretch | None:
    """The stretch an EDTF string stands for; None where it is empty or cannot be read."""
    if not edtf:
        return None
    try:
        span = read(edtf)
    except CaseError:
        return None
    return _stretch(span)


def seconds(moment: datetime) -> float:
    """Since 1970 UTC, of an aware moment."""
    return (moment - EPOCH).total_seconds()


def moment(seconds: float) -> datetime:
    """The moment, UTC; the ends of all time where it lies beyond them."""
    try:
        return EPOCH + timedelta(seconds=seconds)
    except OverflowError:
        return LAST if seconds > 0 else datetime.min.replace(tzinfo=UTC)


def _stretch(span: Span) -> Stretch:
    return Stretch(
        seconds(span.start) if span.start else -math.inf,
        seconds(span.end) if span.end else math.inf,
        MARGINS[span.precision] if span.approximate else 0.0,
        span.uncertain,
        span.zone_known,
    )
