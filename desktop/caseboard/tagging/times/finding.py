"""Finds dates and times word by word, and joins those that belong together."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from caseboard.i18n import _
from caseboard.tagging.document import Document, Word
from caseboard.tagging.suggestions import TimeSuggestion
from caseboard.tagging.times import clock, dates, longer, modifiers, relative, vocabulary
from caseboard.tagging.times.reading import Published, Reading, a_day, published

_MONTH_LEAD = re.compile(
    r"(?<!\w)(?:in|since|until|till|during|through|early|mid|late|last|next|this|(?:end|beginning"
    r"|start|middle|month) of|у|в|з|із|с|до|від|от|по|на|початку|наприкінці|кінці|середині|начале"
    r"|конце|середине|минулого|прошлого|w|od|do|na|początku|koniec|połowie)[ \u00a0-]$",
    re.I,
)
_BETWEEN = re.compile(r"[ \u00a0]?(?:to|and|until|till|through|–|—|-|до|по|та|і|и|do|a)[ \u00a0]?")
_RANGE_LEAD = re.compile(
    r"(?<!\w)(?:from|between|з|із|зі|від|с|со|от|між|между|od|między)[ \u00a0]$", re.I
)
_CLOCK_JOIN = re.compile(
    r"(?:,? ?(?:at|around|about|on|by|o|об?|в|близько|около)?[ \u00a0]"
    r"|,? (?:local time )?on |, |T)?"
)


def found_in(document: Document) -> list[TimeSuggestion]:
    """Every mention, in reading order."""
    base = published(document.published)
    found = list(_readings(document, base))
    joined = _with_clocks(document, _ranges(document.text, found), base)
    return [_suggestion(document.text, each) for each in sorted(joined, key=lambda r: r.start)]


def _suggestion(text: str, each: Reading) -> TimeSuggestion:
    return TimeSuggestion(
        start=each.start,
        end=each.end,
        surface=text[each.start : each.end],
        score=round(each.score - 0.1 * each.is_uncertain, 2),
        reason=each.reason,
        edtf=each.written,
        part_of_day=each.part_of_day,
        is_uncertain=each.is_uncertain,
    )


def _readings(document: Document, base: Published) -> Iterator[Reading]:
    text = document.text
    done = 0
    for word in document.words:
        if word.start < done:
            continue
        reading = _one(text, word, base)
        if reading is None or reading.end <= done:
            continue
        reading = modifiers.applied(text, reading, done)
        yield replace(reading, start=max(done, reading.start))
        done = reading.end


def _one(text: str, word: Word, base: Published) -> Reading | None:
    first = word.text[0]
    if first.isdigit():
        return _of_figures(text, word) if first in "0123456789" else None
    key = vocabulary.fold(word.text)
    kind = _kinds().get(key)
    if kind is None and "-" in key:  # mid-October
        word = _after_hyphen(word)
        key = vocabulary.fold(word.text)
        kind = "month" if _kinds().get(key) == "month" else None
    if kind is None:
        return None
    return _of_word(text, word, key, kind, base)


def _after_hyphen(word: Word) -> Word:
    tail = word.text.rpartition("-")[2]
    return Word(word.end - len(tail), word.end, tail)


def _of_figures(text: str, word: Word) -> Reading | None:
    return dates.in_figures(text, word.start) or longer.a_year(text, word.start)


def _of_word(text: str, word: Word, key: str, kind: str, base: Published) -> Reading | None:
    start, end = word.start, word.end
    match kind:
        case "month":
            return _month(text, word, key, base)
        case "weekday":
            number = vocabulary.numbers("weekday")[key]
            return relative.a_weekday(text, start, end, number, base)
        case "season":
            return longer.a_season(text, start, end, key, base)
        case "unit":
            unit = vocabulary.words("unit")[key]
            return relative.a_unit(text, start, end, unit, base)
        case "lead":
            return relative.past_day(text, base, start)
    return relative.a_word(text, start, end, key, base)


def _kinds() -> dict[str, str]:
    if not _KINDS:
        for kind in ("unit", "part", "day", "season", "weekday", "month"):
            _KINDS.update(dict.fromkeys(vocabulary.words(kind), kind))
        leads = "over in during within for за протягом впродовж w"
        _KINDS.update({word: "lead" for word in leads.split() if word not in _KINDS})
        _KINDS["tonight"] = "part"
    return _KINDS


_KINDS: dict[str, str] = {}


def _month(text: str, word: Word, key: str, base: Published) -> Reading | None:
    is_latin = word.text[0] < "\u0250"
    if is_latin and key.isascii() and key not in vocabulary.words("polish") and not word.is_capital:
        return None
    month = vocabulary.numbers("month")[key]
    written = dates.around_month(text, word.start, word.end, month)
    if written.day is None and not _may_stand_alone(text, written, key):
        return None
    return dates.resolved(written, base)


def _may_stand_alone(text: str, written: dates.Written, key: str) -> bool:
    """Whether a month without a day is one: `in September`, not the word `may`."""
    if written.year is not None:
        return True
    lead = _MONTH_LEAD.search(text[max(0, written.start - 14) : written.start])
    if lead is None:
        return False
    if key not in vocabulary.words("also_word"):
        return True
    after = text[written.end : written.end + 2]
    return not (after[:1] in {" ", "\u00a0"} and after[1:].isupper()) and after[:1] not in {
        "'",
        "’",
    }


def _ranges(text: str, readings: Sequence[Reading]) -> list[Reading]:
    """With `from Nov. 12 to Nov. 14` as one."""
    made: list[Reading] = []
    for each in readings:
        last = made[-1] if made else None
        if last and _is_range(text, last, each):
            start = min(last.start, each.start)
            value = f"{_in_year_of(last, each)}/{each.day}"
            unsure = last.is_uncertain or each.is_uncertain
            made[-1] = replace(
                last, start=start, end=each.end, edtf=value, last_day=each.day, is_uncertain=unsure
            )
        else:
            made.append(each)
    return made


def _in_year_of(first: Reading, second: Reading) -> date | None:
    """The first day, in the year of the second where only that one has a year written."""
    if first.day and second.day and first.is_year_guessed and not second.is_year_guessed:
        year = second.day.year
        return a_day(year, first.day.month, first.day.day) or first.day
    return first.day


def _is_range(text: str, first: Reading, second: Reading) -> bool:
    begin = _in_year_of(first, second)
    if begin is None or second.day is None or begin >= second.day:
        return False
    if first.last_day or second.last_day:
        return False
    if first.part_of_day or second.part_of_day or second.start - first.end > 12:
        return False
    between = _BETWEEN.fullmatch(text, first.end, second.start)
    if between is None:
        return False
    is_dash = between.group().strip() in {"-", "–", "—"}
    return is_dash or bool(_RANGE_LEAD.search(text[max(0, first.start - 10) : first.start]))


def _with_clocks(
    document: Document, readings: Sequence[Reading], base: Published
) -> Iterator[Reading]:
    """With times of day joined to the day beside them, or to when it was published."""
    text = document.text
    taken = list(readings)
    used: set[int] = set()
    at = 0
    for word in document.words:
        if word.text[0] not in "0123456789":
            continue
        while at < len(taken) and taken[at].end <= word.start:
            at += 1
        if at < len(taken) and taken[at].start <= word.start < taken[at].end:
            continue
        found = clock.at(text, word.start)
        if found is None:
            continue
        beside = _beside(text, taken, at, found)
        if beside is not None and beside not in used:
            used.add(beside)
            yield _joined(taken[beside], found)
        elif beside is None and found.has_lead and base.day:
            yield _alone(found, base.day)
    yield from (each for index, each in enumerate(taken) if index not in used)


def _beside(text: str, readings: Sequence[Reading], at: int, found: clock.Clock) -> int | None:
    """The place of the day that stands right before or after a time of day."""
    before = readings[at - 1] if at else None
    if before and _is_one_day(before) and _CLOCK_JOIN.fullmatch(text, before.end, found.start):
        return at - 1
    after = readings[at] if at < len(readings) else None
    if after and _is_one_day(after) and _CLOCK_JOIN.fullmatch(text, found.end, after.start):
        return at
    return None


def _is_one_day(reading: Reading) -> bool:
    return reading.day is not None and reading.last_day is None


def _joined(reading: Reading, found: clock.Clock) -> Reading:
    day = reading.day or date.min
    return replace(
        reading,
        start=min(reading.start, found.start),
        end=max(reading.end, found.end),
        edtf=found.on(day),
        part_of_day=reading.part_of_day or found.part_of_day,
        day=None,
    )


def _alone(found: clock.Clock, day: date) -> Reading:
    return Reading(
        found.start,
        found.end,
        found.on(day),
        0.65,
        _("a time of day; the day is when it was published"),
        found.part_of_day,
        is_uncertain=True,
    )
