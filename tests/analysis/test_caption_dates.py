"""The day that a caption names."""

import pytest

from caseboard.analysis.caption_dates import day


@pytest.mark.parametrize(
    "caption",
    [
        "fires the D-20 at his position in Donetsk Oblast, Ukraine on May 5, 2024. (A/B via C)",
        "A gun crew on 5 May 2024",
        "the 5th of May 2024",
        "Гармата, 5 травня 2024 року",
        "Пушка, 5 мая 2024 года",
        "(05.05.2024)",
        "2024-05-05, and again on May 5th, 2024",
    ],
)
def test_a_day_is_read_as_people_print_it(caption):
    assert day(caption) == "2024-05-05"


def test_an_abbreviated_month_is_read():
    assert day("An estimated advance (red) as of Nov. 13, 2024, according to DeepState.") == (
        "2024-11-13"
    )


@pytest.mark.parametrize(
    "caption",
    [
        "",
        "Kupiansk in May",
        "May 2024",
        "from 5 May 2024 to 6 May 2024",
        "31 June 2024",
        "05/06/2024",
        "exhibit 15 May 20245",
    ],
)
def test_what_names_no_one_day_is_not_guessed_at(caption):
    assert day(caption) == ""
