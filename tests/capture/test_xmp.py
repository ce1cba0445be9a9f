"""XMP, property by property."""

from io import BytesIO

import pictures_made
import pytest
from captured import picture as made
from PIL import Image

from caseboard.capture import xmp

SPACES = (
    'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:ps="http://ns.adobe.com/photoshop/1.0/"'
    ' xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/" xmlns:tiff="http://ns.adobe.com/tiff/1.0/"'
    ' xmlns:stEvt="http://ns.adobe.com/xap/1.0/sType/ResourceEvent#"'
    ' xmlns:exif="http://ns.adobe.com/exif/1.0/" xmlns:own="https://river.example/terms#"'
    ' xmlns:GPano="http://ns.google.com/photos/1.0/panorama/"'
)


def packet(inner, attributes=""):
    return (
        f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF {SPACES}><rdf:Description rdf:about=""'
        f" {attributes}>{inner}</rdf:Description></rdf:RDF></x:xmpmeta>"
    ).encode()


def words(inner, attributes=""):
    return xmp.of_packet(packet(inner, attributes)).words


def test_names_carry_the_prefix_that_all_know_whatever_the_file_calls_it():
    assert words("", 'ps:Credit="River Agency"') == {"XMP photoshop:Credit": "River Agency"}
    assert words("<own:Desk>Night</own:Desk>") == {"XMP own:Desk": "Night"}


def test_bags_and_sequences_are_lists_and_languages_stand_side_by_side():
    told = words(
        "<dc:subject><rdf:Bag><rdf:li>port</rdf:li><rdf:li>bridge</rdf:li></rdf:Bag></dc:subject>"
        '<dc:description><rdf:Alt><rdf:li xml:lang="uk">Міст</rdf:li>'
        '<rdf:li xml:lang="x-default">A bridge</rdf:li><rdf:li xml:lang="en">A bridge</rdf:li>'
        "</rdf:Alt></dc:description>"
    )
    assert told == {
        "XMP dc:subject": "port, bridge",
        "XMP dc:description": "A bridge",
        "XMP dc:description [uk]": "Міст",
    }


def test_the_history_of_editing_is_told_step_by_step():
    told = words(
        '<xmpMM:History><rdf:Seq><rdf:li stEvt:action="created" stEvt:when="2025-03-04T08:00:00Z"/>'
        '<rdf:li rdf:parseType="Resource"><stEvt:action>saved</stEvt:action>'
        "<stEvt:softwareAgent>Editor 9</stEvt:softwareAgent></rdf:li></rdf:Seq></xmpMM:History>"
    )
    assert told == {
        "XMP xmpMM:History 1": "action: created; when: 2025-03-04T08:00:00Z",
        "XMP xmpMM:History 2": "action: saved; softwareAgent: Editor 9",
    }


def test_structures_resources_and_qualified_values_are_told():
    told = words(
        '<own:Place rdf:parseType="Resource"><own:City>Odesa</own:City></own:Place>'
        '<own:Licence rdf:resource="https://river.example/by"/>'
        "<own:Nested><rdf:Description><own:A>1</own:A><own:B>2</own:B></rdf:Description></own:Nested>"
        '<own:Value rdf:parseType="Resource"><rdf:value>7</rdf:value><own:Unit>m</own:Unit>'
        "</own:Value>"
    )
    assert told == {
        "XMP own:Place": "City: Odesa",
        "XMP own:Licence": "https://river.example/by",
        "XMP own:Nested": "A: 1; B: 2",
        "XMP own:Value": "7",
    }


def test_numbers_of_the_camera_are_in_words_and_others_as_they_stand():
    told = words(
        "", 'exif:ExposureTime="1/250" tiff:Orientation="6" exif:ExifVersion="0231"'
        ' exif:FNumber="0/0" GPano:PoseHeadingDegrees="350.0" exif:ISOSpeedRatings="100"'
    )  # fmt: skip
    assert told["XMP exif:ExposureTime"] == "1/250 s"
    assert told["XMP tiff:Orientation"] == "turned 90° clockwise to be shown"
    assert told["XMP exif:ExifVersion"] == "0231"
    assert told["XMP exif:FNumber"] == "not stated (0/0)"
    assert told["XMP exif:ISOSpeedRatings"] == "100"
    assert told["XMP GPano:PoseHeadingDegrees"] == "350.0"


def test_times_have_their_zone_and_no_parts_of_seconds():
    said = packet("", 'exif:DateTimeOriginal="2025-03-04T08:15:30.72+02:00" ps:DateCreated="1904"')
    first, second = xmp.of_packet(said).taken
    assert (first.edtf, first.origin) == ("2025-03-04T08:15:30+02:00", "XMP exif:DateTimeOriginal")
    assert (second.edtf, second.printed) == (None, "1904")


@pytest.mark.parametrize(
    ("latitude", "longitude", "place"),
    [
        ("38,53.4142N", "77,2.9578W", (38.8902367, -77.0492967)),
        ("33,30,36S", "70,15,0E", (-33.51, 70.25)),
        ("0,0.0N", "0,0.0E", None),
        ("95,0.0N", "10,0.0E", None),
        ("38,53.4142", "77,2.9578W", None),
        ("38,75.0N", "77,2.9578W", None),
        ("38.89", "77.04", None),
    ],
)
def test_a_place_is_read_where_it_is_one(latitude, longitude, place):
    said = f'exif:GPSLatitude="{latitude}" exif:GPSLongitude="{longitude}"'
    assert xmp.of_packet(packet("", said)).place == place


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"no xml",
        b"<x:xmpmeta",
        packet("")[:-20],
        b'<!DOCTYPE a [<!ENTITY b "boom">]>' + packet("<dc:format>&b;</dc:format>"),
        packet("<a>" * 20_000 + "</a>" * 20_000),
        packet("x" * 3_000_000),
    ],
    ids=["nothing", "text", "cut", "half", "entity", "deep", "huge"],
)
def test_what_is_no_packet_says_nothing(data):
    assert xmp.of_packet(data).words == {}


def test_a_long_packet_is_bounded():
    many = "".join(f"<own:k{n}>{n}</own:k{n}>" for n in range(1000))
    assert len(words(many)) == 400


def test_what_did_not_fit_into_the_first_segment_is_read_too():
    rest = packet("<own:More>told</own:More>")
    head = b"http://ns.adobe.com/xmp/extension/\0" + b"A" * 32 + len(rest).to_bytes(4, "big")
    data = made(xmp=packet("<own:First>here</own:First>"))
    for offset in (100, 0):
        piece = rest[offset:] if offset else rest[:100]
        data = pictures_made.with_segment(data, 0xE1, head + offset.to_bytes(4, "big") + piece)
    with Image.open(BytesIO(data)) as image:
        assert xmp.read(image).words == {"XMP own:More": "told", "XMP own:First": "here"}
