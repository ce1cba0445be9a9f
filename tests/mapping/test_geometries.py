"""Rivers and regions are drawn by their outline."""

import json

import pytest

from caseboard.mapping import look as looks
from caseboard.mapping.content import Content
from caseboard.mapping.geometries import drawn, parts
from caseboard.mapping.scene import Area, Line
from caseboard.mapping.view import Bounds, fitting
from caseboard.model.spots import Spot, SpotKey, SpotKind

VIEW = fitting(Bounds(37.2, 49.4, 38.0, 50.0), 800, 600)
RING = [[37.4, 49.5], [37.8, 49.5], [37.8, 49.9], [37.4, 49.9], [37.4, 49.5]]
RIVER = {"type": "LineString", "coordinates": [[37.3, 49.5], [37.6, 49.7], [37.7, 49.9]]}
REGION = {"type": "MultiPolygon", "coordinates": [[RING]]}


def shapes(geometry):
    key = SpotKey(SpotKind.PLACE, "1")
    spot = Spot(key, 49.7, 37.6, "Somewhere", geometry=json.dumps(geometry))
    return list(drawn(VIEW, Content((spot, spot)), looks.LIGHT))


def test_a_river_is_a_line_and_a_region_an_area_with_an_outline():
    assert [type(shape) for shape in shapes(RIVER)] == [Line]
    assert [type(shape) for shape in shapes(REGION)] == [Area, Line]


def test_it_lies_where_it_is():
    (line,) = shapes(RIVER)
    assert line.lines[0][1] == pytest.approx(VIEW.to_view(49.7, 37.6))


def test_collections_and_features_are_taken_apart():
    both = {"type": "GeometryCollection", "geometries": [RIVER, REGION]}
    lines, polygons = parts(json.dumps({"type": "Feature", "geometry": both, "properties": {}}))
    assert (len(lines), len(polygons)) == (1, 1)


@pytest.mark.parametrize("text", ["", "nonsense", "[1, 2]", '{"type": "Point"}', "null"])
def test_what_is_no_outline_is_none(text):
    assert parts(text) == ((), ())
