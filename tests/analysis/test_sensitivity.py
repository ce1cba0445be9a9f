"""What an order of hypotheses rests on."""

from dataclasses import replace
from decimal import Decimal

from fitting import matrices, matrix
from hypothesis import given

from caseboard.analysis import sensitivity
from caseboard.analysis.hypotheses import Matrix, inconsistencies, leaders
from caseboard.analysis.sensitivity import How
from caseboard.model.terms import Fit


def lead(found):
    return leaders(inconsistencies(found))


def without(found, claim):
    return replace(found, evidence=tuple(each for each in found.evidence if each != claim))


def names(found):
    return [each.claim for each in found.critical]


def turn(found, claim, how):
    critical = next(each for each in found.critical if each.claim == claim)
    return next((each for each in critical.turns if each.how is how), None)


def test_the_one_item_that_carries_the_order_is_named_first():
    rows = {"C1": "C II N", "C2": "I C II", "C3": "C C I"}
    found = sensitivity.of(matrix(rows))
    assert names(found)[0] == "C1"
    assert found.critical[0].first == sensitivity.Turn(How.REMOVED, frozenset({"H2"}))


def test_nothing_single_changes_a_clear_order():
    rows = {f"C{number}": "C II II" for number in range(6)}
    assert sensitivity.of(matrix(rows)).critical == ()


def test_a_fit_that_would_change_the_order_says_how_far_it_would_have_to_be_wrong():
    rows = {"C1": "N I I", "C2": "C I I", "C3": "C C I"}
    found = sensitivity.of(matrix(rows))
    wrong = turn(found, "C1", How.RATED)
    assert (wrong.hypothesis, wrong.fit, wrong.steps) == ("H1", Fit.VERY_INCONSISTENT, 2)
    assert wrong.leaders == {"H1", "H2"}


def test_a_claim_that_counts_too_little_is_critical_for_its_grades():
    rows = {"C1": "II C C", "C2": "C I I"}
    found = sensitivity.of(matrix(rows, {"C1": "0.2", "C2": "0.5"}))
    assert lead(matrix(rows, {"C1": "0.2", "C2": "0.5"})) == {"H1"}
    assert turn(found, "C1", How.WEIGHED).leaders == {"H2", "H3"}


def test_what_hands_over_the_lead_comes_before_what_makes_a_tie():
    rows = {"C1": "C I II", "C2": "C I II", "C3": "I C II"}
    found = sensitivity.of(matrix(rows, {"C1": "0.5", "C2": "0.6", "C3": "0.6"}))
    first, *_rest = found.critical
    assert first.first.leaders.isdisjoint(lead(matrix(rows)))
    ties = [bool(each.first.leaders & {"H1"}) for each in found.critical]
    assert ties == sorted(ties)


def test_open_cells_that_could_change_the_order_are_counted():
    found = sensitivity.of(matrix({"C1": "N I II", "C2": ". . ."}))
    assert found.open_cells == 1  # only what speaks against the leader


def test_hypotheses_without_evidence_rest_on_nothing():
    found = sensitivity.of(matrix({}))
    assert found.critical == ()
    assert found.open_cells == 0


@given(matrices())
def test_what_is_named_as_critical_changes_who_leads_and_nothing_else_does(found):
    said = {each.claim: each for each in sensitivity.of(found).critical}
    now = lead(found)
    for claim in found.evidence:
        otherwise = {
            (How.REMOVED, None, None): without(found, claim),
            (How.WEIGHED, None, None): weighed(found, claim),
            **{
                (How.RATED, hypothesis, fit): rated(found, hypothesis, claim, fit)
                for hypothesis in found.hypotheses
                if (hypothesis, claim) in found.fits
                for fit in (Fit.NEUTRAL, Fit.INCONSISTENT, Fit.VERY_INCONSISTENT)
            },
        }
        wanted = {key: lead(each) for key, each in otherwise.items() if lead(each) != now}
        turns = said[claim].turns if claim in said else ()
        assert {(t.how, t.hypothesis, t.fit): t.leaders for t in turns} == wanted


@given(matrices())
def test_a_row_of_one_fit_for_all_is_critical_only_in_its_cells(found):
    fits = {**found.fits, **{(each, "new"): Fit.INCONSISTENT for each in found.hypotheses}}
    more = replace(found, evidence=(*found.evidence, "new"), fits=fits)
    critical = next((c for c in sensitivity.of(more).critical if c.claim == "new"), None)
    assert critical is None or all(each.how is How.RATED for each in critical.turns)


def weighed(found, claim):
    return replace(found, weights={**found.weights, claim: Decimal(1)})


def rated(found: Matrix, hypothesis, claim, fit):
    return replace(found, fits={**found.fits, (hypothesis, claim): fit})
