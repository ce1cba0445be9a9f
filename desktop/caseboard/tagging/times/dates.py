"""Reads dates that name a month, and dates in figures."""

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta

from caseboard.i18n import _
from caseboard.tagging.times.reading import Published, Reading, a_day

_NEAR = timedelta(days=60)
_TH = r"(?:st|nd|rd|th|[-‑]?го|[-‑]?ого|[-‑]?е)?"
_TO = r"(?:\s?[-–—]\s?|\s(?:to|and|through|till|until|і|й|та|и|до|по|a|do|i)\s)"
_DAY_BEFORE = re.compile(
    rf"(?<![\d.,:/\-–])(?:(\d{{1,2}}){_TH}{_TO})?(\d{{1,2}}){_TH}[ \u00a0](?:of\s)?$"
)
_DAY_AFTER = re.compile(
    rf"\.?[ \u00a0](\d{{1,2}})(?:st|nd|rd|th)?(?![\d:%]|[.,]\d)"
    rf"(?:{_TO}(\d{{1,2}})(?:st|nd|rd|th)?(?![\d:%]|[.,]\d))?"
)
_YEAR_AFTER = re.compile(
    r"(?:\.?,?[ \u00a0](?:of )?|\.)((?:19|20)\d\d)(?![\d:%\-]|[.,]\d)"
    r"(?:[ \u00a0](?:року|році|рік|года|году|год|р\.|г\.|roku|r\.))?"
)
_PLAIN_YEAR = re.compile(r"[ \u00a0](?:цього року|этого года|this year)")
_IN_FIGURES = re.compile(
    r"(?<![\d./\-])(?:((?:19|20)\d\d)-(\d\d)-(\d\d)"
    r"(?:[T ](\d\d:\d\d(?::\d\d)?)(Z|[+-]\d\d:\d\d)?)?"
    r"|(\d{1,2})[./](\d{1,2})[./]((?:19|20)\d\d))(?![\d/\-])"
)


@dataclass(frozen=True, slots=True)
class Written:
    """A date as it stands: days and year may be missing."""

    start: int
    end: int
    month: int
    day: int | None = None
    last_day: int | None = None
    year: int | None = None


def around_month(text: str, start: int, end: int, month: int) -> Written:
    """The date of which the month's name stands from `start` to `end`."""
    day = last = None
    before = _DAY_BEFORE.search(text[max(0, start - 26) : start])
    if before and _is_day(before[2]):
        day, last = _days(before[1], before[2])
        start -= len(before.group())
    elif (after := _DAY_AFTER.match(text, end)) and _is_day(after[1]):
        day, last = int(after[1]), int(after[2]) if after[2] and _is_day(after[2]) else None
        end = after.end() if last or not after[2] else after.end(1)
    year = _YEAR_AFTER.match(text, end)
    if year:
        return Written(start, year.end(), month, day, last, int(year[1]))
    if text[end : end + 1] == "." and day is None:
        return Written(start, end, month)
    return Written(start, end, month, day, last)


def _is_day(figures: str) -> bool:
    return 1 <= int(figures) <= 31


def _days(first: str | None, second: str) -> tuple[int, int | None]:
    if first is None or not _is_day(first) or int(first) >= int(second):
        return int(second), None
    return int(first), int(second)


def resolved(written: Written, published: Published) -> Reading | None:
    """What the date is; None where nothing tells its year, or the calendar does not have it."""
    year, is_guessed, is_far = _year(written, published)
    if year is None:
        return None
    reason = _("year guessed from when it was published") if is_guessed else _("a date")
    score = 0.95 if not is_guessed else 0.7 if is_far else 0.9
    if written.day is None:
        value = f"{year:04}-{written.month:02}"
        return Reading(written.start, written.end, value, score - 0.05, reason, is_uncertain=is_far)
    day = a_day(year, written.month, written.day)
    last = a_day(year, written.month, written.last_day) if written.last_day else None
    if day is None or (written.last_day and last is None):
        return None
    value = f"{day}/{last}" if last else f"{day}"
    return Reading(
        written.start,
        written.end,
        value,
        score,
        reason,
        is_uncertain=is_far,
        day=day,
        last_day=last,
        is_year_guessed=is_guessed,
    )


def _year(written: Written, published: Published) -> tuple[int | None, bool, bool]:
    """The year, whether it is guessed, and whether that guess is far."""
    if written.year is not None:
        return written.year, False, False
    if published.day is None:
        return None, True, True
    base = published.day
    tries = [
        (day, year)
        for year in (base.year - 1, base.year, base.year + 1)
        if (day := a_day(year, written.month, min(written.day or 15, 28)))
    ]
    if written.day == 29 and written.month == 2:
        tries = [(day, year) for day, year in tries if calendar.isleap(year)] or tries
    if not tries:
        return None, True, True
    day, year = min(tries, key=lambda each: _distance(each[0], base))
    return year, True, abs(day - base) > _NEAR


def _distance(day: date, base: date) -> timedelta:
    """How far a day is from when it was published; what lies ahead counts four times."""
    return (day - base) * 4 if day > base else base - day


def in_figures(text: str, start: int) -> Reading | None:
    """A date such as `2024-11-14` or `14.11.2024` that begins at `start`."""
    found = _IN_FIGURES.match(text, start)
    if found is None:
        return None
    if found[1]:
        return _iso(found)
    first, second, year = int(found[6]), int(found[7]), int(found[8])
    is_swapped = second > 12
    day = a_day(year, first, second) if is_swapped else a_day(year, second, first)
    if day is None:
        return None
    is_unsure = "/" in found.group() and first <= 12 and second <= 12 and first != second
    return Reading(
        start,
        found.end(),
        f"{day}",
        0.75 if is_unsure else 0.93,
        _("a date"),
        is_uncertain=is_unsure,
        day=day,
    )


def _iso(found: re.Match[str]) -> Reading | None:
    day = a_day(int(found[1]), int(found[2]), int(found[3]))
    if day is None:
        return None
    clock = found[4]
    if clock and int(clock[:2]) < 24 and all(int(part) < 60 for part in clock.split(":")[1:]):
        value = f"{day}T{clock}{found[5] or ''}"
        return Reading(found.start(), found.end(), value, 0.97, _("a date and time"), day=None)
    return Reading(found.start(), found.end(3), f"{day}", 0.95, _("a date"), day=day)
