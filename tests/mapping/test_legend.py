"""The legend explains what is on the map, and no more."""

from dataclasses import replace

import numpy as np

from caseboard.mapping import legend, lettering, palette
from caseboard.mapping import look as looks
from caseboard.mapping.content import Content, Feature, Overlay, Style
from caseboard.mapping.scene import Align, Area, Words
from caseboard.mapping.view import Bounds, fitting
from caseboard.model.spots import Spot, SpotKey, SpotKind
from caseboard.model.terms import ClaimStatus, LayerKind


def spot(kind, **more):
    return Spot(SpotKey(kind, "1"), 49.7, 37.6, "x", **more)


def layer(name, **more):
    style = Style(fill="#c0362c", stroke="#800000")
    return Overlay(name, name, "Control", LayerKind.IMPORTED, (Feature(style=style),), **more)


def texts(content):
    return [entry.text for entry in legend.entries(content)]


def test_only_what_is_there_is_explained():
    assert texts(Content()) == []
    assert texts(Content((spot(SpotKind.PHOTO),))) == ["Photo and its direction"]
    assert texts(Content((spot(SpotKind.CLAIM, status=ClaimStatus.DISPUTED),))) == [
        "Claim, disputed"
    ]


def test_places_and_areas_are_two_signs():
    one, other = spot(SpotKind.PLACE), spot(SpotKind.PLACE, precision_m=10_000.0)
    assert len(texts(Content((one, other)))) == 2


def test_the_highest_layer_comes_first():
    assert texts(Content((), (layer("L1"), layer("L2")))) == ["L2 Control", "L1 Control"]


def test_it_has_room_for_all_it_says():
    long = Overlay("1", "L1", "A layer of a name that never ends " * 5, LayerKind.DRAWN)
    content = Content((spot(SpotKind.PLACE),), (long, layer("L2", is_estimated=True)))
    box = legend.rect(content, 10, 500, 180)
    assert box.bottom == 500
    for shape in legend.drawn(content, looks.LIGHT, box):
        if isinstance(shape, Words):
            wide = lettering.width(shape.text, shape.size)
            assert box.left < shape.x - wide * (shape.align is Align.MIDDLE)
            assert shape.x + wide <= box.right
            assert box.top < shape.y < box.bottom
    assert box.right - box.left < 240


def test_an_estimated_layer_is_hatched_here_too():
    content = Content((), (layer("L1", is_estimated=True),))
    shapes = legend.drawn(content, looks.LIGHT, legend.rect(content, 10, 500))
    assert any(isinstance(shape, Area) and shape.hatch for shape in shapes)


def test_what_is_out_of_sight_is_not_explained():
    view = fitting(Bounds(37.2, 49.4, 38.0, 50.0), 800, 600)
    there = layer("L1", bounds=Bounds(20, 40, 21, 41))
    here = layer("L2", bounds=Bounds(37.5, 49.5, 50, 51))
    away = Spot(SpotKey(SpotKind.PHOTO, "2"), 46.0, 30.0, "Odesa")
    content = legend.in_sight(view, Content((spot(SpotKind.PLACE), away), (there, here)))
    assert [each.key.kind for each in content.spots] == [SpotKind.PLACE]
    assert content.overlays == (here,)


def test_a_layer_tells_of_which_day_it_is():
    (text,) = texts(Content((), (layer("KUP-2024-11-L1", as_of="2024-11-13"),)))
    assert text == "L1 Control, as of 13 Nov 2024"


def test_a_change_tells_gain_from_loss():
    features = tuple(
        Feature(style=Style(fill=each)) for each in (palette.GAINED, palette.LOST, palette.LOST)
    )
    change = Overlay("1", "L3", "Change", LayerKind.CHANGE, features)
    assert texts(Content((), (change,))) == ["L3 Change", "Gained", "Lost"]
    assert texts(Content((), (replace(change, features=features[:1]),)))[1:] == ["Gained"]


def test_a_layer_of_several_colours_shows_them():
    ring = np.array([(37.4, 49.5), (37.8, 49.5), (37.8, 49.9)])
    features = tuple(
        Feature(polygons=((ring,),), style=Style(fill=each))
        for each in ("#aa0000", "#00aa00", "#aa0000")
    )
    content = Content((), (Overlay("1", "L1", "Front", LayerKind.IMPORTED, features),))
    shapes = legend.drawn(content, looks.LIGHT, legend.rect(content, 10, 500))
    fills = [each.fill for each in shapes if isinstance(each, Area)]
    assert fills.count("#aa0000") == fills.count("#00aa00") == 1


def test_nothing_to_explain_takes_no_room():
    assert legend.rect(Content(), 10, 500) is None
