"""When an article was published: as EDTF, by the clock and the zone that its page shows."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from caseboard.capture import printed, urls
from caseboard.capture.tree import Element, text_of, tokens

_ISO = re.compile(
    r"\s*(\d{4})-(\d\d)-(\d\d)(?:[T\s]+(\d\d):(\d\d)(?::(\d\d))?(?:[.,]\d+)?\s*(Z|"
    r"[+-]\d\d:?(?:\d\d)?)?)?\s*\Z",
    re.I,
)
_COMPACT = re.compile(r"\s*(\d{4})(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(\d\d)(Z)?)?\s*\Z")
_NOT_PUBLISHED = re.compile(
    r"updat|modif|edited|revised|онов|обнов|змін|измен|aktualis|geändert|aktualiz|zmian|"
    r"registriert|joined|member since|зареєстр|зарегистр|zmodyf|actualiz|atualiz|mis à jour|"
    r"mise à jour|aggiorn|bijgewerkt|uppdater|opdater|"
    r"oppdater|güncel|frissít|aktuali",
    re.I,
)
_DAY_IN_PATH = re.compile(r"/((?:19|20)\d\d)[/-]?(\d\d)[/-]?(\d\d)(?=[/_-]|\Z)")
_ZONES = dict.fromkeys(
    ["de", "pl", "fr", "it", "es", "nl", "cs", "sk", "hu", "sv", "da", "no", "nb"], "Europe/Berlin"
) | {
    "uk": "Europe/Kiev",
    "ru": "Europe/Moscow",
}
_LONGEST_OFFSET = timedelta(hours=14)
_LONGEST_BEHIND = timedelta(hours=12)


@dataclass(frozen=True, slots=True)
class Published:
    """A publication time: EDTF (ISO 8601-2), None if unknown, and its wording on the page."""

    edtf: str | None
    as_printed: str
    said_in: str = ""
    """Where it was read, such as `JSON-LD datePublished`."""


NOT_STATED = Published(None, "")

Statement = tuple[str, str]
"""Where something is stated, and what."""


def read(
    statements: list[Statement],
    times: list[Element],
    shown: list[str],
    *,
    doubtful: Statement = ("", ""),
    url: str = "",
    language: str = "",
    day_first: bool | None = None,
) -> Published:
    """The first sound one of `statements`, by the clock of `times` and `shown` where they agree.

    `statements`: machine-readable times, best first; `times`: the page's `time` elements near its
    title, `shown`: the words of its byline. Where nothing is stated, what is shown counts, and
    after it what is stated as `doubtful`. A day in the path of `url`, and `language`, tell by
    which clock a time in UTC was published; `day_first` how the page's country reads 03/04.
    """
    marked = [stated(element.get("datetime") or "") for element in times]
    words = [*shown, *(text_of(element)[:200] for element in times)]
    of_publication = map(_of_publication, words)
    prints = [p for text in of_publication if (p := printed.find(text, day_first=day_first))]
    known = [(edtf, where, text) for where, text in statements if (edtf := stated(text))]
    known += [(edtf, "time element", edtf) for edtf in marked if edtf]
    if known:
        first, where, text = known[0]
        best = _as_shown(first, [edtf for edtf in marked if edtf], prints)
        if best == first:
            best = day_in_path(best, url) or local_midnight(best, language) or best
        agreeing = [p.text for p in prints if p.edtf[:10] in {best[:10], first[:10]}]
        return Published(best, (agreeing or [text])[0], where)
    if prints:
        return Published(prints[0].edtf, prints[0].text, "byline")
    edtf = stated(doubtful[1])
    return Published(edtf, doubtful[1], doubtful[0]) if edtf else NOT_STATED


def _of_publication(text: str) -> str:
    """`text` less the day of an update, and what says that it is one."""
    update = _NOT_PUBLISHED.search(text)
    if update is None or printed.find(text[: update.start()]):
        return text
    after = text[update.end() :]
    found = printed.find(after)
    return after[found.end :] if found else text


def local_midnight(instant: str, language: str) -> str | None:
    """The day that began at `instant` in UTC where a page's language is spoken, else None.

    Systems that know only the day write its midnight, and some of them write it in UTC.
    """
    moment, zone = _moment(instant), _ZONES.get(language)
    if moment is None or zone is None or moment.tzinfo is None or moment.utcoffset():
        return None
    try:
        local = moment.astimezone(ZoneInfo(zone))
    except ZoneInfoNotFoundError:  # a machine without zone data
        return None
    return local.date().isoformat() if local.time() == time() else None


def day_in_path(instant: str, url: str) -> str | None:
    """The day that `url` names, where `instant` in UTC fell on it by some newsroom's clock.

    The path of an address is written by that clock. None where the two say the same day, or
    where no zone brings them together.
    """
    found = _DAY_IN_PATH.search(urls.split(url).path)
    moment = _moment(instant)
    if found is None or moment is None or moment.tzinfo is None or moment.utcoffset():
        return None
    try:
        start = datetime(int(found[1]), int(found[2]), int(found[3]), tzinfo=UTC)
    except ValueError:
        return None
    ahead, behind = start - moment, moment - (start + timedelta(days=1))
    if timedelta() < ahead <= _LONGEST_OFFSET or timedelta() <= behind < _LONGEST_BEHIND:
        return start.date().isoformat()
    return None


def visible_times(container: Element) -> list[Element]:
    """The `time` elements of an article's head, those that speak of an update left out."""
    found = []
    for element in list(container.iter("time"))[:12]:
        parent = element.getparent()
        outer = tokens(parent) if parent is not None else ""
        if not _NOT_PUBLISHED.search(f"{tokens(element)} {outer} {text_of(element)[:80]}"):
            found.append(element)
    return found


def stated(text: str) -> str | None:
    """EDTF of a machine-readable time (ISO 8601 and what passes for it), None if it is none.

    Midnight sharp is what systems write that know only the day: then only the day is kept.
    """
    text = text.strip()[:80]
    match = _ISO.match(text) or _COMPACT.match(text)
    if match is None:
        found = printed.find(text)
        return found.edtf if found and len(found.text) * 3 > len(text) else None
    year, month, day, hour, minute, second, zone = match.groups()
    try:
        clock = (int(hour or 0), int(minute or 0), int(second or 0))
        moment = datetime(int(year), int(month), int(day), *clock)
    except ValueError:
        return None
    if not printed.plausible(moment.date()):
        return None
    if hour is None or (moment.hour, moment.minute, moment.second) == (0, 0, 0):
        return moment.date().isoformat()
    return f"{moment.isoformat()}{_zone(zone)}"


def _zone(zone: str | None) -> str:
    if not zone:
        return ""
    if zone.upper() == "Z":
        return "Z"
    digits = zone[1:].replace(":", "").ljust(4, "0")
    return f"{zone[0]}{digits[:2]}:{digits[2:]}" if int(digits[:2]) <= 14 else ""


def _as_shown(best: str, marked: list[str], prints: list[printed.Printed]) -> str:
    """`best`, or the same instant by the clock that the page shows."""
    for other in [*marked, *(found.edtf for found in prints)]:
        if len(best) == 10 and len(other) > 10 and other[:10] == best:
            return other  # the same day, and the hour too
        if _same_instant(best, other):
            return other
    for found in prints:
        offset = _offset(best, found.edtf)
        if offset is not None:
            return f"{found.edtf}{printed.offset_text(offset)}"
    return best


def _moment(edtf: str) -> datetime | None:
    return datetime.fromisoformat(edtf) if len(edtf) > 10 else None


def _same_instant(one: str, two: str) -> bool:
    first, second = _moment(one), _moment(two)
    if first is None or second is None or first.tzinfo is None or second.tzinfo is None:
        return False
    return (
        one.endswith("Z") and not two.endswith("Z") and abs(first - second) < timedelta(minutes=1)
    )


def _offset(instant: str, shown: str) -> int | None:
    """Minutes from UTC at which a clock shows `shown` at `instant`; None if no zone has them."""
    exact, clock = _moment(instant), _moment(shown)
    if exact is None or clock is None or exact.tzinfo is None or clock.tzinfo is not None:
        return None
    if not instant.endswith("Z"):
        return None
    ahead = clock.replace(tzinfo=UTC) - exact.replace(second=0)
    if abs(ahead) > _LONGEST_OFFSET or ahead % timedelta(minutes=15):
        return None
    return int(ahead.total_seconds() // 60)
