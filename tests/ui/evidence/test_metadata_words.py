"""What a file says of itself, as it is shown."""

from caseboard import i18n
from caseboard.capture.exif_terms import ORIENTATION, flash
from caseboard.ui.metadata_terms import _terms, value
from caseboard.ui.metadata_words import groups, label

META = {
    "width": 640,
    "lat": 50.0,
    "EXIF Model": "Pixel",
    "EXIF FlashPixVersion": "1.00",
    "EXIF Make": "Google",
    "Interop InteropIndex": "R98, sRGB",
    "GPS position": "50.000000° N, 36.000000° E",
    "IPTC Credit": "Agency",
    "XMP own:Desk": "Night",
    "XMP xmpMM:History 10": "ten",
    "XMP xmpMM:History 9": "nine",
    "PNG Title": "A bridge",
    "Thumbnail ImageWidth": "160",
    "Format": "JPEG",
    "Reply-To": "ann@river.example",
    "Attachment 2": "b.jpg",
}


def test_lines_stand_in_groups_and_measures_are_no_words():
    shown = dict(groups(META))
    assert list(shown) == [
        "File",
        "Camera (EXIF)",
        "Place (GPS)",
        "Photo desk (IPTC)",
        "Editing (XMP)",
        "Text in the PNG",
        "Thumbnail in the file",
    ]
    assert sum(map(len, shown.values())) == len(META) - 2
    assert shown["File"][0] == ("Format", "JPEG")
    assert ("Reply-To", "ann@river.example") in shown["File"]


def test_known_lines_come_first_and_numbered_ones_in_their_order():
    shown = dict(groups(META))
    names = [name for name, _said in shown["Camera (EXIF)"]]
    assert names == ["Make", "Model", "Flash Pix Version", "Interop Index"]
    assert [said for _name, said in shown["Editing (XMP)"]] == ["Night", "nine", "ten"]


def test_a_name_that_no_table_knows_is_shown_as_it_is():
    assert label("XMP own:DeskName") == "own:DeskName"
    assert label("Attachment 2") == "Attachment 2"
    assert label("EXIF 0xfe00") == "0xfe00"
    assert label("IPTC 2:240") == "2:240"


def test_only_terms_are_said_in_the_users_language():
    i18n.use("uk")
    try:
        assert value("EXIF Artist", "unknown") == "unknown"
        assert value("XMP dc:title", "Portrait") == "Portrait"
        assert value("EXIF Model", "standard") == "standard"
    finally:
        i18n.use("en")
    assert value("EXIF Flash", "did not fire, forced off") == "did not fire, forced off"
    assert value("EXIF LightSource", "unknown (77)") == "unknown (77)"


def test_the_terms_of_the_reader_are_those_of_the_table():
    known = _terms("en")
    assert set(ORIENTATION.values()) <= set(known)
    parts = {part for bits in range(128) for part in flash(bits).split(", ")}
    assert parts <= set(known)
