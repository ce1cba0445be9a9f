"""The pictures that lie beside a saved page."""

import pytest
from captured import picture

from caseboard.capture.drop import companions


@pytest.fixture
def page(tmp_path):
    folder = tmp_path / "saved"
    (folder / "story_files").mkdir(parents=True)
    (folder / "photo.jpg").write_bytes(picture())
    (folder / "story_files" / "map frame.png").write_bytes(picture("PNG"))
    (folder / "notes.jpg").write_text("no picture")
    (tmp_path / "outside.jpg").write_bytes(picture())
    (folder / "story.html").write_text("<p>x")
    return folder / "story.html"


def test_pictures_beside_and_below_the_page_are_found_in_order(page):
    refs = ["story_files/map%20frame.png", "./photo.jpg", "photo.jpg?w=300#top"]
    found = companions(page, refs)
    assert [path.name for path in found] == ["map frame.png", "photo.jpg", "photo.jpg"]


@pytest.mark.parametrize(
    "ref",
    [
        "../outside.jpg",
        "story_files/../../outside.jpg",
        "%2e%2e/outside.jpg",
        "..%2foutside.jpg",
        "..\\outside.jpg",
        "C:\\outside.jpg",
        "file:photo.jpg",
        "https://r.example/photo.jpg",
        "//host/photo.jpg",
        "photo.jpg%00.png",
        "notes.jpg",
        "none.jpg",
        "story_files",
        "",
        "#",
        "http://[",
    ],
)
def test_nothing_else_is(page, ref):
    assert companions(page, [ref]) == []


def test_an_absolute_path_is_no_companion(page):
    assert companions(page, [str(page.parent / "photo.jpg")]) == []


def test_a_link_out_of_the_folder_is_not_followed(page):
    (page.parent / "link.jpg").symlink_to(page.parent.parent / "outside.jpg")
    (page.parent / "up").symlink_to(page.parent.parent)
    (page.parent / "loop.jpg").symlink_to("loop.jpg")
    assert companions(page, ["link.jpg", "up/outside.jpg", "loop.jpg"]) == []


def test_a_link_inside_the_folder_is_followed(page):
    (page.parent / "same.jpg").symlink_to("photo.jpg")
    assert [path.name for path in companions(page, ["same.jpg"])] == ["photo.jpg"]
