"""From one file's bytes to its reading."""

from io import BytesIO

import pytest
from captured import PARAGRAPHS, picture, with_iptc
from pictures_made import noise
from PIL import Image

from caseboard.capture import readers
from caseboard.errors import CaseError
from caseboard.model.terms import ClipKind, PartKind


def test_clipboard_html_is_read_with_its_own_address():
    html = (
        "Version:0.9\r\nSourceURL:https://r.example/n/a\r\n<html><body><!--StartFragment-->"
        f"<p>{PARAGRAPHS['en'][0]}</p><img src='../b.jpg' alt='b'><!--EndFragment--></body></html>"
    )
    read = readers.read(ClipKind.ARTICLE, "text/html", html.encode())
    assert read.text == PARAGRAPHS["en"][0]
    assert [picture.url for picture in read.pictures] == ["https://r.example/b.jpg"]
    assert '<img src="clip:0" alt="b">' in read.html


def test_a_pictures_caption_is_text_that_can_be_tagged():
    data = with_iptc(picture(), {105: b"Bridge", 120: b"Lorries wait.", 110: b"Agency"})
    read = readers.read(ClipKind.IMAGE, "image/jpeg", data)
    assert read.text == "Bridge\n\nLorries wait."
    title, caption = read.parts
    assert (title.kind, caption.kind) == (PartKind.TITLE, PartKind.CAPTION)
    assert read.text[caption.start : caption.end] == "Lorries wait."
    assert (caption.picture, caption.body, read.credit) == (0, False, "Agency")
    assert read.metadata["Size"] == "320 × 200"
    assert read.said_in["credit"] == "IPTC 2:110 Credit"


def test_of_a_picture_that_is_cut_off_there_is_something_to_show_and_a_sentence():
    read = readers.read(ClipKind.IMAGE, "image/jpeg", noise("JPEG")[:30_000])
    assert read.display
    assert "cut off" in read.problem


def test_frames_and_turns_are_said_in_words():
    exif = Image.Exif()
    exif[0x0112] = 6
    first, second = (Image.new("RGB", (20, 10), colour) for colour in ("red", "blue"))
    out = BytesIO()
    first.save(out, "PNG", save_all=True, append_images=[second], exif=exif)
    read = readers.read(ClipKind.IMAGE, "image/png", out.getvalue())
    assert read.metadata["Frames"] == "2, of which the first is shown"
    assert read.metadata["Orientation"] == "turned 90° clockwise to be shown"
    assert read.size == (10, 20)


@pytest.mark.parametrize(
    ("media_type", "data"),
    [
        ("text/uri-list", b"https://r.example/"),
        ("text/x-moz-url", b"https://r.example/"),
        ("text/plain", b"https://r.example/a\n"),
    ],
)
def test_a_link_is_told_to_be_one(media_type, data):
    with pytest.raises(CaseError, match="Only the link"):
        readers.read(ClipKind.ARTICLE, media_type, data)


def test_other_files_are_kept_unread():
    assert not readers.can_read(ClipKind.DOCUMENT, "application/x-elf")
    assert readers.can_read(ClipKind.TEXT, "text/markdown")
    with pytest.raises(CaseError, match="kept"):
        readers.read(ClipKind.DOCUMENT, "application/x-elf", b"\x7fELF")


def test_a_charset_that_only_the_header_states_is_used():
    words = "<p>Міст через річку закрили у вівторок зранку, повідомила рада журналістам.</p>" * 5
    html = f"<html><head><title>Міст</title></head><body><article>{words}</article></body></html>"
    data = html.encode("iso8859-5")
    read = readers.read(ClipKind.ARTICLE, "text/html", data, charset="iso-8859-5")
    assert read.title == "Міст"
    assert "журналістам" in read.text


def test_of_a_text_too_long_the_beginning_is_read():
    read = readers.read(ClipKind.TEXT, "text/plain", b"word " * 900_000)
    assert read.text.startswith("word word")
    assert "Only the beginning" in read.problem


@pytest.mark.parametrize("data", [b" \n", b"\x01\x02"])
def test_a_text_without_words_says_so(data):
    assert "no words" in readers.read(ClipKind.TEXT, "text/plain", data).problem


@pytest.mark.parametrize("html", [b"<svg><script>alert(1)</script></svg>", b"<style>p{}</style>"])
def test_a_page_without_words_says_so(html):
    assert "no words" in readers.read(ClipKind.ARTICLE, "text/html", html).problem


def test_a_page_with_words_has_no_problem():
    html = f"<article><p>{PARAGRAPHS['en'][0]}</p></article>".encode()
    assert readers.read(ClipKind.ARTICLE, "text/html", html).problem == ""
