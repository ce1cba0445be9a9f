"""Layers lie where their degrees say, in their own colours."""

import numpy as np
import pytest

from caseboard.mapping import mercator
from caseboard.mapping.content import Feature, Overlay, Style, Tile
from caseboard.mapping.overlays_drawing import drawn, unit_square
from caseboard.mapping.scene import Area, Disc, Line, Raster
from caseboard.mapping.view import Bounds, fitting
from caseboard.model.terms import LayerKind

VIEW = fitting(Bounds(37.2, 49.4, 38.0, 50.0), 800, 600)
RING = np.array([(37.4, 49.5), (37.8, 49.5), (37.8, 49.9), (37.4, 49.9), (37.4, 49.5)])
HOLE = np.array([(37.5, 49.6), (37.7, 49.6), (37.7, 49.8), (37.5, 49.8), (37.5, 49.6)])
POINT = np.array([(37.6158, 49.71)])


def shapes(*features, **more):
    return drawn(VIEW, [Overlay("1", "L1", "Layer", LayerKind.IMPORTED, features, **more)])


def test_degrees_lie_where_the_map_has_them():
    found = unit_square(np.array([(37.6158, 49.71), (-180.0, 89.0)]))
    assert found[0] == pytest.approx((mercator.x_of(37.6158), mercator.y_of(49.71)))
    assert found[1] == pytest.approx((0.0, 0.0), abs=1e-9)


def test_an_area_keeps_its_hole():
    area, _outline = shapes(Feature(polygons=((RING, HOLE),), style=Style(stroke="#0000ff")))
    assert isinstance(area, Area)
    assert len(area.rings) == 2


def test_only_an_area_with_a_stroke_has_an_outline():
    assert len(shapes(Feature(polygons=((RING,),), style=Style(fill="#ff0000")))) == 1
    area, line = shapes(Feature(polygons=((RING,),), style=Style(fill="#ff0000", stroke="#00ff00")))
    assert (area.fill, line.pen.color) == ("#ff0000", "#00ff00")


def test_an_outline_does_not_run_along_the_edge_of_the_view():
    wide = np.array([(30.0, 49.6), (45.0, 49.6), (45.0, 60.0), (30.0, 60.0), (30.0, 49.6)])
    _area, line = shapes(Feature(polygons=((wide,),), style=Style(stroke="#00ff00")))
    _x, y = VIEW.to_view(49.6, 37.6)
    assert all(np.allclose(each[:, 1], y) for each in line.lines)


@pytest.mark.parametrize(
    ("direction", "way"), [(0, (0, -1)), (90, (1, 0)), (180, (0, 1)), (270, (-1, 0))]
)
def test_an_arrow_points_from_north_clockwise(direction, way):
    (line,) = shapes(Feature(points=(POINT,), arrow_deg=direction))
    (start, end) = line.lines[0]
    assert line.arrow
    assert (end - start) / np.hypot(*(end - start)) == pytest.approx(way, abs=1e-9)


def test_a_point_is_a_disc_in_its_colour():
    (disc,) = shapes(Feature(points=(POINT,), style=Style(fill="#aa3333")), opacity=0.5)
    assert isinstance(disc, Disc)
    assert (disc.x, disc.y) == pytest.approx(VIEW.to_view(49.71, 37.6158))
    assert (disc.fill, disc.opacity) == ("#aa3333", 0.5)


def test_what_is_out_of_sight_is_not_drawn():
    far = np.array([(30.0, 46.0), (30.1, 46.0), (30.1, 46.1)])
    assert not shapes(Feature(polygons=((far,),), lines=(far,), points=(far[:1],)))


def test_what_is_estimated_has_a_broken_outline():
    _area, _stripes, line = shapes(
        Feature(polygons=((RING,),), style=Style(stroke="#00ff00")), is_estimated=True
    )
    assert line.pen.dash


def test_areas_lie_below_lines_and_lines_below_points():
    feature = Feature(points=(POINT,), lines=(RING[:2],), polygons=((RING,),))
    other = Feature(polygons=((HOLE,),))
    assert [type(shape) for shape in shapes(feature, other)] == [Area, Area, Line, Disc]


def test_a_picture_lies_on_its_corners():
    corners = ((49.9, 37.4), (49.9, 37.8), (49.5, 37.8), (49.5, 37.4))
    (raster,) = shapes(image=b"\x89PNG", corners=corners, opacity=0.6)
    assert isinstance(raster, Raster)
    assert raster.corners[0] == pytest.approx(VIEW.to_view(49.9, 37.4))
    assert raster.opacity == 0.6


def test_a_tile_lies_on_its_square():
    asked = []

    def tiles(zoom, bounds):
        asked.append((zoom, bounds))
        return (Tile(zoom, 1, 1, b"\x89PNG"),)

    world = fitting(Bounds(-170, -60, 170, 75), 512, 512).sized(512, 512)
    world = type(world)(0.5, 0.5, 1.0, 512, 512)
    (raster,) = drawn(world, [Overlay("1", "L1", "T", LayerKind.TILES, tiles=tiles)])
    assert asked[0][0] == 1
    assert raster.corners[0] == pytest.approx((256, 256))
    assert raster.corners[2] == pytest.approx((512, 512))
