"""No two names lie on each other, and none is cut off."""

from hypothesis import given
from hypothesis import strategies as st

from caseboard.mapping.placing import Rect, Room, about

PLACES = st.tuples(st.floats(-50, 450), st.floats(-50, 350), st.floats(1, 90), st.floats(1, 30))


@given(st.lists(PLACES, max_size=40))
def test_what_was_given_room_never_meets(places):
    room = Room(400, 300)
    rects = [Rect(x, y, x + width, y + height) for x, y, width, height in places]
    given_room = [rect for rect in rects if room.claim(rect)]
    for index, one in enumerate(given_room):
        assert one.left >= 0
        assert one.right <= 400
        assert not any(one.meets(other) for other in given_room[index + 1 :])


def test_what_is_taken_stays_taken():
    room = Room(400, 300)
    room.take(Rect(0, 0, 200, 200))
    assert not room.is_free(about(100, 100, 5))
    assert room.is_free(about(300, 100, 5))


def test_marks_may_be_half_out_of_sight_but_names_not():
    room = Room(400, 300)
    assert not room.is_free(about(0, 100, 5))
    assert room.claim(about(0, 100, 5), whole=False)
    assert not room.claim(about(2, 100, 5), whole=False)


def test_all_of_several_boxes_or_none():
    room = Room(400, 300)
    room.take(about(100, 100, 5))
    assert not room.claim(about(50, 50, 5), about(100, 100, 5))
    assert room.claim(about(50, 50, 5))


def test_far_out_of_sight_costs_nothing_and_does_not_count():
    room = Room(400, 300)
    room.take(Rect(-1e9, -1e9, -1e8, 1e9))
    assert room.claim(about(100, 100, 5))
