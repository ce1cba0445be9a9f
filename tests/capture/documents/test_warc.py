"""Web archives: the page, where and when it was saved, its pictures."""

import gzip

import archiving
import brotli
import posting
import pytest
from captured import PARAGRAPHS, picture

from caseboard.capture.documents import warc, warc_records
from caseboard.errors import CaseError
from caseboard.model.parts import body_text


@pytest.mark.parametrize("packed", [True, False])
def test_the_first_page_is_read_as_it_was_at_its_address(packed):
    read = warc.read(archiving.warc(packed=packed))
    assert (read.title, read.author) == ("A bridge", "Olena Marchuk")
    assert body_text(read.text, read.parts) == "\n\n".join(PARAGRAPHS["en"])
    assert read.canonical_url == posting.ADDRESS


def test_when_and_by_what_it_was_saved_and_how_much_there_is():
    metadata = warc.read(archiving.warc()).metadata
    assert metadata["Address"] == posting.ADDRESS
    assert (metadata["Saved"], metadata["Saved by"]) == (archiving.DATE, "Archiver 1.0")
    assert metadata["Records"] == "5 (response 4, warcinfo 1)"


def test_the_pictures_of_the_article_come_along():
    (one,) = warc.read(archiving.warc()).embedded
    assert (one.url, one.media_type, one.data) == (archiving.PICTURE, "image/jpeg", picture())


@pytest.mark.parametrize(("name", "pack"), [("gzip", gzip.compress), ("br", brotli.compress)])
def test_a_page_that_its_server_packed_is_unpacked(name, pack):
    url, data, headers, status = archiving.article()
    packed = (url, pack(data), {**headers, "Content-Encoding": name}, status)
    read = warc.read(archiving.warc([packed]))
    assert PARAGRAPHS["en"][0] in read.text


def test_older_charsets_are_read_as_the_server_states_them():
    html = "<html><body><h1>Мост</h1><p>" + " ".join(PARAGRAPHS["ru"]) + "</p></body></html>"
    page = archiving.response(
        posting.ADDRESS, html.encode("koi8-r", "replace"), "text/html; charset=koi8-r"
    )
    assert "Инженеры во вторник" in warc.read(archiving.warc([page])).text


@pytest.mark.parametrize(
    "responses",
    [
        [],
        [archiving.response(posting.ADDRESS, b"<p>Gone", status="404 Not Found")],
        [archiving.response("urn:x:y", b"<p>No address")],
        [archiving.response(posting.ADDRESS, b"{}", "application/json")],
        [archiving.response(posting.ADDRESS, b"  ")],
    ],
)
def test_an_archive_without_a_page_is_told_in_words(responses):
    with pytest.raises(CaseError, match="no page"):
        warc.read(archiving.warc(responses))


@pytest.mark.parametrize("data", [b"", b"\x1f\x8b", b"\x1f\x8b\x08" + b"x" * 99, b"words\n" * 9])
def test_a_broken_archive_is_told_in_words(data):
    with pytest.raises(CaseError):
        warc.read(data)


def test_an_archive_that_was_cut_off_is_read_as_far_as_it_goes():
    whole = archiving.warc()
    read = warc.read(whole[:-40])
    assert PARAGRAPHS["en"][0] in read.text
    assert "+ (" in read.metadata["Records"]


def test_a_bomb_is_not_unpacked():
    bomb = gzip.compress(archiving.record("x", "", b"\x00" * 2**20, "x"))
    with pytest.raises(CaseError, match="too large"):
        warc_records.look(bomb, most=2**19)
    assert warc_records.look(bomb, most=2**21).counts["x"] == 1


def test_a_wacz_is_read_like_the_archive_in_it():
    read = warc.read_packed(archiving.wacz())
    assert PARAGRAPHS["en"][0] in read.text
    assert (read.metadata["Title"], read.metadata["Packed by"]) == ("Bridges", "Packer 2")
    assert read.metadata["Records"] == "5 (response 4, warcinfo 1)"
    assert [one.url for one in read.embedded] == [archiving.PICTURE]


def test_the_page_that_a_wacz_names_is_the_one_that_is_read():
    other = archiving.response("https://r.example/b", b"<html><h1>Other</h1><p>Words</html>")
    data = archiving.warc([archiving.article(), other])
    assert warc.read(data).metadata["Address"] == posting.ADDRESS
    read = warc.read_packed(archiving.wacz(data, first="https://r.example/b"))
    assert read.metadata["Address"] == "https://r.example/b"


def test_a_wacz_without_an_archive_is_told_in_words():
    with pytest.raises(CaseError, match="no page"):
        warc.read_packed(archiving.wacz(archiving.warc([])))


def spoiled(data, at, piece=b"\xff" * 8):
    """`data` with some of its bytes changed: sure to break what is packed there."""
    return data[:at] + piece + data[at + len(piece) :]


def records(data):
    """Where each packed record begins."""
    return [at for at in range(len(data)) if data.startswith(b"\x1f\x8b\x08\x00", at)]


def test_a_record_that_is_broken_does_not_cost_those_behind_it():
    whole = archiving.warc()
    first = records(whole)[0]
    read = warc.read(spoiled(whole, first + 12))
    assert body_text(read.text, read.parts) == "\n\n".join(PARAGRAPHS["en"])
    assert read.canonical_url == posting.ADDRESS
    assert "damaged" in read.problem


def test_a_page_whose_record_is_broken_gives_its_beginning():
    sentences = "".join(f"<p>Paragraph {n}: {n * n * 7919 % 999_983}.</p>" for n in range(400))
    page = archiving.response(posting.ADDRESS, f"<article>{sentences}</article>".encode())
    whole = archiving.warc([page])
    read = warc.read(spoiled(whole, records(whole)[1] + 2_000))
    assert "Paragraph 1:" in read.text
    assert "Paragraph 399:" not in read.text
    assert "damaged" in read.problem


def test_where_the_page_is_lost_its_pictures_are_shown_and_that_is_said():
    whole = archiving.warc()
    read = warc.read(spoiled(whole, records(whole)[3] + 12))
    assert read.text == ""
    assert [one.data for one in read.embedded] == [picture()]
    assert "only its pictures" in read.problem


def test_a_record_with_a_wrong_length_is_read_to_its_end():
    whole = archiving.warc(packed=False)
    head = whole.index(b"Content-Length", whole.index(b"200 OK") - 200)
    lying = whole[:head] + b"Content-Length: 9" + whole[whole.index(b"\r\n", head) :]
    assert PARAGRAPHS["en"][-1] in warc.read(lying).text


def test_of_a_broken_archive_no_page_is_taken_that_was_not_there():
    gone = archiving.response(posting.ADDRESS, b"<html><p>Gone", status="404 Not Found")
    whole = archiving.warc([gone])
    with pytest.raises(CaseError, match="no page"):
        warc.read(whole[:-3])


def test_a_wacz_whose_archive_is_broken_gives_the_page():
    whole = archiving.wacz()
    read = warc.read_packed(spoiled(whole, whole.index(b"\x1f\x8b\x08") + 12))
    assert PARAGRAPHS["en"][-1] in read.text
