"""When a picture was taken, by its camera."""

from datetime import UTC, datetime

import pytest

from caseboard.capture import exif_time

SAID = "2025:03:04 08:15:30"


def taken(camera, main=None):
    return exif_time.by_camera(camera, main or {})[0]


@pytest.mark.parametrize(
    ("camera", "edtf"),
    [
        ({36867: SAID}, "2025-03-04T08:15:30"),
        ({36867: SAID, 36881: "+02:00"}, "2025-03-04T08:15:30+02:00"),
        ({36867: SAID, 36881: "-09:30\0"}, "2025-03-04T08:15:30-09:30"),
        ({36867: SAID, 36881: "Z"}, "2025-03-04T08:15:30Z"),
        ({36867: SAID, 36881: "   :  "}, "2025-03-04T08:15:30"),
        ({36867: SAID, 36881: "+99:00"}, "2025-03-04T08:15:30"),
        ({36867: SAID, 36881: "+14:30"}, "2025-03-04T08:15:30"),
        ({36867: SAID, 37521: "345"}, "2025-03-04T08:15:30"),
        ({36867: "1904:01:01 00:00:00"}, None),
        ({36867: "1970:01:01 00:00:00"}, None),
        ({36867: "2099:12:31 23:59:59"}, None),
        ({36867: "0000:00:00 00:00:00"}, None),
        ({36867: "2025:02:30 10:00:00"}, None),
        ({36867: "2025:03:04 24:61:00"}, None),
    ],
)
def test_a_time_has_a_zone_only_where_one_is_stated_and_is_none_where_it_cannot_be(camera, edtf):
    found = taken(camera)
    assert (found.edtf, found.printed) == (edtf, camera[36867])
    assert found.origin == "EXIF DateTimeOriginal"


def test_blanks_are_no_time():
    assert exif_time.by_camera({36867: "    :  :     :  :  ", 36868: "\0"}, {}) == []


def test_the_zone_of_the_files_time_counts_only_for_the_same_moment():
    zone = {36867: SAID, 36880: "+02:00"}
    assert taken(zone, {0x0132: SAID}).edtf == "2025-03-04T08:15:30+02:00"
    assert taken(zone, {0x0132: "2025:03:05 10:00:00"}).edtf == "2025-03-04T08:15:30"


def test_what_an_editor_changed_says_nothing_of_when_it_was_taken():
    assert exif_time.by_file({}, {0x0132: SAID}).edtf == "2025-03-04T08:15:30"
    assert exif_time.by_file({}, {0x0132: SAID, 0x0131: "Adobe Photoshop CS5"}) is None


@pytest.mark.parametrize(
    ("fix", "said"),
    [
        (datetime(2025, 3, 4, 6, 15, 28, tzinfo=UTC), "2 h 00 min ahead of UTC"),
        (datetime(2025, 3, 4, 12, 15, 30, tzinfo=UTC), "4 h 00 min behind UTC"),
        (datetime(2025, 3, 4, 8, 15, 20, tzinfo=UTC), "showed UTC"),
        (datetime(2025, 3, 9, 8, 15, 20, tzinfo=UTC), "one of them is wrong"),
    ],
)
def test_a_gps_fix_says_how_far_the_clock_was_ahead(fix, said):
    assert said in exif_time.ahead_of_utc("2025-03-04T08:15:30", fix)


def test_nothing_is_said_of_a_clock_whose_zone_is_known():
    assert exif_time.ahead_of_utc("2025-03-04T08:15:30+02:00", datetime.now(UTC)) == ""
    assert exif_time.ahead_of_utc("2025-03-04T08:15:30", None) == ""
