"""Which single item carries the order of hypotheses: what would lead if it were otherwise.

Heuer's step 6: how sensitive is the conclusion to a few critical items of evidence? Every row is
taken out, graded otherwise, and each of its cells rated otherwise, one at a time.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import IntEnum

from caseboard.analysis.hypotheses import NOTHING, STEPS, Matrix, inconsistencies, leaders, penalty
from caseboard.model.ids import ClaimId, HypothesisId
from caseboard.model.terms import Fit

Sums = Mapping[HypothesisId, Decimal]
Leaders = frozenset[HypothesisId]


class How(IntEnum):
    """In what way an item might be otherwise; the less has to be wrong, the lower."""

    REMOVED = 0
    """It is left out: it is not true, or has nothing to do with the question."""
    WEIGHED = 1
    """It counts as much as a claim can, where its grades are better than was thought."""
    RATED = 2
    """It fits one hypothesis otherwise than was thought."""


@dataclass(frozen=True, slots=True)
class Turn:
    """One way in which an item, were it otherwise, would change who leads."""

    how: How
    leaders: Leaders
    """Who would lead; several would tie."""
    hypothesis: HypothesisId | None = None
    """Of the cell that would be rated otherwise."""
    fit: Fit | None = None
    """What it would have to be, at the least."""
    steps: int = 0
    """How far that is from what it is, 1 to 4."""


@dataclass(frozen=True, slots=True)
class Critical:
    """An item that changes who leads, and each way it does, the likeliest mistake first."""

    claim: ClaimId
    turns: tuple[Turn, ...]

    @property
    def first(self) -> Turn:
        """The least that has to be wrong."""
        return self.turns[0]


@dataclass(frozen=True, slots=True)
class Sensitivity:
    """What the order rests on."""

    critical: tuple[Critical, ...]
    """Most critical first; empty where nothing single changes who leads."""
    open_cells: int
    """How many cells not rated yet would change it, rated as inconsistent."""


def of(matrix: Matrix) -> Sensitivity:
    """Which single item changes who leads.

    Most critical are items that hand the lead to a hypothesis that does not lead now; among
    these, items for which less has to be wrong; among those, items of more weight.
    """
    sums = inconsistencies(matrix)
    now = leaders(sums)
    found = [
        Critical(claim, turns)
        for claim in matrix.evidence
        if (turns := tuple(sorted(_turns(matrix, sums, claim), key=lambda t: _order(t, now))))
    ]
    found.sort(key=lambda each: (_order(each.first, now), -matrix.weight(each.claim), each.claim))
    return Sensitivity(tuple(found), _open_cells(matrix, sums))


def _order(turn: Turn, now: Leaders) -> tuple[bool, int, int]:
    """What hands over the lead comes before what ends or makes a tie."""
    return bool(turn.leaders & now), turn.how, turn.steps


def _turns(matrix: Matrix, sums: Sums, claim: ClaimId) -> Iterator[Turn]:
    now = leaders(sums)
    fits, weight = matrix.fits_of(claim), matrix.weight(claim)
    for how, otherwise in ((How.REMOVED, NOTHING), (How.WEIGHED, max(weight, Decimal(1)))):
        led = leaders(_reweighed(sums, fits, otherwise - weight))
        if led != now:
            yield Turn(how, led)
    for hypothesis, fit in fits.items():
        yield from _rerated(sums, hypothesis, fit, weight)


def _rerated(sums: Sums, hypothesis: HypothesisId, fit: Fit, weight: Decimal) -> Iterator[Turn]:
    now = leaders(sums)
    for other in (Fit.NEUTRAL, Fit.INCONSISTENT, Fit.VERY_INCONSISTENT):
        more = penalty(other) - penalty(fit)
        led = leaders({**sums, hypothesis: sums[hypothesis] + more * weight}) if more else now
        if led != now:
            steps = abs(STEPS.index(other) - STEPS.index(fit))
            yield Turn(How.RATED, led, hypothesis, other, steps)


def _reweighed(sums: Sums, fits: Mapping[HypothesisId, Fit], more: Decimal) -> Sums:
    return {each: value + penalty(fits.get(each)) * more for each, value in sums.items()}


def _open_cells(matrix: Matrix, sums: Sums) -> int:
    now = leaders(sums)
    return sum(
        _changes(sums, now, hypothesis, matrix.weight(claim))
        for claim in matrix.evidence
        for hypothesis in matrix.hypotheses
        if (hypothesis, claim) not in matrix.fits
    )


def _changes(sums: Sums, now: Leaders, hypothesis: HypothesisId, weight: Decimal) -> bool:
    return any(
        leaders({**sums, hypothesis: sums[hypothesis] + times * weight}) != now for times in (1, 2)
    )
