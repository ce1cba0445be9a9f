"""Counting along a line of time."""

from hypothesis import given
from hypothesis import strategies as st

from caseboard.analysis.stretches import Stretch, of
from caseboard.analysis.tallies import Tally

pairs = st.tuples(st.integers(0, 50), st.integers(1, 20))


@given(st.lists(pairs), st.integers(-5, 80), st.integers(1, 30))
def test_it_counts_what_looking_at_each_would_count(spans, start, length):
    stretches = [Stretch(float(at), float(at + long)) for at, long in spans]
    tally, end = Tally(stretches), start + length
    assert tally.going_on(start, end) == sum(s.meets(start, end) for s in stretches)
    assert tally.begun(start, end) == sum(start <= s.start < end for s in stretches)


def test_what_is_open_or_too_long_is_left_out_and_counted_as_such():
    tally = Tally([of("2024-11-13"), of("2024"), of("2024-11-13/..")], longest=5 * 86400)
    assert (len(tally), tally.left_out) == (1, 2)
    assert tally.bounds == (of("2024-11-13").start, of("2024-11-13").end)


def test_nothing_has_no_bounds():
    assert Tally().bounds is None


def test_bars_stand_between_edges():
    tally = Tally([Stretch(0.0, 15.0), Stretch(12.0, 13.0)])
    assert tally.bars([0.0, 10.0, 20.0, 30.0]) == [1, 2, 0]
