"""From one file's bytes to its reading."""

import pytest
from captured import PARAGRAPHS, picture, with_iptc

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
