"""Drags, pastes and files, sorted into what will become clips."""

import pytest
from captured import picture

from caseboard.capture.drop import Drop, Flavour, media_type_of, sort
from caseboard.errors import CaseError
from caseboard.model.terms import ClipKind, FileRole, Method


def one(*flavours):
    (intake,) = sort(Drop(tuple(flavours)))
    return intake


def original(intake):
    (found,) = [file for file in intake.files if file.role is FileRole.ORIGINAL]
    assert intake.files[0] is found
    return found


CHROMIUM_PICTURE = (
    Flavour("text/uri-list", b"https://r.example/media/bridge.png\r\n"),
    Flavour(
        "text/html",
        b"<meta http-equiv='content-type' content='text/html; charset=utf-8'>"
        b'<img src="https://r.example/media/bridge.png" alt="The bridge"/>',
    ),
    Flavour("text/plain", b"https://r.example/media/bridge.png"),
    Flavour("application/octet-stream", picture("PNG"), "bridge.png"),
    Flavour("XdndDirectSave0", b"bridge.png"),
    Flavour("chromium/x-renderer-taint", b"\x00"),
    Flavour("chromium/x-drag-source", b"token"),
)


def test_a_picture_dragged_out_of_a_browser_is_kept_by_its_very_bytes():
    intake = one(*CHROMIUM_PICTURE)
    assert intake.kind is ClipKind.IMAGE
    assert intake.url == "https://r.example/media/bridge.png"
    assert intake.title == "The bridge"
    file = original(intake)
    assert file.data == picture("PNG")
    assert (file.media_type, file.name, file.url) == ("image/png", "bridge.png", intake.url)


def test_all_other_flavours_are_kept_as_payload():
    payload = {f.media_type: f.data for f in one(*CHROMIUM_PICTURE).files[1:]}
    assert set(payload) == {
        "text/uri-list",
        "text/html",
        "text/plain",
        "chromium/x-drag-source",
    }
    assert all(f.role is FileRole.PAYLOAD for f in one(*CHROMIUM_PICTURE).files[1:])


def test_a_relative_address_of_a_dragged_picture_is_seen_from_its_page():
    html = b"Version:0.9\r\nSourceURL:https://r.example/news/a\r\n\r\n<img src='../m/b.png'>"
    intake = one(Flavour("text/html", html), Flavour("image/png", picture("PNG")))
    assert intake.url == "https://r.example/m/b.png"


def test_words_win_over_a_drawing_of_them():
    intake = one(
        Flavour("text/html", b"<p>Cells of a table</p>"),
        Flavour("text/plain", b"Cells of a table"),
        Flavour("image/png", picture("PNG")),
    )
    assert intake.kind is ClipKind.TEXT
    assert original(intake).media_type == "text/html"


def test_a_dragged_link_waits_to_be_fetched():
    intake = one(
        Flavour("text/uri-list", b"# list\r\nhttps://r.example/story\r\n"),
        Flavour("text/html", b'<a href="https://r.example/story">Ferry fares <b>double</b></a>'),
        Flavour("text/plain", b"https://r.example/story"),
    )
    assert (intake.kind, intake.url) == (ClipKind.ARTICLE, "https://r.example/story")
    assert intake.title == "Ferry fares double"
    assert original(intake).media_type == "text/uri-list"


def test_firefox_names_its_links_in_utf_16():
    moz = "https://r.example/story\nПором подорожчав".encode("utf-16-le")
    intake = one(Flavour("text/x-moz-url", moz))
    assert (intake.url, intake.title) == ("https://r.example/story", "Пором подорожчав")


def test_an_address_pasted_alone_is_a_link():
    intake = one(Flavour("text/plain", b" https://r.example/story\n"))
    assert (intake.kind, intake.url) == (ClipKind.ARTICLE, "https://r.example/story")


@pytest.mark.parametrize(
    "address", ["file:///etc/passwd", "javascript:alert(1)", "smb://host/share"]
)
def test_an_address_that_is_not_of_the_web_is_no_link(address):
    intake = one(Flavour("text/uri-list", address.encode()), Flavour("text/plain", b"words"))
    assert intake.url == ""
    assert intake.kind is ClipKind.TEXT


def test_a_selection_knows_the_page_it_was_made_on():
    html = (
        b"Version:0.9\r\nStartHTML:00000097\r\nEndHTML:00000200\r\nStartFragment:00000131\r\n"
        b"EndFragment:00000180\r\nSourceURL:https://r.example/news/a\r\n"
        b"<html><body>\r\n<!--StartFragment--><p>The bridge is open.</p><!--EndFragment-->"
    )
    intake = one(Flavour("text/html", html), Flavour("text/plain", b"The bridge is open."))
    assert (intake.kind, intake.url) == (ClipKind.ARTICLE, "https://r.example/news/a")
    assert intake.title == "The bridge is open."
    assert original(intake).data == html


@pytest.mark.parametrize("kind", ["chromium/x-source-url", "text/x-moz-url-priv"])
def test_other_systems_name_the_page_in_a_flavour_of_its_own(kind):
    intake = one(
        Flavour("text/html", b"<p>The bridge is open.</p>"),
        Flavour(kind, b"https://r.example/news/a"),
    )
    assert intake.url == "https://r.example/news/a"


def test_a_link_inside_a_selection_is_not_where_it_came_from():
    intake = one(Flavour("text/html", b'<p>See <a href="https://x.example/">this</a> now.</p>'))
    assert intake.url == ""


def test_each_link_of_a_list_is_a_clip_and_each_page_one():
    listed = (
        b"# from a browser\r\nhttps://r.example/a/\r\nhttps://r.example/b?id=2\r\n"
        b"https://r.example/a#top\r\n"
    )
    found = sort(Drop((Flavour("text/uri-list", listed), Flavour("text/plain", b"all of it"))))
    assert [intake.url for intake in found] == ["https://r.example/a/", "https://r.example/b?id=2"]
    assert [intake.title for intake in found] == ["r.example/a", "r.example/b?id=2"]
    for intake in found:
        original, *others = intake.files
        assert original.data == f"{intake.url}\r\n".encode()
        assert [other.data for other in others] == [listed, b"all of it"]


def test_a_pasted_text_of_nothing_but_links_is_these_links():
    lines = "https://r.example/a\n\nhttps://r.example/b\n"
    found = sort(Drop((Flavour("text/plain", lines.encode()),)))
    assert [intake.url for intake in found] == ["https://r.example/a", "https://r.example/b"]
    text = sort(Drop((Flavour("text/plain", f"{lines}and more".encode()),)))
    assert [intake.kind for intake in text] == [ClipKind.TEXT]


def test_a_pasted_link_is_kept_as_a_list_of_one():
    (intake,) = sort(Drop((Flavour("text/plain", b" https://r.example/a "),)))
    assert (intake.kind, intake.files[0].media_type) == (ClipKind.ARTICLE, "text/uri-list")
    assert intake.files[0].data == b" https://r.example/a "


def test_plain_text_is_a_text_with_its_first_line_as_title():
    intake = one(Flavour("text/plain;charset=utf-8", "\n  Міст\nдалі".encode()))
    assert (intake.kind, intake.title) == (ClipKind.TEXT, "Міст")


def test_unknown_flavours_are_kept_as_a_document():
    intake = one(Flavour("application/x-thing", b"\x00\x01\x02\x03"))
    assert intake.kind is ClipKind.DOCUMENT
    assert intake.title


def test_an_empty_paste_is_told_in_words():
    for flavours in ((), (Flavour("text/plain", b" \r\n"),), (Flavour("XdndDirectSave0", b"x"),)):
        with pytest.raises(CaseError, match="nothing"):
            sort(Drop(flavours))


@pytest.mark.parametrize(
    ("name", "data", "kind", "media_type"),
    [
        ("a.html", b"<!doctype html><p>x", ClipKind.ARTICLE, "text/html"),
        ("a.htm", "﻿<html>".encode(), ClipKind.ARTICLE, "text/html"),
        ("page", b"\n<html><body>", ClipKind.ARTICLE, "text/html"),
        ("a.jpg", picture("PNG"), ClipKind.IMAGE, "image/png"),
        ("noending", picture("JPEG"), ClipKind.IMAGE, "image/jpeg"),
        ("a.txt", b"words", ClipKind.TEXT, "text/plain"),
        ("a.md", b"# words", ClipKind.TEXT, "text/markdown"),
        ("a.jpg", b"MZ\x90\x00\x03\x00", ClipKind.DOCUMENT, "application/octet-stream"),
        ("a.png", b"%PDF-1.7\n", ClipKind.DOCUMENT, "application/pdf"),
        ("a.html", picture("GIF"), ClipKind.IMAGE, "image/gif"),
        ("a.geojson", b'{"type":"FeatureCollection"}', ClipKind.DOCUMENT, "application/geo+json"),
        ("empty.txt", b"", ClipKind.DOCUMENT, "application/x-empty"),
    ],
)  # fmt: skip
def test_a_file_is_what_its_bytes_say(tmp_path, name, data, kind, media_type):
    path = tmp_path / name
    path.write_bytes(data)
    (intake,) = sort(Drop(files=(path,), method=Method.FILE))
    assert (intake.kind, intake.files[0].media_type) == (kind, media_type)
    assert (intake.files[0].name, intake.files[0].data) == (name, path)
    assert (intake.url, intake.method) == ("", Method.FILE)
    assert media_type_of(path) == media_type


def test_every_file_is_a_clip_of_its_own(tmp_path):
    paths = [tmp_path / f"{n}.txt" for n in range(3)]
    for path in paths:
        path.write_text(path.name)
    assert [intake.title for intake in sort(Drop(files=tuple(paths)))] == ["0", "1", "2"]


def test_a_folder_is_walked(tmp_path):
    (tmp_path / "inner").mkdir()
    (tmp_path / "inner" / "note.txt").write_text("words")
    assert [intake.title for intake in sort(Drop(files=(tmp_path,)))] == ["note"]


def test_a_missing_file_is_told_in_words(tmp_path):
    with pytest.raises(CaseError, match="cannot be read"):
        sort(Drop(files=(tmp_path / "none.txt",)))


def test_a_name_that_lies_is_shown_without_its_tricks(tmp_path):
    name = "report\u202egpj.exe\x07"
    path = tmp_path / name
    path.write_bytes(b"words")
    (intake,) = sort(Drop(files=(path,)))
    assert intake.files[0].name == name
    assert intake.title == "reportgpj"


def test_hostile_flavours_are_sorted_quickly():
    html = b"<a " * 200_000 + b"<img src='" * 50_000
    intake = one(Flavour("text/html", html), Flavour("text/uri-list", b"http://[\r\n" * 9))
    assert original(intake).data
