"""Tables of places."""

import pytest
from layered import read_back

from caseboard.capture.layers import reading, table
from caseboard.errors import CaseError

KUPIANSK = pytest.approx([37.61581, 49.71003], abs=0.002)


def positions(text):
    return [feature["geometry"]["coordinates"] for feature in read_back(table.read(text.encode()))]


@pytest.mark.parametrize(
    "text",
    [
        "name,lat,lon\nKupiansk,49.71003,37.61581\n",
        "Назва;Широта;Довгота\nКуп'янськ;49,71003;37,61581\n",
        "latitude\tlongitude\n49.71003\t37.61581\n",
        "lat;lon\n49°42′36″N;37°36′57″E\n",
        "place;mgrs\nKupiansk;37U DR 00205 07310\n",
        "coordinates;note\n49.71003, 37.61581;town\n",
        "what;where\nKupiansk;8GXVPJ68+28\n",
        "what|where\nKupiansk|37U 400205 5507310\n",
    ],
)
def test_a_position_is_read_in_any_notation(text):
    assert positions(text) == [KUPIANSK]


def test_names_words_and_colours_come_along():
    text = "name,description,lat,lon,marker-color\nA,Hit at dawn,49.7,37.6,#f00\n"
    (feature,) = read_back(table.read(text.encode()))
    assert feature["properties"] == {
        "name": "A",
        "description": "Hit at dawn",
        "marker-color": "#ff0000",
    }


def test_rows_without_a_position_are_left_out_and_counted():
    found = table.read(b"name,lat,lon\nA,49.7,37.6\nB,,\nC,here,there\n\nD,49.8\n")
    assert (found.count, found.left_out) == (1, 3)


def test_a_position_off_the_globe_is_refused_by_its_row():
    with pytest.raises(CaseError, match="Feature 2 “B”"):
        table.read(b"name,lat,lon\nA,49.7,37.6\nB,497,37.6\n")


def test_other_charsets_are_read():
    text = "назва;широта;довгота\nКуп'янськ;49.7;37.6\n"
    (feature,) = read_back(table.read(text.encode("cp1251")))
    assert feature["properties"]["name"] == "Куп'янськ"


@pytest.mark.parametrize(
    "text", ["a,b\n1,2\n", "Just a note.", "", "lat,lon\n", "name,price\nBread,12.50\n"]
)
def test_a_table_without_positions_is_no_layer(text):
    with pytest.raises(CaseError, match="no layer"):
        reading.task(text.encode(), {})


def test_a_cell_that_never_ends_is_refused():
    with pytest.raises(CaseError, match="never ends"):
        table.read(b'name,lat,lon\nA,49.7,37.6\n"' + b"x" * 200_000)
