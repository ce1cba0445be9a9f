"""What is cut away cannot be seen, and what can be seen is not cut away."""

import numpy as np
import pytest

from caseboard.mapping.clipping import FINE, lines_within, ring_within, runs, thinned

BOX = (0.0, 0.0, 10.0, 10.0)


def area(ring):
    x, y = ring[:, 0], ring[:, 1]
    return abs(float((x * np.roll(y, -1) - np.roll(x, -1) * y).sum())) / 2


def test_a_ring_inside_stays_as_it_is():
    ring = np.array([(1.0, 1.0), (9.0, 1.0), (9.0, 9.0)])
    assert ring_within(ring, BOX) is ring


def test_a_ring_that_leaves_keeps_the_ground_it_has_in_the_box():
    ring = np.array([(-5.0, 5.0), (5.0, -5.0), (15.0, 5.0), (5.0, 15.0)])
    cut = ring_within(ring, BOX)
    assert cut.min() >= 0
    assert cut.max() <= 10
    assert area(cut) == pytest.approx(100.0)


def test_a_ring_around_the_box_becomes_the_box():
    ring = np.array([(-9.0, -9.0), (19.0, -9.0), (19.0, 19.0), (-9.0, 19.0)])
    assert area(ring_within(ring, BOX)) == pytest.approx(100.0)


def test_a_ring_elsewhere_is_nothing():
    ring = np.array([(20.0, 1.0), (29.0, 1.0), (29.0, 9.0)])
    assert not len(ring_within(ring, BOX))


def test_a_line_that_leaves_and_comes_back_is_two():
    line = np.array([(1.0, 1.0), (2.0, 1.0), (30.0, 1.0), (30.0, 40.0), (-9.0, 40.0), (1.0, 9.0)])
    parts = lines_within(line, BOX)
    assert [part.tolist() for part in parts] == [
        [[1.0, 1.0], [2.0, 1.0], [30.0, 1.0]],
        [[-9.0, 40.0], [1.0, 9.0]],
    ]


def test_a_step_across_the_box_is_kept_though_both_its_ends_are_out():
    line = np.array([(-5.0, 5.0), (15.0, 5.0)])
    assert len(lines_within(line, BOX)) == 1


def test_only_wanted_steps_are_in_a_run():
    line = np.arange(10.0).reshape(5, 2)
    found = runs(line, np.array([True, False, True, True]))
    assert [len(each) for each in found] == [2, 3]


def test_a_thinned_line_looks_the_same():
    x = np.linspace(0, 400, 4001)
    line = np.column_stack((x, 50 + 20 * np.sin(x / 15)))
    thin = thinned(line)
    assert len(thin) < len(line) / 10
    assert thin[0].tolist() == line[0].tolist()
    assert thin[-1].tolist() == line[-1].tolist()
    away = np.abs(np.interp(x, thin[:, 0], thin[:, 1]) - line[:, 1])
    assert away.max() < 1.5 * FINE


def test_thinning_keeps_a_needle():
    needle = np.array(
        [(0.0, 0), (10, 0), (20, 0), (30, 0), (90, 0), (30, 0.01), (30, 9), (20, 9), (0, 9)]
    )
    assert thinned(needle)[:, 0].max() == 90
