"""Reads what stands around a date: `late on`, `early`, `since`, `the night of`, `as of`."""

import re
from calendar import monthrange
from dataclasses import replace
from datetime import timedelta

from caseboard.i18n import _
from caseboard.model.edtf import OPEN
from caseboard.tagging.times import vocabulary
from caseboard.tagging.times.reading import Reading

_REACH = 40
_SINCE = re.compile(
    r"(?<!\w)(?:since|starting(?: from| on)?|починаючи з|начиная с|od)[ \u00a0]"
    r"(?:(?:the )?(?:early|mid|late)[ -])?$",
    re.I,
)
_SINCE_LONG = re.compile(r"(?<!\w)(?:з|із|с|со)[ \u00a0]$", re.I)
"""Of a year or month; before a day it may begin `з 12 по 14 листопада`."""
_UNTIL = re.compile(r"(?<!\w)(?:until|till|up to|through|аж до|вплоть до)[ \u00a0]$", re.I)
_PART_OF_MONTH = (
    (re.compile(r"(?<!\w)(?:early(?: in)?|(?:at )?the (?:beginning|start) of|на початку|в начале|"
                r"на почaтку|na początku)[ \u00a0-]$", re.I), 1, 10),
    (re.compile(r"(?<!\w)(?:mid|in the middle of|the middle of|[ву] середині|в середине|"
                r"w połowie)[ \u00a0-]$", re.I), 11, 20),
    (re.compile(r"(?<!\w)(?:late(?: in)?|(?:at )?the end of|наприкінці|[ву] кінці|в конце|"
                r"pod koniec)[ \u00a0-]$", re.I), 21, 31),
)  # fmt: skip
_NIGHT_TO = re.compile(
    r"(?<!\w)(?:(?:у|в|уночі|вночі) ніч (?:на|з \d{1,2}(?:-го)? на)"
    r"|в ночь (?:на|с \d{1,2} на)|ночью на|w nocy na"
    r"|overnight (?:into|to)|the night (?:to|into|leading to|before))[ \u00a0]$",
    re.I,
)
_PART_OF = re.compile(
    r"(?<!\w)(?:(?:on|in|during) )?(?:the )?(late |early )?"
    r"(morning|afternoon|evening|night|overnight)"
    r"(?: of| on|,)?[ \u00a0]$",
    re.I,
)
_VAGUE = re.compile(r"(?<!\w)(late|early)(?: on| in the day on)?[ \u00a0]$", re.I)
_PART_WORD = re.compile(r"(?<!\w)([^\W\d]+)[ \u00a0]$")
_PART_AFTER = re.compile(r",?[ \u00a0](?:in the |at )?([^\W\d]+)")


def applied(text: str, reading: Reading, floor: int) -> Reading:
    """`reading` with what stands before it, from `floor` on, and after it taken in."""
    before = text[max(floor, reading.start - _REACH) : reading.start]
    if reading.day is None:
        return _of_longer(before, reading)
    return _opened(before, _of_day(text, before, reading))


def _of_longer(before: str, reading: Reading) -> Reading:
    if len(reading.edtf) == 7 and int(reading.edtf[5:7]) <= 12:
        for pattern, first, last in _PART_OF_MONTH:
            if found := pattern.search(before):
                start = reading.start - len(before) + found.start()
                narrowed = _part_of_month(reading, first, last, start)
                return _opened(before[: found.start()], narrowed)
    if "/" not in reading.edtf and (found := _SINCE_LONG.search(before)):
        start = reading.start - len(before) + found.start()
        return replace(reading, start=start, edtf=f"{reading.edtf}/{OPEN}")
    return _opened(before, reading)


def _part_of_month(reading: Reading, first: int, last: int, start: int) -> Reading:
    year, month = int(reading.edtf[:4]), int(reading.edtf[5:7])
    last = min(last, monthrange(year, month)[1])
    value = f"{reading.edtf}-{first:02}~/{reading.edtf}-{last:02}~"
    reason = _("about that part of the month")
    return replace(reading, start=start, edtf=value, reason=reason, score=reading.score - 0.1)


def _opened(before: str, reading: Reading) -> Reading:
    """Open at an end after `since` and `until`."""
    if "/" in reading.edtf and OPEN not in reading.edtf and "~" not in reading.edtf:
        return reading
    if found := _SINCE.search(before):
        first = reading.edtf.split("/")[0]
        start = reading.start - len(before) + found.start()
        return replace(reading, start=start, edtf=f"{first}/{OPEN}", day=None)
    if found := _UNTIL.search(before):
        last = reading.edtf.split("/")[-1]
        start = reading.start - len(before) + found.start()
        return replace(reading, start=start, edtf=f"{OPEN}/{last}", day=None)
    return reading


def _of_day(text: str, before: str, reading: Reading) -> Reading:
    start = reading.start - len(before)
    if (found := _NIGHT_TO.search(before)) and reading.day and reading.last_day is None:
        eve = reading.day - timedelta(days=1) if reading.day.year > 1 else reading.day
        value = f"{eve}/{reading.day}"
        return replace(reading, start=start + found.start(), edtf=value, part_of_day="night")
    if found := _PART_OF.search(before):
        part = "night" if found[2].casefold() == "overnight" else found[2].casefold()
        return replace(reading, start=start + found.start(), part_of_day=part)
    if found := _VAGUE.search(before):
        part = "evening" if found[1].casefold() == "late" else "morning"
        return replace(reading, start=start + found.start(), part_of_day=part, is_uncertain=True)
    return _by_words(text, before, reading)


def _by_words(text: str, before: str, reading: Reading) -> Reading:
    """`вранці 14 листопада`, `14 ноября вечером`, `Nov. 14 in the evening`."""
    parts = vocabulary.words("part")
    if found := _PART_WORD.search(before):
        part = parts.get(vocabulary.fold(found[1]), "")
        if part:
            start = reading.start - len(before) + found.start()
            return replace(reading, start=start, part_of_day=part)
    if found := _PART_AFTER.match(text, reading.end):
        part = parts.get(vocabulary.fold(found[1]), "")
        if part:
            return replace(reading, end=found.end(), part_of_day=part)
    return reading
