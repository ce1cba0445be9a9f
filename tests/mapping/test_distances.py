import pytest

from caseboard.mapping.distances import bearing, beside, metres

KYIV, KHARKIV = (50.45, 30.523), (49.993, 36.231)


def test_the_way_between_two_cities_is_as_long_as_it_is_on_a_map():
    assert metres(*KYIV, *KHARKIV) == pytest.approx(409_500, rel=0.005)
    assert metres(*KYIV, *KYIV) == 0


def test_a_direction_is_told_from_north_clockwise():
    assert bearing(50, 30, 51, 30) == pytest.approx(0)
    assert bearing(0, 30, 0, 31) == pytest.approx(90)
    assert bearing(50, 30, 49, 30) == pytest.approx(180)
    assert bearing(50, 30, 50.1, 29.9) == pytest.approx(327, abs=1)


def test_a_flat_map_goes_on_over_the_date_line():
    east, north = beside(0, 179.9, 0.1, -179.9)
    assert east == pytest.approx(22_239, rel=0.001)
    assert north == pytest.approx(11_119.5, rel=0.001)
