"""Matrices of hypotheses and claims, told in letters."""

from decimal import Decimal

from hypothesis import strategies as st

from caseboard.analysis.hypotheses import Matrix
from caseboard.model.terms import Fit

HYPOTHESES = ("H1", "H2", "H3")
WEIGHTS = ("0.02", "0.18", "0.36", "0.512", "1")


def matrix(rows, weights=None, hypotheses=HYPOTHESES):
    """Rows are fits from left to right, by claim: `CC . I`; a dot is a cell not rated."""
    fits = {
        (hypothesis, claim): Fit(fit)
        for claim, row in rows.items()
        for hypothesis, fit in zip(hypotheses, row.split(), strict=True)
        if fit != "."
    }
    weighed = {claim: Decimal(weight) for claim, weight in (weights or {}).items()}
    return Matrix(hypotheses, tuple(rows), fits, weighed)


@st.composite
def matrices(draw, least=0):
    """Any matrix of up to four hypotheses and six claims."""
    hypotheses = HYPOTHESES[: draw(st.integers(1, 3))]
    claims = [f"C{number}" for number in range(draw(st.integers(least, 6)))]
    cell = st.sampled_from([".", *Fit])
    rows = {c: " ".join(draw(st.tuples(*[cell] * len(hypotheses)))) for c in claims}
    weights = {c: draw(st.sampled_from(WEIGHTS)) for c in claims}
    return matrix(rows, weights, hypotheses)
