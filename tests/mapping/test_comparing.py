"""What changed between two layers, and where a place lies to their edges."""

import math

import numpy as np
import pytest
import shapely

from caseboard.mapping import comparing
from caseboard.mapping.content import Feature
from caseboard.mapping.features import features
from caseboard.mapping.view import Bounds
from support import real_input

KUPIANSK = (49.71003, 37.61581)
NEAR = Bounds(37.3, 49.5, 37.9, 50.0)


def square(west, south, side=1.0, name=""):
    east, north = west + side, south + side
    ring = np.array([[west, south], [east, south], [east, north], [west, north], [west, south]])
    return Feature(names=(("", name),) if name else (), polygons=((ring,),))


def km2_of(west, south, side=1.0):
    return comparing.km2(shapely.Polygon(square(west, south, side).polygons[0][0]))


def day(number):
    path = real_input("control-of-terrain", f"deepstatemap_data_202411{number}.geojson")
    return features(path.read_bytes())


def test_kupiansk_loses_a_kilometre_and_a_half_of_ground_to_its_north_east_in_a_day():
    found = comparing.within(comparing.change(day(13), day(14)), NEAR)
    (piece,) = found.gained
    assert piece.km2 == pytest.approx(1.61, abs=0.01)
    assert piece.bounds.south == pytest.approx(49.743, abs=0.001)
    assert piece.bounds.north == pytest.approx(49.765, abs=0.001)
    assert piece.bounds.west == pytest.approx(37.652, abs=0.001)
    assert piece.bounds.east == pytest.approx(37.678, abs=0.001)
    assert found.lost == ()


def test_the_edge_comes_nearer_to_kupiansk_and_the_town_stays_outside():
    before, after = (comparing.standing(day(number), *KUPIANSK) for number in (13, 14))
    assert not before.is_inside
    assert not after.is_inside
    assert before.edge_m == pytest.approx(6_110, abs=10)
    assert after.edge_m == pytest.approx(4_720, abs=10)
    assert after.edge == pytest.approx((49.7454, 37.6522), abs=0.001)


def test_areas_are_measured_on_the_ellipsoid():
    # A degree's cell at the equator, by Karney's method: 12,308.778 km².
    assert km2_of(0, 0) == pytest.approx(12_308.8, abs=0.1)
    assert km2_of(37, 60) < km2_of(37, 49)


def test_holes_are_no_ground():
    outer, hole = square(0, 0).polygons[0][0], square(0.25, 0.25, 0.5).polygons[0][0]
    whole = comparing.km2(shapely.Polygon(outer))
    assert comparing.km2(shapely.Polygon(outer, [hole])) == pytest.approx(
        whole - km2_of(0.25, 0.25, 0.5)
    )


def test_what_is_gained_and_lost_are_told_apart():
    found = comparing.change([square(0, 0)], [square(0.5, 0)])
    assert found.gained_km2 == pytest.approx(found.lost_km2, rel=1e-6)
    assert found.gained[0].bounds == Bounds(1, 0, 1.5, 1)
    assert found.lost[0].bounds == Bounds(0, 0, 0.5, 1)


def test_the_same_ground_in_other_pieces_is_no_change():
    parts = [square(0, 0, 0.5), square(0.5, 0, 0.5), square(0, 0.5, 0.5), square(0.5, 0.5, 0.5)]
    assert comparing.change([square(0, 0)], parts) == comparing.Change((), ())


def test_two_drawings_of_one_edge_are_no_change():
    assert comparing.change([square(0, 0)], [square(0, 0, 1.00000001)]).gained == ()


def test_rings_of_a_change_are_wound_as_the_standard_says():
    before = [Feature(polygons=((square(0.4, 0.4, 0.2).polygons[0][0],),))]
    (piece,) = comparing.change(before, [square(0, 0)]).gained
    assert shapely.LinearRing(piece.rings[0]).is_ccw
    assert not shapely.LinearRing(piece.rings[1]).is_ccw


def test_an_outline_that_crosses_itself_is_mended_before_it_is_compared():
    bow = np.array([[0, 0], [1, 1], [1, 0], [0, 1], [0, 0]], float)
    found = comparing.change([], [Feature(polygons=((bow,),))])
    assert found.gained_km2 == pytest.approx(km2_of(0, 0) / 2, rel=0.01)


def test_a_place_inside_knows_how_far_the_edge_is():
    found = comparing.standing([square(37, 49)], 49.5, 37.01)
    assert found.is_inside
    assert found.edge_m == pytest.approx(724, abs=1)
    assert found.is_clear(700)
    assert not found.is_clear(800)


def test_a_layer_without_areas_has_no_edge():
    found = comparing.standing([Feature()], *KUPIANSK)
    assert not found.is_inside
    assert math.isinf(found.edge_m)


def test_areas_are_told_apart_by_their_name():
    held, freed = square(0, 0, name="Occupied"), square(5, 5, name="Liberated")
    found = comparing.named([held, freed, Feature(names=(("", "Attack"),))])
    assert found == {"Occupied": (held,), "Liberated": (freed,)}
