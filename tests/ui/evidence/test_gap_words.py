"""When a gap is due, in words."""

from datetime import UTC, date, datetime

import pytest

from caseboard.errors import CaseError
from caseboard.model.inquiry import Gap
from caseboard.model.terms import GapStatus
from caseboard.ui import gap_words
from caseboard.ui.forms.day_field import day_of

TODAY = date(2026, 11, 22)


def gap(**more):
    return Gap(case_id="c", ref="KUP-2026-11-G1", question="?", created=datetime.now(UTC), **more)


@pytest.mark.parametrize(
    ("day", "words"),
    [
        ("2026-11-19", "overdue by 3 days"),
        ("2026-11-21", "overdue by 1 day"),
        ("2026-11-22", "due today"),
        ("2026-11-23", "due tomorrow"),
        ("2026-12-01", "due in 9 days"),
        ("", ""),
    ],
)
def test_a_day_is_told_from_today(day, words):
    assert gap_words.due(day, TODAY) == words


def test_only_open_gaps_press():
    assert gap_words.is_pressing(gap(due="2026-11-22"), TODAY)
    assert not gap_words.is_pressing(gap(due="2026-11-23"), TODAY)
    assert not gap_words.is_pressing(gap(), TODAY)
    assert not gap_words.is_pressing(gap(due="2026-11-01", status=GapStatus.ANSWERED), TODAY)


def test_a_closed_gap_says_so_and_not_when_it_was_due():
    answered = gap(due="2026-11-01", status=GapStatus.ANSWERED)
    assert gap_words.dated(answered, TODAY) == "1 Nov 2026, answered"
    assert gap_words.dated(gap(status=GapStatus.DROPPED), TODAY) == "dropped"


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2026-11-30", "2026-11-30"),
        ("30 Nov 2026", "2026-11-30"),
        ("November 30, 2031", "2031-11-30"),
        ("30.11.2026", "2026-11-30"),
        ("30 листопада 2026", "2026-11-30"),
        ("29 Feb 2028", "2028-02-29"),
        (" ", ""),
    ],
)
def test_a_day_is_read_as_it_is_typed(typed, day):
    assert day_of(typed) == day


def test_today_is_a_day():
    assert day_of("Today") == gap_words.today().isoformat()


@pytest.mark.parametrize(
    "typed", ["2026-11", "someday", "2026-11-30T10:00Z", "about 3 Nov 2026", "29 Feb 2027"]
)
def test_what_is_not_one_day_is_refused(typed):
    with pytest.raises(CaseError):
        day_of(typed)
