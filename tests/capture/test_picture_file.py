"""What a picture's file holds beside its pixels."""

from io import BytesIO

import pictures_made
from captured import picture as made
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from caseboard.capture import picture, picture_file

C2PA = b"jumb\0\0\0\x1ejumd" + b"c2pa\x00\x11\x00\x10\x80\x00\x00\xaa\x00\x38\x9b\x71\x03c2pa\0"


def words(data):
    with Image.open(BytesIO(data)) as image:
        return picture_file.words(image, data)


def test_comments_of_jpeg_and_gif_are_kept():
    assert words(made(comment="Знято зранку".encode())) == {"Comment": "Знято зранку"}
    gif = made("GIF", mode="P", comment=b"made on a phone")
    assert words(gif) == {"Comment": "made on a phone"}


def test_text_of_a_png_is_kept_packed_or_not_before_the_pixels_or_after():
    info = PngInfo()
    info.add_text("Title", "Bridge")
    info.add_text("parameters", "a bridge, 20 steps", zip=True)
    info.add_itxt("Description", "Міст", "uk")
    info.add(b"tEXt", b"Later\0told", after_idat=True)
    read = picture.read(made("PNG", pnginfo=info))
    told = {key: text for key, text in read.metadata.items() if key.startswith("PNG ")}
    assert told == {
        "PNG Title": "Bridge",
        "PNG parameters": "a bridge, 20 steps",
        "PNG Description": "Міст",
        "PNG Later": "told",
    }
    assert (read.known.title, read.known.caption) == ("Bridge", "Міст")


def test_text_before_pixels_that_break_off_is_read():
    info = PngInfo()
    info.add_text("Title", "Bridge")
    data = made("PNG", pnginfo=info)
    pixels = data.index(b"IDAT") + 4
    some = pictures_made.chunk(b"IDAT", data[pixels : pixels + 50])
    read = picture.read(data[: pixels - 8] + some + b"\x03\xf7\x0e\x14@?\0\0, which is no chunk")
    assert (read.known.title, "damaged" in read.problem) == ("Bridge", True)


def test_text_that_would_fill_the_memory_costs_only_itself():
    info = PngInfo()
    info.add_text("Bomb", "x" * 20_000_000, zip=True)
    read = picture.read(made("PNG", pnginfo=info))
    assert read.display
    assert "PNG Bomb" not in read.metadata


def test_content_credentials_are_said_and_not_vouched_for():
    for data in (
        pictures_made.with_segment(made(), 0xEB, b"JP\0\1\0\0\0\1" + C2PA),
        pictures_made.with_chunk(made("PNG"), b"caBX", C2PA),
        made("WEBP") + C2PA,
    ):
        assert words(data)["Content credentials"] == (
            "carries content credentials (C2PA); not verified"
        )
    other = pictures_made.with_chunk(made("PNG"), b"caBX", b"jumb\0\0\0\x1ejumdother")
    assert "another kind" in words(other)["Content credentials"]
    assert words(made("PNG")) == {}
