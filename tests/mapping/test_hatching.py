"""Stripes fill what they are to fill, and nothing else."""

import numpy as np
import pytest

from caseboard.mapping.hatching import STEP, arrow_head, stripes
from caseboard.mapping.scene import Pen


def box(left, top, right, bottom):
    return np.array([(left, top), (right, top), (right, bottom), (left, bottom)], float)


def test_stripes_cross_the_whole_of_a_box():
    found = stripes([box(10, 10, 90, 60)])
    assert len(found) == pytest.approx((80 + 50) / STEP, abs=1.5)
    for stripe in found:
        across, down = stripe[1] - stripe[0]
        assert across == pytest.approx(-down)
        middle = stripe.mean(axis=0)
        assert 10 <= middle[0] <= 90
        assert 10 <= middle[1] <= 60


def test_stripes_spare_a_hole():
    found = stripes([box(0, 0, 100, 100), box(30, 30, 70, 70)])
    for stripe in found:
        for part in np.linspace(0.02, 0.98, 9):
            x, y = stripe[0] + part * (stripe[1] - stripe[0])
            assert not (30.1 < x < 69.9 and 30.1 < y < 69.9)
    assert any(stripe.mean(axis=0).max() < 30 for stripe in found)


def test_stripes_of_two_pieces_of_one_area_meet():
    whole = stripes([box(0, 0, 80, 40)])
    left, right = stripes([box(0, 0, 40, 40)]), stripes([box(40, 0, 80, 40)])
    sums = [{round(float(each[0].sum()), 6) for each in part} for part in (whole, left, right)]
    assert sums[1] | sums[2] == sums[0]


def test_what_has_no_ground_has_no_stripes():
    assert not stripes([])
    assert not stripes([np.array([(0.0, 0.0), (5.0, 5.0)])])


def test_an_arrow_points_where_its_line_goes():
    head = arrow_head(np.array([(0.0, 0.0), (100.0, 0.0)]), Pen("#000000", 2.0))
    assert head[0, 0] > 100
    assert head[0, 1] == pytest.approx(0)
    assert (head[1:, 0] < 100).all()
    assert head[1, 1] == pytest.approx(-head[2, 1])
