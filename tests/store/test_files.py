"""Original bytes, kept by hash."""

import errno
import hashlib
import os
from pathlib import Path

import pytest

from caseboard.errors import CaseError
from caseboard.store import files
from caseboard.store.files import FileDamaged, FileStore


@pytest.fixture
def store(tmp_path):
    store = FileStore(tmp_path / "files")
    store.prepare()
    return store


def test_bytes_come_back_as_they_went_in(store, tmp_path):
    data = os.urandom(3 << 20)
    path = tmp_path / "big.bin"
    path.write_bytes(data)
    stored = store.add(path)
    assert stored == store.add(data)
    assert stored.sha256 == hashlib.sha256(data).hexdigest()
    assert store.read(stored.sha256) == data


def test_a_changed_file_is_never_handed_out(store):
    stored = store.add(b"evidence")
    store.path(stored.sha256).write_bytes(b"evidencE")
    assert not store.is_sound(stored.sha256)
    with pytest.raises(FileDamaged, match="content has changed"):
        store.read(stored.sha256)


def test_adding_again_mends_a_damaged_file(store):
    stored = store.add(b"evidence")
    store.path(stored.sha256).write_bytes(b"rot")
    store.add(b"evidence")
    assert store.read(stored.sha256) == b"evidence"


def test_a_missing_file_says_so(store):
    with pytest.raises(FileDamaged, match="missing"):
        store.read("0" * 64)


def test_a_full_disk_leaves_no_partial_file(store, monkeypatch):
    def no_room(_descriptor):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(files.os, "fsync", no_room)
    with pytest.raises(CaseError, match="No space left"):
        store.add(b"evidence")
    monkeypatch.undo()
    assert [p for p in Path(store.path("ab" * 32)).parents[1].rglob("*") if p.is_file()] == []
    assert store.read(store.add(b"evidence").sha256) == b"evidence"


def test_what_an_interrupted_add_left_is_cleared(store):
    left = store.path("ab" * 32).parents[1] / f"half{files.PART}"
    left.write_bytes(b"half")
    store.prepare()
    assert not left.exists()
