"""Statements that cannot both be the whole story."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from caseboard.i18n import _
from caseboard.model.terms import DiffersOn
from caseboard.tagging.context import Context, KnownStatement
from caseboard.tagging.statements import outcomes
from caseboard.tagging.suggestions import DisputeSuggestion, Elsewhere, StatementSuggestion

_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_MONTH = re.compile(r"(\d{4})(?:-(\d{2}))?")
_MOST_OF_PLACE = 40
"""Statements about one place that are compared with each other: the first so many."""
_DATED, _UNDATED, _NEIGHBOURING = 1.0, 0.85, 0.95
_SAID = 0.9
_WEAKEST = 0.3


@dataclass(frozen=True, slots=True)
class _Side:
    """A statement as far as clashing goes."""

    claimant: str
    places: frozenset[str]
    when: str
    outcomes: tuple[str, ...]
    score: float
    country: str = ""
    index: int | None = None
    elsewhere: Elsewhere | None = None


@dataclass(frozen=True, slots=True)
class _Clash:
    first: _Side
    second: _Side
    differs_on: tuple[DiffersOn, ...]
    score: float

    @property
    def pair(self) -> frozenset[str]:
        return frozenset((self.first.claimant, self.second.claimant))


def find(statements: Sequence[StatementSuggestion], context: Context) -> list[DisputeSuggestion]:
    """Pairs about the same place and time with opposite outcomes and different claimants.

    The plainest clash of every two claimants, in the order of the text. A side of the case that
    names no claimant clashes with anybody.
    """
    own = [_own(index, statement) for index, statement in enumerate(statements)]
    known = [_known(statement) for statement in context.statements]
    clashes = [*_among(own), *_against(own, known)]
    return [_suggestion(clash, statements) for clash in _plainest(clashes)]


def _own(index: int, statement: StatementSuggestion) -> _Side:
    told = dict.fromkeys(outcomes.every(statement.surface))
    if statement.outcome:
        told[statement.outcome] = None
    claimant = statement.claimant
    return _Side(
        (claimant.known_id or claimant.name).casefold() if claimant else "",
        frozenset(statement.place_keys),
        statement.event_time or statement.said_when,
        tuple(told),
        statement.score,
        claimant.country if claimant else "",
        index,
    )


def _known(statement: KnownStatement) -> _Side:
    told = dict.fromkeys(outcomes.every(statement.where.surface))
    if statement.outcome:
        told[statement.outcome] = None
    return _Side(
        statement.claimant.casefold(),
        frozenset(statement.place_keys),
        statement.event_time,
        tuple(told),
        1.0,
        elsewhere=statement.where,
    )


def _among(sides: Sequence[_Side]) -> Iterator[_Clash]:
    for some in _by_place(side for side in sides if side.claimant).values():
        for at, first in enumerate(some):
            for second in some[at + 1 :]:
                yield from _clash(first, second)


def _against(sides: Sequence[_Side], known: Sequence[_Side]) -> Iterator[_Clash]:
    there = _by_place(known)
    for place, some in _by_place(side for side in sides if side.claimant).items():
        for first in some:
            for second in there.get(place, ()):
                yield from _clash(first, second)


def _by_place(sides: Iterable[_Side]) -> dict[str, list[_Side]]:
    places: dict[str, list[_Side]] = {}
    for side in sides:
        for place in side.places if side.outcomes else ():
            some = places.setdefault(place, [])
            if len(some) < _MOST_OF_PLACE:
                some.append(side)
    return places


def _clash(first: _Side, second: _Side) -> Iterator[_Clash]:
    if first.claimant == second.claimant:
        return
    when = _same_time(first.when, second.when)
    are_foes = bool(first.country and second.country) and first.country != second.country
    opposed = [
        clash
        for a in first.outcomes
        for b in second.outcomes
        if (clash := outcomes.clash(a, b)) is not None
        and (are_foes or not outcomes.is_of_foes(a, b))
    ]
    if not when or not opposed:
        return
    differs = dict.fromkeys(on for ons, _weight in opposed for on in ons)
    weight = max(weight for _ons, weight in opposed)
    shared = len(first.places & second.places) / min(len(first.places), len(second.places))
    sides = min(first.score, second.score)
    score = weight * when * (0.7 + 0.3 * shared) * (0.5 + 0.5 * sides) * _SAID
    if score >= _WEAKEST:
        ordered = tuple(on for on in DiffersOn if on in differs)
        yield _Clash(first, second, ordered, round(score, 3))


def _plainest(clashes: Iterable[_Clash]) -> list[_Clash]:
    best: dict[object, _Clash] = {}
    for clash in clashes:
        where = clash.second.elsewhere
        key = (clash.pair, where.claim_id or where.clip_id if where else "")
        other = best.get(key)
        if other is None or _plainness(clash) > _plainness(other):
            best[key] = clash
    return sorted(best.values(), key=lambda clash: clash.first.index or 0)


def _plainness(clash: _Clash) -> tuple[float, int, int]:
    return (clash.score, len(clash.differs_on), -(clash.first.index or 0))


def _suggestion(clash: _Clash, statements: Sequence[StatementSuggestion]) -> DisputeSuggestion:
    first = statements[clash.first.index or 0]
    return DisputeSuggestion(
        start=first.start,
        end=first.end,
        surface=first.surface,
        score=clash.score,
        reason=_reason(first, clash.second, statements),
        a=clash.first.index or 0,
        b=clash.second.index,
        elsewhere=clash.second.elsewhere,
        differs_on=clash.differs_on,
    )


def _reason(
    first: StatementSuggestion, second: _Side, statements: Sequence[StatementSuggestion]
) -> str:
    other = statements[second.index].claimant if second.index is not None else None
    if first.claimant is not None and other is not None:
        return _("{first} and {second} tell the opposite of one place").format(
            first=first.claimant.name, second=other.name
        )
    return _("the case has the opposite of the same place")


def _same_time(a: str, b: str) -> float:
    """How well two EDTF times go together, 0 to 1: the same or the next day, or not known."""
    days = [_day(when) for when in (a, b)]
    if days[0] and days[1]:
        apart = abs((days[0] - days[1]).days)
        return (_DATED, _NEIGHBOURING)[apart] if apart < 2 else 0.0
    months = [_MONTH.search(when) for when in (a, b)]
    if not (months[0] and months[1]):
        return _UNDATED
    years = months[0].group(1) == months[1].group(1)
    named = [month.group(2) for month in months if month and month.group(2)]
    return _UNDATED if years and len(set(named)) < 2 else 0.0


def _day(when: str) -> date | None:
    match = _DAY.search(when)
    if match is None or "/" in when:
        return None
    try:
        return date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        return None
