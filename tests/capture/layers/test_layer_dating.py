"""When a layer is of, by the name of its file."""

import pytest

from caseboard.capture.layers import dating
from caseboard.model import edtf


def test_a_name_in_seconds_is_the_moment_of_publication():
    found = dating.of("deepstate-full_1731534996.geojson")
    assert found.as_of == found.published == "2024-11-13T21:56:36Z"


def test_a_daily_copy_is_the_map_of_the_evening_before():
    found = dating.of("deepstatemap_data_20241114.geojson")
    assert found.as_of == "2024-11-13"
    span = edtf.read(found.published)
    assert (span.start.day, span.start.hour, span.end.day) == (13, 18, 14)
    assert "evening before" in found.rule


@pytest.mark.parametrize(
    "name", ["front 2024-11-14.kml", "front_20241114.geojson", "фронт 14.11.2024.kmz"]
)
def test_a_day_in_a_name_is_what_the_layer_shows(name):
    assert dating.of(name).as_of == "2024-11-14"
    assert dating.of(name).published == ""


@pytest.mark.parametrize("name", ["front.geojson", "20241345.kml", "2024.gpx", "v1.2.2024001"])
def test_what_is_no_day_is_no_date(name):
    assert dating.of(name).as_of == ""
