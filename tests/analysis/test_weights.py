"""How much claims count as evidence."""

from decimal import Decimal

import pytest
from casework import Casework
from hypothesis import given
from hypothesis import strategies as st

from caseboard.analysis import ledgers, standing, weights
from caseboard.analysis.weights import show
from caseboard.model.terms import ClaimStatus, Credibility, Reliability, Stance


@pytest.fixture
def work():
    work = Casework()
    work.claim("C1", "Every attack was beaten back.")
    return work


def report(work, clip, claimant, grade, *, stance=Stance.SUPPORTS):
    """A report on C1 graded like `B2`; the letter is the claimant's from then on."""
    work.report("C1", clip, claimant, stance=stance)
    work.rows["reports"][-1].credibility = Credibility(grade[1])
    source = next(each for each in work.rows["sources"] if each.id == claimant)
    source.reliability = Reliability(grade[0])


def of(dossier):
    ledger = ledgers.of(dossier)
    return weights.of_claims(ledger, standing.weigh(ledger), ["C1"])["C1"]


def test_a_weight_is_reliability_times_credibility_times_how_the_claim_stands(work):
    report(work, "E1", "General Staff", "B2")
    weight = of(work.dossier)
    assert weight.value == Decimal("0.8") * Decimal("0.8") * Decimal("0.8")
    assert weight.grade == (Reliability.B, Credibility.PROBABLE)
    assert weight.working == (
        "Weight 0.51 = reliability B 0.8 × credibility 2 0.8 × single source 0.8\n"
        "The grades are those of General Staff."
    )


def test_the_best_of_independent_origins_gives_the_weight(work):
    report(work, "E1", "Telegram channel", "E5")
    report(work, "E2", "Imagery", "A1")
    weight = of(work.dossier)
    assert weight.value == 1
    assert "The grades are those of Imagery, the best of 2 independent origins." in weight.working


@pytest.mark.parametrize(("grade", "middle"), [("F6", "C3"), ("F2", "C2"), ("B6", "B3")])
def test_what_cannot_be_judged_counts_as_the_middle_and_not_as_bad(work, grade, middle):
    report(work, "E1", "Somebody", grade)
    other = Casework()
    other.claim("C1")
    report(other, "E1", "Somebody", middle)
    unknown = of(work.dossier)
    assert unknown.value == of(other.dossier).value
    assert "cannot be judged, which is not bad" in unknown.working


def test_what_is_disputed_counts_less_than_what_is_not(work):
    report(work, "E1", "General Staff", "B2")
    before = of(work.dossier).value
    report(work, "E2", "DeepState", "C3", stance=Stance.CONTRADICTS)
    after = of(work.dossier)
    assert after.value < before
    assert after.grade == (Reliability.B, Credibility.PROBABLE)


def test_the_grades_of_who_contradicts_do_not_count_for_a_claim(work):
    report(work, "E1", "Telegram channel", "E5")
    report(work, "E2", "Imagery", "A1", stance=Stance.CONTRADICTS)
    assert of(work.dossier).grade == (Reliability.E, Credibility.IMPROBABLE)


def test_a_claim_nobody_supports_has_a_weight_and_no_grade(work):
    report(work, "E1", "General Staff", "A1", stance=Stance.MENTIONS)
    weight = of(work.dossier)
    assert weight.grade is None
    assert weight.value == Decimal("0.6") * Decimal("0.6") * Decimal("0.5")
    assert "No report supports it" in weight.working


def test_the_word_of_the_analyst_on_how_a_claim_stands_is_heeded(work):
    report(work, "E1", "General Staff", "A1")
    work.rows["claims"][0].status_override = ClaimStatus.CORROBORATED
    work.rows["claims"][0].override_reason = "Seen by two of ours."
    assert of(work.dossier).value == 1


@pytest.mark.parametrize("letters", [Reliability, Credibility])
def test_a_better_grade_never_weighs_less(letters):
    table = weights.RELIABILITIES if letters is Reliability else weights.CREDIBILITIES
    graded = [table[each] for each in list(letters)[:-1]]
    assert graded == sorted(graded, reverse=True)
    assert graded[0] == 1
    assert graded[-1] > 0


@given(
    st.randoms(use_true_random=False), st.lists(st.sampled_from("ABCDEF"), min_size=1, max_size=5)
)
def test_a_weight_does_not_depend_on_the_order_of_rows(random, letters):
    work = Casework()
    work.claim("C1")
    for number, letter in enumerate(letters):
        report(work, f"E{number}", f"Source {number}", f"{letter}{1 + number % 6}")
    assert of(work.shuffled(random)) == of(work.dossier)


@pytest.mark.parametrize(
    ("value", "shown"), [("0", "0"), ("1", "1"), ("0.512", "0.51"), ("10.00", "10"), ("2.5", "2.5")]
)
def test_numbers_are_shown_short(value, shown):
    assert show(Decimal(value)) == shown
