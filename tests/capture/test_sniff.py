"""What a file is by its first bytes."""

import pictures_made
import pytest
from captured import picture

from caseboard.capture import sniff


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        (picture("JPEG"), "x.txt", "image/jpeg"),
        (picture("WEBP"), "", "image/webp"),
        (picture("TIFF"), "", "image/tiff"),
        (picture("BMP"), "", "image/bmp"),
        (picture("AVIF"), "", "image/avif"),
        (picture("JPEG2000"), "", "image/jp2"),
        (picture("PPM"), "", "image/x-portable-anymap"),
        (picture("PCX"), "", "image/x-pcx"),
        (picture("TGA"), "x.tga", "image/x-tga"),
        (picture("TGA"), "x.bin", "application/octet-stream"),
        (picture("QOI"), "", "image/qoi"),
        (picture("SGI"), "", "image/sgi"),
        (picture("DDS"), "", "image/vnd.ms-dds"),
        (picture("XBM", mode="1"), "x.txt", "image/x-xbitmap"),
        (pictures_made.icon(), "", "image/x-icon"),
        (pictures_made.cursor(), "", "image/x-cursor"),
        (pictures_made.dcx(), "", "image/x-dcx"),
        (pictures_made.sun(), "", "image/x-sun-raster"),
        (pictures_made.xpm(), "", "image/x-xpixmap"),
        (b"P2 was the call sign, he said, of 3 men", "x.txt", "text/plain"),
        (b"#define bridge_width 4\nint main() { return 0; }", "x.txt", "text/plain"),
        (b"\nA line that begins with a line feed", "x.txt", "text/plain"),
        (b"just words, whatever the name says", "x.tga", "text/plain"),
        (b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic", "", "image/heic"),
        (b"\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00mp42isom", "x.jpg", "video/mp4"),
        (b"8BPS\x00\x01", "x.jpg", "image/vnd.adobe.photoshop"),
        (b"%!PS-Adobe", "x.jpg", "application/postscript"),
        (b"PK\x03\x04rest", "a.zip", "application/zip"),
        (b"From: a\r\nContent-Type: multipart/related; x", "a.mht", "multipart/related"),
        ("<!DOCTYPE html><p>".encode("utf-16"), "x", "text/html"),
        ("звичайний текст".encode("cp1251"), "x.txt", "text/plain"),
        ("звичайний текст".encode("utf-16"), "x.txt", "text/plain"),
        (b"<svg xmlns='x'>", "a.svg", "image/svg+xml"),
        (b"a < b and <c>", "", "text/plain"),
        (bytes(range(256)) * 4, "x.html", "application/octet-stream"),
        (b"words\x00 and\x00 more \x01 words", "x.txt", "text/plain"),
        (b"words\x00 and\x00 more \x01 words", "x.bin", "application/octet-stream"),
        (b"words and more words " * 90 + b"\x00\xff\x01 words " * 12, "x.txt", "text/plain"),
        (b"BMW drives well and far", "", "text/plain"),
        (b"", "", "application/x-empty"),
    ],
)  # fmt: skip
def test_bytes_say_what_a_file_is(data, name, kind):
    assert sniff.media_type(data[: sniff.HEAD], name) == kind


def test_a_thousand_comments_before_a_page_are_passed_over_at_once():
    """Each of them can be read as a part of another: without care the ways are countless."""
    assert sniff.media_type(b"<!---->" * 580 + b"<p>x") == "text/html"
    assert sniff.media_type(b"<!---->" * 580 + b"words") == "text/plain"
