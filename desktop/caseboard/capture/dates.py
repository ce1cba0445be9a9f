"""When an article was published: as EDTF, by the clock and the zone that its page shows."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from caseboard.capture import printed
from caseboard.capture.tree import Element, text_of, tokens

_ISO = re.compile(
    r"\s*(\d{4})-(\d\d)-(\d\d)(?:[T\s]+(\d\d):(\d\d)(?::(\d\d))?(?:[.,]\d+)?\s*(Z|"
    r"[+-]\d\d:?(?:\d\d)?)?)?\s*\Z",
    re.I,
)
_COMPACT = re.compile(r"\s*(\d{4})(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(\d\d)(Z)?)?\s*\Z")
_NOT_PUBLISHED = re.compile(r"updat|modif|онов|обнов|змін|измен", re.I)
_LONGEST_OFFSET = timedelta(hours=14)


@dataclass(frozen=True, slots=True)
class Published:
    """A publication time: EDTF (ISO 8601-2), None if unknown, and its wording on the page."""

    edtf: str | None
    as_printed: str


def read(statements: list[str], times: list[Element], shown: list[str]) -> Published:
    """The first sound one of `statements`, by the clock of `times` and `shown` where they agree.

    `statements`: machine-readable times, best first; `times`: the page's `time` elements near its
    title, `shown`: the words of its byline. Where nothing is stated, what is shown counts.
    """
    marked = [stated(time.get("datetime") or "") for time in times]
    words = [*shown, *(text_of(time)[:200] for time in times)]
    prints = [found for found in map(printed.find, words) if found]
    known = [edtf for edtf in [*map(stated, statements), *marked] if edtf]
    if known:
        best = _as_shown(known[0], [edtf for edtf in marked if edtf], prints)
        agreeing = [p.text for p in prints if p.edtf[:10] in {best[:10], known[0][:10]}]
        return Published(best, (agreeing or [statements[0] if statements else best])[0])
    if prints:
        return Published(prints[0].edtf, prints[0].text)
    return Published(None, "")


def visible_times(container: Element) -> list[Element]:
    """The `time` elements of an article's head, those that speak of an update left out."""
    found = []
    for time in list(container.iter("time"))[:12]:
        parent = time.getparent()
        around = (
            f"{tokens(time)} {tokens(parent) if parent is not None else ''} {text_of(time)[:80]}"
        )
        if not _NOT_PUBLISHED.search(around):
            found.append(time)
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
