"""Folders are walked without leaving them; what is left out is named, with the reason."""

import contextlib
import os
import socket
import sys

import pytest

from caseboard.capture import folder, readers, sniff
from caseboard.capture.drop import Drop, sort
from caseboard.capture.folder import Reason
from caseboard.capture.safenames import written
from caseboard.errors import CaseError
from caseboard.model.terms import ClipKind, Method

POSIX = pytest.mark.skipif(os.name == "nt", reason="there are none on Windows")


@pytest.fixture
def tree(tmp_path):
    """A folder as a browser and a camera leave it."""
    root = tmp_path / "evidence"
    (root / "page_files").mkdir(parents=True)
    (root / "page.html").write_text("<p>x</p>")
    (root / "page_files" / "photo.jpg").write_bytes(b"jpg")
    (root / "more").mkdir()
    (root / "more" / "note.txt").write_text("note")
    return root


def names(walked):
    return [path.name for path in walked.files]


def reasons(walked):
    return {each.name: each.reason for each in walked.left_out}


def test_a_folder_is_opened_and_a_saved_page_keeps_its_pictures(tree):
    walked = folder.walk([tree])
    assert names(walked) == ["note.txt", "page.html"]
    assert walked.left_out == []


@pytest.mark.parametrize(
    "litter",
    ["Thumbs.db", "desktop.ini", ".DS_Store", "._page.html", "~$report.docx", ".hidden"],
)
def test_hidden_files_and_litter_are_left_out_and_named(tree, litter):
    (tree / litter).write_bytes(b"x")
    walked = folder.walk([tree])
    assert names(walked) == ["note.txt", "page.html"]
    assert reasons(walked) == {litter: Reason.HIDDEN}


def test_a_hidden_file_that_the_user_chose_is_taken(tree):
    (tree / ".hidden").write_bytes(b"x")
    assert names(folder.walk([tree / ".hidden"])) == [".hidden"]


@POSIX
def test_links_within_a_folder_are_not_followed(tree, tmp_path):
    (tmp_path / "secret.txt").write_text("x")
    (tree / "way-out").symlink_to(tmp_path / "secret.txt")
    (tree / "round").symlink_to(tree)
    walked = folder.walk([tree])
    assert names(walked) == ["note.txt", "page.html"]
    assert reasons(walked) == {"way-out": Reason.LINK, "round": Reason.LINK}


def test_a_folder_that_is_named_twice_is_walked_once(tree):
    assert names(folder.walk([tree, tree / "more", tree])) == ["note.txt", "page.html"]


def test_what_is_not_there_is_named_and_the_rest_goes_on(tree):
    walked = folder.walk([tree / "gone.html", tree / "page.html"])
    assert names(walked) == ["page.html"]
    assert reasons(walked) == {"gone.html": Reason.GONE}


@POSIX
def test_pipes_and_sockets_are_named_and_never_waited_for(tree):
    os.mkfifo(tree / "pipe")
    with contextlib.chdir(tree), socket.socket(socket.AF_UNIX) as made:
        made.bind("plug")  # the name of a socket must be short
    walked = folder.walk([tree, tree / "pipe", tree / "plug"])
    assert reasons(walked) == {"pipe": Reason.NO_FILE, "plug": Reason.NO_FILE}


@POSIX
@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read all")
def test_files_and_folders_that_may_not_be_opened_are_named(tree):
    (tree / "page.html").chmod(0)
    (tree / "more").chmod(0)
    try:
        walked = folder.walk([tree])
    finally:
        (tree / "more").chmod(0o700)
    assert reasons(walked) == {"page.html": Reason.NO_RIGHT, "more": Reason.NO_RIGHT}


def test_too_many_files_are_cut_and_said_with_how_many(tmp_path, monkeypatch):
    monkeypatch.setattr(folder, "MOST", 5)
    for number in range(8):
        (tmp_path / f"{number}.txt").write_text("x")
    walked = folder.walk([tmp_path])
    assert len(walked.files) == 5
    words = folder.sentences(walked.left_out)
    assert words.startswith("3 more files were not taken in, as 5 are the most in one go: 5.txt")


def test_it_tells_how_far_it_is_and_stops_when_told(tmp_path):
    for number in range(120):
        (tmp_path / f"{number:03}.txt").write_text("x")
    told = []
    walked = folder.walk([tmp_path], lambda count: told.append(count) or count < 100)
    assert told == [50, 100]
    assert walked.is_stopped


def test_what_is_left_out_is_said_by_reason_with_the_first_names():
    left = [folder.LeftOut(f"{n}.tmp", Reason.HIDDEN) for n in range(5)]
    left.append(folder.LeftOut("a.txt", Reason.NO_RIGHT))
    assert folder.sentences(left) == (
        "5 hidden or system files were left out: 0.tmp, 1.tmp, 2.tmp …. "
        "1 file may not be opened: a.txt."
    )


def test_a_deep_tree_ends(tmp_path):
    deep = tmp_path
    for _level in range(300):
        deep /= "d"
    try:
        deep.mkdir(parents=True)
    except OSError:
        pytest.skip("this system has no folders so deep")
    (deep / "end.txt").write_text("x")
    assert names(folder.walk([tmp_path])) == ["end.txt"]


STRANGE = [
    "invoice\u202egpj.exe",
    "bell\x07\x1b[31m.txt",
    "con.txt",
    "a" * 251 + ".txt",
    "back\\slash.txt",
    "new\nline.txt",
    " spaces .txt",
    "<b>bold</b>&.txt",
    "-rf.txt",
    "\u0301combining.txt",
]


@POSIX
@pytest.mark.parametrize("name", STRANGE)
def test_a_file_of_any_name_is_taken_in_and_shown_safely(tmp_path, name):
    try:
        (tmp_path / name).write_bytes(b"words")
    except OSError:
        pytest.skip("this system takes no such name")
    (intake,) = sort(Drop(files=(tmp_path,), method=Method.DROP))
    assert intake.files[0].name == name
    assert intake.title
    assert intake.title.isprintable()
    assert not set(intake.title) & set("\\/\u202e")


@pytest.mark.skipif(sys.platform != "linux", reason="names are Unicode elsewhere")
def test_a_name_that_is_no_utf8_is_taken_in_and_can_be_written_down(tmp_path):
    (tmp_path / os.fsdecode(b"caf\xe9.txt")).write_bytes(b"words")
    (intake,) = sort(Drop(files=tuple(folder.walk([tmp_path]).files), method=Method.DROP))
    assert intake.files[0].name == "caf\ufffd.txt"
    assert intake.title == "caf"


def test_a_name_with_a_lone_surrogate_from_elsewhere_can_be_written_down():
    assert written("a\ud800b") == "a?b"
    assert written("gut") == "gut"


UNKNOWN = {
    "archive.zip": (b"PK\x03\x04" + bytes(40), "application/zip"),
    "archive.7z": (b"7z\xbc\xaf\x27\x1c" + bytes(40), "application/x-7z-compressed"),
    "archive.rar": (b"Rar!\x1a\x07\x01\x00" + bytes(40), "application/vnd.rar"),
    "film.mp4": (b"\x00\x00\x00\x18ftypisom" + bytes(40), "video/mp4"),
    "film.mkv": (b"\x1a\x45\xdf\xa3" + bytes(40), "video/x-matroska"),
    "sound.mp3": (b"ID3\x04\x00" + bytes(40), "audio/mpeg"),
    "sound.ogg": (b"OggS" + bytes(40), "audio/ogg"),
    "sound.wav": (b"RIFF\x00\x00\x00\x00WAVEfmt " + bytes(40), "audio/wav"),
    "nothing": (b"", "application/x-empty"),
    "noise.bin": (bytes(range(256)) * 4, "application/octet-stream"),
}


@pytest.mark.parametrize("name", UNKNOWN)
def test_files_of_unknown_kinds_are_documents_of_their_own_type(tmp_path, name):
    data, media_type = UNKNOWN[name]
    (tmp_path / name).write_bytes(data)
    (intake,) = sort(Drop(files=(tmp_path / name,), method=Method.FILE))
    assert intake.kind is ClipKind.DOCUMENT
    assert intake.files[0].media_type == media_type
    assert sniff.media_type(data, name) == media_type


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("archive.7z", "not unpacked"),
        ("film.mkv", "Films are kept"),
        ("sound.ogg", "Sound recordings are kept"),
        ("nothing", "not a single byte"),
        ("noise.bin", "not read yet"),
    ],
)
def test_what_is_only_kept_says_so_in_a_sentence(name, word):
    data, media_type = UNKNOWN[name]
    with pytest.raises(CaseError, match=word):
        readers.read(ClipKind.DOCUMENT, media_type, data)
