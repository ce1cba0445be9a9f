from datetime import UTC, datetime, timedelta

from caseboard.capture import clock

NOON = datetime(2024, 11, 14, 12, tzinfo=UTC)


def test_a_clock_that_is_ahead_says_by_how_much_and_how_sure_that_is():
    found = clock.compare(NOON + timedelta(seconds=10), NOON + timedelta(seconds=12), NOON)
    assert found == clock.Compared(offset=10.5, error=1.5)


def test_a_clock_that_is_right_lies_within_its_error():
    asked = NOON + timedelta(seconds=0.9)
    found = clock.compare(asked, asked + timedelta(seconds=0.2), NOON + timedelta(seconds=1))
    assert abs(found.offset) <= found.error


def test_the_system_says_how_its_clock_is_kept():
    assert clock.system_state().startswith("Not compared: nothing was fetched.")
