"""An inquiry as it is looked at: its matrix, weighed, ranked, and what the order rests on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from caseboard.analysis import hypotheses, sensitivity, weights
from caseboard.analysis.hypotheses import Matrix, Ranking, Score, Telling
from caseboard.analysis.sensitivity import Sensitivity
from caseboard.analysis.standing import Standing
from caseboard.analysis.weights import Weight
from caseboard.model.ids import ClaimId, HypothesisId
from caseboard.model.inquiry import Consistency, Hypothesis
from caseboard.model.ledger import Ledger, Stated


@dataclass(frozen=True, slots=True)
class Row:
    """A claim, and what it does for the question."""

    claim: Stated
    weight: Weight
    counts: Decimal
    """How much it counts here: its weight, or 1 where nothing is weighed."""
    telling: Telling


@dataclass(frozen=True, slots=True)
class Board:
    """The matrix of one inquiry; rows are in the order their claims were made in."""

    hypotheses: Sequence[Hypothesis]
    rows: Sequence[Row]
    cells: Mapping[tuple[HypothesisId, ClaimId], Consistency]
    ranking: Ranking
    sensitivity: Sensitivity
    is_weighted: bool

    def score(self, hypothesis_id: HypothesisId) -> Score:
        """How a hypothesis of this board stands."""
        return next(each for each in self.ranking.scores if each.hypothesis == hypothesis_id)


def lay_out(
    columns: Sequence[Hypothesis],
    evidence: Sequence[ClaimId],
    cells: Mapping[tuple[HypothesisId, ClaimId], Consistency],
    ledger: Ledger,
    standings: Mapping[ClaimId, Standing],
    *,
    is_weighted: bool,
) -> Board:
    """Put an inquiry together with what is known of its claims; without weights all count 1.

    A claim that is not in the ledger is left out: its clips are in the bin.
    """
    wanted = frozenset(evidence)
    claims = [claim for claim in ledger.claims if claim.id in wanted]
    weighed = weights.of_claims(ledger, standings, [claim.id for claim in claims])
    matrix = Matrix(
        hypotheses=[column.id for column in columns],
        evidence=[claim.id for claim in claims],
        fits={key: cell.fit for key, cell in cells.items()},
        weights={key: each.value for key, each in weighed.items()} if is_weighted else {},
    )
    telling = hypotheses.telling(matrix)
    return Board(
        hypotheses=columns,
        rows=[
            Row(claim, weighed[claim.id], matrix.weight(claim.id), telling[claim.id])
            for claim in claims
        ],
        cells=cells,
        ranking=hypotheses.rank(matrix),
        sensitivity=sensitivity.of(matrix),
        is_weighted=is_weighted,
    )
