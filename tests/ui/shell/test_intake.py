"""From a payload to what can be taken in."""

import os

import pytest
from PySide6.QtGui import QColor, QImage

from caseboard.model.terms import Method
from caseboard.ui.dropping import Payload
from caseboard.ui.intake import MOST_FILES, gather, gather_files

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def folder(tmp_path):
    """A folder as a browser and a camera leave it."""
    (tmp_path / "page.html").write_text("<p>x</p>")
    (tmp_path / "page_files").mkdir()
    (tmp_path / "page_files" / "photo.jpg").write_bytes(b"jpg")
    (tmp_path / "more").mkdir()
    (tmp_path / "more" / "note.txt").write_text("note")
    (tmp_path / ".hidden").write_text("no")
    return tmp_path


def names(gathered):
    return [path.name for path in gathered.drop.files]


def test_a_folder_is_opened_and_a_saved_page_keeps_its_pictures(folder):
    assert names(gather_files([folder], Method.DROP)) == ["note.txt", "page.html"]


def test_a_link_inside_a_folder_is_not_followed(folder, tmp_path_factory):
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (elsewhere / "secret.txt").write_text("x")
    (folder / "way-out").symlink_to(elsewhere)
    assert "secret.txt" not in names(gather_files([folder], Method.DROP))


def test_what_is_not_there_is_named_and_the_rest_goes_on(folder):
    gathered = gather_files([folder / "page.html", folder / "gone.html"], Method.DROP)
    assert names(gathered) == ["page.html"]
    assert gathered.left_out == ("gone.html",)


def test_too_many_files_are_cut_and_said(tmp_path):
    for number in range(MOST_FILES + 3):
        (tmp_path / f"{number:04}.txt").write_text("x")
    gathered = gather_files([tmp_path], Method.DROP)
    assert len(gathered.drop.files) == MOST_FILES
    assert len(gathered.left_out) == 3


def test_a_fifo_is_left_out(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    gathered = gather_files([tmp_path], Method.DROP)
    assert gathered.is_empty
    assert gathered.left_out == ("pipe",)


def test_files_win_over_the_other_flavours_of_their_drag(folder):
    payload = Payload((("text/plain", b"page.html"),), (folder / "page.html",))
    drop = gather(payload, Method.DROP).drop
    assert [path.name for path in drop.files] == ["page.html"]


def test_a_picture_in_memory_becomes_a_png_in_front_of_the_rest():
    picture = QImage(3, 2, QImage.Format.Format_RGB32)
    picture.fill(QColor("blue"))
    drop = gather(Payload((("text/html", b"<img>"),), image=picture), Method.PASTE).drop
    assert [flavour.media_type for flavour in drop.flavours] == ["image/png", "text/html"]
    assert drop.flavours[0].data.startswith(b"\x89PNG")
    assert drop.method is Method.PASTE
