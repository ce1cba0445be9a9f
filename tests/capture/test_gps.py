"""Where a camera was, in words."""

from datetime import UTC, datetime

import pytest
from PIL.TiffImagePlugin import IFDRational

from caseboard.capture import gps

HERE = {1: "N", 2: (50.0, 17.0, 58.57), 3: "E", 4: (14.0, 49.0, 13.06)}


def test_a_place_is_in_degrees_with_its_hemisphere():
    found = gps.read(HERE)
    assert (found.latitude, found.longitude) == (50.2996028, 14.8202944)
    assert found.words["GPS position"] == "50.299603° N, 14.820294° E"
    assert found.words["GPS Latitude"] == "50° 17′ 58.57″ N"
    south = gps.read({1: "S\0", 2: (33.51,), 3: b"W", 4: (70.25,)})
    assert (south.latitude, south.longitude) == (-33.51, -70.25)


@pytest.mark.parametrize(
    "changed",
    [
        {2: (IFDRational(0, 0),) * 3},
        {2: (0.0, 0.0, 0.0), 4: (0.0, 0.0, 0.0)},
        {1: ""},
        {3: None},
        {3: "N"},
        {2: (90.0, 1.0, 0.0)},
        {2: (50.0, 75.0, 0.0)},
        {2: (-50.0, 1.0, 0.0)},
        {2: (float("nan"), 0.0, 0.0)},
        {2: (float("inf"), 0.0, 0.0)},
        {2: 50.0},
        {2: "50,17"},
        {2: ()},
        {9: "V"},
    ],
)
def test_a_place_that_cannot_be_is_no_place(changed):
    found = gps.read({**HERE, **changed})
    assert (found.latitude, found.longitude, found.precision_m) == (None, None, None)
    assert "GPS position" not in found.words


def test_nothing_stated_is_said_to_be_so():
    words = gps.read({2: (IFDRational(0, 0),) * 3, 4: (IFDRational(0, 0),) * 3}).words
    assert words == {"GPS Latitude": "not stated (0/0)", "GPS Longitude": "not stated (0/0)"}


@pytest.mark.parametrize(
    ("tags", "name", "said"),
    [
        ({5: b"\0", 6: 252.0}, "Altitude", "252 m above sea level"),
        ({5: b"\1", 6: 3.5}, "Altitude", "3.5 m below sea level"),
        ({6: 252.0}, "Altitude", "252 m (above or below sea level is not stated)"),
        ({16: "T", 17: 163.66557}, "ImgDirection", "163.7° from true north"),
        ({16: "M", 17: 90.0}, "ImgDirection", "90° from magnetic north"),
        ({17: 90.0}, "ImgDirection", "90° (of what is not stated)"),
        ({12: "K", 13: 42.0}, "Speed", "42 km/h"),
        ({12: "N", 13: 4.0}, "Speed", "4 knots"),
        ({29: "2018:07:25"}, "DateStamp", "2018:07:25"),
        ({7: (14.0, 34.0, 23.7)}, "TimeStamp", "14:34:23 UTC"),
        ({31: 10.747}, "HPositioningError", "10.75 m"),
        ({27: b"ASCII\0\0\0fused"}, "ProcessingMethod", "fused"),
        ({9: "A"}, "Status", "measurement is valid"),
    ],
)
def test_what_a_receiver_says_is_in_words(tags, name, said):
    words = gps.read(tags).words
    assert words[f"GPS {name}"] == said
    assert not any(key.endswith("Ref") for key in words)


@pytest.mark.parametrize(
    ("tags", "metres", "said"),
    [
        ({31: 10.7}, 10.7, "EXIF GPSHPositioningError"),
        ({11: 18.0}, 90.0, "EXIF GPSDOP"),
        ({11: 18.0, 31: 4.0}, 4.0, "EXIF GPSHPositioningError"),
        ({31: 0.0}, None, ""),
        ({31: IFDRational(0, 0), 11: 1000.0}, None, ""),
        ({}, None, ""),
    ],
)
def test_how_well_it_was_known_is_as_stated(tags, metres, said):
    found = gps.read({**HERE, **tags})
    assert (found.precision_m, found.precision_said) == (metres, said)


def test_the_satellites_time_is_utc():
    stamp = {7: (14.0, 34.0, 23.7), 29: "2018:07:25"}
    assert gps.read(stamp).moment == datetime(2018, 7, 25, 14, 34, 23, tzinfo=UTC)
    for broken in ({29: "2018:13:25"}, {7: (25.0, 0.0, 0.0)}, {7: (IFDRational(0, 0),) * 3}):
        assert gps.read({**stamp, **broken}).moment is None
