"""A file on a disk that may be full."""

import pytest

from caseboard.capture.fetching.newfile import NewFile


def test_what_is_written_stands_there_at_once_and_can_be_cut(tmp_path):
    file = NewFile(tmp_path / "new")
    assert not file.is_open
    file.open()
    file.write(b"one ")
    end = file.tell()
    file.write(b"two")
    assert file.path.read_bytes() == b"one two"
    file.cut_at(end)
    file.write(b"three")
    file.close()
    assert file.path.read_bytes() == b"one three"


def test_a_short_write_is_gone_on_with(tmp_path):
    class Slow:
        """A disk that takes three bytes at a time."""

        taken = b""

        def write(self, data):
            self.taken += bytes(data[:3])
            return min(3, len(data))

    file = NewFile(tmp_path / "new")
    file._opened = slow = Slow()
    assert file.write(b"ten bytes.") == 10
    assert slow.taken == b"ten bytes."


def test_a_file_that_is_there_is_left_alone(tmp_path):
    (tmp_path / "new").write_bytes(b"mine")
    file = NewFile(tmp_path / "new")
    with pytest.raises(FileExistsError):
        file.open()
    file.close()
    assert (tmp_path / "new").read_bytes() == b"mine"
