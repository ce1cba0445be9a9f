"""Hours, days, weeks, months and years as they begin in UTC."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from caseboard.analysis.stretches import moment, seconds


class Unit(StrEnum):
    """A unit of the calendar; weeks begin on Monday (ISO 8601)."""

    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"

    @property
    def length(self) -> float:
        """About how many seconds it has."""
        return _LENGTHS[self]


_LENGTHS = {
    Unit.HOUR: 3600.0,
    Unit.DAY: 86400.0,
    Unit.WEEK: 7 * 86400.0,
    Unit.MONTH: 30.4 * 86400.0,
    Unit.YEAR: 365.25 * 86400.0,
}


_FIRST, _LAST = moment(-1e15), moment(1e15)


def floor(at: datetime, unit: Unit) -> datetime:
    """The last moment not after `at` at which such a unit begins."""
    at = at.astimezone(UTC)
    if unit is Unit.HOUR:
        return at.replace(minute=0, second=0, microsecond=0)
    day = at.replace(hour=0, minute=0, second=0, microsecond=0)
    match unit:
        case Unit.WEEK:
            return day - timedelta(days=min(day.weekday(), day.toordinal() - 1))
        case Unit.MONTH:
            return day.replace(day=1)
        case Unit.YEAR:
            return day.replace(month=1, day=1)
        case _:
            return day


def later(at: datetime, unit: Unit, count: int = 1) -> datetime:
    """So many units after one that begins at `at`, or before for less than none.

    The calendar ends with the years 1 and 9999: no further.
    """
    if unit is Unit.YEAR or unit is Unit.MONTH:
        months = at.year * 12 + at.month - 1 + count * (12 if unit is Unit.YEAR else 1)
        year, month = divmod(months, 12)
        if not datetime.min.year <= year <= datetime.max.year:
            return _LAST if count > 0 else _FIRST
        return at.replace(year=year, month=month + 1)
    try:
        return at + timedelta(seconds=unit.length * count)
    except OverflowError:
        return _LAST if count > 0 else _FIRST


def steps(start: float, end: float, unit: Unit, every: int = 1) -> Iterator[float]:
    """The beginnings of units from the last not after `start` to the first not before `end`.

    Seconds since 1970 UTC. Hours are counted from midnight, months from January, years from 0.
    """
    at = _aligned(floor(moment(start), unit), unit, every)
    while seconds(at) < end and at < _LAST:
        yield seconds(at)
        at = later(at, unit, every)
    yield seconds(at)


def _aligned(at: datetime, unit: Unit, every: int) -> datetime:
    match unit:
        case Unit.HOUR:
            return at.replace(hour=at.hour - at.hour % every)
        case Unit.MONTH:
            return at.replace(month=at.month - (at.month - 1) % every)
        case Unit.YEAR:
            return at.replace(year=max(1, at.year - at.year % every))
        case _:
            return at
