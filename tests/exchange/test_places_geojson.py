"""Places of a case as GeoJSON."""

import json

import pytest
from places_sample import CLOCKWISE, NOTICE, RIVER, atlas

from caseboard.errors import CaseError
from caseboard.exchange.places_book import Kind
from caseboard.exchange.places_geojson import text
from caseboard.model.entities import Location


def features(**changes):
    return json.loads(text(atlas(**changes)))["features"]


def of_kind(kind, **changes):
    return [each for each in features(**changes) if each["properties"]["kind"] == kind]


def test_it_is_a_collection_that_says_with_whom_it_may_be_shared():
    held = json.loads(text(atlas()))
    assert held["type"] == "FeatureCollection"
    assert "crs" not in held  # RFC 7946, 4: it is always WGS 84
    assert (held["case"], held["marking"], held["notice"]) == ("KUP", "TLP:AMBER", NOTICE)
    assert held["as_of"] == "2024-11-14T12:00:00Z"


def test_a_place_tells_its_names_and_how_closely_it_is_known():
    town, river = of_kind("places")
    assert town["geometry"] == {"type": "Point", "coordinates": [37.61, 49.71]}
    said = town["properties"]
    assert said["other_names"] == ["Куп’янськ", "Kupyansk"]
    assert (said["precision_m"], said["count"], said["country"]) == (3000, 1, "UA")
    assert (said["gazetteer_id"], said["exhibits"]) == ("geonames:703656", ["E001"])
    assert river["geometry"] == RIVER


def test_a_claim_is_where_it_happened_with_its_status():
    (claim,) = of_kind("claims")
    assert claim["id"] == "claim:c1:kup"
    said = claim["properties"]
    assert (said["ref"], said["place"], said["status"]) == ("C1", "Kupiansk", "single source")
    assert (said["when"], said["said"]) == ("2024-11-13", "2024-11-14")


def test_a_photo_tells_which_way_it_looks_and_a_unit_its_symbol():
    (photo,), (unit,) = of_kind("photos"), of_kind("positions")
    assert photo["geometry"]["coordinates"] == [-70.25, -33.5]
    assert photo["properties"]["direction_deg"] == 90
    said = unit["properties"]
    assert (said["sidc"], said["designation"]) == ("10031000181211000000", "1")
    assert said["name"] == "1 Bde"
    assert (said["bearing"], said["when"]) == ("heading for", "2024-11-13/..")


def test_a_layer_keeps_its_own_words_and_tells_whose_it_is():
    (area,) = of_kind("layers")
    assert area["geometry"]["coordinates"] == [CLOCKWISE[::-1]]
    said = area["properties"]
    assert (said["name"], said["fill"]) == ("Occupied & held", "#c4443a")
    assert (said["layer"], said["source"], said["as_of"]) == ("L1", "DeepState", "2024-11-13")
    assert (said["published"], said["estimated"]) == ("2024-11-13T21:56Z", "roughly")


@pytest.mark.parametrize("kind", Kind)
def test_only_the_kinds_that_were_asked_for_are_written(kind):
    found = features(kinds={kind})
    assert {each["properties"]["kind"] for each in found} == {kind.value}
    assert len(found) == atlas(kinds={kind}).count


def test_a_layer_off_the_globe_is_refused():
    wrong = {"features": [{"geometry": {"type": "Point", "coordinates": [200, 0]}}]}
    with pytest.raises(CaseError, match="“Control”"):
        text(atlas(sheet=wrong))


def test_a_course_that_is_no_geojson_is_refused_by_the_name_of_its_place():
    broken = Location(id="osk", name="Oskil", lat=49.8, lon=37.63, geometry="{")
    with pytest.raises(CaseError, match="Oskil"):
        atlas(locations=[broken])
