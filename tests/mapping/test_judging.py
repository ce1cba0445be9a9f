"""What layers say of one place."""

import numpy as np
import pytest

from caseboard.mapping.content import Feature, Overlay
from caseboard.mapping.features import features
from caseboard.mapping.judging import Verdict, judge, judge_land
from caseboard.model.terms import LayerKind
from lands_of_tests import Countries
from support import real_input

KUPIANSK = (49.71003, 37.61581)


def square(west, name="", side=1.0):
    east = west + side
    ring = np.array([[west, 49], [east, 49], [east, 50], [west, 50], [west, 49]], float)
    return Feature(names=(("", name),) if name else (), polygons=((ring,),))


def overlay(*drawn, name="Front", kind=LayerKind.IMPORTED):
    return Overlay("id", "L1", name, kind, drawn)


@pytest.mark.parametrize(("day", "edge_m"), [(13, 6_110), (14, 4_720)])
def test_kupiansk_is_outside_on_both_days_and_the_edge_comes_nearer(day, edge_m):
    path = real_input("control-of-terrain", f"deepstatemap_data_202411{day}.geojson")
    (found,) = judge([overlay(*features(path.read_bytes()))], *KUPIANSK, 3_000)
    assert found.verdict is Verdict.OUTSIDE
    assert found.edge_m == pytest.approx(edge_m, abs=10)


@pytest.mark.parametrize(
    ("lon", "verdict"),
    [
        (37.5, Verdict.INSIDE),
        (37.005, Verdict.INSIDE),
        (37.002, Verdict.NEAR),
        (36.998, Verdict.NEAR),
        (36.995, Verdict.OUTSIDE),
    ],
)
def test_within_what_an_edge_is_drawn_to_nothing_is_judged(lon, verdict):
    (found,) = judge([overlay(square(37))], 49.5, lon)
    assert found.verdict is verdict


def test_a_roughly_known_place_is_judged_more_carefully():
    (found,) = judge([overlay(square(37))], 49.5, 37.1, precision_m=10_000)
    assert found.verdict is Verdict.NEAR


def test_of_several_sorts_of_area_the_one_around_the_place_counts():
    held, freed = square(37, "Occupied"), square(35, "Liberated", 1.95)
    (found,) = judge([overlay(held, freed)], 49.5, 36.5)
    assert (found.area, found.verdict) == ("Liberated", Verdict.INSIDE)
    (found,) = judge([overlay(held, freed)], 49.5, 38.1)
    assert (found.area, found.verdict) == ("Occupied", Verdict.OUTSIDE)


def test_the_highest_layer_comes_first_and_those_far_away_say_nothing():
    layers = [
        overlay(square(37), name="Low"),
        overlay(square(10)),
        overlay(square(37), name="High"),
    ]
    assert [each.layer for each in judge(layers, 49.5, 37.5)] == ["High", "Low"]


def test_a_country_is_told_but_not_near_its_border_nor_of_a_place_roughly_known():
    ground = Countries(("UA", "Ukraine", 30, 37), ("RU", "Russia", 37, 45))
    told = judge_land(ground, 49.5, 36.5, 3_000, "en")
    assert (told.verdict, told.area) == (Verdict.INSIDE, "Ukraine")
    assert told.edge_m == pytest.approx(36_100, rel=0.01)
    assert judge_land(ground, 49.5, 36.97, 100, "en").verdict is Verdict.NEAR
    assert judge_land(ground, 49.5, 36.5, 40_000, "en").verdict is Verdict.NEAR


def test_changes_and_layers_without_areas_judge_nothing():
    point = Feature(points=(np.array([[37.5, 49.5]]),))
    layers = [overlay(point), overlay(square(37), kind=LayerKind.CHANGE), overlay()]
    assert judge(layers, 49.5, 37.5) == ()
