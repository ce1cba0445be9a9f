"""GeoJSON as people publish it."""

import json

import pytest
from layered import HOLE, SQUARE, collection, feature, read_back

from caseboard.capture.layers import geojson
from caseboard.errors import CaseError


def rings(found):
    return read_back(found)[0]["geometry"]["coordinates"]


def test_an_area_keeps_its_shape_and_its_name():
    found = geojson.read(collection(feature(name="Reported control")))
    assert rings(found) == [SQUARE]
    assert read_back(found)[0]["properties"] == {"name": "Reported control"}
    assert found.bounds() == (37.6, 49.7, 37.7, 49.8)
    assert found.count == 1


def test_rings_are_wound_as_the_standard_says_whichever_way_they_came():
    backwards = [SQUARE[::-1], HOLE[::-1]]
    assert rings(geojson.read(collection(feature(coordinates=backwards)))) == [SQUARE, HOLE]


def test_an_open_ring_is_closed_and_heights_are_dropped():
    tall = [[lon, lat, 120] for lon, lat in SQUARE[:-1]]
    assert rings(geojson.read(collection(feature(coordinates=[tall])))) == [SQUARE]


def test_a_single_feature_and_a_bare_shape_are_layers_too():
    assert geojson.read(json.dumps(feature(name="A")).encode()).count == 1
    assert geojson.read(json.dumps(feature()["geometry"]).encode()).count == 1


def test_a_collection_of_shapes_is_taken_apart():
    shape = {
        "type": "GeometryCollection",
        "geometries": [
            {"type": "Point", "coordinates": [37.6, 49.7]},
            {"type": "GeometryCollection", "geometries": [feature()["geometry"]]},
        ],
    }
    held = {"type": "Feature", "properties": None, "geometry": shape}
    found = read_back(geojson.read(collection(held)))[0]["geometry"]
    assert [each["type"] for each in found["geometries"]] == ["Point", "Polygon"]


def test_what_has_no_usable_shape_is_left_out_and_counted():
    line = feature("LineString", [[37.6, 49.7]])
    flat = feature(coordinates=[[[1, 1], [2, 2], [3, 3], [1, 1]]])
    nothing = {"type": "Feature", "properties": {}, "geometry": None}
    strange = feature("Circle", [1, 2])
    found = geojson.read(collection(line, flat, nothing, strange, "?", feature()))
    assert (found.count, found.left_out) == (1, 5)


def test_web_mercator_is_turned_into_degrees():
    crs = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::3857"}}
    data = collection(feature("Point", [4187372.8, 6396208.8]), crs=crs)
    lon, lat = rings(geojson.read(data))
    assert lon == pytest.approx(37.61581, abs=1e-5)
    assert lat == pytest.approx(49.71003, abs=1e-5)


def test_degrees_by_any_of_their_names_are_taken_as_they_are():
    for name in ("urn:ogc:def:crs:OGC:1.3:CRS84", "EPSG:4326", "CRS84"):
        crs = {"type": "name", "properties": {"name": name}}
        assert geojson.read(collection(feature(), crs=crs)).bounds()[0] == 37.6


def test_other_grids_are_refused_by_their_name():
    crs = {"type": "name", "properties": {"name": "EPSG:28407"}}
    with pytest.raises(CaseError, match="EPSG:28407"):
        geojson.read(collection(feature("Point", [7400279, 5509616]), crs=crs))


@pytest.mark.parametrize(
    "position", [[137000, 49.7], [37.6, 90.5], [-181, 0], [1e308, 0], [10**400, 0]]
)
def test_a_position_off_the_globe_is_refused_and_its_feature_named(position):
    with pytest.raises(CaseError, match="Feature 2 “Far”") as caught:
        geojson.read(collection(feature(), feature("Point", position, name="Far")))
    assert "WGS 84" in caught.value.hint


@pytest.mark.parametrize("word", ["NaN", "Infinity", "-Infinity"])
def test_what_is_no_number_is_refused(word):
    data = f'{{"type":"Point","coordinates":[{word}, 49.7]}}'.encode()
    with pytest.raises(CaseError, match=word):
        geojson.read(data)


def test_a_number_too_large_to_write_is_off_the_globe():
    with pytest.raises(CaseError, match="off the globe"):
        geojson.read(b'{"type":"Point","coordinates":[1e999, 49.7]}')


def test_a_rounding_beyond_the_edge_of_the_world_is_taken_back():
    found = geojson.read(collection(feature("Point", [180.0000000001, -90.0000000001])))
    assert rings(found) == [180, -90]


@pytest.mark.parametrize(
    "data",
    [
        b'{"type":"FeatureCollection","features":[',
        b"\xff\xfe\x00",
        b"[" * 100_000,
        b'{"a":' * 100_000,
        b'{"type":"FeatureCollection","features":{}}',
        b'{"type":"Point","coordinates":[' + b"9" * 5000 + b",1]}",
    ],
)
def test_broken_json_ends_in_a_sentence(data):
    with pytest.raises(CaseError):
        geojson.read(data)


def test_shapes_nested_without_end_are_no_shape():
    deep = {"type": "Point", "coordinates": [1, 2]}
    for _level in range(300):
        deep = {"type": "GeometryCollection", "geometries": [deep]}
    found = geojson.read(collection({"type": "Feature", "properties": {}, "geometry": deep}))
    assert (found.count, found.left_out) == (0, 1)
    with pytest.raises(CaseError, match="no point, line or area"):
        found.bounds()


def test_json_that_is_no_geojson_is_no_layer():
    for held in ({"type": "Topology"}, {"kind": "Point"}, {}, []):
        with pytest.raises(CaseError, match="no layer"):
            geojson.read(json.dumps(held).encode())


def test_more_points_than_a_layer_may_have_are_refused(monkeypatch):
    monkeypatch.setattr("caseboard.capture.layers.gathering.MOST_POINTS", 9)
    geojson.read(collection(feature()))
    with pytest.raises(CaseError, match="too large"):
        geojson.read(collection(feature(), feature()))


def test_more_features_than_a_layer_may_have_are_refused(monkeypatch):
    monkeypatch.setattr("caseboard.capture.layers.gathering.MOST_FEATURES", 1)
    with pytest.raises(CaseError, match="too large"):
        geojson.read(collection(feature(), feature()))
