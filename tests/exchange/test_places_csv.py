"""Places of a case as a table."""

import csv
import io

import pytest
from places_sample import atlas

from caseboard.exchange.places_csv import COLUMNS, well_known, write


@pytest.fixture
def rows():
    text = write(atlas()).decode("utf-8-sig")
    reader = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    found = {}
    for row in reader:
        found.setdefault(row["kind"], []).append(row)
    assert tuple(reader.fieldnames) == COLUMNS
    return found


def test_every_row_says_with_whom_it_may_be_shared(rows):
    every = [row for kind in rows.values() for row in kind]
    assert len(every) == atlas().count
    assert {(row["marking"], row["case"]) for row in every} == {("TLP:AMBER", "KUP")}


def test_numbers_stay_numbers_south_and_west_too(rows):
    (photo,) = rows["photos"]
    assert (photo["latitude"], photo["longitude"]) == ("-33.5", "-70.25")
    assert photo["direction_deg"] == "90"


def test_words_that_a_spreadsheet_would_run_are_guarded(rows):
    (claim,) = rows["claims"]
    assert claim["name"] == "'=They got in <again>"


def test_a_place_and_a_unit_tell_what_they_are(rows):
    town, river = rows["places"]
    assert town["other_names"] == "Куп’янськ\nKupyansk"
    assert (town["precision_m"], town["what"]) == ("3000", "settlement")
    assert river["geometry"] == "LINESTRING (37.6 49.9, 37.65 49.7)"
    (unit,) = rows["positions"]
    assert (unit["sidc"], unit["place"]) == ("10031000181211000000", "Kupiansk")


def test_a_feature_of_a_layer_has_its_shape_and_its_source(rows):
    (area,) = rows["layers"]
    assert (area["layer"], area["source"], area["name"]) == (
        "L1 Control",
        "DeepState",
        "Occupied & held",
    )
    assert area["geometry"] == "POLYGON ((37.6 49.7, 37.7 49.8, 37.6 49.8, 37.6 49.7))"
    assert (area["latitude"], area["longitude"]) == ("", "")


@pytest.mark.parametrize(
    ("geometry", "text"),
    [
        ({"type": "Point", "coordinates": [1.5, -2]}, "POINT (1.5 -2)"),
        ({"type": "MultiPoint", "coordinates": [[1, 2], [3, 4]]}, "MULTIPOINT (1 2, 3 4)"),
        (
            {"type": "MultiPolygon", "coordinates": [[[[0, 0], [1, 0], [1, 1], [0, 0]]]]},
            "MULTIPOLYGON (((0 0, 1 0, 1 1, 0 0)))",
        ),
        (
            {
                "type": "GeometryCollection",
                "geometries": [{"type": "Point", "coordinates": [0, 10]}],
            },
            "GEOMETRYCOLLECTION (POINT (0 10))",
        ),
    ],
)
def test_shapes_are_written_as_well_known_text(geometry, text):
    assert well_known(geometry) == text
