"""Finds numbers, what they count, and between which bounds."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from caseboard.model.terms import Measure, QuantityKind
from caseboard.tagging.quantities import context, nouns, numbers, words
from caseboard.tagging.quantities.context import Bound
from caseboard.tagging.quantities.found import Found
from caseboard.tagging.quantities.nouns import Counted, Group
from caseboard.tagging.quantities.numbers import Number
from caseboard.tagging.quantities.tokens import Sort, Token, cut, is_month

_DOTTED = frozenset({"uk", "ru", "be", "pl", "de"})
"""Languages that group thousands by full stops, where they do not use spaces."""
_TO = frozenset({"to", "or", "до", "або", "чи", "или", *numbers.DASHES, "…"})
_MONEY = frozenset("$€£₴₽")
_OUT_OF = frozenset({"of", "з", "із", "зі", "из"})
_FROM = frozenset({"from", "between", "від", "між", "от", "между"})
_OF = frozenset({"of", "the", "its", "their", "these", "those"})
_OF_ONE = ("ої", "ой", "ій", "а", "я", "у", "ую", "ий", "ый", "ого")
"""How adjectives of one thing end."""
_MOST = 1e9
"""Bigger numbers count nothing of ours."""
_REACH = 4
"""How many words may stand between a number and its noun."""


@dataclass(frozen=True, slots=True)
class _Range:
    """Two numbers, or one twice, from token `first` to before token `last`."""

    first: int
    last: int
    low: float | None
    high: float | None
    is_rough: bool = False
    is_bare: bool = False


@dataclass(frozen=True, slots=True)
class _Thing:
    """What is counted, up to before token `last`."""

    last: int
    kind: Counted
    first: int
    measure: Measure | None = None


def found_in(text: str, language: str | None = None) -> list[Found]:
    """Every quantity, in reading order."""
    tokens = cut(text)
    return list(_found(text, tokens, dotted=language in _DOTTED))


def _found(text: str, tokens: Sequence[Token], *, dotted: bool) -> Iterator[Found]:
    at, taken = 0, 0
    while at < len(tokens):
        span = _range(tokens, at, dotted=dotted)
        if span is None:
            at += 1
            continue
        made = None if _is_name(tokens, span) else _quantity(text, tokens, span, taken)
        if made is not None:
            found, taken = made
            yield found
        at = max(span.last, taken)


def _range(tokens: Sequence[Token], at: int, *, dotted: bool) -> _Range | None:
    first = numbers.read(tokens, at, dotted=dotted)
    if first is None or first.value > _MOST:
        return None
    joint = first.last
    if joint + 1 < len(tokens) and _joins(tokens, at, joint):
        second = numbers.read(tokens, joint + 1, dotted=dotted)
        if second is not None:
            is_common = first.scale == 1 and first.value < second.value / second.scale
            low = first.value * second.scale if is_common else first.value
            if low < second.value <= _MOST:
                rough = first.is_rough or second.is_rough
                bare = first.is_bare and second.is_bare
                return _Range(at, second.last, low, second.value, rough, bare)
    return _one(first)


def _one(number: Number) -> _Range:
    high = None if number.is_plural else number.value
    rough = number.is_rough or number.is_plural
    return _Range(number.first, number.last, number.value, high, rough, number.is_bare)


def _joins(tokens: Sequence[Token], first: int, joint: int) -> bool:
    """Whether the token between two numbers makes a range of them."""
    key = tokens[joint].key
    lead = tokens[first - 1].key if first else ""
    if key in {"and", "і", "та", "и"}:
        return lead in {"between", "між", "между"}
    return key in _TO


def _is_name(tokens: Sequence[Token], span: _Range) -> bool:
    """Whether the number is a year, a day, money, or part of a name."""
    before = tokens[span.first - 1] if span.first else None
    follows = tokens[span.last] if span.last < len(tokens) else None
    if before is not None and (_is_lead(before) or _is_dated(tokens, span)):
        return True
    if follows is None:
        return False
    if follows.key in _MONEY or follows.key in "%/°′" or follows.key in words.UNITS:
        return True
    if is_month(follows.key) or (span.high == 1 and follows.key in _OUT_OF):
        return True
    return _is_year(tokens, span) or (follows.key in numbers.DASHES and _is_ordinal(tokens, span))


def _is_lead(before: Token) -> bool:
    return before.key in words.LEADS or before.key in _MONEY or before.key in "/°№#§"


def _is_dated(tokens: Sequence[Token], span: _Range) -> bool:
    """`Nov. 14`, `November 14`."""
    if not span.is_bare or (span.high or 0) > 31:
        return False
    at = span.first - 1
    if tokens[at].key == "." and at:
        at -= 1
    return is_month(tokens[at].key)


def _is_year(tokens: Sequence[Token], span: _Range) -> bool:
    if not span.is_bare or not 1900 <= (span.low or 0) <= 2100 or span.low != span.high:
        return False
    if len(tokens[span.first].text) != 4:
        return False
    before = tokens[span.first - 1].key if span.first else ""
    return before in words.YEAR_LEADS or is_month(before) or before == ","


def _is_ordinal(tokens: Sequence[Token], span: _Range) -> bool:
    """`92-ї`, `14-го`, `130-mm`: glued to letters that are neither a measure nor a noun."""
    dash, word = span.last, span.last + 1
    if word >= len(tokens) or not (tokens[dash].is_glued and tokens[word].is_glued):
        return False
    key = tokens[word].key
    is_measure = key in nouns.MEASURES and key not in {"га", "м", "m"}
    return tokens[word].sort is Sort.WORD and not is_measure


def _quantity(
    text: str, tokens: Sequence[Token], span: _Range, taken: int
) -> tuple[Found, int] | None:
    """The number with its bounds and its noun, and the token it ends before."""
    more, last = context.after(tokens, span.last)
    thing = _measured(tokens, last) or _named(tokens, last)
    if thing is None and (kind := context.told_before(tokens, _led(tokens, span, taken)[1])):
        thing = _Thing(last, kind, last)
    if thing is None:
        return None
    bounds, first = _led(tokens, span, taken)
    kind_of = _kind(tokens, thing, first)
    if kind_of is None or _is_designated(tokens, span, thing) or _is_anyone(span, thing, kind_of):
        return None
    if more is not None:
        bounds = [*bounds, more]
    low, high, about = _bounded(span, bounds)
    is_told = thing.measure is None and thing.kind is not Group.TIMES and thing.first < thing.last
    what = text[tokens[thing.first].start : tokens[thing.last - 1].end] if is_told else ""
    found = Found(
        tokens[first].start,
        tokens[thing.last - 1].end,
        kind_of,
        " ".join(what.split()),
        low,
        high,
        thing.measure,
        about,
    )
    return found, thing.last


def _is_anyone(span: _Range, thing: _Thing, kind: QuantityKind) -> bool:
    """`One woman asked`: who speaks, or does something, is not counted."""
    is_person = thing.kind in {Group.SOLDIERS, Group.CIVILIANS}
    is_fateless = kind in {QuantityKind.PERSONNEL, QuantityKind.OTHER}
    return is_person and is_fateless and span.low == span.high == 1


def _is_designated(tokens: Sequence[Token], span: _Range, thing: _Thing) -> bool:
    """`82 Airborne Division`, `5 окремої бригади`: the noun is one thing, and this its number."""
    if thing.measure is not None or thing.first >= thing.last or span.low != span.high:
        return False
    noun = tokens[thing.last - 1].key
    is_unit = span.is_bare and thing.kind is QuantityKind.FORMATIONS
    if noun.isascii():
        return nouns.is_singular(noun) and (span.high != 1 or is_unit)
    between = tokens[thing.first : thing.last - 1]
    is_one = any(each.key.endswith(_OF_ONE) for each in between)
    return is_unit and (is_one or not nouns.agrees(noun, int(span.high or 0)))


def _led(tokens: Sequence[Token], span: _Range, taken: int) -> tuple[list[Bound], int]:
    """The bounds before a number; "from" and "between" belong to a range."""
    at = span.first
    is_range = span.low != span.high and span.high is not None
    if is_range and at > taken and tokens[at - 1].key in _FROM:
        at -= 1
    bounds, first = context.before(tokens, at)
    return (bounds, first) if first >= taken else ([], at)


def _bounded(span: _Range, bounds: Sequence[Bound]) -> tuple[float | None, float | None, bool]:
    low, high, about = span.low, span.high, span.is_rough
    for bound in bounds:
        match bound:
            case Bound.AT_LEAST:
                high = high if low != high else None
            case Bound.AT_MOST:
                low = low if low != high else None
            case Bound.ABOUT:
                about = True
    return low, high, about


def _measured(tokens: Sequence[Token], at: int) -> _Thing | None:
    """`km`, `sq km`, `км²`, `-kilometre` after a number."""
    if at + 1 < len(tokens) and tokens[at].key in numbers.DASHES and tokens[at].is_glued:
        at += 1
    squared = at < len(tokens) and tokens[at].key in nouns.SQUARES
    if squared:
        at += 1
        if at < len(tokens) and tokens[at].key == ".":
            at += 1
    if at >= len(tokens):
        return None
    key, last = tokens[at].key, at + 1
    if key[-1] in "2²":
        key, squared = key[:-1], True
    measure = nouns.MEASURES.get(key)
    if measure is None:
        return None
    if last < len(tokens) and (tokens[last].key in "/" or tokens[last].key == "per"):
        return None  # a speed
    measure = nouns.SQUARED.get(measure, measure) if squared else measure
    is_length = measure in nouns.SQUARED
    return _Thing(last, QuantityKind.DISTANCE if is_length else QuantityKind.AREA, at, measure)


def _named(tokens: Sequence[Token], at: int) -> _Thing | None:
    """The noun a number counts, with the words that stand before it."""
    first = at
    while first < len(tokens) and tokens[first].key in _OF and first < at + 3:
        first += 1
    best: _Thing | None = None
    for place in range(first, min(len(tokens), first + _REACH + 1)):
        token = tokens[place]
        kind = _counts(token)
        if kind is not None:
            best = _heavier(best, _Thing(place + 1, kind, first))
        elif best is not None or not _may_stand_between(token, tokens[place - 1]):
            break
        if best is not None and not token.key.isascii() and not nouns.is_adjective(token.key):
            break
    return best


def _counts(token: Token) -> Counted | None:
    if token.sort is Sort.DESIGNATION:
        return QuantityKind.VEHICLES if nouns.is_vehicle(token.key) else None
    return nouns.counted(token.key) if token.sort is Sort.WORD else None


def _heavier(best: _Thing | None, thing: _Thing) -> _Thing:
    """The last noun tells what is counted; of "wounded soldiers" the fate tells more."""
    is_person = isinstance(thing.kind, Group) and thing.kind in {Group.SOLDIERS, Group.CIVILIANS}
    if best is not None and _is_participle(best.kind) and is_person:
        return _Thing(thing.last, best.kind, thing.first)
    if best is not None and _is_participle(thing.kind):
        return best
    return thing


def _is_participle(kind: Counted) -> bool:
    return kind in {QuantityKind.KILLED, QuantityKind.WOUNDED, QuantityKind.CAPTURED}


def _may_stand_between(token: Token, before: Token) -> bool:
    if token.sort is Sort.DESIGNATION:
        return True
    if token.key == "-":
        return token.is_glued
    if token.key == "of":
        return before.key in words.PIECES
    return token.sort is Sort.WORD and token.key not in words.STOPS


def _kind(tokens: Sequence[Token], thing: _Thing, first: int) -> QuantityKind | None:
    match thing.kind:
        case Group.SOLDIERS:
            return context.fate(tokens, first, thing.last) or QuantityKind.PERSONNEL
        case Group.CIVILIANS:
            return context.fate(tokens, first, thing.last) or QuantityKind.OTHER
        case Group.FLYING:
            flying = context.is_launched(tokens, first, thing.last)
            return QuantityKind.STRIKES if flying else QuantityKind.EQUIPMENT
        case Group.TIMES:
            return context.times_of(tokens, first)
        case kind:
            return kind
