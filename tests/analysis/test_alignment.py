"""Matching two sequences item by item."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from caseboard.analysis import alignment
from caseboard.analysis.alignment import aligned

ITEMS = st.lists(st.sampled_from(["a", "b", "cc", "dddd", "e"]), max_size=30)


@given(ITEMS, ITEMS)
def test_pairs_are_equal_items_in_the_order_of_both(one, other):
    pairs = aligned(one, other)
    assert all(one[here] == other[there] for here, there in pairs)
    for (a, b), (c, d) in pairwise(pairs):
        assert a < c
        assert b < d


@given(ITEMS)
def test_a_sequence_matches_itself_whole(items):
    assert aligned(items, items) == [(n, n) for n in range(len(items))]


@given(ITEMS, ITEMS)
def test_no_common_run_at_either_end_is_missed(one, other):
    pairs = aligned(["x", *one, "y"], ["x", *other, "y"])
    assert pairs[0] == (0, 0)
    assert pairs[-1] == (len(one) + 1, len(other) + 1)


def test_heavy_items_are_matched_before_light_ones():
    pairs = aligned(["a", "a", "a", "dddd", "dddd"], ["dddd", "dddd", "a", "a", "a"])
    assert pairs == [(3, 0), (4, 1)]


def test_what_would_take_too_long_stays_unmatched(monkeypatch):
    one, other = list("ababab"), list("bababa")
    assert aligned(one, other)
    monkeypatch.setattr(alignment, "CELLS", 35)
    assert aligned(one, other) == []
