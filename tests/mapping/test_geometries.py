"""Rivers and regions are drawn by their outline."""

import json

import numpy as np
import pytest

from caseboard.mapping import look as looks
from caseboard.mapping.basemap import Ground, GroundFeature
from caseboard.mapping.content import Content
from caseboard.mapping.geometries import drawn, parts
from caseboard.mapping.overlays_drawing import unit_square
from caseboard.mapping.scene import Area, Line
from caseboard.mapping.view import Bounds, fitting
from caseboard.model.spots import Spot, SpotKey, SpotKind
from caseboard.model.terms import LocationKind

VIEW = fitting(Bounds(37.2, 49.4, 38.0, 50.0), 800, 600)
RING = [[37.4, 49.5], [37.8, 49.5], [37.8, 49.9], [37.4, 49.9], [37.4, 49.5]]
RIVER = {"type": "LineString", "coordinates": [[37.3, 49.5], [37.6, 49.7], [37.7, 49.9]]}
REGION = {"type": "MultiPolygon", "coordinates": [[RING]]}


class River:
    """A ground of one river, and a region beside it."""

    attribution = ""

    def features(self, ground, _detail, _box):
        names = {Ground.RIVER: ("Oskil", "Оскіл"), Ground.REGION: ("Kharkiv Oblast", "")}
        if ground not in names:
            return []
        part = unit_square(np.array(RIVER["coordinates"]))
        box = np.array([(*part.min(axis=0), *part.max(axis=0))])
        return [GroundFeature(1, ground, 0, *names[ground], "UA", (part,), box)]

    def towns(self, _view, _language):
        return []


def shapes(geometry):
    key = SpotKey(SpotKind.PLACE, "1")
    spot = Spot(key, 49.7, 37.6, "Somewhere", geometry=json.dumps(geometry))
    return list(drawn(VIEW, Content((spot, spot)), River(), looks.LIGHT))


def named(label, kind, *, is_chosen=False):
    spot = Spot(SpotKey(SpotKind.PLACE, "1"), 49.7, 37.6, label, kind=kind)
    chosen = frozenset({spot.key}) if is_chosen else frozenset()
    return list(drawn(VIEW, Content((spot,), selected=chosen), River(), looks.LIGHT))


@pytest.mark.parametrize("label", ["Oskil", "Oskil River", "річка Оскіл", "р. Оскіл"])
def test_a_river_without_geometry_is_the_grounds_of_that_name(label):
    (line,) = named(label, LocationKind.RIVER)
    assert line.lines[0][1] == pytest.approx(VIEW.to_view(49.7, 37.6), abs=0.01)


def test_another_river_is_not():
    assert not named("Samara", LocationKind.RIVER)
    assert not named("Oskil", LocationKind.SETTLEMENT)


def test_a_region_has_its_border_while_it_is_chosen():
    assert not named("Kharkiv Oblast", LocationKind.REGION)
    assert len(named("Kharkiv Oblast", LocationKind.REGION, is_chosen=True)) == 1


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
