"""Places of a case as KML."""

from xml.etree import ElementTree as ET

import pytest
from places_sample import NOTICE, SHEET, atlas

from caseboard.exchange.places_kml import text

KML = "{http://www.opengis.net/kml/2.2}"


def read(**changes):
    return ET.fromstring(text(atlas(**changes)))


@pytest.fixture
def folders():
    return {each.findtext(f"{KML}name"): each for each in read().iter(f"{KML}Folder")}


def marks(folder):
    return {each.findtext(f"{KML}name"): each for each in folder.iter(f"{KML}Placemark")}


def data(mark):
    return {each.get("name"): each.findtext(f"{KML}value") for each in mark.iter(f"{KML}Data")}


def test_there_is_a_folder_for_each_kind_and_each_layer(folders):
    assert list(folders) == ["Places", "Claims", "Photos", "Positions", "L1 Control"]
    assert NOTICE in read().findtext(f".//{KML}description")


def test_a_place_has_its_longitude_first_and_tells_the_rest_as_data(folders):
    town = marks(folders["Places"])["Kupiansk"]
    assert town.findtext(f"{KML}Point/{KML}coordinates") == "37.61,49.71"
    assert data(town)["precision_m"] == "3000"
    assert data(town)["other_names"] == "Куп’янськ, Kupyansk"


def test_what_looks_like_markup_is_text(folders):
    assert "C1 =They got in <again>" in marks(folders["Claims"])


def test_times_become_stretches_that_a_viewer_can_play(folders):
    (claim,) = marks(folders["Claims"]).values()
    assert claim.findtext(f"{KML}TimeSpan/{KML}begin") == "2024-11-13T00:00:00Z"
    assert claim.findtext(f"{KML}TimeSpan/{KML}end") == "2024-11-14T00:00:00Z"
    (unit,) = marks(folders["Positions"]).values()
    assert unit.find(f"{KML}TimeSpan/{KML}begin") is not None
    assert unit.find(f"{KML}TimeSpan/{KML}end") is None


def test_a_layer_keeps_its_colours_and_its_source(folders):
    folder = folders["L1 Control"]
    assert "source: DeepState" in folder.findtext(f"{KML}description")
    (area,) = marks(folder).values()
    assert area.findtext(f"{KML}Style/{KML}PolyStyle/{KML}color") == "803a44c4"
    path = f"{KML}Polygon/{KML}outerBoundaryIs/{KML}LinearRing/{KML}coordinates"
    assert area.findtext(path) == "37.6,49.7 37.7,49.8 37.6,49.8 37.6,49.7"


def test_holes_and_parts_of_many_are_kept():
    hole = [[37.61, 49.71], [37.62, 49.72], [37.61, 49.72], [37.61, 49.71]]
    rings = [SHEET["features"][0]["geometry"]["coordinates"][0], hole]
    geometry = {"type": "MultiPolygon", "coordinates": [rings]}
    root = read(sheet={"features": [{"geometry": geometry, "properties": None}]})
    assert len(list(root.iter(f"{KML}innerBoundaryIs"))) == 1
    assert len(list(root.iter(f"{KML}MultiGeometry"))) == 1


def test_a_letter_that_xml_cannot_hold_is_left_out():
    feature = {
        "geometry": {"type": "Point", "coordinates": [1, 2]},
        "properties": {"name": "a\x00b\x1fc", "stroke": "red"},
    }
    names = [each.findtext(f"{KML}name") for each in read(sheet={"features": [feature]}).iter()]
    assert "abc" in names
