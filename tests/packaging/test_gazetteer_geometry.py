"""Polygons, and the formats they come in."""

import struct

import pytest

from gazetteer_build import counties, geometry
from gazetteer_build.geometry import Shape
from gazetteer_build.shapes import Division, Finder

SQUARE = ((0.0, 0.0), (0.0, 1.0), (1.0, 1.0), (1.0, 0.0), (0.0, 0.0))


def moved(ring, lat, lon, scale=1.0):
    return tuple((y * scale + lat, x * scale + lon) for y, x in ring)


def test_centre_is_that_of_the_largest_part():
    shape = Shape((moved(SQUARE, 10, 10, 0.1), moved(SQUARE, 50, 30)))
    assert shape.centre == pytest.approx((50.5, 30.5))


def test_radius_is_that_of_a_circle_of_the_same_size():
    assert Shape((SQUARE,)).radius_km == pytest.approx(111.2 / 3.14159**0.5, rel=0.01)


def test_point_is_inside_or_outside():
    shape = Shape((SQUARE,))
    assert shape.holds((0.5, 0.5))
    assert not shape.holds((1.5, 0.5))


def test_distance_across_the_date_line_is_short():
    assert geometry.km((0, 179.9), (0, -179.9)) == pytest.approx(22.2, rel=0.01)


def test_middle_of_an_even_number_lies_between_two():
    assert geometry.middle([(1, 1), (2, 2), (4, 4), (90, 90)]) == (3, 3)


def test_geometry_of_a_geopackage_is_read_without_its_holes():
    ring = struct.pack("<I10d", 5, *(value for y, x in SQUARE for value in (x, y)))
    hole = struct.pack("<I10d", 5, *[0.5] * 10)
    polygon = struct.pack("<BII", 1, 3, 2) + ring + hole
    blob = b"GP\0\x03" + bytes(4) + bytes(32) + struct.pack("<BII", 1, 6, 1) + polygon
    assert geometry.from_geopackage(blob).rings == (SQUARE,)


def test_city_is_found_before_the_oblast_around_it():
    oblast = Division("UA", "Oblast", (), Shape((SQUARE,)))
    city = Division("UA", "City", (), Shape((moved(SQUARE, 0.4, 0.4, 0.2),)))
    finder = Finder([oblast, city])
    assert finder.find("UA", (0.5, 0.5)) == 1
    assert finder.find("UA", (0.1, 0.1)) == 0
    assert finder.find("PL", (0.1, 0.1)) is None


def test_topojson_arcs_are_walked_in_both_directions():
    topology = {
        "transform": {"scale": [0.5, 0.5], "translate": [10, 20]},
        "arcs": [[[0, 0], [2, 0], [0, 2]], [[0, 0], [0, 2], [2, 0]]],
        "objects": {
            "counties": {
                "geometries": [
                    {"type": "Polygon", "id": "01001", "arcs": [[0, -2]]},
                    {"type": None, "id": "01002"},
                ]
            }
        },
    }
    found = counties.outlines(topology)
    assert list(found) == ["01001"]
    assert found["01001"].centre == pytest.approx((20.5, 10.5))
