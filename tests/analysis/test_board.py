"""An inquiry put together with what is known of its claims."""

import pytest
from casework import Casework

from caseboard.analysis import board, ledgers, standing
from caseboard.model.inquiry import Consistency, Hypothesis
from caseboard.model.terms import Fit, Stance

HYPOTHESES = [
    Hypothesis(
        id=f"H{n}", case_id="case", inquiry_id="q", ref=f"KUP-H{n}", statement="So", ordinal=n
    )
    for n in (1, 2)
]


@pytest.fixture
def work():
    work = Casework()
    for ref in ("C1", "C2"):
        work.claim(ref)
        work.report(ref, f"E{ref}", "General Staff")
    work.report("C2", "E9", "DeepState", stance=Stance.CONTRADICTS)
    return work


def lay_out(work, fits, evidence=("C1", "C2"), *, is_weighted=True):
    ledger = ledgers.of(work.dossier)
    cells = {
        (hypothesis, claim): Consistency(hypothesis_id=hypothesis, claim_id=claim, fit=fit)
        for (hypothesis, claim), fit in fits.items()
    }
    weighed = standing.weigh(ledger)
    return board.lay_out(HYPOTHESES, evidence, cells, ledger, weighed, is_weighted=is_weighted)


def test_what_is_disputed_counts_less_against_a_hypothesis(work):
    laid = lay_out(work, {("H1", "C1"): Fit.INCONSISTENT, ("H2", "C2"): Fit.INCONSISTENT})
    assert laid.ranking.leaders == ("H2",)
    assert laid.score("H1").rank == 2


def test_without_weights_every_claim_counts_one_and_keeps_its_working(work):
    fits = {("H1", "C1"): Fit.INCONSISTENT, ("H2", "C2"): Fit.INCONSISTENT}
    laid = lay_out(work, fits, is_weighted=False)
    assert laid.ranking.leaders == ("H1", "H2")
    assert laid.rows[0].weight.value < 1


def test_rows_follow_the_claims_and_one_that_is_gone_is_left_out(work):
    fits = {("H1", "C9"): Fit.VERY_INCONSISTENT}
    laid = lay_out(work, fits, evidence=("C2", "C9", "C1"))
    assert [row.claim.id for row in laid.rows] == ["C1", "C2"]
    assert laid.ranking.rated == 0
    assert laid.score("H1").inconsistency == 0
