"""The numbers that reports tell, set side by side: whose, in which range, and how they agree.

Only what can be compared is: numbers of one kind and one dimension whose words for what they count
agree. "At least" has no upper end, "at most" begins at 0, and "about" is taken as ten percent
either way.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import combinations

from caseboard.analysis import figures
from caseboard.i18n import _, ngettext
from caseboard.model.claim import Quantity
from caseboard.model.ids import ClaimId, ReportId, SourceId
from caseboard.model.terms import Measure, QuantityKind

ABOUT = 0.1
"""The share of a number that "about" may be off, either way."""

METRES = {Measure.METRE: 1.0, Measure.KILOMETRE: 1_000.0, Measure.MILE: 1_609.344}
SQUARE_METRES = {
    Measure.SQUARE_METRE: 1.0,
    Measure.HECTARE: 10_000.0,
    Measure.SQUARE_KILOMETRE: 1_000_000.0,
    Measure.SQUARE_MILE: 1_609.344**2,
}
"""The international mile of 1959, and the SI."""


class Relation(Enum):
    """How the ranges of two claimants, or of several, stand to each other."""

    ALONE = "alone"
    """Only one claimant tells this number."""
    SAME = "same"
    REFINES = "refines"
    """One lies within the other: the same, more exactly."""
    OVERLAPS = "overlaps"
    CONTRADICTS = "contradicts"
    """No number is in both."""


@dataclass(frozen=True, slots=True)
class Told:
    """One number, with whose it is and which report of which claim tells it."""

    quantity: Quantity
    claimant_id: SourceId
    claimant: str
    report_id: ReportId
    claim_id: ClaimId
    origin_id: SourceId | None = None
    """The independent origin the claimant is counted with; None is the claimant itself."""

    @property
    def spoken(self) -> str:
        """`12–15 armoured vehicles per General Staff`."""
        return figures.phrase(self.quantity, self.claimant)


@dataclass(frozen=True, slots=True)
class Range:
    """All numbers from `low` to `high` in base units: things, metres or square metres."""

    low: float
    high: float

    def holds(self, other: "Range") -> bool:
        """Whether the other lies within this one."""
        return self.low <= other.low and other.high <= self.high

    def meets(self, other: "Range") -> bool:
        """Whether a number is in both."""
        return self.low <= other.high and other.low <= self.high


@dataclass(frozen=True, slots=True)
class Comparison:
    """Numbers that can be compared, in the order they were told."""

    kind: QuantityKind
    what: str
    measure: Measure | None
    """The measure of the first of them; ranges over all of them are told in it."""
    told: tuple[Told, ...]
    relation: Relation
    span: Range
    """From the least to the most that any independent origin tells, in base units."""
    origins: int
    """How many independent origins tell one of them."""
    wavering: tuple[str, ...] = ()
    """Claimants whose own numbers do not fit each other."""

    @property
    def claimants(self) -> tuple[str, ...]:
        """Who tells them, each once."""
        return tuple(dict.fromkeys(each.claimant for each in self.told))


def compare(told: Iterable[Told]) -> tuple[Comparison, ...]:
    """Every number, with those it can be compared with; the groups in the order they began."""
    groups: list[list[Told]] = []
    for each in told:
        for group in groups:
            if all(are_comparable(each.quantity, other.quantity) for other in group):
                group.append(each)
                break
        else:
            groups.append([each])
    return tuple(map(_compared, groups))


def clash(one: Iterable[Told], other: Iterable[Told]) -> tuple[Comparison, ...]:
    """The numbers in which two accounts contradict each other."""
    first, second = tuple(one), tuple(other)
    found = []
    for comparison in compare((*first, *second)):
        mine = [each for each in comparison.told if each in first]
        theirs = [each for each in comparison.told if each in second]
        if mine and theirs and _of_two(mine, theirs) is Relation.CONTRADICTS:
            found.append(comparison)
    return tuple(found)


def are_comparable(one: Quantity, other: Quantity) -> bool:
    """Whether two numbers count, or measure, the same sort of thing."""
    if one.kind is not other.kind or _dimension(one.measure) != _dimension(other.measure):
        return False
    return _agree(_things(one.what), _things(other.what))


def relation(one: Quantity, other: Quantity) -> Relation | None:
    """How two numbers stand to each other; None where they cannot be compared."""
    if not are_comparable(one, other):
        return None
    return _between(range_of(one), range_of(other))


def range_of(quantity: Quantity) -> Range:
    """What a number allows, in base units."""
    factor = _factor(quantity.measure)
    slack = ABOUT if quantity.is_approximate else 0
    low = 0.0 if quantity.low is None else quantity.low * factor * (1 - slack)
    high = math.inf if quantity.high is None else quantity.high * factor * (1 + slack)
    return Range(low, high)


def convert(value: float, measure: Measure | None, wanted: Measure | None) -> float:
    """A value in another measure of the same dimension; raises `ValueError` for another one."""
    if _dimension(measure) != _dimension(wanted):
        msg = f"{measure} is not told in {wanted}"
        raise ValueError(msg)
    return value * _factor(measure) / _factor(wanted)


def span_words(comparison: Comparison) -> str:
    """`12–30 vehicles per General Staff and DeepState, 2 independent origins`."""
    factor = _factor(comparison.measure)
    span = comparison.span
    low = _rounded(span.low / factor) if span.low else None
    high = None if math.isinf(span.high) else _rounded(span.high / factor)
    if low is None and high is None:
        low = 0.0
    bounds = figures.bounded(low, high)
    return _("{figure} per {claimants} ({origins})").format(
        figure=figures.with_things(bounds, comparison.kind, comparison.what, comparison.measure),
        claimants=", ".join(comparison.claimants),
        origins=ngettext("{n} independent origin", "{n} independent origins", comparison.origins),
    )


def wavering_words(comparison: Comparison) -> str:
    """Whose own numbers do not fit each other; empty where everybody's do."""
    if not comparison.wavering:
        return ""
    return _("The numbers of {claimants} do not fit each other.").format(
        claimants=", ".join(comparison.wavering)
    )


def relation_words(comparison: Comparison) -> str:
    """How the numbers stand to each other, in a sentence."""
    if comparison.relation is Relation.OVERLAPS and comparison.wavering:
        return _("Some of the numbers fit each other, others do not.")
    return {
        Relation.ALONE: _("Only one claimant tells this number."),
        Relation.SAME: _("All tell the same number."),
        Relation.REFINES: _("They agree: some tell the number more exactly than others."),
        Relation.OVERLAPS: _("The ranges overlap: the same number could be in all of them."),
        Relation.CONTRADICTS: _("The numbers contradict each other: no number fits all of them."),
    }[comparison.relation]


def _compared(group: Sequence[Told]) -> Comparison:
    by_claimant: dict[SourceId, list[Told]] = {}
    by_origin: dict[SourceId, list[Told]] = {}
    for each in group:
        by_claimant.setdefault(each.claimant_id, []).append(each)
        by_origin.setdefault(each.origin_id or each.claimant_id, []).append(each)
    accounts = list(by_claimant.values())
    first = group[0].quantity
    return Comparison(
        kind=first.kind,
        what=min((each.quantity.what for each in group if each.quantity.what), key=len, default=""),
        measure=first.measure,
        told=tuple(group),
        relation=_among(accounts),
        span=_hull(group),
        origins=len(by_origin),
        wavering=tuple(told[0].claimant for told in accounts if _shared(told) is None),
    )


def _hull(told: Sequence[Told]) -> Range:
    """From the least to the most that is told; "about 12" is taken for 12."""
    ranges = [_bare(each.quantity) for each in told]
    return Range(min(each.low for each in ranges), max(each.high for each in ranges))


def _bare(quantity: Quantity) -> Range:
    factor = _factor(quantity.measure)
    low = 0.0 if quantity.low is None else quantity.low * factor
    return Range(low, math.inf if quantity.high is None else quantity.high * factor)


def _among(accounts: Sequence[Sequence[Told]]) -> Relation:
    """The worst that two of the accounts are to each other."""
    if len(accounts) < 2:
        return Relation.ALONE
    found = {_of_two(one, other) for one, other in combinations(accounts, 2)}
    worst = (Relation.CONTRADICTS, Relation.OVERLAPS, Relation.REFINES)
    return next((each for each in worst if each in found), Relation.SAME)


def _of_two(one: Sequence[Told], other: Sequence[Told]) -> Relation:
    """By what fits all that each of them tells; who wavers only meets the other, or does not."""
    mine, theirs = _shared(one), _shared(other)
    if mine is not None and theirs is not None:
        return _between(mine, theirs)
    is_met = any(
        range_of(each.quantity).meets(range_of(rival.quantity)) for each in one for rival in other
    )
    return Relation.OVERLAPS if is_met else Relation.CONTRADICTS


def _shared(told: Sequence[Told]) -> Range | None:
    """What fits all the numbers of one claimant; None where nothing does."""
    ranges = [range_of(each.quantity) for each in told]
    low, high = max(each.low for each in ranges), min(each.high for each in ranges)
    return Range(low, high) if low <= high else None


def _between(one: Range, other: Range) -> Relation:
    if one == other:
        return Relation.SAME
    if not one.meets(other):
        return Relation.CONTRADICTS
    return Relation.REFINES if one.holds(other) or other.holds(one) else Relation.OVERLAPS


def _factor(measure: Measure | None) -> float:
    return 1.0 if measure is None else METRES.get(measure) or SQUARE_METRES[measure]


def _dimension(measure: Measure | None) -> str:
    if measure is None:
        return "count"
    return "length" if measure in METRES else "area"


def _rounded(value: float) -> float:
    """To three places after the point: no more than a measure was told in."""
    return round(value, 3)


def _things(what: str) -> frozenset[str]:
    """The words for what is counted, folded; those that tell nothing of it are left out."""
    words = (word.strip(".,;:()«»“”\"'").casefold() for word in what.split())
    folded = (_PEOPLE if word.startswith(_PEOPLE_STEMS) else _singular(word) for word in words)
    return frozenset(word for word in folded if word and not word.startswith(_IDLE))


def _singular(word: str) -> str:
    return word[:-1] if word.isascii() and word.endswith("s") and len(word) > 3 else word


def _agree(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether words mean the same things, or nobody can say that they do not."""
    if not one or not other or one <= other or other <= one:
        return True
    is_one_script = _is_latin(one) == _is_latin(other)
    return not is_one_script


def _is_latin(words: frozenset[str]) -> bool:
    return all(word.isascii() for word in words)


_PEOPLE = "soldier"
_PEOPLE_STEMS = (
    "soldier", "troop", "serviceman", "servicemen", "servicemember", "fighter", "personnel",
    "infantrym", "invader", "occupier", "військов", "військовослужб", "солдат", "бійц", "боєць",
    "окупант", "загарбник", "піхотин", "военн", "военнослуж", "боец", "бойц", "оккупант",
)  # fmt: skip
_IDLE = (
    "enemy", "hostile", "russian", "ukrainian", "killed", "dead", "wounded", "injured", "captured",
    "prisoner", "casualt", "loss", "ворож", "російськ", "українськ", "вражеск", "российск",
    "украинск", "вбит", "загибл", "поранен", "полонен", "втрат", "убит", "погибш", "ранен",
    "пленн", "потер", "unit", "piece", "одиниц", "единиц", "of",
)  # fmt: skip
