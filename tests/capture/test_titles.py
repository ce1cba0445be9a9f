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


@pytest.mark.parametrize(
    ("title", "site", "url", "bare"),
    [
        ("A bridge reopens - River Post - News and boats", "River Post", "", "A bridge reopens"),
        ("A bridge reopens | Riverpost", "", "https://riverpost-on.example/", "A bridge reopens"),
        ("Rivers rise - again - in May", "River Post", "", "Rivers rise - again - in May"),
    ],
)  # fmt: skip
def test_a_site_in_the_middle_takes_what_follows_along(title, site, url, bare):
    assert titles.without_site(title, site, url) == bare


def test_words_over_a_title_are_no_part_of_it():
    stated = ["Lorries cross the river again"]
    chosen = titles.choose(["On the river Lorries cross the river again"], stated, "", "", "")
    assert chosen == "Lorries cross the river again"
    chosen = titles.choose(["Lorries cross the river again, slowly"], stated, "", "", "")
    assert chosen == "Lorries cross the river again, slowly"


def test_the_only_heading_counts_where_nothing_is_stated():
    assert titles.choose(["Ben’s bridge"], [], "Trips along the river", "", "") == "Ben’s bridge"
    assert titles.choose(["Bridge", "Ferry"], [], "Trips along the river", "", "") == (
        "Trips along the river"
    )
