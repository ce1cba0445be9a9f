"""Positions in running text: what is one, and what only looks like one."""

import pytest

from caseboard.mapping import written


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("at 49.71003, 37.61581.", "49.71003, 37.61581"),
        ("in 37U DR 00205 07310, they say", "37U DR 00205 07310"),
        ("at 8GXVPJ68+28", "8GXVPJ68+28"),
    ],
)
def test_a_position_is_found_where_it_stands(text, surface):
    (found,) = written.found(text)
    assert text[found.start : found.end] == surface
    assert found.point.lat == pytest.approx(49.71, abs=0.05)


@pytest.mark.parametrize("text", ["on 13 JAN 2024", "3 JUN 2024", "1 DEC 24", "95.123, 200.5"])
def test_a_day_and_numbers_off_the_globe_are_none(text):
    assert list(written.found(text)) == []
