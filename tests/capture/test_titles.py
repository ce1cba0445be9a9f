"""Titles without the name of the site."""

import pytest

from caseboard.capture import titles


@pytest.mark.parametrize(
    ("title", "site", "url", "bare"),
    [
        ("A bridge reopens | The River Post", "The River Post", "", "A bridge reopens"),
        ("A bridge reopens - War - The River Post", "River Post", "", "A bridge reopens - War"),
        ("The Post: a bridge reopens", "The Post", "", "The Post: a bridge reopens"),
        ("The River Post » A bridge reopens", "The River Post", "", "A bridge reopens"),
        ("A bridge reopens – river.example", "", "https://www.river.example/x", "A bridge reopens"),
        ("A bridge reopens — River", "", "https://river.example/x", "A bridge reopens"),
        ("Kyiv – Lviv: trains resume", "The River Post", "", "Kyiv – Lviv: trains resume"),
        ("Grain-port bridge reopens", "port", "", "Grain-port bridge reopens"),
        ("Міст знову відкрито | Річка", "Річка", "", "Міст знову відкрито"),
        ("", "x", "", ""),
    ],
)  # fmt: skip
def test_what_hangs_on_behind_goes(title, site, url, bare):
    assert titles.without_site(title, site, url) == bare


def test_the_heading_shown_wins_where_the_page_states_the_same():
    chosen = titles.choose(
        ["Latest stories", "Ferry fares double"],
        ["A bridge reopens"],
        "A bridge | Post",
        "Post",
        "",
    )
    assert chosen == "A bridge reopens"
    chosen = titles.choose(["A bridge reopens"], ["A bridge reopens!"], "", "", "")
    assert chosen == "A bridge reopens"


def test_a_heading_that_is_the_sites_name_is_no_title():
    assert titles.choose(["Post"], [], "A bridge reopens | Post", "Post", "") == "A bridge reopens"
