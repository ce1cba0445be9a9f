"""Metadata of JPEG 2000."""

import pytest
from captured import picture as made
from PIL import Image
from test_picture import XMP

from caseboard.capture import picture


def box(name, content):
    return (len(name) + len(content) + 8).to_bytes(4, "big") + b"uuid" + name + content


XMP_BOX = box(bytes.fromhex("be7acfcb97a942e89c71999491e3afac"), XMP)


def exif_box():
    exif = Image.Exif()
    exif[0x0110] = "Scanner 3"
    exif.get_ifd(0x8769)[36867] = "2025:03:04 08:15:30"
    return box(b"JpgTiffExif->JP2", exif.tobytes().removeprefix(b"Exif\0\0"))


def test_exif_and_xmp_in_boxes_are_read():
    read = picture.read(made("JPEG2000") + exif_box() + XMP_BOX)
    assert (read.known.taken, read.known.credit) == ("2025-03-04T08:15:30", "River Agency")
    assert read.metadata["Camera"] == "Scanner 3"


@pytest.mark.parametrize("tail", [b"\0\0\0\x02uuid", b"\0\0\0\1uuid\0\0", b"\0\0", XMP_BOX[:40]])
def test_broken_boxes_cost_only_themselves(tail):
    read = picture.read(made("JPEG2000") + exif_box() + tail)
    assert read.metadata["Camera"] == "Scanner 3"
