"""Whatever in a text tells a position, whole or in part: for what must not be told.

Wider than `mapping.written`: an ordinate alone, an address of a map, squares without their zone,
three words, numbers that could be a position of the case. Better a number too many than one.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple
from urllib.parse import unquote_plus

from caseboard.mapping import written
from caseboard.mapping.degrees import METRES_PER_DEGREE

Near = Collection[tuple[float, float]]
"""Latitudes and longitudes of what a case knows to be somewhere."""

_SECOND = METRES_PER_DEGREE / 3600
_MINUTE = METRES_PER_DEGREE / 60
_AROUND = 2.0
"""Degrees from what is known within which a bare number is taken for an ordinate."""


class Told(NamedTuple):
    """A stretch of a text, and how closely it tells a position: metres."""

    start: int
    end: int
    step_m: float


_INVISIBLE = re.compile(r"[\u00ad\u200b-\u200f\u2060\ufeff*`\\]+")
"""What stands between two digits and is not printed: marks of emphasis, and nothing at all."""
_SAME = str.maketrans({**dict.fromkeys("．·٫․", "."), **dict.fromkeys("，、", ","), "_": " "})
"""What is read as a point, a comma or a space."""
_ANY = re.compile(
    r"\d[.,]\d|\d{5}|\d\s?\d{3}\s\d|[A-Z]{2}\s?\d\d|\d[\s\-:.]+\d\d|[°º˚]|://|///|\+|\d[dD]"
    r"|www\.|goo\.gl|geo:"
)
"""A text without any of these tells nothing: most need no more looking at."""
_NUMBER = r"[-+−]?\d{1,3}[.,]\d{1,10}"
_DEGREES = r"(?:°|º|˚|deg(?:rees?)?\b\.?|град\w*\.?)"
_BETWEEN = r"(?:\s*[,;/|x]\s*|\s+(?:(?:and|by|on|та|і|и|на)\s+)?)"
_GAP = r"[\s\-:.°]\s?"
_WHITHER = rf"(?:{written.SIDE}|(?:північн|південн|східн|західн|северн|южн|восточн|западн)\w+)"

# --- numbers whose digits say how fine they are ---

_ORDINATES = (
    re.compile(rf"({_NUMBER})\s?{_DEGREES}?\s?{_WHITHER}", re.IGNORECASE),
    re.compile(rf"(?<![\w.,])[NSEW]\s?({_NUMBER})\s?{_DEGREES}"),
    re.compile(
        r"\b(?:lat(?:itude)?|lon(?:g(?:itude)?)?|lng|широт\w*|довгот\w*|долгот\w*)"
        rf"\W{{0,4}}(?:(?:is|of|was)\W{{1,2}})?({_NUMBER})",
        re.IGNORECASE,
    ),
)
_PAIR = re.compile(rf"(?<![\w.,])({_NUMBER})(?:\s?°)?{_BETWEEN}({_NUMBER})(?!\w|%|[.,]\d)")
_COMMAS = re.compile(r"(?<![\w.,])(\d{1,3},\d{3,8}),(\d{1,3},\d{3,8})(?!\w|[.,]\d)")
_ALONE = re.compile(r"(?<![\w.,])[-+−]?\d{1,3}[.,]\d{4,10}(?!\w|%|[.,]\d)")
_SURE = 4
"""Decimals of two neighbours that are a position wherever it is."""

# --- notations of one fineness each ---

_FIXED: tuple[tuple[re.Pattern[str], float], ...] = (
    (
        re.compile(r"(?<!\d)\d{1,3}\s?[°º˚]\s?\d{1,2}(?:[.,]\d+)?\s?['’′ʹ‘]\s?\d{1,2}[^\n]?"),
        _SECOND,
    ),
    (re.compile(r"(?<!\d)\d{1,3}\s?[°º˚]\s?\d{1,2}[.,]\d+(?:\s?['’′ʹ‘])?"), _SECOND),
    (re.compile(r"(?<!\d)\d{1,3}\s?[°º˚]\s?\d{1,2}\s?['’′ʹ‘]"), _MINUTE),
    (
        re.compile(
            rf"(?<!\w)\d{{1,2}}{_GAP}\d{{2}}{_GAP}\d{{2}}(?:[.,]\d+)?\s?[NS]\W{{0,3}}"
            rf"\d{{1,3}}{_GAP}\d{{2}}{_GAP}\d{{2}}(?:[.,]\d+)?\s?[EW]\b",
            re.IGNORECASE,
        ),
        _SECOND,
    ),
    (
        re.compile(
            rf"(?<!\w)[NS]\s?\d{{1,2}}{_GAP}\d{{1,2}}(?:[\s\-:°]\d{{1,2}})?(?:[.,]\d+)?['’′\"”″]?"
            rf"\W{{0,3}}[EW]\s?\d{{1,3}}{_GAP}\d{{1,2}}(?:[\s\-:°]\d{{1,2}})?(?:[.,]\d+)?"
        ),
        _SECOND,
    ),
    (re.compile(r"(?<!\w)\d{4,6}(?:\.\d+)?[NS]\W?\d{5,7}(?:\.\d+)?[EW]\b"), _SECOND),
    (re.compile(r"(?<!\w)\d{1,3}d\s?\d{1,2}m(?:\s?\d{1,2}(?:\.\d+)?s)?", re.IGNORECASE), _SECOND),
    (
        re.compile(
            r"(?<!\w)\d{1,2}[C-HJ-NP-X]\s?[A-HJ-NP-Z]{2}\s?(?:\d{3}\s?\d{3}|\d{4}\s?\d{4}|\d{5}\s?\d{5})"
            r"(?!\d)",
            re.IGNORECASE,
        ),
        1.0,
    ),
    (re.compile(r"(?<!\w)[A-HJ-NP-Z]{2}\s(?:\d{4}\s\d{4}|\d{5}\s\d{5})(?!\d)"), 1.0),
    (
        re.compile(
            r"(?<!\w)\d{1,2}\s?[C-HJ-NP-X][\s,]+0?\d{6}(?:[.,]\d+)?\s?m?E?[\s,]+\d{1,8}(?:[.,]\d+)?(?:\s?m?N\b)?",
            re.IGNORECASE,
        ),
        1.0,
    ),
    (re.compile(r"(?<!\w)[EN]\s?[:=]?\s?0?\d{6,7}(?:\.\d+)?\W{0,3}[EN]\s?[:=]?\s?0?\d{6,7}"), 1.0),
    (re.compile(r"(?<!\w)[XХ]\s?[:=]?\s?\d{5,7}\W{0,3}[YУ]\s?[:=]?\s?\d{5,8}", re.IGNORECASE), 1.0),
    (
        re.compile(
            r"(?<![\w+])(?=\d*[CFGHJMPQRVWX])[2-9CFGHJMPQRVWX]{4,8}\+[2-9CFGHJMPQRVWX]{2,4}(?!\w)",
            re.IGNORECASE,
        ),
        14.0,
    ),
    (re.compile(r"(?<!/)///\s?[^\W\d_]+(?:[.・][^\W\d_]+){2}(?!\w)"), 3.0),
)

# --- addresses ---

_ADDRESS = re.compile(r"(?:\bgeo:|https?://|\bwww\.)[^\s<>\"]+|\b(?:maps\.app\.)?goo\.gl/\S+", re.I)
_HOST = re.compile(r"(?:https?://)?[^/?#]*[/?#]?", re.IGNORECASE)
_LEADING = re.compile(
    r"goo\.gl/(?:maps/|\w)|w3w\.co/|what3words\.com/|plus\.codes/|geohash\.org/|osm\.org/go/"
    r"|openstreetmap\.org/go/|/maps/-/",
    re.IGNORECASE,
)
"""Short addresses that lead to one place of a map."""
_INSIDE = re.compile(
    r"(?<![\d.])(-?\d{1,3}\.\d{2,})(?:[,;/+ ]|(?:!4d|!3d|!2d)|&?\w{0,4}lon\w*=|&l[no]g?=)"
    r"(-?\d{1,3}\.\d{2,})(?![\d.])"
    r"|(?<![\d.])(-?\d{1,3}\.\d{3,})[^\d\s]{1,14}(-?\d{1,3}\.\d{3,})(?![\d.])",
    re.IGNORECASE,
)


def told(text: str, near: Near = ()) -> tuple[Told, ...]:
    """The stretches of `text` that tell a position, none touching another, in order.

    `near` is what else the case knows: numbers that would be a position beside it count as one.
    """
    plain, places = _folded(text)
    if not _ANY.search(plain):
        return ()
    spoken = (
        Told(places[start], places[end - 1] + 1, step)
        for start, end, step in (*_spoken(plain), *_numbers(plain, near))
    )
    return tuple(_joined([*spoken, *_addresses(text)]))


def _folded(text: str) -> tuple[str, list[int]]:
    """The text as it is read, and where each of its characters stands in `text`."""
    places: list[int] = []
    end = 0
    for gone in _INVISIBLE.finditer(text):
        places += range(end, gone.start())
        end = gone.end()
    places += range(end, len(text))
    return "".join(text[place] for place in places).translate(_SAME), places


def _spoken(text: str) -> Iterator[Told]:
    """What is a position whatever the case knows."""
    for each in written.found(text):
        yield Told(each.start, each.end, each.point.precision_m)
    for pattern in _ORDINATES:
        for match in pattern.finditer(text):
            yield Told(*match.span(), _step(match[match.re.groups]))
    for pattern, step in _FIXED:
        for match in pattern.finditer(text):
            if not _is_day(match[0]):
                yield Told(*match.span(), step)


def _numbers(text: str, near: Near) -> Iterator[Told]:
    """Bare numbers: two that are a position of the case, or anywhere if there are many digits."""
    for pattern in (_PAIR, _COMMAS):
        for match in pattern.finditer(text):
            step = min(_step(match[1]), _step(match[2]))
            is_sure = max(_step(match[1]), _step(match[2])) <= _step_of(_SURE)
            if (is_sure and _is_on_globe(match)) or _is_near(match, near):
                yield Told(*match.span(), step)
    for match in _ALONE.finditer(text):
        value = _value(match[0])
        if any(min(abs(value - lat), abs(value - lon)) < _AROUND for lat, lon in near):
            yield Told(*match.span(), _step(match[0]))


def _addresses(text: str) -> Iterator[Told]:
    """Addresses that lead to a place of a map, from behind their host."""
    for match in _ADDRESS.finditer(text):
        url = match[0].rstrip(".,;:!?)'’”»")
        step = _of_address(url)
        if step is not None:
            host = 0 if url.lower().startswith("geo:") else _host(url)
            yield Told(match.start() + host, match.start() + len(url), step)


def _host(url: str) -> int:
    found = _HOST.match(url)
    return found.end() if found and found.end() < len(url) else 0


def _of_address(url: str) -> float | None:
    if _LEADING.search(url):
        return 1.0
    plain = unquote_plus(unquote_plus(url))
    steps = [
        min(_step(match[1] or match[3]), _step(match[2] or match[4]))
        for match in _INSIDE.finditer(plain)
        if _is_on_globe(match)
    ]
    path = plain[_host(plain) :]
    steps += [each.point.precision_m for each in written.found(path)]
    for pattern, step in _FIXED[:3]:
        steps += [step for _match in pattern.finditer(path)]
    return min(steps, default=None)


def _joined(found: Iterable[Told]) -> Iterator[Told]:
    """Those that overlap as one, as fine as the finest of them."""
    last: Told | None = None
    for each in sorted(found):
        if last is not None and each.start < last.end:
            last = Told(last.start, max(last.end, each.end), min(last.step_m, each.step_m))
            continue
        if last is not None:
            yield last
        last = each
    if last is not None:
        yield last


def _is_day(text: str) -> bool:
    return bool(written.DAY.match(text.upper()))


def _is_on_globe(match: re.Match[str]) -> bool:
    first, second = (_value(each) for each in match.groups() if each)
    return max(abs(first), abs(second)) <= 180 and min(abs(first), abs(second)) <= 90


def _is_near(match: re.Match[str], near: Near) -> bool:
    first, second = _value(match[1]), _value(match[2])
    return any(_is_there(lat, lon, first, second) for lat, lon in near) or any(
        _is_there(lat, lon, second, first) for lat, lon in near
    )


def _is_there(lat: float, lon: float, first: float, second: float) -> bool:
    return abs(first - lat) < _AROUND and abs(second - lon) < _AROUND


def _value(number: str) -> float:
    return float(number.replace("−", "-").replace(",", "."))


def _step(number: str) -> float:
    """Metres that the last digit of a number of degrees stands for."""
    digits = re.search(r"[.,](\d+)", number)
    return _step_of(len(digits[1]) if digits else 0)


def _step_of(decimals: int) -> float:
    return METRES_PER_DEGREE * 10.0**-decimals
