"""The line of time across a widget."""

from datetime import UTC, datetime
from itertools import pairwise

import pytest

from caseboard.analysis.stretches import DAY, HOUR, seconds
from caseboard.ui.timeline.axis import COARSEST, FINEST, Axis, between, ticks


def at(*date):
    return seconds(datetime(*date, tzinfo=UTC))


AXIS = Axis(at(2024, 11, 11), DAY / 100, 500)


def test_a_pixel_is_a_moment_and_back():
    assert AXIS.x(at(2024, 11, 12)) == 100
    assert AXIS.time(100) == at(2024, 11, 12)
    assert AXIS.end == at(2024, 11, 16)


def test_what_is_under_the_pointer_stays_there_when_one_zooms():
    nearer = AXIS.zoomed(3, 120)
    assert nearer.time(120) == AXIS.time(120)
    assert nearer.scale == AXIS.scale / 3


def test_one_comes_no_nearer_and_goes_no_further_than_makes_sense():
    assert AXIS.zoomed(1e9, 0).scale == FINEST
    assert AXIS.zoomed(1e-9, 0).scale == COARSEST


def test_all_of_a_stretch_is_shown_with_room_beside_it():
    axis = AXIS.showing(at(2024, 1, 1), at(2024, 1, 3), 50)
    assert axis.x(at(2024, 1, 1)) == pytest.approx(50)
    assert axis.x(at(2024, 1, 3)) == pytest.approx(450)


def test_nobody_gets_lost_beyond_all_time():
    axis = AXIS.moved(-1e12)
    assert axis.start < at(9999, 12, 31) < axis.end + 1


def test_dates_are_named_by_the_day_and_midnight_among_hours_too():
    assert [tick.text for tick in ticks(AXIS, 80)] == [
        "11 Nov", "12 Nov", "13 Nov", "14 Nov", "15 Nov", "16 Nov",
    ]  # fmt: skip
    hours = Axis(at(2024, 11, 13, 11), HOUR / 20, 500)
    named = [(tick.text, tick.is_major) for tick in ticks(hours, 80)]
    assert named == [
        ("06:00", False), ("12:00", False), ("18:00", False), ("14 Nov", True), ("06:00", False),
        ("12:00", False),
    ]  # fmt: skip


def test_the_first_month_of_a_year_is_named_by_the_year():
    months = Axis(at(2024, 11, 1), DAY / 3, 300)
    named = [tick.text for tick in ticks(months, 80)]
    assert named == ["Nov 2024", "Dec 2024", "2025", "Feb 2025"]


@pytest.mark.parametrize("scale", [FINEST, HOUR, DAY, 40 * DAY, COARSEST])
def test_names_have_room_at_any_scale(scale):
    axis = Axis(at(2024, 2, 29), scale, 1200)
    places = [axis.x(tick.at) for tick in ticks(axis, 80)]
    assert all(b - a >= 55 for a, b in pairwise(places))


def test_a_stretch_is_said_by_its_days_or_by_its_hours():
    assert between(at(2024, 11, 13), at(2024, 11, 14)) == "13 Nov 2024"
    assert between(at(2024, 11, 13), at(2024, 11, 15)) == "13–14 Nov 2024"
    assert between(at(2024, 9, 1), at(2024, 11, 16)) == "1 Sep – 15 Nov 2024"
    assert between(at(2023, 9, 1), at(2024, 11, 16)) == "1 Sep 2023 – 15 Nov 2024"
    assert between(at(2024, 11, 13, 5), at(2024, 11, 13, 7)) == "13 Nov 2024 05:00–07:00 UTC"
