"""Where a time lies on a line, and how far its ends may be off."""

import math
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseboard.analysis.stretches import DAY, HOUR, moment, of, seconds

NOV_13 = seconds(datetime(2024, 11, 13, tzinfo=UTC))


def test_a_day_is_from_its_first_moment_until_the_next_day():
    stretch = of("2024-11-13")
    assert (stretch.start, stretch.end) == (NOV_13, NOV_13 + DAY)
    assert (stretch.margin, stretch.is_uncertain, stretch.is_open) == (0, False, False)


def test_the_ends_of_an_approximate_time_may_lie_off_by_a_part_of_its_unit():
    assert of("2024-11-13~").margin == 6 * HOUR
    assert of("2024-11~").margin == 7 * DAY
    assert of("2024-11-13T23:00~").margin == HOUR / 2


def test_an_uncertain_time_is_marked_and_keeps_its_ends():
    stretch = of("2024-11-13?")
    assert stretch.is_uncertain
    assert (stretch.start, stretch.end, stretch.margin) == (NOV_13, NOV_13 + DAY, 0)


def test_an_open_end_has_no_end():
    assert of("2024-11-13/..").end == math.inf
    assert of("../2024-11-13").start == -math.inf
    assert of("2024-11-13/..").is_open
    assert of("2024-11-13/..").anchor == NOV_13


def test_a_zone_is_reckoned_with_and_a_missing_one_is_said():
    assert of("2024-11-13T02:00+02:00").start == NOV_13
    assert of("2024-11-13T02:00+02:00").is_zoned
    assert not of("2024-11-13T02:00").is_zoned


@pytest.mark.parametrize("text", ["", "yesterday", "2024-13-40"])
def test_what_cannot_be_read_lies_nowhere(text):
    assert of(text) is None


def test_a_stretch_meets_what_it_has_a_part_in_and_not_what_it_only_touches():
    stretch = of("2024-11-13")
    assert stretch.meets(NOV_13 + DAY - 1, NOV_13 + 9 * DAY)
    assert not stretch.meets(NOV_13 + DAY, NOV_13 + 9 * DAY)
    assert not stretch.meets(NOV_13 - DAY, NOV_13)


@given(st.datetimes(min_value=datetime(1, 1, 2), max_value=datetime(9999, 12, 30)))
def test_seconds_lead_back_to_their_moment(at):
    at = at.replace(tzinfo=UTC, microsecond=0)
    assert moment(seconds(at)) == at


def test_beyond_all_time_is_its_end():
    assert moment(1e15).year == 9999
    assert moment(-1e15).year == 1
