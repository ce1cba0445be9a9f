"""Which part of the world shows what a case is about."""

from hypothesis import given
from hypothesis import strategies as st

from caseboard.mapping.content import Overlay
from caseboard.mapping.framing import LEAST_M, about, around, framed
from caseboard.mapping.view import Bounds
from caseboard.model.spots import Spot, SpotKey, SpotKind
from caseboard.model.terms import LayerKind

DEGREE = 111_320.0


def spot(lat, lon, precision=None, kind=SpotKind.PLACE):
    return Spot(SpotKey(kind, f"{lat} {lon}"), lat, lon, "x", precision)


def layer(kind, *edges):
    return Overlay("id", "L1", "Layer", kind, bounds=Bounds(*edges))


def holds(bounds, lat, lon):
    return bounds.west <= lon <= bounds.east and bounds.south <= lat <= bounds.north


def test_a_single_place_is_shown_with_its_surroundings():
    bounds = around([spot(49.7, 37.6)])
    assert holds(bounds, 49.7, 37.6)
    assert round((bounds.north - bounds.south) * DEGREE) == round(2 * LEAST_M)


def test_the_ring_of_a_place_is_shown_whole():
    bounds = around([spot(49.7, 37.6, 15_000)])
    assert (bounds.north - 49.7) * DEGREE >= 14_999


def test_a_region_widens_no_map_of_closer_places():
    close = [spot(49.7, 37.6, 3_000), spot(49.8, 37.8, 300)]
    assert around([*close, spot(48.1, 36.0, 120_000)]) == around(close)
    assert holds(around([spot(48.1, 36.0, 120_000)]), 49.0, 36.0)


def test_nothing_anywhere_has_no_frame():
    assert around([]) is None
    assert framed([]) is None


def test_claims_and_units_are_shown_before_places_that_are_only_named():
    claim = spot(49.7, 37.6, 1_000, SpotKind.CLAIM)
    named = spot(50.4, 30.5, 5_000)
    assert framed([claim, named]) == around([claim])
    assert framed([named]) == around([named])


def test_layers_made_of_the_case_are_shown_whole_and_those_of_others_are_not():
    claim = spot(49.7, 37.6, 1_000, SpotKind.CLAIM)
    traced = layer(LayerKind.TRACED, 37.0, 49.0, 38.0, 50.0)
    front = layer(LayerKind.IMPORTED, 20.0, 40.0, 45.0, 55.0)
    assert framed([claim], [traced, front]) == Bounds(37.0, 49.0, 38.0, 50.0)
    assert framed([], [front]) == Bounds(20.0, 40.0, 45.0, 55.0)


@given(st.floats(-90, 90), st.floats(-180, 180), st.floats(0, 5_000_000))
def test_no_frame_leaves_the_globe(lat, lon, metres):
    bounds = about(lat, lon, metres)
    assert -180 <= bounds.west <= bounds.east <= 180
    assert -90 <= bounds.south <= bounds.north <= 90
