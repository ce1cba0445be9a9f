"""Going somewhere, and back."""

import pytest

from caseboard.ui.navigation import Navigator, Place

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def went():
    navigator = Navigator()
    seen = []
    navigator.opened.connect(lambda *place: seen.append(place))
    return navigator, seen


def test_opening_a_clip_says_which_and_where_in_it(went):
    navigator, seen = went
    navigator.open_clip("c1", "a1")
    navigator.open_entity("unit", "u1")
    assert seen == [("clip", "c1", "a1"), ("unit", "u1", None)]


def test_back_shows_what_was_shown_before(went):
    navigator, seen = went
    navigator.open_clip("c1")
    navigator.open_entity("unit", "u1")
    navigator.back()
    assert seen[-1] == ("clip", "c1", None)
    navigator.forward()
    assert seen[-1] == ("unit", "u1", None)


def test_what_is_picked_in_a_list_replaces_the_place_one_stood_at(went):
    navigator, seen = went
    navigator.open_clip("c1")
    navigator.stand_at(Place("clip", "c2"))
    navigator.stand_at(Place("clip", "c3"))
    navigator.open_entity("unit", "u1")
    navigator.back()
    assert seen[-1] == ("clip", "c3", None)
    assert not navigator.can_go_back


def test_going_somewhere_new_forgets_the_way_forward(went):
    navigator, _seen = went
    navigator.open_clip("c1")
    navigator.open_clip("c2")
    navigator.back()
    navigator.open_clip("c3")
    assert not navigator.can_go_forward


def test_back_at_the_beginning_leads_nowhere(went):
    navigator, seen = went
    navigator.back()
    assert seen == []


def test_another_case_forgets_the_places_of_the_last(went):
    navigator, _seen = went
    navigator.open_clip("c1")
    navigator.open_clip("c2")
    navigator.forget()
    assert (navigator.can_go_back, navigator.here) == (False, None)
