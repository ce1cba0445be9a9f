"""Reads years and seasons."""

import re

from caseboard.i18n import _
from caseboard.tagging.times import vocabulary
from caseboard.tagging.times.reading import Published, Reading
from caseboard.tagging.times.relative import nearest_season

_YEAR = re.compile(r"(?<![\w.,/:\-–])((?:19|20)\d\d)(?![\w/:]|[.,]\d|-\d{3,}|[ \u00a0]?%)")
_YEAR_RANGE = re.compile(
    r"(?:[-–—]|[ \u00a0](?:to|and|до|по|do)[ \u00a0])((?:19|20)\d\d)(?![\w\-/])"
)
_YEAR_WORD = re.compile(
    r"[ \u00a0](?:року|році|рік|роком|роки|роках|году|года|год|годы|годах|годом|roku|рр?\.|гг?\.)"
)
_YEAR_LEAD = re.compile(
    r"(?<!\w)(?:in|since|until|till|from|before|after|during|of|by|between|late|early|mid|back in"
    r"|the|у|в|з|із|с|до|від|от|після|после|w|od|do|po)[ \u00a0-](?:early |late |mid-)?$",
    re.I,
)
_COUNTED = re.compile(
    r"[ \u00a0](?:troops|soldiers|people|men|drones|shells|met(?:er|re)s?|kilomet(?:er|re)s?|km|m"
    r"|tons?|rounds"
    r"|sorties|missiles|hryvnias?|dollars?|rubles?|euros?|hours|times|square|tanks|vehicles|civilians"
    r"|осіб|людей|людини|солдатів|військових|солдат|военных|человек"
    r"|метрів|метров|км|м|гривень|рублей"
    r"|дронів|дронов|ракет|снарядів|снарядов)(?!\w)"
)
_SEASON_YEAR = re.compile(
    r"(?:,? of|,)?[ \u00a0]((?:19|20)\d\d)(?:[-–/]\d\d(?:\d\d)?)?"
    r"(?:[ \u00a0](?:року|года|году|roku))?(?![\w/:])"
)
_SEASON_LEAD = re.compile(
    r"(?<!\w)(?:in|during|since|by|until|through|over|from)[ \u00a0]the[ \u00a0]"
    r"(?:early |late |mid-)?$"
    r"|(?<!\w)(last|past|this|in|next|since|минулої|минулого|цієї|цього"
    r"|прошлой|прошлым|этой|этим)[ \u00a0]$",
    re.I,
)


def a_year(text: str, start: int) -> Reading | None:
    """A year, or years from one to another, that begins at `start`."""
    found = _YEAR.match(text, start)
    if found is None or _COUNTED.match(text, found.end()):
        return None
    word = _YEAR_WORD.match(text, found.end())
    lead = _YEAR_LEAD.search(text[max(0, start - 20) : start])
    if word is None and lead is None:
        return None
    last = _YEAR_RANGE.match(text, found.end())
    if last and int(last[1]) > int(found[1]) and not _COUNTED.match(text, last.end()):
        tail = _YEAR_WORD.match(text, last.end())
        end = tail.end() if tail else last.end()
        return Reading(start, end, f"{found[1]}/{last[1]}", 0.85, _("years"))
    is_the = lead is not None and lead.group().strip(" \u00a0-").casefold() == "the"
    end = word.end() if word else found.end()
    return Reading(start, end, found[1], 0.65 if is_the and not word else 0.88, _("a year"))


def a_season(text: str, start: int, end: int, key: str, published: Published) -> Reading | None:
    """`the autumn of 2022`, `восени 2022 року`, `last summer`."""
    season = vocabulary.numbers("season")[key]
    if year := _SEASON_YEAR.match(text, end):
        value = f"{year[1]}-{season}"
        return Reading(start, year.end(), value, 0.92, _("a season of a year"))
    lead = _SEASON_LEAD.search(text[max(0, start - 22) : start])
    if published.day is None or (lead is None and key not in vocabulary.words("adverb")):
        return None
    which = (lead[1] or "").casefold() if lead else ""
    year_of = nearest_season(season, published.day)
    if which in {"last", "past"} or which.startswith(("минул", "прошл")):
        year_of -= _is_now(season, published)
    if which == "next":
        year_of += 1
    begin = start - len(which) - 1 if which not in {"", "in", "since"} else start
    reason = _("year guessed from when it was published")
    return Reading(begin, end, f"{year_of:04}-{season}", 0.6, reason, is_uncertain=True)


def _is_now(season: int, published: Published) -> int:
    """1 in the season itself, so that `last summer` in July is the one before."""
    day = published.day
    if day is None:
        return 0
    first = {21: 3, 22: 6, 23: 9, 24: 12}[season]
    return int(day.month in {first, first % 12 + 1, (first + 1) % 12 + 1})
