"""Where units of the calendar begin."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseboard.analysis.calendar import Unit, floor, later, steps
from caseboard.analysis.stretches import DAY, moment, seconds

times = st.datetimes(min_value=datetime(2, 1, 1), max_value=datetime(9990, 1, 1)).map(
    lambda at: at.replace(tzinfo=UTC)
)


def at(*date):
    return datetime(*date, tzinfo=UTC)


@pytest.mark.parametrize(
    ("unit", "begins"),
    [
        (Unit.HOUR, at(2024, 11, 14, 11)),
        (Unit.DAY, at(2024, 11, 14)),
        (Unit.WEEK, at(2024, 11, 11)),
        (Unit.MONTH, at(2024, 11, 1)),
        (Unit.YEAR, at(2024, 1, 1)),
    ],
)
def test_a_unit_begins_where_the_calendar_says(unit, begins):
    assert floor(at(2024, 11, 14, 11, 39), unit) == begins


@given(times, st.sampled_from(Unit))
def test_a_moment_lies_in_the_unit_it_is_said_to_lie_in(moment, unit):
    begins = floor(moment, unit)
    assert begins <= moment < later(begins, unit)
    assert floor(begins, unit) == begins


def test_months_and_years_are_as_long_as_they_are():
    assert later(at(2024, 1, 1), Unit.MONTH, 2) == at(2024, 3, 1)
    assert later(at(2024, 1, 1), Unit.MONTH, -1) == at(2023, 12, 1)
    assert later(at(2024, 1, 1), Unit.YEAR) == at(2025, 1, 1)


def test_the_calendar_ends():
    assert later(at(9999, 12, 1), Unit.MONTH) == moment(1e15)
    assert later(at(1, 1, 1), Unit.DAY, -1) == moment(-1e15)
    last = list(steps(seconds(at(9999, 12, 30)), 1e15, Unit.DAY))
    assert last[-1] == seconds(moment(1e15))


def test_steps_go_from_before_the_start_to_after_the_end():
    start = seconds(at(2024, 11, 13, 5))
    days = [moment(each) for each in steps(start, start + DAY, Unit.DAY)]
    assert days == [at(2024, 11, 13), at(2024, 11, 14), at(2024, 11, 15)]


def test_several_hours_are_counted_from_midnight():
    start = seconds(at(2024, 11, 13, 5))
    hours = [moment(each).hour for each in steps(start, start + DAY / 2, Unit.HOUR, 6)]
    assert hours == [0, 6, 12, 18]
