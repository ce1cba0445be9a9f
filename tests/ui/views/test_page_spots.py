"""Where the anchors of a print stand."""

from caseboard.ui.briefing.page_spots import PageSpots, Spot

SPOTS = PageSpots(
    {"claims": (1, 60.0), "bottom_line": (0, 200.0), "judgement-1": (0, 320.0), "units": (2, 9.0)}
)
KINDS = frozenset({"bottom_line", "claims", "units"})


def test_the_last_anchor_before_a_place_is_found_across_pages():
    assert SPOTS.before(Spot(0, 100.0)) == ""
    assert SPOTS.before(Spot(0, 200.0)) == "bottom_line"
    assert SPOTS.before(Spot(1, 10.0)) == "judgement-1"
    assert SPOTS.before(Spot(9, 0.0)) == "units"


def test_what_is_a_little_above_an_anchor_is_meant_for_it():
    assert SPOTS.before(Spot(1, 56.0), slack=6.0) == "claims"
    assert SPOTS.before(Spot(1, 50.0), slack=6.0) == "judgement-1"


def test_a_section_ends_where_the_next_one_begins():
    assert SPOTS.section(Spot(1, 10.0), KINDS) == "bottom_line"
    assert SPOTS.after("bottom_line", KINDS) == Spot(1, 60.0)
    assert SPOTS.after("units", KINDS) is None
    assert SPOTS.after("gone", KINDS) is None


def test_an_anchor_that_was_not_drawn_stands_nowhere():
    assert SPOTS.of("gone") is None
    assert SPOTS.of("units") == Spot(2, 9.0)
