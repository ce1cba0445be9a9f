"""Reads times told from when a text was published: `yesterday`, `on Monday`, `last week`."""

import re
from datetime import date

from caseboard.i18n import _
from caseboard.tagging.times import vocabulary
from caseboard.tagging.times.reading import Published, Reading, moved

_LAST = (
    r"last|past|previous|минул\w+|попередн\w+|прошл\w+|прошедш\w+|ubiegł\w+|zeszł\w+|poprzedni\w+"
)
_THIS = r"this|ц(?:ього|ьому|єї|ієї|ей|ій|ю)|эт(?:от|ого|ом|ой|у)|тек\w+|поточн\w+|t(?:ym|ego|ej)"
_NEXT = r"next|coming|наступн\w+|следующ\w+|przyszł\w+|następn\w+"
_WHICH_BEFORE = re.compile(rf"(?<!\w)(?:({_LAST})|({_THIS})|({_NEXT}))[ \u00a0]$", re.I)
_AGO = re.compile(r"[ \u00a0](?:ago|earlier|тому|назад|temu)(?!\w)", re.I)
_COUNT_BEFORE = re.compile(r"(?<![\w.,])(\d{1,3}|[^\W\d]+)[ \u00a0]$")
_WEEKDAY_LEAD = re.compile(
    r"(?<!\w)(?:on|since|until|by|late(?: on)?|early(?: on)?|from|last|this|next|у|в|во|до|з|с|w|we"
    r"|минулого|минулої|минулу|в прошлый|в прошлую|прошлый|прошлую|zeszły|zeszłą)[ \u00a0]$",
    re.I,
)
_NO_DAY = re.compile(r"[ \u00a0](?:Times|Mirror|Mail|Telegraph|Express|Herald|Post|Night|Black)\b")
_PAST_HOURS = re.compile(
    r"(?:over|in|during|within|for) the (?:last|past|previous) (?:24 hours|day)"
    r"|(?:за|протягом|впродовж) (?:минул\w+|останн\w+|поточн\w+) доб\w+"
    r"|(?:за|в течение) (?:минувш\w+|прошедш\w+|последн\w+|прошл\w+) сут\w+"
    r"|w ciągu (?:ostatniej|minionej) doby",
    re.I,
)
_OF_A_DAY = re.compile(r"[ \u00a0](?:on|into|to|from)[ \u00a0][A-Z\d]")


def a_word(text: str, start: int, end: int, key: str, published: Published) -> Reading | None:
    """`yesterday`, `вчора`, `last night`, `tonight`, with the part of the day after it."""
    base = published.day
    if base is None:
        return None
    offset = vocabulary.numbers("day").get(key)
    if offset is None:
        return _night(text, start, end, key, base)
    day = moved(base, offset)
    return _a_day(start, end, day, 0.9, "") if day else None


def _night(text: str, start: int, end: int, key: str, base: date) -> Reading | None:
    before = text[max(0, start - 12) : start]
    which = _WHICH_BEFORE.search(before)
    part = vocabulary.words("part").get(key, "evening" if key == "tonight" else "")
    if key == "tonight":
        return _a_day(start, end, base, 0.85, "night")
    if key == "overnight" and _OF_A_DAY.match(text, end):
        return None
    if key == "overnight" and which is None:
        return _a_night(start, end, base, 0.6)
    if which is None or not part:
        return None
    start = start - len(before) + which.start()
    if which[1] and part == "night":
        return _a_night(start, end, base, 0.85)
    day = moved(base, -1 if which[1] else 0 if which[2] else 1)
    return _a_day(start, end, day, 0.85, part) if day else None


def _a_night(start: int, end: int, base: date, score: float) -> Reading | None:
    eve = moved(base, -1)
    if eve is None:
        return None
    return Reading(start, end, f"{eve}/{base}", score, _reason(), "night", is_uncertain=score < 0.7)


def _a_day(start: int, end: int, day: date, score: float, part: str) -> Reading:
    return Reading(start, end, f"{day}", score, _reason(), part, day=day)


def _reason() -> str:
    return _("told from when it was published")


def a_weekday(text: str, start: int, end: int, number: int, published: Published) -> Reading | None:
    """`on Monday`: the last one, the day of publication itself included."""
    base = published.day
    if base is None or _NO_DAY.match(text, end):
        return None
    before = text[max(0, start - 20) : start]
    is_latin = text[start] < "\u0400"
    lead = _WEEKDAY_LEAD.search(before)
    if lead is None and not (is_latin and text[start].isupper()):
        return None
    which = _WHICH_BEFORE.search(before)
    back = (base.weekday() - number) % 7
    if which and which[1]:
        back = back or 7
    if which and which[3]:
        back -= 7
    day = moved(base, -back)
    if day is None:
        return None
    score = 0.87 if lead else 0.75
    begin = start - len(before) + which.start() if which else start
    return Reading(begin, end, f"{day}", score, _reason(), day=day)


def a_unit(text: str, start: int, end: int, unit: str, published: Published) -> Reading | None:
    """`last week`, `two days ago`, `минулого місяця`."""
    base = published.day
    if base is None:
        return None
    before = text[max(0, start - 20) : start]
    if which := _WHICH_BEFORE.search(before):
        offset = -1 if which[1] else 0 if which[2] else 1
        value = _stretch(base, unit, offset)
        begin = start - len(before) + which.start()
        return Reading(begin, end, value, 0.8, _reason()) if value else None
    after = _AGO.match(text, end)
    count = _COUNT_BEFORE.search(before) if after else None
    if after is None:
        return None
    number = _number(count[1]) if count else 1
    if number is None:
        return None
    value = _ago(base, unit, number)
    begin = start - len(before) + count.start() if count else start
    is_day = len(value) == 10
    day = date.fromisoformat(value) if is_day else None
    return (
        Reading(begin, after.end(), value, 0.78, _reason(), is_uncertain=number > 3, day=day)
        if value
        else None
    )


def _number(word: str) -> int | None:
    return int(word) if word.isdigit() else vocabulary.numbers("number").get(vocabulary.fold(word))


def _stretch(base: date, unit: str, offset: int) -> str:
    match unit:
        case "day":
            day = moved(base, offset)
            return f"{day}" if day else ""
        case "week":
            monday = moved(base, 7 * offset - base.weekday())
            sunday = moved(base, 7 * offset - base.weekday() + 6)
            return f"{monday}/{sunday}" if monday and sunday else ""
        case "month":
            return _month(base, offset)
        case "year":
            return f"{base.year + offset:04}" if 0 < base.year + offset < 10000 else ""
    return ""


def _month(base: date, offset: int) -> str:
    count = base.year * 12 + base.month - 1 + offset
    return f"{count // 12:04}-{count % 12 + 1:02}" if 12 <= count < 120000 else ""


def _ago(base: date, unit: str, number: int) -> str:
    match unit:
        case "day":
            day = moved(base, -number)
        case "week":
            day = moved(base, -7 * number)
        case "month":
            return _month(base, -number)
        case "year":
            return f"{base.year - number:04}" if base.year > number else ""
        case _:
            return ""
    return f"{day}" if day else ""


def past_day(text: str, published: Published, start: int) -> Reading | None:
    """`over the past 24 hours` that begins at `start`."""
    if published.day is None:
        return None
    found = _PAST_HOURS.match(text, start)
    eve = moved(published.day, -1)
    if found is None or eve is None:
        return None
    value = f"{eve}/{published.day}"
    return Reading(start, found.end(), value, 0.75, _reason())


def nearest_season(season: int, base: date) -> int:
    """The year of the last season of that kind that has begun; winter is of its December."""
    first = {21: 3, 22: 6, 23: 9, 24: 12}[season]
    begun = base.replace(day=1) >= date(base.year, first, 1)
    return base.year if begun else base.year - 1
