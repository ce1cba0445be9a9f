"""Hypotheses that compete, and the order they come in."""

from dataclasses import replace
from decimal import Decimal

from fitting import HYPOTHESES, WEIGHTS, matrices, matrix
from hypothesis import given
from hypothesis import strategies as st

from caseboard.analysis.hypotheses import penalty, rank, telling
from caseboard.model.terms import Fit


def standing(found):
    return {score.hypothesis: (score.rank, score.inconsistency) for score in rank(found).scores}


def ranks(found):
    return {score.hypothesis: score.rank for score in rank(found).scores}


def test_the_least_inconsistent_comes_first():
    found = rank(matrix({"C1": "I C II", "C2": "C C I"}))
    assert [score.hypothesis for score in found.scores] == ["H2", "H1", "H3"]
    assert [score.inconsistency for score in found.scores] == [0, 1, 3]
    assert [score.against for score in found.scores] == [0, 1, 2]
    assert found.leaders == ("H2",)


def test_consistency_adds_nothing():
    much, little = matrix({"C1": "CC N I"}), matrix({"C1": "N . I"})
    assert standing(much) == standing(little)


def test_what_weighs_more_counts_more_against():
    rows = {"C1": "I C C", "C2": "C II C", "C3": "N N I"}
    weights = {"C1": "1", "C2": "0.36", "C3": "0.36"}
    assert ranks(matrix(rows)) == {"H1": 1, "H2": 3, "H3": 1}
    assert ranks(matrix(rows, weights)) == {"H3": 1, "H2": 2, "H1": 3}


def test_a_tie_is_a_tie_and_the_next_place_stays_empty():
    found = rank(matrix({"C1": "I II I"}))
    assert [(s.hypothesis, s.rank, s.is_tied) for s in found.scores] == [
        ("H1", 1, True),
        ("H3", 1, True),
        ("H2", 3, False),
    ]


def test_weights_that_add_up_to_the_same_tie_exactly():
    rows = {"C1": "I C C", "C2": "I C C", "C3": "C I I"}
    found = rank(matrix(rows, {"C1": "0.1", "C2": "0.2", "C3": "0.3"}))
    assert {score.rank for score in found.scores} == {1}


def test_cells_not_rated_are_counted():
    found = rank(matrix({"C1": "I . C", "C2": ". . C"}))
    assert (found.rated, found.cells) == (3, 6)
    assert {score.hypothesis: score.rated for score in found.scores} == {"H1": 1, "H2": 0, "H3": 2}


def test_a_row_that_fits_all_alike_tells_nothing():
    found = telling(matrix({"C1": "I I I", "C2": "C C N", "C3": "CC I II"}))
    assert found["C1"].value == 0
    assert found["C1"].is_same
    assert found["C2"].value == 1
    assert found["C3"].value == 4
    assert not found["C3"].is_same


def test_a_row_not_wholly_rated_is_not_called_the_same_for_all():
    found = telling(matrix({"C1": "I I .", "C2": ". . .", "C3": "C . I"}))
    assert not any(each.is_same for each in found.values())
    assert found["C1"].value == found["C2"].value == 0
    assert found["C3"].value == 2
    assert [each.rated for each in found.values()] == [2, 0, 2]


def test_a_heavier_row_tells_more():
    found = telling(matrix({"C1": "C I N", "C2": "C I N"}, {"C1": "0.36", "C2": "1"}))
    assert found["C1"].value < found["C2"].value


def test_an_empty_matrix_has_no_order():
    assert rank(matrix({}, hypotheses=())).scores == ()
    assert rank(matrix({})).leaders == HYPOTHESES


@given(matrices(), st.randoms(use_true_random=False))
def test_the_order_of_rows_and_columns_changes_no_standing(found, random):
    mixed = replace(
        found,
        hypotheses=tuple(random.sample(found.hypotheses, len(found.hypotheses))),
        evidence=tuple(random.sample(found.evidence, len(found.evidence))),
    )
    assert standing(mixed) == standing(found)
    assert telling(mixed) == telling(found)


@given(matrices(), st.sampled_from(list(Fit)), st.sampled_from(WEIGHTS))
def test_a_row_of_one_fit_for_all_changes_no_order(found, fit, weight):
    more = replace(
        found,
        evidence=(*found.evidence, "new"),
        fits={**found.fits, **{(each, "new"): fit for each in found.hypotheses}},
        weights={**found.weights, "new": Decimal(weight)},
    )
    assert ranks(more) == ranks(found)
    assert telling(more)["new"].value == 0


@given(matrices(least=1), st.data())
def test_a_worse_fit_never_betters_a_hypothesis(found, data):
    hypothesis = data.draw(st.sampled_from(found.hypotheses))
    claim = data.draw(st.sampled_from(found.evidence))
    worse = data.draw(st.sampled_from([Fit.INCONSISTENT, Fit.VERY_INCONSISTENT]))
    before = found.fits.get((hypothesis, claim))
    if penalty(before) <= penalty(worse):
        after = replace(found, fits={**found.fits, (hypothesis, claim): worse})
        assert ranks(after)[hypothesis] >= ranks(found)[hypothesis]


@given(matrices())
def test_without_weights_every_claim_counts_one(found):
    bare = replace(found, weights={})
    ones = replace(found, weights=dict.fromkeys(found.evidence, Decimal(1)))
    assert standing(bare) == standing(ones)


@given(matrices())
def test_one_times_all_weights_is_another_scale_of_the_same_order(found):
    doubled = {claim: 2 * weight for claim, weight in found.weights.items()}
    assert ranks(replace(found, weights=doubled)) == ranks(found)
