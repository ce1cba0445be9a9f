"""Brushing by hand."""

from datetime import UTC, datetime

from caseboard.analysis.calendar import Unit
from caseboard.analysis.stretches import DAY, seconds
from caseboard.ui.timeline.axis import Axis
from caseboard.ui.timeline.dragging import BrushDrag, Grip, grip_at, nearest, whole

START = seconds(datetime(2024, 11, 11, tzinfo=UTC))
AXIS = Axis(START, DAY / 100, 1000)


def day(n):
    return START + n * DAY


def test_a_new_brush_takes_whole_units():
    drag = BrushDrag(Grip.NEW, 130, None, Unit.DAY)
    assert drag.to(AXIS, 370, 4) == (day(1), day(4))
    assert drag.to(AXIS, 20, 4) == (day(0), day(2))


def test_a_press_that_does_not_move_brushes_nothing():
    drag = BrushDrag(Grip.NEW, 130, None, Unit.DAY)
    assert drag.to(AXIS, 132, 4) is None
    assert not drag.is_dragged


def test_an_end_is_taken_and_snaps_and_can_pass_the_other():
    drag = BrushDrag(Grip.END, 300, (day(1), day(3)), Unit.DAY)
    assert drag.to(AXIS, 455, 4) == (day(1), day(5))
    assert drag.to(AXIS, 20, 4) == (day(0), day(1))


def test_an_end_dragged_onto_the_other_leaves_one_unit():
    drag = BrushDrag(Grip.END, 300, (day(1), day(3)), Unit.DAY)
    assert drag.to(AXIS, 101, 4) == (day(1), day(2))


def test_the_whole_brush_keeps_its_length():
    drag = BrushDrag(Grip.WHOLE, 200, (day(1), day(3)), Unit.DAY)
    assert drag.to(AXIS, 410, 4) == (day(3), day(5))


def test_what_a_press_takes_hold_of():
    span = (day(1), day(3))
    assert grip_at(AXIS, span, 98) is Grip.START
    assert grip_at(AXIS, span, 304) is Grip.END
    assert grip_at(AXIS, span, 200) is Grip.WHOLE
    assert grip_at(AXIS, span, 400) is Grip.NEW
    assert grip_at(AXIS, None, 98) is Grip.NEW


def test_a_moment_lies_in_a_whole_unit():
    assert whole(day(1), day(1), Unit.DAY) == (day(1), day(2))
    assert whole(day(1), day(2), Unit.DAY) == (day(1), day(2))
    assert nearest(day(1) + DAY * 0.6, Unit.DAY) == day(2)
