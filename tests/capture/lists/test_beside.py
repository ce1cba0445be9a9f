"""Files that a list names are taken only from beside it."""

import os

import pytest

from caseboard.capture.lists import beside


@pytest.fixture
def list_path(tmp_path):
    folder = tmp_path / "export"
    (folder / "files" / "1").mkdir(parents=True)
    (folder / "files" / "1" / "a page.pdf").write_bytes(b"%PDF-")
    (folder / "files" / "1" / ".hidden").write_bytes(b"x")
    (tmp_path / "secret.txt").write_bytes(b"secret")
    path = folder / "list.rdf"
    path.write_bytes(b"")
    return path


@pytest.mark.parametrize("written", ["files/1/a page.pdf", "files/1/a%20page.pdf",
                                     "./files/1/a page.pdf", "files\\1\\a page.pdf"])  # fmt: skip
def test_a_file_beside_the_list_is_found_however_its_path_is_written(list_path, written):
    assert [path.name for path in beside.find(list_path, written)] == ["a page.pdf"]


def test_a_folder_gives_the_files_in_it(list_path):
    assert [path.name for path in beside.find(list_path, "files")] == ["a page.pdf"]


@pytest.mark.parametrize("written", ["../secret.txt", "files/../../secret.txt", "..", ".", "",
                                     "/etc/passwd", "%2e%2e/secret.txt", "a\x00b",
                                     "x" * 5000])  # fmt: skip
def test_nothing_outside_the_lists_folder_is_found(list_path, written):
    assert beside.find(list_path, written) == []


def test_an_absolute_path_is_never_followed(list_path):
    assert beside.find(list_path, str(list_path.parent / "files" / "1" / "a page.pdf")) == []


@pytest.mark.skipif(os.name == "nt", reason="links need a right there")
def test_a_link_out_of_the_folder_is_not_followed(list_path):
    (list_path.parent / "way").symlink_to(list_path.parent.parent / "secret.txt")
    assert beside.find(list_path, "way") == []
