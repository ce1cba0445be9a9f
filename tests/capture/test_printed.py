"""Dates as people print them."""

import pytest

from caseboard.capture import printed


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("March 4, 2025 9:05 PM", "2025-03-04T21:05:00"),
        ("Mar. 4, 2025 at 12:05 a.m.", "2025-03-04T00:05:00"),
        ("4 March 2025, 09:05 GMT", "2025-03-04T09:05:00Z"),
        ("4th of March 2025", "2025-03-04"),
        ("Published 2025-03-04 09:05:30 +02:00", "2025-03-04T09:05:30+02:00"),
        ("4 березня 2025 р., 09:05", "2025-03-04T09:05:00"),
        ("09:05, 4 березня 2025", "2025-03-04T09:05:00"),
        ("4 березня 2025, 09:05 за Києвом", "2025-03-04T09:05:00+02:00"),
        ("4 липня 2025 о 09:05 за київським часом", "2025-07-04T09:05:00+03:00"),
        ("4 марта 2025 года, 09:05 (МСК)", "2025-03-04T09:05:00+03:00"),
        ("4 марта 2025 в 9:05 по Москве", "2025-03-04T09:05:00+03:00"),
        ("04.03.2025 | 09:05", "2025-03-04T09:05:00"),
        ("4. März 2025 um 09:05 Uhr", "2025-03-04T09:05:00"),
        ("4 marca 2025, godz. 09:05", "2025-03-04T09:05:00"),
        ("25/03/2025", "2025-03-25"),
        ("03/25/2025", "2025-03-25"),
        ("2025/03/04", "2025-03-04"),
        ("04.03.2025", "2025-03-04"),
        ("4. 3. 2025", "2025-03-04"),
        ("2025.03.04", "2025-03-04"),
        ("4 mars 2025 à 09h05", "2025-03-04T09:05:00"),
        ("1er mai 2025", "2025-05-01"),
        ("4 de marzo de 2025", "2025-03-04"),
        ("4 marzo 2025 alle 09:05", "2025-03-04T09:05:00"),
        ("4 de março de 2025 às 09h05", "2025-03-04T09:05:00"),
        ("4 maart 2025", "2025-03-04"),
        ("4 Mart 2025", "2025-03-04"),
        ("4. března 2025", "2025-03-04"),
        ("2025. március 4.", "2025-03-04"),
        ("4-Mar-2025", "2025-03-04"),
        ("2025年3月4日", "2025-03-04"),
    ],
)
def test_dates_are_read_with_their_time_and_zone(text, edtf):
    found = printed.find(f"By someone, {text} and more")
    assert found is not None
    assert found.edtf == edtf


@pytest.mark.parametrize(
    "text",
    [
        "03/04/2025",
        "31 June 2025",
        "1904-01-01",
        "2099-01-01",
        "May 2025",
        "in 2025 the bridge",
        "call 04.03.20251",
        "5 of 2025 pages",
        "",
    ],
)
def test_what_is_doubtful_or_cannot_be_is_no_date(text):
    assert printed.find(text) is None


def test_a_time_that_cannot_be_is_left_out():
    found = printed.find("4 March 2025, 29:75")
    assert found is not None
    assert found.edtf == "2025-03-04"


def test_the_words_are_kept_as_they_stand():
    text = "by Olena Marchuk November 14, 2024 11:39 AM 2 min read"
    found = printed.find(text)
    assert found is not None
    assert found.text == "November 14, 2024 11:39 AM"
    assert text[found.start : found.end].strip() == found.text


@pytest.mark.parametrize(("minutes", "text"), [(0, "Z"), (120, "+02:00"), (-210, "-03:30")])
def test_offsets_are_written_as_edtf_writes_them(minutes, text):
    assert printed.offset_text(minutes) == text
