"""EXIF, directory by directory."""

import struct
from io import BytesIO

import pytest
from captured import picture as made
from PIL import Image
from PIL.TiffImagePlugin import IFDRational

from caseboard.capture import exif


def read(main=None, camera=None, gps=None, kind="JPEG"):
    made_of = Image.Exif()
    for tag, value in (main or {}).items():
        made_of[tag] = value
    for directory, tags in ((0x8769, camera), (0x8825, gps)):
        for tag, value in (tags or {}).items():
            made_of.get_ifd(directory)[tag] = value
    with Image.open(BytesIO(made(kind, exif=made_of.tobytes()))) as image:
        return exif.read(image)


def block(entries, *, next_ifd=0):
    """One directory of EXIF, little-endian: short values alone."""
    body = struct.pack("<H", len(entries))
    for tag, value in entries:
        body += struct.pack("<HHIHH", tag, 3, 1, value, 0)
    return body + struct.pack("<I", next_ifd)


def test_values_are_in_words():
    known = read(
        main={0x010F: "Canon", 0x0110: "Canon EOS 30D", 0x0112: 6},
        camera={
            33434: IFDRational(1, 250),
            33437: IFDRational(28, 10),
            37386: IFDRational(467, 100),
            37385: 0x10,
            37383: 5,
            41989: 26,
            36864: b"0231",
        },
    )
    assert known.words["EXIF ExposureTime"] == "1/250 s"
    assert known.words["EXIF FNumber"] == "f/2.8"
    assert known.words["EXIF FocalLength"] == "4.67 mm"
    assert known.words["EXIF Flash"] == "did not fire, forced off"
    assert known.words["EXIF MeteringMode"] == "pattern"
    assert known.words["EXIF FocalLengthIn35mmFilm"] == "26 mm"
    assert known.words["EXIF ExifVersion"] == "2.31"
    assert known.words["EXIF Orientation"] == "turned 90° clockwise to be shown"
    assert (known.orientation, known.camera) == (6, "Canon EOS 30D")


def test_of_a_makers_note_only_the_size_is_told():
    known = read(camera={37500: b"secret of the maker" * 100})
    assert known.words["EXIF MakerNote"] == "1,900 bytes of the maker's own"
    assert "secret" not in str(known.words)


def test_the_directory_of_the_thumbnail_is_told():
    first = block([(0x0112, 1)], next_ifd=8 + 2 + 12 + 4)
    second = block([(0x0100, 160), (0x0103, 6)])
    data = b"Exif\0\0II*\0\x08\0\0\0" + first + second
    with Image.open(BytesIO(made(exif=data))) as image:
        words = exif.read(image).words
    assert (words["Thumbnail ImageWidth"], words["Thumbnail Compression"]) == ("160", "JPEG")


@pytest.mark.filterwarnings("ignore:Corrupt EXIF")  # as where pictures are read
def test_a_directory_that_loops_or_points_nowhere_costs_only_itself():
    for pointer in (8, 0xFFFFFF):
        main = block([(0x0112, 3)], next_ifd=pointer)
        data = b"Exif\0\0II*\0\x08\0\0\0" + main
        with Image.open(BytesIO(made(exif=data))) as image:
            assert exif.read(image).orientation == 3


@pytest.mark.parametrize("bad", [0, 9, 255, 65535])
def test_an_orientation_that_is_none_is_upright(bad):
    known = read(main={0x0112: bad})
    assert known.orientation == 1
    assert known.words["EXIF Orientation"] == f"unknown ({bad})"


@pytest.mark.parametrize(
    "said", ["OLYMPUS DIGITAL CAMERA         ", "SONY DSC", "DCIM\\100MEDIA\\DJI_0001.JPG", " "]
)
def test_what_makers_write_is_no_description(said):
    known = read(main={0x010E: said})
    assert known.description == ""


def test_a_description_is_one():
    assert read(main={0x010E: "A bridge near Sony Dsc street"}).description.startswith("A bridge")


def test_exif_of_png_and_webp_is_read_too():
    for kind in ("PNG", "WEBP", "TIFF", "AVIF"):
        known = read(camera={36867: "2025:03:04 08:15:30"}, kind=kind)
        assert known.taken[0].edtf == "2025-03-04T08:15:30", kind
