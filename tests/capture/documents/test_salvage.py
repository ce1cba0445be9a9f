"""What can still be read of broken archives and broken XML."""

import random

import pytest
import wording

from caseboard.capture.documents import docx, salvage, zipped
from caseboard.errors import CaseError

WORDS = "The bridge at the mill was closed. " * 60
PARAGRAPHS = "".join(wording.paragraph(f"Paragraph {number}. {WORDS}") for number in range(30))


def without_directory(data):
    return data[: data.index(b"PK\x01\x02")]


def test_entries_are_found_without_the_directory():
    whole = wording.archive({"a.txt": "first", "word/b.txt": WORDS})
    with zipped.opened(without_directory(whole)) as archive:
        assert archive.names == ["a.txt", "word/b.txt"]
        assert archive.read("a.txt", 100) == b"first"
        assert archive.read("word/b.txt", 10_000).decode() == WORDS
        assert archive.read("none", 10) == b""
        assert not archive.is_whole


def test_an_entry_that_was_changed_is_read_as_far_as_it_goes():
    whole = bytearray(wording.document(PARAGRAPHS))
    start = whole.index(b"word/document.xml") + 300
    whole[start] ^= 0xFF
    read = docx.read(bytes(whole))
    assert read.text.startswith("Paragraph 0. The bridge")
    assert "damaged" in read.problem


def test_a_document_that_is_cut_off_gives_its_beginning():
    whole = wording.document(PARAGRAPHS)
    end = whole.index(b"PK\x01\x02")
    read = docx.read(whole[: end - 60])
    assert "Paragraph 0." in read.text
    assert "damaged" in read.problem


def test_a_sound_document_has_no_such_sentence():
    assert docx.read(wording.document(PARAGRAPHS)).problem == ""


def test_remains_are_held_to_the_same_limits():
    bomb = wording.archive({"word/document.xml": "a" * 30_000_000})
    with zipped.opened(without_directory(bomb)) as archive, pytest.raises(CaseError, match="large"):
        archive.read("word/document.xml", 64 * 2**20)


@pytest.mark.parametrize("seed", range(200))
def test_no_change_of_bytes_does_more_than_refuse(seed):
    rng = random.Random(seed)
    data = bytearray(wording.report())
    for _change in range(rng.choice((1, 5, 30))):
        data[rng.randrange(len(data))] = rng.randrange(256)
    try:
        docx.read(bytes(data[: rng.randrange(1, len(data) + 1)]))
    except CaseError as refused:
        assert str(refused).endswith(".")  # noqa: PT017  either outcome is right


def test_xml_is_mended_and_nothing_in_it_is_resolved():
    mended = salvage.xml(
        b'<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]><a>x &e; y<b>z</a>'
    )
    assert b"root:" not in mended
    assert b"DOCTYPE" not in mended
    assert b"<b>z</b>" in mended
    assert salvage.xml(b"no xml at all") == b""
    assert salvage.xml(b"") == b""
