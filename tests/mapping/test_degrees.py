"""Pairs of degrees, split and read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseboard.errors import CaseError
from caseboard.mapping import degrees


@pytest.mark.parametrize(
    ("text", "step"),
    [
        ("49 37", 111_195),
        ("49.7 37.6", 11_119.5),
        ("49.7 37.61", 11_119.5),
        ("49.710031234 37.615812345", 1.0),
        ("49°42′ 37°36′", 1_853.2),
        ("49°42′36.12″ 37°36′57.04″", 1.0),
    ],
)
def test_precision_is_the_step_of_the_coarser_last_digit(text, step):
    assert degrees.read(text).precision_m == pytest.approx(step, abs=0.1)


def test_letters_beat_order():
    assert degrees.read("E 37 N 49") == degrees.read("49 37")


def test_a_latitude_beyond_the_pole_says_which_comes_first():
    with pytest.raises(CaseError, match=r"137\.5") as refused:
        degrees.read("137.5, 49")
    assert "first" in refused.value.hint


@given(
    st.integers(-90, 90),
    st.integers(-180, 180),
    st.sampled_from([", ", " ", "; ", "/", " , ", "\t", "\n"]),
)
def test_any_pair_is_read_with_any_separator(lat, lon, separator):
    pair = degrees.read(f"{lat}{separator}{lon}")
    assert (pair.lat, pair.lon) == (lat, lon)
    assert not pair.sexagesimal
