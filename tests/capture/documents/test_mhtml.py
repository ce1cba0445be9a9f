"""Pages that browsers save as one file."""

import posting
import pytest
from captured import PARAGRAPHS, picture

from caseboard.capture.documents import mhtml
from caseboard.errors import CaseError
from caseboard.model.parts import body_text


def test_the_article_is_read_as_it_was_at_its_address():
    read = mhtml.read(posting.saved_page())
    assert (read.title, read.author) == ("A bridge", "Olena Marchuk")
    assert read.published == "2025-03-04"
    assert body_text(read.text, read.parts) == "\n\n".join(PARAGRAPHS["en"])
    assert read.canonical_url == posting.ADDRESS


def test_when_and_from_where_it_was_saved_is_told():
    metadata = mhtml.read(posting.saved_page()).metadata
    assert metadata["Address"] == posting.ADDRESS
    assert metadata["Saved"] == "2025-03-04T09:30:00"
    assert metadata["Saved by"] == "Saved by Blink"


@pytest.mark.parametrize("address", ["https://r.example/m/bridge.jpg", "cid:picture@mhtml.blink"])
def test_the_pictures_of_the_article_come_along(address):
    read = mhtml.read(posting.saved_page(address))
    (one,) = read.embedded
    assert (one.url, one.media_type, one.data) == (address, "image/jpeg", picture())
    assert [(p.url, p.caption, p.credit) for p in read.pictures] == [
        (address, "Lorries wait.", "X/AP")
    ]
    assert '<img src="clip:0"' in read.html


def test_a_picture_in_another_size_is_the_same_picture():
    page = posting.PAGE.replace("{}", "/m/bridge-1024x768.jpg")
    data = posting.saved_page(html=page.replace("{", "{{").replace("}", "}}"))
    read = mhtml.read(data)
    assert [one.url for one in read.embedded] == ["https://r.example/m/bridge-1024x768.jpg"]


def test_an_address_that_is_not_of_the_web_is_none():
    read = mhtml.read(posting.saved_page(address="file:///home/me/a.html"))
    assert (read.canonical_url, "Address" in read.metadata) == ("", False)


def test_a_file_without_a_page_is_told_in_words():
    with pytest.raises(CaseError, match="no page"):
        mhtml.read(b"Content-Type: multipart/related; boundary=x\n\n--x\n\nwords\n--x--\n")
