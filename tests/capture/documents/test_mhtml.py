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


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: data.replace(b"boundary=", b"bound\x00ry=", 1),
        lambda data: data.replace(b"multipart/related", b"mul\xff/part", 1),
        lambda data: data.replace(b"Content-Type: text/html", b"Content-Ty\x00e: text/h", 1),
        lambda data: data.replace(b"MIME-Version: 1.0", b"\r\n\r\n", 1),
    ],
)
def test_a_page_whose_boundaries_or_headers_are_broken_is_read_all_the_same(spoil):
    whole = posting.saved_page()
    broken = spoil(whole)
    assert broken != whole
    read = mhtml.read(broken)
    assert (read.title, read.published) == ("A bridge", "2025-03-04")
    assert PARAGRAPHS["en"][-1] in read.text
    assert "damaged" in read.problem


def test_a_part_named_as_nothing_is_still_a_page():
    whole = posting.saved_page()
    read = mhtml.read(whole.replace(b"text/html", b"tezt/htm\xff", 1))
    assert PARAGRAPHS["en"][-1] in read.text


def test_where_the_page_is_lost_its_pictures_are_shown():
    whole = posting.saved_page()
    start = whole.index(b"\n\n", whole.index(b"Content-Type: text/html"))
    end = whole.index(b"\n------Multi", start)
    read = mhtml.read(whole[:start].replace(b"text/html", b"x/y") + whole[end:])
    assert [one.data for one in read.embedded][:1] == [picture()]
    assert "only its pictures" in read.problem
