"""How often sources agreed or clashed."""

from itertools import combinations

import pytest
from casework import Casework
from hypothesis import given
from hypothesis import strategies as st

from caseboard.analysis import ledgers
from caseboard.analysis.agreement import FEWEST, Agreement, Sides
from caseboard.model.terms import DisputeStatus, Stance

COPY = (
    "Two columns of armoured vehicles entered the town late in the evening and were met with "
    "artillery and drones, a spokesman of the brigade told reporters on Thursday, adding that "
    "the road behind them had been mined and that none of the vehicles had come back."
)
AGAINST = Stance.CONTRADICTS


@pytest.fixture
def work():
    work = Casework()
    for number in range(1, 5):
        work.claim(f"C{number}")
    return work


def sides(work):
    return Sides.of(ledgers.of(work.dossier))


def between(work, one, other):
    """What `one` and `other` agreed on and clashed over; None where nothing is compared."""
    found = {each.other: each for each in sides(work).agreements(one)}
    return (found[other].agreed, found[other].clashed) if other in found else None


def test_two_who_take_one_stance_agree(work):
    work.report("C1", "E1", "Staff")
    work.report("C1", "E2", "Monitor")
    work.report("C2", "E1", "Staff", stance=AGAINST)
    work.report("C2", "E2", "Monitor", stance=AGAINST)
    assert between(work, "Staff", "Monitor") == (("C1", "C2"), ())


def test_two_who_take_opposite_stances_clash(work):
    work.report("C1", "E1", "Staff")
    work.report("C1", "E2", "Monitor", stance=AGAINST)
    assert between(work, "Staff", "Monitor") == ((), (("C1",),))
    assert sides(work).clashing() == {"Staff": 1, "Monitor": 1}


def test_a_claim_counts_once_however_often_it_is_reported(work):
    for number in range(4):
        work.report("C1", f"E{number}", "Staff")
        work.report("C1", f"E{number}", "Monitor")
    assert between(work, "Staff", "Monitor") == (("C1",), ())


def test_a_mention_neither_agrees_nor_clashes(work):
    work.report("C1", "E1", "Staff")
    work.report("C1", "E2", "Monitor", stance=Stance.MENTIONS)
    assert between(work, "Staff", "Monitor") is None


def test_one_who_took_both_sides_is_compared_with_nobody(work):
    work.report("C1", "E1", "Staff")
    work.report("C1", "E2", "Staff", stance=AGAINST)
    work.report("C1", "E3", "Monitor")
    assert sides(work).agreements("Staff") == sides(work).agreements("Monitor") == []


def test_outlets_that_repeat_one_agency_do_not_agree_with_it(work):
    work.clip("E1", "Courier")
    work.clip("E2", "Daily")
    for clip, outlet in (("E1", "Courier"), ("E2", "Daily")):
        work.report("C1", clip, "Agency", via=[outlet])
    work.report("C1", "E3", "Monitor")
    assert [each.other for each in sides(work).agreements("Agency")] == ["Monitor"]
    assert sides(work).agreements("Courier") == []


def test_outlets_that_print_one_copy_are_one(work):
    work.clip("E1", "Courier", text=COPY, published="2024-11-13")
    work.clip("E2", "Daily", text=COPY, published="2024-11-14")
    work.report("C1", "E1", "Courier")
    work.report("C1", "E2", "Daily")
    work.report("C1", "E3", "Monitor")
    assert sides(work).agreements("Courier") == [Agreement("Monitor", ("C1",), ())]
    assert sides(work).agreements("Daily") == []


def test_each_side_of_an_open_dispute_clashes_with_the_other_once(work):
    work.report("C1", "E1", "Staff")
    work.report("C2", "E2", "Monitor")
    work.dispute("C1", "C2")
    assert between(work, "Staff", "Monitor") == ((), (("C1", "C2"),))
    assert between(work, "Monitor", "Staff") == ((), (("C1", "C2"),))
    assert sides(work).clashing() == {"Staff": 1, "Monitor": 1}


@pytest.mark.parametrize("status", [DisputeStatus.RECONCILED, DisputeStatus.SETTLED])
def test_a_dispute_that_is_over_is_no_clash(work, status):
    work.report("C1", "E1", "Staff")
    work.report("C2", "E2", "Monitor")
    work.dispute("C1", "C2", status)
    assert between(work, "Staff", "Monitor") is None


def test_one_who_supports_both_sides_of_a_dispute_clashes_with_nobody(work):
    work.report("C1", "E1", "Staff")
    work.report("C2", "E1", "Staff")
    work.report("C2", "E2", "Monitor")
    work.dispute("C1", "C2")
    assert between(work, "Staff", "Monitor") == (("C2",), ())


def test_a_dispute_over_a_claim_they_take_opposite_sides_on_is_the_same_clash(work):
    work.report("C1", "E1", "Staff")
    work.report("C2", "E1", "Staff", stance=AGAINST)
    work.report("C2", "E2", "Monitor")
    work.dispute("C1", "C2")
    assert between(work, "Staff", "Monitor") == ((), (("C1", "C2"),))


def test_a_dispute_whose_claim_is_in_the_bin_counts_for_nobody(work):
    work.report("C1", "E1", "Staff")
    work.dispute("C1", "C9")
    assert sides(work).agreements("Staff") == []


def test_who_clashes_most_comes_first(work):
    for claim in ("C1", "C2"):
        work.report(claim, "E1", "Staff")
        work.report(claim, "E2", "Agency")
    work.report("C1", "E3", "Monitor", stance=AGAINST)
    assert [each.other for each in sides(work).agreements("Staff")] == ["Monitor", "Agency"]


def test_no_share_is_told_of_too_few_claims():
    few = tuple(f"C{n}" for n in range(FEWEST - 1))
    assert Agreement("Monitor", few, ()).share is None
    assert Agreement("Monitor", few, (("C9",),)).share == pytest.approx(0.8)


NAMES = ["Staff", "Monitor", "Agency", "Outlet"]
CLAIMS = ["C1", "C2", "C3", "C4"]
REPORTS = st.lists(
    st.tuples(st.sampled_from(CLAIMS), st.sampled_from(NAMES), st.sampled_from(list(Stance))),
    max_size=16,
)
DISPUTES = st.lists(
    st.tuples(
        st.sampled_from(list(combinations(CLAIMS, 2))),
        st.sampled_from([DisputeStatus.OPEN, DisputeStatus.OPEN, DisputeStatus.SETTLED]),
    ),
    max_size=5,
    unique_by=lambda each: each[0],
)


def told(reports, disputes):
    work = Casework()
    for claim in CLAIMS:
        work.claim(claim)
    for number, (claim, name, stance) in enumerate(reports):
        work.report(claim, f"E{number}", name, stance=stance)
    for (one, other), status in disputes:
        work.dispute(one, other, status)
    return work


def all_of(found):
    return {name: {each.other: each for each in found.agreements(name)} for name in NAMES}


@given(REPORTS, DISPUTES)
def test_agreement_is_mutual_and_counts_a_claim_once(reports, disputes):
    found = sides(told(reports, disputes))
    each_way = all_of(found)
    for one, other in combinations(NAMES, 2):
        mine, theirs = each_way[one].get(other), each_way[other].get(one)
        assert (mine is None) == (theirs is None)
        if mine is not None:
            assert (mine.agreed, mine.clashed) == (theirs.agreed, theirs.clashed)
            counted = [*mine.agreed, *mine.clash_claims]
            assert len(counted) == len(set(counted)) > 0
    for name in NAMES:
        clashes = {claim for each in each_way[name].values() for claim in each.clash_claims}
        assert bool(clashes) == bool(found.clashing()[name])


@given(REPORTS, DISPUTES, st.randoms(use_true_random=False))
def test_agreement_does_not_depend_on_the_order_of_rows(reports, disputes, random):
    work = told(reports, disputes)
    mixed = Sides.of(ledgers.of(work.shuffled(random)))
    assert all_of(mixed) == all_of(sides(work))
    assert mixed.clashing() == sides(work).clashing()


@given(REPORTS, DISPUTES)
def test_a_mention_more_changes_nothing(reports, disputes):
    more = [*reports, ("C1", "Staff", Stance.MENTIONS)]
    assert all_of(sides(told(more, disputes))) == all_of(sides(told(reports, disputes)))
