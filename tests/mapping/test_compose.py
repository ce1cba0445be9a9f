"""A scene holds what is asked for, and nothing that is not."""

import dataclasses

import numpy as np
import pytest

from caseboard.mapping import look as looks
from caseboard.mapping.basemap import Ground, GroundFeature
from caseboard.mapping.compose import compose
from caseboard.mapping.content import Content, Feature, Overlay, Style
from caseboard.mapping.options import TILE_PARTS, Options, Part
from caseboard.mapping.scene import Area, Line, Words
from caseboard.mapping.towns import Town
from caseboard.mapping.view import Bounds, fitting
from caseboard.model.spots import Spot, SpotKey, SpotKind
from caseboard.model.terms import LayerKind

VIEW = fitting(Bounds(37.2, 49.4, 38.0, 50.0), 800, 600)


class Plain:
    """A country on the left half of the world and one on the right, with two towns."""

    attribution = "Made up"

    def features(self, ground, _detail, _box):
        if ground is not Ground.COUNTRY:
            return []
        edge = 0.6045
        west = np.array([(0.0, 0.0), (edge, 0.0), (edge, 1.0), (0.0, 1.0), (0.0, 0.0)])
        east = np.array([(edge, 0.0), (1.0, 0.0), (1.0, 1.0), (edge, 1.0), (edge, 0.0)])
        boxes = (np.array([(0.0, 0.0, edge, 1.0)]), np.array([(edge, 0.0, 1.0, 1.0)]))
        return [
            GroundFeature(i, ground, 0, name, "", name, (ring,), box)
            for i, (name, ring, box) in enumerate(
                zip("AB", (west, east), boxes, strict=True), start=1
            )
        ]

    def towns(self, _view, _language):
        return [
            Town(1, "Kupiansk", 49.71, 37.6158, 27_000, False),
            Town(2, "Borova", 49.38 + 0.1, 37.62, 5_000, False),
        ]


def a_place(lat=49.71003, lon=37.61581, label="Kupiansk", **more):
    return Spot(SpotKey(SpotKind.PLACE, label), lat, lon, label, **more)


def words(shapes):
    return [shape.text for shape in shapes if isinstance(shape, Words)]


def an_overlay(**more):
    ring = np.array([(37.6, 49.6), (37.8, 49.6), (37.8, 49.8), (37.6, 49.8), (37.6, 49.6)])
    feature = Feature(polygons=((ring,),), style=Style(stroke="#c0362c", fill="#c0362c"))
    return Overlay("1", "L1", "Reported control", LayerKind.IMPORTED, (feature,), **more)


def test_a_tile_holds_the_ground_and_the_layers_alone():
    content = Content((a_place(),), (an_overlay(),))
    scene = compose(VIEW, content, Plain(), looks.LIGHT, Options(parts=TILE_PARTS))
    assert scene.ground
    assert scene.overlays
    assert (scene.names, scene.marks, scene.furniture, scene.targets) == ((), (), (), ())


def test_a_border_is_drawn_once_though_two_countries_share_it():
    scene = compose(VIEW, Content(), Plain(), looks.LIGHT, Options(parts=frozenset({Part.GROUND})))
    drawn = [
        shape
        for shape in scene.ground
        if isinstance(shape, Line) and shape.pen.color == looks.LIGHT.border
    ]
    assert [len(shape.lines) for shape in drawn] == [1]


def test_a_town_that_the_case_has_is_named_once():
    scene = compose(VIEW, Content((a_place(),)), Plain(), looks.LIGHT)
    assert words(scene.shapes()).count("Kupiansk") == 1
    assert "Kupiansk" in words(scene.marks)
    assert "Borova" in words(scene.names)


def test_names_leave_room_for_marks_though_marks_are_not_asked_for():
    alone = Options(parts=frozenset({Part.NAMES}))
    scene = compose(VIEW, Content((a_place(),)), Plain(), looks.LIGHT, alone)
    assert "Kupiansk" not in words(scene.names)
    assert not scene.marks


@pytest.mark.parametrize("look", [looks.LIGHT, looks.DARK, looks.PRINT])
def test_every_colour_of_a_look_is_one(look):
    for name in (field.name for field in dataclasses.fields(look)):
        value = getattr(look, name)
        colours = [color for _status, color in value] if name == "statuses" else [value]
        for color in colours:
            assert len(color) == 7
            int(color.removeprefix("#"), 16)


def test_what_is_estimated_is_hatched():
    scene = compose(VIEW, Content((), (an_overlay(is_estimated=True),)), Plain(), looks.LIGHT)
    assert any(isinstance(shape, Area) and shape.hatch for shape in scene.overlays)
    plain = compose(VIEW, Content((), (an_overlay(),)), Plain(), looks.LIGHT)
    assert not any(isinstance(shape, Area) and shape.hatch for shape in plain.overlays)


def test_a_layer_is_as_opaque_as_it_was_set():
    scene = compose(VIEW, Content((), (an_overlay(opacity=0.5),)), Plain(), looks.LIGHT)
    fills = [shape for shape in scene.overlays if isinstance(shape, Area)]
    assert fills[0].opacity == pytest.approx(Style().fill_opacity / 2)


def test_a_click_finds_what_is_in_a_cluster():
    near, nearer = a_place(), a_place(49.711, 37.617, "Podil", count=4)
    scene = compose(VIEW, Content((near, nearer)), Plain(), looks.LIGHT)
    assert [target.keys for target in scene.targets] == [frozenset({near.key, nearer.key})]
