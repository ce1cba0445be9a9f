"""Which word of a picture fills a field, and where it stood."""

from datetime import UTC, datetime

from caseboard.capture.exif import Exif
from caseboard.capture.exif_time import Taken
from caseboard.capture.gps import Gps
from caseboard.capture.iptc import Iptc
from caseboard.capture.prefill import bring_together
from caseboard.capture.xmp import Xmp

CAMERA = Taken("2025-03-04T08:15:30", "2025:03:04 08:15:30", "EXIF DateTimeOriginal")


def told(exif=None, iptc=None, xmp=None, text=None):
    return bring_together(exif or Exif(), Iptc(iptc or {}), Xmp(xmp or {}), text or {})


def test_each_field_says_where_it_was_read():
    known = told(
        Exif(description="A bridge", artist="Ann", copyright="© Ann", taken=(CAMERA,)),
        {(2, 110): "Agency"},
        {"photoshop:Headline": "Bridge"},
    )
    assert (known.title, known.caption, known.credit) == ("Bridge", "A bridge", "Agency")
    assert known.said_in == {
        "title": "XMP photoshop:Headline",
        "caption": "EXIF ImageDescription",
        "credit": "IPTC 2:110 Credit",
        "author": "EXIF Artist",
        "licence": "EXIF Copyright",
        "published": "EXIF DateTimeOriginal",
    }


def test_nothing_said_fills_nothing():
    known = told()
    assert (known.said_in, known.words, known.taken, known.place) == ({}, {}, None, None)


def test_credits_that_differ_are_told():
    known = told(iptc={(2, 110): "Agency"}, xmp={"photoshop:Credit": "Other"})
    assert known.credit == "Agency"
    assert known.words["Disagreement on credit"] == (
        "IPTC 2:110 Credit is used; XMP photoshop:Credit says “Other”"
    )
    same = told(iptc={(2, 110): "agency"}, xmp={"photoshop:Credit": "Agency "})
    assert same.words == {}


def test_a_word_that_iptc_had_no_room_for_is_taken_whole():
    long = "River Agency and Pool of the Northern Districts"
    known = told(iptc={(2, 110): long[:32]}, xmp={"photoshop:Credit": long})
    assert (known.credit, known.said_in["credit"]) == (long, "XMP photoshop:Credit")
    assert known.words == {}


def test_letters_whose_charset_nobody_stated_give_way_to_xmp():
    known = told(iptc={(2, 80): "Iгор"}, xmp={"dc:creator": "Ігор"})
    assert known.said_in["author"] == "XMP dc:creator"


def test_terms_of_use_come_before_whose_copyright_it_is():
    known = told(iptc={(2, 116): "© Ann"}, xmp={"xmpRights:UsageTerms": "One use only"})
    assert (known.licence, known.said_in["licence"]) == ("One use only", "XMP xmpRights:UsageTerms")


def test_the_camera_comes_before_a_desk_and_what_differs_is_told():
    known = told(Exif(taken=(CAMERA,)), xmp={"exif:DateTimeOriginal": "2025-03-05T09:00:00Z"})
    assert (known.taken, known.taken_as_printed) == (CAMERA.edtf, CAMERA.printed)
    assert known.words["Disagreement on time"] == (
        "EXIF DateTimeOriginal is used; XMP exif:DateTimeOriginal says 2025-03-05T09:00:00Z"
    )


def test_the_zone_of_an_editors_computer_is_told_and_not_filled_in():
    known = told(Exif(taken=(CAMERA,)), xmp={"exif:DateTimeOriginal": "2025-03-04T08:15:30+01:00"})
    assert known.taken == "2025-03-04T08:15:30"
    assert "XMP exif:DateTimeOriginal adds +01:00" in known.words["Time zone"]
    assert "Disagreement on time" not in known.words


def test_a_gps_fix_tells_of_the_zone_and_fills_in_only_where_there_is_no_other_time():
    fix = Gps(50.0, 36.0, moment=datetime(2025, 3, 4, 6, 15, 28, tzinfo=UTC))
    known = told(Exif(taken=(CAMERA,), place=fix))
    assert known.taken == CAMERA.edtf
    assert known.words["Time zone"].endswith("the camera’s clock was 2 h 00 min ahead of UTC")
    alone = told(Exif(place=fix))
    assert (alone.taken, alone.said_in["published"]) == (
        "2025-03-04T06:15:28Z",
        "EXIF GPSDateStamp and GPSTimeStamp",
    )


def test_a_time_that_cannot_be_is_kept_as_printed_and_gives_way_to_one_that_can():
    never = Taken(None, "1904:01:01 00:00:00", "EXIF DateTimeOriginal")
    known = told(Exif(taken=(never,)))
    assert (known.taken, known.taken_as_printed) == (None, never.printed)
    assert known.said_in["published"] == "EXIF DateTimeOriginal"
    other = told(Exif(taken=(never,)), xmp={"photoshop:DateCreated": "2025-03-04"})
    assert (other.taken, other.said_in["published"]) == ("2025-03-04", "XMP photoshop:DateCreated")


def test_the_place_of_exif_is_used_and_another_is_told():
    here = Gps(50.0, 36.0, 10.0, "EXIF GPSHPositioningError")
    there = {"exif:GPSLatitude": "51,0.0N", "exif:GPSLongitude": "36,0.0E"}
    known = told(Exif(place=here), xmp=there)
    assert (known.place, known.precision_m) == ((50.0, 36.0), 10.0)
    assert known.said_in["place_precision"] == "EXIF GPSHPositioningError"
    assert known.words["Disagreement on place"].endswith("XMP says 51.000000° N, 36.000000° E")
    assert told(xmp=there).place == (51.0, 36.0)


def test_a_place_that_exif_states_as_none_is_not_made_up_from_xmp():
    void = Gps(words={"GPS Latitude": "not stated (0/0)"})
    there = {"exif:GPSLatitude": "51,0.0N", "exif:GPSLongitude": "36,0.0E"}
    assert told(Exif(place=void), xmp=there).place is None


def test_the_text_of_a_png_fills_what_nothing_else_does():
    known = told(text={"Title": "Screen", "Author": "Ann"})
    assert (known.title, known.said_in["author"]) == ("Screen", "PNG Author")
