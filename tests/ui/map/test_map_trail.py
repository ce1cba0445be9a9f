"""Back and forward on a map."""

from caseboard.mapping.view import View
from caseboard.ui.map.trail import Trail

HERE = View(0.5, 0.5, 8.0, 800, 600)
THERE = HERE.moved(-2000, 0)
NEAR = HERE.moved(60, 0)


def test_one_goes_back_to_where_one_was_and_forward_again():
    trail = Trail()
    trail.rest(HERE)
    trail.rest(THERE)
    assert (trail.can_go_back, trail.can_go_forward) == (True, False)
    assert trail.back() == HERE
    assert (trail.can_go_back, trail.can_go_forward) == (False, True)
    assert trail.forward() == THERE


def test_small_moves_belong_to_a_place_and_are_where_one_left_it():
    trail = Trail()
    for view in (HERE, NEAR, THERE):
        trail.rest(view)
    assert trail.back() == NEAR
    assert not trail.can_go_back


def test_many_small_moves_end_in_another_place():
    trail = Trail()
    for step in range(20):
        trail.rest(HERE.moved(-100 * step, 0))
    assert trail.can_go_back


def test_a_new_place_ends_the_way_forward():
    trail = Trail()
    for view in (HERE, THERE):
        trail.rest(view)
    trail.back()
    trail.rest(HERE.zoomed(3))
    assert not trail.can_go_forward
    assert trail.back() == HERE


def test_where_there_is_no_way_one_stays():
    trail = Trail()
    assert trail.back() is None
    assert trail.forward() is None
