"""A name stands inside of what it names."""

import numpy as np

from caseboard.mapping.insides import insides


def test_the_name_of_a_crescent_is_not_in_its_hollow():
    crescent = np.array(
        [(0.0, 0), (200, 0), (200, 40), (40, 40), (40, 160), (200, 160), (200, 200), (0, 200)]
    )
    for x, y in insides([crescent]):
        assert x < 40 or not 40 < y < 160


def test_the_deepest_point_comes_first():
    box = np.array([(0.0, 0), (300, 0), (300, 100), (0, 100)])
    x, y = insides([box])[0]
    assert abs(x - 150) < 60
    assert abs(y - 50) < 10


def test_a_lake_is_no_place_for_the_name_of_the_land():
    land = np.array([(0.0, 0), (300, 0), (300, 100), (0, 100)])
    lake = np.array([(100.0, 10), (200, 10), (200, 90), (100, 90)])
    for x, y in insides([land, lake]):
        assert not (100 < x < 200 and 10 < y < 90)


def test_what_has_no_ground_has_no_inside():
    assert insides([]) == []
    assert insides([np.array([(0.0, 0.0), (1.0, 1.0)])]) == []
