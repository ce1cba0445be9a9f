"""When something was: EDTF strings (see `caseboard.model.edtf`), ordered and put in words."""

from datetime import UTC, datetime, timedelta

from caseboard.errors import CaseError
from caseboard.i18n import _
from caseboard.model.edtf import LAST, Moment, Precision, Span, read

__all__ = ["Moment", "Precision", "Span", "of", "read", "show", "sort_key"]

_FIRST = datetime.min.replace(tzinfo=UTC)


def of(moment: datetime) -> str:
    """The EDTF of an aware `moment`: UTC, to the second."""
    return moment.astimezone(UTC).replace(microsecond=0, tzinfo=None).isoformat() + "Z"


def sort_key(edtf: str) -> tuple[datetime, datetime, str]:
    """Orders EDTF strings in time, by start and then by end; empty and unreadable ones go last."""
    try:
        span = read(edtf)
    except CaseError:
        return LAST, LAST, edtf
    return span.start or _FIRST, span.end or LAST, edtf


def show(edtf: str) -> str:
    """`edtf` for people: `about 13 Nov 2024`; what cannot be read is shown as it stands."""
    try:
        span = read(edtf)
    except CaseError:
        return edtf
    text = _stretch(span)
    if span.approximate:
        text = _("about {when}").format(when=text)
    if span.uncertain:
        text = _("{when} (uncertain)").format(when=text)
    return text


def _stretch(span: Span) -> str:
    first, last = span.first, span.last
    if first and last:
        return _zoned(first, _one(first)) if first == last else _between(first, last)
    if first:
        return _("from {when}").format(when=_zoned(first, _one(first)))
    if last:
        return _("until {when}").format(when=_zoned(last, _one(last)))
    return _("at an unknown time")


def _between(first: Moment, last: Moment) -> str:
    if first.has_time and last.has_time and first.offset == last.offset:
        return _zoned(last, _between_times(first, last))
    if first.precision == last.precision == Precision.DAY:
        return _between_days(first.local, last.local)
    return _("{start} – {end}").format(
        start=_zoned(first, _one(first)), end=_zoned(last, _one(last))
    )


def _between_times(first: Moment, last: Moment) -> str:
    if first.local.date() != last.local.date():
        return _("{start} – {end}").format(start=_one(first), end=_one(last))
    return _("{day} {start}–{end}").format(
        day=_day(first.local), start=_clock(first), end=_clock(last)
    )


def _between_days(first: datetime, last: datetime) -> str:
    if (first.year, first.month) == (last.year, last.month):
        return _("{first}–{last} {month} {year}").format(
            first=first.day, last=last.day, month=_month(first), year=first.year
        )
    return _("{start} – {end}").format(start=_day(first), end=_day(last))


def _one(moment: Moment) -> str:
    match moment.precision:
        case Precision.YEAR:
            return str(moment.local.year)
        case Precision.SEASON:
            return _season(moment.local)
        case Precision.MONTH:
            return _("{month} {year}").format(month=_month(moment.local), year=moment.local.year)
        case Precision.DAY:
            return _day(moment.local)
        case Precision.MINUTE | Precision.SECOND:
            return _("{day} {time}").format(day=_day(moment.local), time=_clock(moment))


def _zoned(moment: Moment, text: str) -> str:
    """`text` with the zone that was printed for `moment`."""
    if not moment.has_time:
        return text
    if moment.offset is None:
        return _("{when} (zone unknown)").format(when=text)
    return _("{when} {zone}").format(when=text, zone=_zone(moment.offset))


def _zone(offset: timedelta) -> str:
    if not offset:
        return "UTC"
    hours, minutes = divmod(abs(offset) // timedelta(minutes=1), 60)
    return f"UTC{'-' if offset < timedelta() else '+'}{hours}" + (f":{minutes:02}" * bool(minutes))


def _day(date: datetime) -> str:
    return _("{day} {month} {year}").format(day=date.day, month=_month(date), year=date.year)


def _clock(moment: Moment) -> str:
    # A whole minute is most often a time given to the minute and padded by a machine.
    seconds = moment.precision is Precision.SECOND and moment.local.second
    return moment.local.strftime("%H:%M:%S" if seconds else "%H:%M")


def _season(first: datetime) -> str:
    names = {3: _("spring {year}"), 6: _("summer {year}"), 9: _("autumn {year}")}
    return names.get(first.month, _("winter {year}")).format(year=first.year)


def _month(date: datetime) -> str:
    """The short name of the month, in the form that follows a day's number."""
    return (
        _("Jan"),
        _("Feb"),
        _("Mar"),
        _("Apr"),
        _("May"),
        _("Jun"),
        _("Jul"),
        _("Aug"),
        _("Sep"),
        _("Oct"),
        _("Nov"),
        _("Dec"),
    )[date.month - 1]
