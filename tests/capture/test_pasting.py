"""What a clipboard holds becomes clips, and every form of it is kept."""

import pytest
from captured import picture

from caseboard.capture.drop import Drop, Flavour, sort
from caseboard.model.terms import ClipKind, FileRole, Method

TABLE = b"<table><tr><td>Kupiansk</td><td>3</td></tr><tr><td>Dvorichna</td><td>1</td></tr></table>"
CELLS = b"Kupiansk\t3\nDvorichna\t1\n"
LINKS = b"https://a.example/1\r\nhttps://a.example/2\r\nhttps://b.example/\r\n"


def pasted(*flavours):
    made = tuple(Flavour(media_type, data) for media_type, data in flavours)
    return sort(Drop(made, method=Method.PASTE))


def kept(intake):
    return {file.media_type: file.data for file in intake.files}


def test_cells_of_a_spreadsheet_keep_every_form_they_came_in():
    forms = {"text/html": TABLE, "text/plain": CELLS, "text/csv": b"Kupiansk,3\n",
             "application/x-spreadsheet": b"\x01binary", "image/png": picture("PNG")}  # fmt: skip
    (intake,) = pasted(*forms.items())
    assert kept(intake) == forms
    assert intake.files[0].media_type == "text/html"
    assert intake.kind is ClipKind.TEXT


@pytest.mark.parametrize("name", ["PNG", "JPEG"])
def test_a_picture_without_any_address_is_kept_by_its_bytes(name):
    data = picture(name)
    (intake,) = pasted((f"image/{name.lower()}", data))
    assert (intake.kind, intake.url) == (ClipKind.IMAGE, "")
    assert intake.files[0].data == data


@pytest.mark.parametrize("media_type", ["text/uri-list", "text/plain"])
def test_several_links_are_a_clip_each_and_all_keep_what_was_pasted(media_type):
    intakes = pasted((media_type, LINKS))
    assert [intake.url for intake in intakes] == [
        "https://a.example/1",
        "https://a.example/2",
        "https://b.example/",
    ]
    for intake in intakes:
        original, *others = intake.files
        assert original.media_type == "text/uri-list"
        assert original.data == f"{intake.url}\r\n".encode()
        assert (others[0].role, others[0].data) == (FileRole.PAYLOAD, LINKS)


def test_a_link_that_is_listed_twice_is_one_clip():
    assert len(pasted(("text/plain", b"https://a.example/1\nhttps://a.example/1#top\n"))) == 1


def test_links_with_words_beside_them_stay_one_text():
    text = b"Bridge https://a.example/1\nDam https://a.example/2\n"
    (intake,) = pasted(("text/plain", text))
    assert (intake.kind, intake.files[0].data) == (ClipKind.TEXT, text)
