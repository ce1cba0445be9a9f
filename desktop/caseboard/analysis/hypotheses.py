"""Competing hypotheses, tried on evidence.

After R. J. Heuer, Psychology of Intelligence Analysis (CIA, 1999), chapter 8. Only what speaks
against a hypothesis counts: evidence may be consistent with several, but refutes some. The least
refuted leads. What is not rated yet counts nothing, and is counted.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from caseboard.model.ids import ClaimId, HypothesisId
from caseboard.model.terms import Fit

Cell = tuple[HypothesisId, ClaimId]

STEPS = tuple(Fit)
"""From very consistent to very inconsistent."""
NOTHING = Decimal(0)
ONE = Decimal(1)
PENALTIES = {Fit.INCONSISTENT: 1, Fit.VERY_INCONSISTENT: 2}
"""What a fit counts against a hypothesis; any other counts nothing."""


@dataclass(frozen=True, slots=True)
class Matrix:
    """Hypotheses, the evidence they are tried on, and how the two fit."""

    hypotheses: Sequence[HypothesisId]
    evidence: Sequence[ClaimId]
    fits: Mapping[Cell, Fit] = field(default_factory=dict)
    """Cells without one are not rated yet."""
    weights: Mapping[ClaimId, Decimal] = field(default_factory=dict)
    """How much each claim counts; 1 for one without a weight."""

    def weight(self, claim: ClaimId) -> Decimal:
        """How much a claim counts."""
        return self.weights.get(claim, ONE)

    def fits_of(self, claim: ClaimId) -> dict[HypothesisId, Fit]:
        """The rated cells of one row, in the order of the hypotheses."""
        rated = ((each, self.fits.get((each, claim))) for each in self.hypotheses)
        return {hypothesis: fit for hypothesis, fit in rated if fit is not None}


@dataclass(frozen=True, slots=True)
class Score:
    """How one hypothesis stands."""

    hypothesis: HypothesisId
    rank: int
    """From 1; hypotheses that tie have one rank, and the next has the place it would have had."""
    inconsistency: Decimal
    """The sum of what speaks against it: I counts 1 and II counts 2, each times its weight."""
    against: int
    """How many cells speak against it."""
    rated: int
    """How many of its cells are rated."""
    is_tied: bool = False


@dataclass(frozen=True, slots=True)
class Ranking:
    """The hypotheses, least inconsistent first; those that tie stand in the order they came in."""

    scores: tuple[Score, ...]
    rated: int
    cells: int

    @property
    def leaders(self) -> tuple[HypothesisId, ...]:
        """Those of the first rank."""
        return tuple(score.hypothesis for score in self.scores if score.rank == 1)


@dataclass(frozen=True, slots=True)
class Telling:
    """How far one row tells the hypotheses apart."""

    value: Decimal
    """The steps, 0 to 4, between the hypothesis it fits best and the one it fits worst, times its
    weight; 0 where it fits all of them alike, or fewer than two are rated."""
    rated: int
    is_same: bool
    """Whether all hypotheses are rated, and alike: then the row tells nothing."""


def penalty(fit: Fit | None) -> int:
    """What a fit counts against a hypothesis: 0, 1 or 2."""
    return PENALTIES.get(fit, 0) if fit else 0


def inconsistencies(matrix: Matrix) -> dict[HypothesisId, Decimal]:
    """What speaks against each hypothesis, summed."""
    found = dict.fromkeys(matrix.hypotheses, NOTHING)
    for claim in matrix.evidence:
        for hypothesis, fit in matrix.fits_of(claim).items():
            found[hypothesis] += penalty(fit) * matrix.weight(claim)
    return found


def leaders(inconsistency: Mapping[HypothesisId, Decimal]) -> frozenset[HypothesisId]:
    """Whichever have least against them: several where they tie, none of none."""
    least = min(inconsistency.values(), default=NOTHING)
    return frozenset(each for each, value in inconsistency.items() if value == least)


def rank(matrix: Matrix) -> Ranking:
    """The hypotheses in order, least inconsistent first."""
    sums = inconsistencies(matrix)
    order = sorted(matrix.hypotheses, key=lambda each: sums[each])
    scores = tuple(_score(matrix, each, sums) for each in order)
    return Ranking(
        scores,
        rated=sum(score.rated for score in scores),
        cells=len(matrix.hypotheses) * len(matrix.evidence),
    )


def telling(matrix: Matrix) -> dict[ClaimId, Telling]:
    """How far each row tells the hypotheses apart."""
    return {claim: _telling(matrix, claim) for claim in matrix.evidence}


def _score(matrix: Matrix, hypothesis: HypothesisId, sums: Mapping[HypothesisId, Decimal]) -> Score:
    mine = sums[hypothesis]
    rated = _rated(matrix.fits.get((hypothesis, claim)) for claim in matrix.evidence)
    return Score(
        hypothesis,
        rank=1 + sum(value < mine for value in sums.values()),
        inconsistency=mine,
        against=sum(penalty(fit) > 0 for fit in rated),
        rated=len(rated),
        is_tied=sum(value == mine for value in sums.values()) > 1,
    )


def _telling(matrix: Matrix, claim: ClaimId) -> Telling:
    fits = matrix.fits_of(claim)
    steps = [STEPS.index(fit) for fit in fits.values()]
    spread = max(steps) - min(steps) if len(steps) > 1 else 0
    is_whole = len(steps) == len(matrix.hypotheses) > 1
    return Telling(spread * matrix.weight(claim), len(steps), is_same=is_whole and not spread)


def _rated(fits: Iterable[Fit | None]) -> list[Fit]:
    return [fit for fit in fits if fit is not None]
