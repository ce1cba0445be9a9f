"""The bar is as long as it says."""

import pytest

from caseboard.mapping import distances
from caseboard.mapping.scale_bar import measured
from caseboard.mapping.view import Bounds, View, fitting


@pytest.mark.parametrize("zoom", [0, 3.3, 6.8, 9, 11.6, 15, 18])
def test_it_is_as_long_on_the_ground_as_it_says(zoom):
    view = View(0.6, 0.34, zoom, 800, 600)
    bar = measured(view)
    one = view.to_ground(400 - bar.length / 2, 300)
    other = view.to_ground(400 + bar.length / 2, 300)
    if bar.metres < 100_000:  # else the parallel is no longer the shortest way
        assert distances.metres(*one, *other) == pytest.approx(bar.metres, rel=0.005)
    assert 40 < bar.length <= 120


def test_it_is_told_in_round_numbers():
    view = fitting(Bounds(37.2, 49.4, 38.0, 50.0), 800, 600)
    assert measured(view).text == "10 km"
    assert measured(view.zoomed(5)).text == "200 m"
