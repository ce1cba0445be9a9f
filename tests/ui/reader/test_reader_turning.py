import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF

from caseboard.ui.reader.turning import turned, turned_point, turned_step

FRACTION = st.floats(0, 1)
QUARTERS = st.integers(-9, 9)


@given(FRACTION, FRACTION, QUARTERS)
def test_turning_back_gives_the_same_point(x, y, quarters):
    there = turned_point(QPointF(x, y), quarters)
    back = turned_point(there, -quarters)
    assert (back.x(), back.y()) == pytest.approx((x, y), abs=1e-9)


@given(FRACTION, FRACTION, QUARTERS)
def test_four_quarters_are_a_whole_turn(x, y, quarters):
    assert turned_point(QPointF(x, y), quarters) == turned_point(QPointF(x, y), quarters + 4)


def test_a_quarter_to_the_right_brings_the_top_left_to_the_top_right():
    assert turned_point(QPointF(0, 0), 1) == QPointF(1, 0)
    assert turned(QRectF(0, 0, 0.25, 0.5), 1).getRect() == pytest.approx((0.5, 0, 0.5, 0.25))


def test_a_step_to_the_right_in_a_picture_turned_right_is_a_step_up_in_it():
    step = turned_step(QPointF(0.1, 0), 1)
    assert (step.x(), step.y()) == pytest.approx((0, -0.1))
