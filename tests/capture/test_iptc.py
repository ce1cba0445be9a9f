"""IPTC-IIM, dataset by dataset."""

from io import BytesIO

import pytest
from captured import picture as made
from captured import with_iptc
from PIL import Image
from PIL.PngImagePlugin import PngInfo
from PIL.TiffImagePlugin import ImageFileDirectory_v2

from caseboard.capture import iptc


def dataset(number, value, record=2):
    return bytes([0x1C, record, number]) + len(value).to_bytes(2, "big") + value


UTF8 = dataset(90, b"\x1b%G", 1)


def test_every_dataset_is_kept_and_named():
    found = iptc.of_block(
        dataset(0, b"\0\4")
        + dataset(5, b"drp20")
        + dataset(10, b"1")
        + dataset(25, b"bridge")
        + dataset(25, b"port")
        + dataset(55, b"20250304")
        + dataset(60, b"081530+0200")
        + dataset(90, b"Odesa")
        + dataset(110, b"Agency")
        + dataset(202, b"\xff\xd8\xff" * 100)
        + dataset(240, b"of its own")
    )
    assert found.words == {
        "IPTC Record version": "4",
        "IPTC Title": "drp20",
        "IPTC Urgency": "1, most urgent",
        "IPTC Keywords": "bridge, port",
        "IPTC Date created": "2025-03-04",
        "IPTC Time created": "08:15:30+02:00",
        "IPTC City": "Odesa",
        "IPTC Credit": "Agency",
        "IPTC Preview": "300 bytes",
        "IPTC 2:240": "of its own",
    }
    assert found.said((2, 110)) == ("Agency", "IPTC 2:110 Credit")
    assert found.taken.edtf == "2025-03-04T08:15:30+02:00"
    assert found.taken.origin == "IPTC 2:55 Date created and 2:60 Time created"


@pytest.mark.parametrize(
    ("declared", "charset"),
    [
        (UTF8, "utf-8"),
        (b"", "utf-8"),
        (b"", "cp1251"),
        (dataset(90, b"\x1b-L", 1), "iso8859-5"),
        (UTF8, "cp1251"),  # declared by one program, written by another
    ],
)
def test_cyrillic_is_read_whatever_charset_it_is_in(declared, charset):
    text = "Зруйнований мост"
    found = iptc.of_block(declared + dataset(120, text.encode(charset)))
    assert found.words["IPTC Caption"] == text


def test_western_letters_without_a_charset_are_read():
    assert iptc.of_block(dataset(80, "José Müller".encode("latin-1"))).said((2, 80))[0] == (
        "José Müller"
    )
    declared = dataset(90, b"\x1b.A", 1) + dataset(116, "© Brücke".encode("latin-1"))
    assert iptc.of_block(declared).words["IPTC Copyright"] == "© Brücke"


@pytest.mark.parametrize(
    ("day", "edtf"), [(b"20250304", "2025-03-04"), (b"19040101", None), (b"00000000", None)]
)
def test_a_day_that_cannot_be_is_none_and_stays_as_printed(day, edtf):
    found = iptc.of_block(dataset(55, day))
    assert found.taken.edtf == edtf
    assert found.taken.printed.replace("-", "") == day.decode()


def test_what_stands_before_a_break_is_kept():
    good = dataset(110, b"Agency")
    for tail in (b"\x1c\x02\x78\x7f\xffshort", b"\x1c\x02\x78\x80\x09", b"garbage", b"\x1c\x02"):
        assert iptc.of_block(good + tail).words == {"IPTC Credit": "Agency"}


def test_a_long_dataset_is_read_by_its_extended_length():
    value = b"x" * 40_000
    block = b"\x1c\x02\x78\x80\x04" + len(value).to_bytes(4, "big") + value + dataset(110, b"A")
    found = iptc.of_block(block)
    assert found.words["IPTC Caption"].endswith("[cut: 40,000 characters]")
    assert found.words["IPTC Credit"] == "A"


def test_it_is_found_in_jpeg_tiff_and_png():
    block = dataset(110, b"Agency")
    png = PngInfo()
    png.add_text("Raw profile type iptc", f"\niptc\n{len(block):8}\n{block.hex()}\n", zip=True)
    tags = ImageFileDirectory_v2()
    tags[33723] = block
    tags.tagtype[33723] = 7
    resources = b"8BIM\x04\x04\0\0" + len(block).to_bytes(4, "big") + block
    photoshop = ImageFileDirectory_v2()
    photoshop[34377] = b"8BIM\x03\xed\0\0\0\0\0\2ab" + resources
    photoshop.tagtype[34377] = 7
    for data in (
        with_iptc(made(), {110: b"Agency"}),
        made("PNG", pnginfo=png),
        made("TIFF", tiffinfo=tags),
        made("TIFF", tiffinfo=photoshop),
    ):
        with Image.open(BytesIO(data)) as image:
            assert iptc.read(image).words.get("IPTC Credit") == "Agency"


def test_a_picture_without_any_has_none():
    with Image.open(BytesIO(made())) as image:
        assert iptc.read(image) == iptc.Iptc()
