"""From a layer of the case to what is drawn."""

import pytest

from caseboard.mapping import overlays
from caseboard.mapping.content import Feature, Style
from caseboard.mapping.view import Bounds
from caseboard.model.terms import LayerKind
from caseboard.model.work import Layer

POINT = (
    b'{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"fill":"#111111"},'
    b'"geometry":{"type":"Point","coordinates":[37.6,49.7]}}]}'
)


def layer(**more):
    return Layer(case_id="c", ref="KUP-L1", name="Reported control", **more)


def test_an_overlay_says_all_that_the_layer_says():
    held = layer(
        kind=LayerKind.IMPORTED,
        opacity=0.6,
        as_of="2024-11-13",
        published="2024-11-13T21:56Z",
        attribution="DeepStateMap",
        style={"fill": "#c4443a"},
    )
    found = overlays.overlay(held, POINT, "DeepState")
    assert (found.name, found.opacity, found.source) == ("Reported control", 0.6, "DeepState")
    assert (found.as_of, found.published) == ("2024-11-13", "2024-11-13T21:56Z")
    assert found.attribution == "DeepStateMap"
    assert found.features[0].style.fill == "#c4443a"


def test_what_was_traced_or_has_such_a_wording_is_estimated():
    assert not overlays.overlay(layer()).is_estimated
    assert overlays.overlay(layer(estimated="assessed advance")).is_estimated
    assert overlays.overlay(layer(kind=LayerKind.TRACED)).is_estimated


def test_bounds_are_whole_or_unknown():
    assert overlays.bounds_of(layer(west=1, south=2, east=3, north=4)) == Bounds(1, 2, 3, 4)
    assert overlays.bounds_of(layer(west=1)) is None


def fills(*colours):
    return tuple(Feature(style=Style(fill=colour)) for colour in colours)


@pytest.mark.parametrize(
    ("style", "drawn", "expected"),
    [
        ({"fill": "#aaaaaa", "stroke": "#bbbbbb"}, fills("#cccccc"), ("#aaaaaa",)),
        ({"stroke": "#dddddd"}, (Feature(),), ("#dddddd",)),
        ({}, fills("#111111", "#222222", "", "#222222"), ("#222222", "#111111")),
        ({}, fills("#1", "#2", "#3", "#4"), ("#1", "#2", "#3")),
        ({}, (Feature(style=Style(stroke="#cccccc")),), ("#cccccc",)),
        ({}, (), ()),
    ],
)
def test_a_swatch_shows_what_the_layer_looks_like(style, drawn, expected):
    assert overlays.swatch(style, drawn) == expected
