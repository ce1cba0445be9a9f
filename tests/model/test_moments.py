"""EDTF strings read, ordered and put in words."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseboard.errors import CaseError
from caseboard.model import moments
from caseboard.model.moments import Precision


def at(*numbers):
    return datetime(*numbers, tzinfo=UTC)


SHOWN = {
    "": "",
    "2024": "2024",
    "2024-11": "Nov 2024",
    "2022-23": "autumn 2022",
    "2024-11-14": "14 Nov 2024",
    "2024-11-14T11:39": "14 Nov 2024 11:39 (zone unknown)",
    "2024-11-14T11:39:00": "14 Nov 2024 11:39 (zone unknown)",
    "2024-11-14T11:39:05Z": "14 Nov 2024 11:39:05 UTC",
    "2024-11-14T11:39+02:00": "14 Nov 2024 11:39 UTC+2",
    "2024-11-14T11:39-03:30": "14 Nov 2024 11:39 UTC-3:30",
    "2024-11-13~": "about 13 Nov 2024",
    "2024-11-13?": "13 Nov 2024 (uncertain)",
    "2024-11%": "about Nov 2024 (uncertain)",
    "2024-11-13T23:00~": "about 13 Nov 2024 23:00 (zone unknown)",
    "2024-11-13/2024-11-14": "13–14 Nov 2024",
    "2024-10-30/2024-11-02": "30 Oct 2024 – 2 Nov 2024",
    "2024-09/2024-11-13": "Sep 2024 – 13 Nov 2024",
    "2024-11-13T20:00/2024-11-13T22:00": "13 Nov 2024 20:00–22:00 (zone unknown)",
    "2024-11-13T22:00Z/2024-11-14T02:00Z": "13 Nov 2024 22:00 – 14 Nov 2024 02:00 UTC",
    "2024-11-13/..": "from 13 Nov 2024",
    "../2024": "until 2024",
    "/": "at an unknown time",
    "late that evening": "late that evening",
}


@pytest.mark.parametrize(("edtf", "words"), SHOWN.items())
def test_a_moment_is_put_in_words(edtf, words):
    assert moments.show(edtf) == words


def test_a_day_spans_its_twenty_four_hours():
    span = moments.read("2024-11-13")
    assert (span.start, span.end) == (at(2024, 11, 13), at(2024, 11, 14))
    assert span.precision is Precision.DAY
    assert span.zone_known


def test_winter_reaches_into_the_next_year():
    span = moments.read("2022-24")
    assert (span.start, span.end) == (at(2022, 12, 1), at(2023, 3, 1))


def test_the_last_year_ends_with_all_time():
    assert moments.read("9999").end == datetime.max.replace(tzinfo=UTC)


def test_a_time_without_a_zone_is_ordered_as_utc_and_says_so():
    span = moments.read("2024-11-14T11:39")
    assert span.start == at(2024, 11, 14, 11, 39)
    assert span.end == at(2024, 11, 14, 11, 40)
    assert not span.zone_known


def test_a_printed_zone_is_reckoned_into_utc():
    assert moments.read("2024-11-14T01:00+02:00").start == at(2024, 11, 13, 23)


def test_an_interval_reaches_to_the_end_of_its_last_day():
    span = moments.read("2024-11-13~/2024-11-14?")
    assert (span.start, span.end) == (at(2024, 11, 13), at(2024, 11, 15))
    assert span.approximate
    assert span.uncertain


@pytest.mark.parametrize("edtf", ["2024-11-13/..", "2024-11-13/"])
def test_an_open_end_has_no_instant(edtf):
    span = moments.read(edtf)
    assert span.start == at(2024, 11, 13)
    assert span.end is None


@pytest.mark.parametrize(
    "edtf",
    [
        "",
        "yesterday",
        "2024-13",
        "2024-25",
        "2024-02-30",
        "2024-11-14T24:00",
        "2024-11-14T11",
        "2024-11-14T11:39+15:00",
        "0000",
        "0001-01-01T00:00+01:00",
        "202X",
        "２０２４",
        "2024/2025/2026",
        "2024-11-14/2024-11-13",
        "2024~~",
        " 2024",
    ],
)
def test_what_is_no_date_is_refused_in_words(edtf):
    with pytest.raises(CaseError) as refused:
        moments.read(edtf)
    assert edtf in str(refused.value)
    assert refused.value.hint


def test_ends_in_different_zones_are_let_be():
    assert moments.read("2024-11-14T01:00/2024-11-14T00:30Z").start == at(2024, 11, 14, 1)


def test_dates_sort_in_time_and_unreadable_ones_last():
    ordered = ["../2024", "2024", "2024-11-13T23:00", "2024-11-14", "2024-11-14/..", "", "soon"]
    backwards = list(reversed(ordered))
    assert sorted(backwards, key=moments.sort_key) == ordered


def test_a_narrow_moment_sorts_before_the_wide_one_it_opens():
    assert sorted(["2024", "2024-01", "2024-01-01"], key=moments.sort_key) == [
        "2024-01-01",
        "2024-01",
        "2024",
    ]


# --- whatever the moment ---

DATES = st.dates().map(str)
YEARS = st.integers(1, 9999).map("{:04}".format)
MONTHS = st.dates().map(lambda date: str(date)[:7])
TIMES = st.datetimes(min_value=datetime(2, 1, 1)).map(lambda when: when.isoformat()[:16])
ZONES = st.sampled_from(["", "Z", "+02:00", "-11:30", "+05"])
SINGLE = st.one_of(DATES, YEARS, MONTHS, st.tuples(TIMES, ZONES).map("".join))
MARKED = st.tuples(SINGLE, st.sampled_from(["", "~", "?", "%"])).map("".join)


@given(MARKED)
def test_every_moment_lasts_and_has_words(edtf):
    span = moments.read(edtf)
    assert span.start < span.end
    assert str(span.start.year) in moments.show(edtf) or span.first.offset
    assert "%" not in moments.show(edtf)


@given(st.dates())
def test_a_day_lies_in_its_month_and_its_month_in_its_year(date):
    day, month, year = (moments.read(str(date)[:length]) for length in (10, 7, 4))
    assert year.start <= month.start <= day.start < day.end <= month.end <= year.end


@given(st.datetimes(timezones=st.just(timezone(timedelta(hours=2))), min_value=datetime(2, 1, 1)))
def test_an_instant_comes_back_to_the_second(instant):
    span = moments.read(moments.of(instant))
    assert span.start == instant.replace(microsecond=0)
    assert span.zone_known
    assert span.precision is Precision.SECOND


@given(MARKED, MARKED)
def test_an_interval_covers_both_its_ends_or_is_refused(left, right):
    first, last = moments.read(left), moments.read(right)
    try:
        span = moments.read(f"{left}/{right}")
    except CaseError:
        assert last.end <= first.start
        return
    assert (span.start, span.end) == (first.start, last.end)
    assert span.precision == min(first.precision, last.precision)
    assert span.zone_known == (first.zone_known and last.zone_known)


@given(st.text())
def test_any_text_is_read_or_refused_but_always_shown_and_sorted(text):
    try:
        moments.read(text)
    except CaseError:
        assert moments.show(text) == text
    assert len(moments.sort_key(text)) == 3
