"""Which single item carries the order of hypotheses: what would lead if it were otherwise.

Heuer's step 6: how sensitive is the conclusion to a few critical items of evidence? Every row is
taken out, graded otherwise, and each of its cells rated otherwise, one at a time.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import IntEnum

from caseboard.analysis.hypotheses import (
    NOTHING,
    ONE,
    STEPS,
    Matrix,
    inconsistencies,
    leaders,
    penalty,
)
from caseboard.model.ids import ClaimId, HypothesisId
from caseboard.model.terms import Fit

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
    state = _State(matrix)
    found = [
        Critical(claim, turns)
        for claim in matrix.evidence
        if (turns := tuple(sorted(state.turns(claim), key=state.order)))
    ]
    found.sort(key=lambda each: (*state.order(each.first), -matrix.weight(each.claim), each.claim))
    return Sensitivity(tuple(found), state.open_cells())


class _State:
    """The sums as they are, and who leads by them."""

    def __init__(self, matrix: Matrix) -> None:
        self._matrix = matrix
        self._sums = inconsistencies(matrix)
        self._now = leaders(self._sums)

    def order(self, turn: Turn) -> tuple[bool, int, int]:
        """What hands over the lead comes before what ends or makes a tie."""
        return bool(turn.leaders & self._now), turn.how, turn.steps

    def turns(self, claim: ClaimId) -> Iterator[Turn]:
        """Every way in which this claim, were it otherwise, would change who leads."""
        fits, weight = self._matrix.fits_of(claim), self._matrix.weight(claim)
        for how, otherwise in ((How.REMOVED, NOTHING), (How.WEIGHED, max(weight, ONE))):
            led = self._if_weighed(fits, otherwise - weight)
            if led != self._now:
                yield Turn(how, led)
        for hypothesis, fit in fits.items():
            for other in _OTHERWISE:
                led = self._if_more(hypothesis, (penalty(other) - penalty(fit)) * weight)
                if led != self._now:
                    steps = abs(STEPS.index(other) - STEPS.index(fit))
                    yield Turn(How.RATED, led, hypothesis, other, steps)

    def open_cells(self) -> int:
        """How many cells not rated yet would change who leads, rated as inconsistent."""
        return sum(
            any(self._if_more(each, n * self._matrix.weight(claim)) != self._now for n in (1, 2))
            for claim in self._matrix.evidence
            for each in self._matrix.hypotheses
            if (each, claim) not in self._matrix.fits
        )

    def _if_weighed(self, fits: Mapping[HypothesisId, Fit], more: Decimal) -> Leaders:
        """Who would lead if a row with these fits counted that much more."""
        if not more or not any(map(penalty, fits.values())):
            return self._now
        return leaders(
            {each: value + penalty(fits.get(each)) * more for each, value in self._sums.items()}
        )

    def _if_more(self, hypothesis: HypothesisId, more: Decimal) -> Leaders:
        """Who would lead if that much more spoke against one hypothesis."""
        leads = hypothesis in self._now
        if not more or (more > 0 and not leads):
            return self._now  # most cells: nothing need be counted
        return leaders({**self._sums, hypothesis: self._sums[hypothesis] + more})


_OTHERWISE = (Fit.NEUTRAL, Fit.INCONSISTENT, Fit.VERY_INCONSISTENT)
"""The nearest fit for each of the three things a cell can count."""
