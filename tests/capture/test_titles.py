"""Titles without the name of the site."""

import pytest

from caseboard.capture import titles
from caseboard.capture.headings import Headings


def choose(first, stated, document, site, url, named=(), lesser=()):
    headings = Headings(list(first), list(named), list(lesser))
    places = dict(zip(("JSON-LD headline", "og:title"), stated, strict=False))
    return titles.choose(headings, places, document, site, url).text


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
    chosen = choose(
        ["Latest stories", "Ferry fares double"],
        ["A bridge reopens"],
        "A bridge | Post",
        "Post",
        "",
    )
    assert chosen == "A bridge reopens"
    chosen = choose(["A bridge reopens"], ["A bridge reopens!"], "", "", "")
    assert chosen == "A bridge reopens"


def test_a_heading_that_is_the_sites_name_is_no_title():
    assert choose(["Post"], [], "A bridge reopens | Post", "Post", "") == "A bridge reopens"


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
    chosen = choose(["On the river Lorries cross the river again"], stated, "", "", "")
    assert chosen == "Lorries cross the river again"
    chosen = choose(["Lorries cross the river again, slowly"], stated, "", "", "")
    assert chosen == "Lorries cross the river again, slowly"


def test_the_only_heading_counts_where_nothing_is_stated():
    assert choose(["Ben’s bridge"], [], "Trips along the river", "", "") == "Ben’s bridge"
    assert choose(["Bridge", "Ferry"], [], "Trips along the river", "", "") == (
        "Trips along the river"
    )


def test_a_quotation_in_angle_marks_stays_whole():
    assert titles.without_site("«Forty days» - The River Post", "The River Post") == "«Forty days»"


def test_a_heading_tells_where_a_title_ends_and_the_site_begins():
    document = "A bridge reopens - Boats and rivers"
    assert choose([], [], document, "", "", named=["A bridge reopens"]) == "A bridge reopens"
    assert choose([], [], document, "", "", lesser=["Menu", "A bridge reopens"]) == (
        "A bridge reopens"
    )
    assert choose([], [], document, "", "") == document


def test_so_little_is_no_title_that_the_sites_name_stays():
    assert titles.without_site("Ben - River Post", "River Post") == "Ben - River Post"


def test_where_a_title_was_read_is_said():
    headings = Headings(["A bridge reopens"], [], [])
    stated = {"og:title": "A bridge reopens"}
    assert titles.choose(headings, stated, "", "", "").said_in == "heading"
    nothing = Headings([], [], [])
    assert titles.choose(nothing, stated, "", "", "").said_in == "og:title"
    assert titles.choose(nothing, {}, "A bridge", "", "").said_in == "title element"
