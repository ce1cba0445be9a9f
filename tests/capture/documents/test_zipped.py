"""Archives of strangers."""

import zipfile

import pytest
import wording

from caseboard.capture.documents import zipped
from caseboard.errors import CaseError


def test_an_entry_is_read_by_its_name():
    with zipped.opened(wording.archive({"a": "one", "../../b": "two"})) as archive:
        assert archive.names == ["a", "../../b"]
        assert archive.read("../../b", 10) == b"two"  # a name is no path
        assert archive.read("c", 10) == b""


@pytest.mark.parametrize("size", [zipped.MAX_RATIO * 10_000, 50 * 2**20])
def test_a_bomb_is_not_unpacked(size):
    with (
        pytest.raises(CaseError, match="too large"),
        zipped.opened(wording.archive({"bomb": b"\x00" * size})) as archive,
    ):
        archive.read("bomb", 100 * 2**20)


def test_an_entry_that_lies_about_its_size_is_refused():
    data = wording.archive({"a": b"x" * 900}, zipfile.ZIP_DEFLATED)
    lying = data.replace((900).to_bytes(4, "little"), (9).to_bytes(4, "little"))
    assert lying != data
    with pytest.raises(CaseError), zipped.opened(lying) as archive:
        archive.read("a", 10)


def test_too_many_entries_are_not_even_listed():
    data = zipped.MAX_ENTRIES * b"PK\x01\x02" + wording.archive({"a": "x"})
    with pytest.raises(CaseError, match="too large"), zipped.opened(data):
        pytest.fail("it was opened")


def test_a_locked_archive_is_told_in_words():
    data = bytearray(wording.archive({"a": "x"}))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(CaseError, match="password"), zipped.opened(bytes(data)) as archive:
        archive.read("a", 10)
