"""Geometries as RFC 7946 wants them."""

import pytest

from caseboard.errors import CaseError
from caseboard.exchange.geojson_geometry import checked, point

SQUARE = [[0, 0], [1, 0], [1, 1], [0, 1], [0, 0]]
"""Counterclockwise."""


def polygon(*rings):
    return {"type": "Polygon", "coordinates": list(rings)}


def test_a_point_has_its_longitude_first():
    assert point(49.71, 37.61, "x") == {"type": "Point", "coordinates": [37.61, 49.71]}


@pytest.mark.parametrize(
    ("lat", "lon", "told"),
    [
        (49.7, 372.6, "a longitude is 372.6°"),
        (-91.0, 37.6, "a latitude is -91°"),
        (float("nan"), 37.6, "a latitude is nan°"),
        (49.7, float("inf"), "a longitude is inf°"),
    ],
)
def test_what_lies_off_the_globe_is_refused_by_name(lat, lon, told):
    with pytest.raises(CaseError, match="Kupiansk") as caught:
        point(lat, lon, "Kupiansk")
    assert told in str(caught.value)


@pytest.mark.parametrize(("lat", "lon"), [(90, 180), (-90, -180), (0, 0)])
def test_the_edges_of_the_world_are_on_it(lat, lon):
    assert point(lat, lon, "x")["coordinates"] == [lon, lat]


def test_heights_and_needless_digits_are_left_out():
    line = {"type": "LineString", "coordinates": [[1.123456789, 2, 300], [3, 4, 5]]}
    assert checked(line, "x")["coordinates"] == [[1.1234568, 2], [3, 4]]


def test_outer_rings_go_counterclockwise_and_holes_clockwise():
    hole = [[0.2, 0.2], [0.4, 0.2], [0.4, 0.4], [0.2, 0.2]]
    made = checked(polygon(SQUARE[::-1], hole), "x")
    assert made["coordinates"] == [SQUARE, hole[::-1]]
    assert checked(made, "x") == made


def test_an_open_ring_is_closed():
    assert checked(polygon(SQUARE[:-1]), "x")["coordinates"] == [SQUARE]


def test_parts_of_many_and_of_collections_are_mended_each():
    many = {"type": "MultiPolygon", "coordinates": [[SQUARE[::-1]], [SQUARE]]}
    whole = {"type": "GeometryCollection", "geometries": [many]}
    made = checked(whole, "x")["geometries"][0]
    assert made["coordinates"] == [[SQUARE], [SQUARE]]


def nested(depth):
    made = {"type": "Point", "coordinates": [0, 0]}
    for _ in range(depth):
        made = {"type": "GeometryCollection", "geometries": [made]}
    return made


@pytest.mark.parametrize(
    "geometry",
    [
        {},
        {"type": "Point"},
        {"type": "Point", "coordinates": []},
        {"type": "Point", "coordinates": ["a", "b"]},
        {"type": "Circle", "coordinates": [0, 0]},
        {"type": "LineString", "coordinates": [[0, 0]]},
        polygon(SQUARE[:2]),
        nested(20),
    ],
)
def test_what_is_no_geometry_is_refused_in_words(geometry):
    with pytest.raises(CaseError, match="cannot be written"):
        checked(geometry, "x")
