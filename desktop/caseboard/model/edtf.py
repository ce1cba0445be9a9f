"""Reads EDTF (ISO 8601-2:2019): what stretch of time a string stands for.

Read are dates of any precision, seasons (`2022-23`), date-times with or without a zone, intervals
with open (`..`) or unknown ends, and the qualifiers `~ ? %` after any of them. Not read are
unspecified digits, sets and level 2. A date-time may lack its seconds and may carry a qualifier,
which the standard does not foresee and reporting needs ("about 23:00").

The `edtf` package was tried and left: it refuses `2024-11-14T11:39` and times in intervals, warns
when imported, and takes 0.17 s for it.
"""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from enum import IntEnum
from functools import lru_cache

from caseboard.errors import CaseError
from caseboard.i18n import _

OPEN = ".."
"""An end of an interval that has none."""

LAST = datetime.max.replace(tzinfo=UTC)
"""The end of all time."""

_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)
_TIME = re.compile(
    r"(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2}))?(Z|[+-]\d{2}(?::\d{2})?)?", re.ASCII
)
_SEASONS = {21: 3, 22: 6, 23: 9, 24: 12}
"""Season to its first month, on the northern half; winter is named after the year it begins in."""


class Precision(IntEnum):
    """How finely a moment is known, from coarse to fine."""

    YEAR = 1
    SEASON = 2
    MONTH = 3
    DAY = 4
    MINUTE = 5
    SECOND = 6


@dataclass(frozen=True, slots=True)
class Moment:
    """One date or date-time as written, without its qualifier."""

    local: datetime
    """Its first instant as printed, without a zone."""
    precision: Precision
    offset: timedelta | None = None
    """The zone that was printed; None where none was."""

    @property
    def start(self) -> datetime:
        """Its first instant, in UTC; a time without a zone is taken as UTC."""
        return _utc(self.local, self.offset)

    @property
    def end(self) -> datetime:
        """The first instant after it, in UTC; the end of all time where that is reached."""
        try:
            return _utc(_after(self.local, self.precision), self.offset)
        except (OverflowError, ValueError):
            return LAST

    @property
    def has_time(self) -> bool:
        """Whether a time of day is known."""
        return self.precision >= Precision.MINUTE


@dataclass(frozen=True, slots=True)
class Span:
    """The stretch of time an EDTF string stands for, in UTC: `start` is in it, `end` is not.

    None is an open or unknown end. `zone_known` is False if any time of day came without a zone;
    `precision` is that of the coarser end; `first` and `last` are the ends as written.
    """

    start: datetime | None
    end: datetime | None
    approximate: bool
    uncertain: bool
    zone_known: bool
    precision: Precision
    first: Moment | None = None
    last: Moment | None = None


@lru_cache(maxsize=4096)
def read(edtf: str) -> Span:
    """What `edtf` stands for; raises `CaseError` if it is no EDTF of the kinds read here."""
    if "/" not in edtf:
        moment, mark = _end(edtf, edtf)
        return _span(moment, moment, mark)
    left, _slash, right = edtf.partition("/")
    first, first_mark = (None, "") if left in {"", OPEN} else _end(left, edtf)
    last, last_mark = (None, "") if right in {"", OPEN} else _end(right, edtf)
    # Ends in different zones are let be: a time without one may lie hours off.
    if first and last and first.offset == last.offset and last.end <= first.start:
        raise CaseError(
            _("“{text}” ends before it begins.").format(text=edtf),
            _("Write the earlier date first, as in 2024-11-13/2024-11-14."),
        )
    return _span(first, last, first_mark + last_mark)


def _end(text: str, whole: str) -> tuple[Moment, str]:
    mark = text[-1:] if text[-1:] in {"~", "?", "%"} else ""
    try:
        moment = _moment(text.removesuffix(mark))
        _utc(moment.local, moment.offset)  # the first hours of year 1 may lie before all time
    except (ValueError, OverflowError) as error:
        raise CaseError(
            _("“{text}” is not a date that can be read.").format(text=whole),
            _("Write it as in 2024, 2024-11, 2024-11-14 or 2024-11-14T11:39Z."),
        ) from error
    return moment, mark


def _moment(text: str) -> Moment:
    if found := _DATE.fullmatch(text):
        return _date(*(int(part) if part else None for part in found.groups()))
    found = _TIME.fullmatch(text)
    if found is None:
        raise ValueError(text)
    *numbers, seconds, zone = found.groups()
    year, month, day, hour, minute = map(int, numbers)
    return Moment(
        datetime(year, month, day, hour, minute, int(seconds or 0)),
        Precision.SECOND if seconds else Precision.MINUTE,
        _offset(zone),
    )


def _date(year: int | None, month: int | None, day: int | None) -> Moment:
    year = year or 0  # which datetime refuses: its calendar has no year 0
    if month is None:
        return Moment(datetime(year, 1, 1), Precision.YEAR)
    if month in _SEASONS and day is None:
        return Moment(datetime(year, _SEASONS[month], 1), Precision.SEASON)
    if day is None:
        return Moment(datetime(year, month, 1), Precision.MONTH)
    return Moment(datetime(year, month, day), Precision.DAY)


def _offset(zone: str | None) -> timedelta | None:
    if zone is None:
        return None
    if zone == "Z":
        return timedelta()
    hours, minutes = int(zone[1:3]), int(zone[4:6] or 0)
    if hours > 14 or minutes > 59:
        raise ValueError(zone)
    return timedelta(hours=hours, minutes=minutes) * (-1 if zone[0] == "-" else 1)


def _utc(local: datetime, offset: timedelta | None) -> datetime:
    return local.replace(tzinfo=timezone(offset or timedelta())).astimezone(UTC)


def _after(local: datetime, precision: Precision) -> datetime:
    match precision:
        case Precision.YEAR:
            return local.replace(year=local.year + 1)
        case Precision.SEASON | Precision.MONTH:
            months = local.month - 1 + (3 if precision is Precision.SEASON else 1)
            return local.replace(year=local.year + months // 12, month=months % 12 + 1)
        case Precision.DAY:
            return local + timedelta(days=1)
        case Precision.MINUTE:
            return local + timedelta(minutes=1)
        case Precision.SECOND:
            return local + timedelta(seconds=1)


def _span(first: Moment | None, last: Moment | None, marks: str) -> Span:
    ends = [end for end in (first, last) if end]
    return Span(
        start=first.start if first else None,
        end=last.end if last else None,
        approximate="~" in marks or "%" in marks,
        uncertain="?" in marks or "%" in marks,
        zone_known=all(end.offset is not None for end in ends if end.has_time),
        precision=min((end.precision for end in ends), default=Precision.YEAR),
        first=first,
        last=last,
    )
