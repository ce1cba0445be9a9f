"""Original bytes, kept under their SHA-256 and never changed."""

import hashlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import uuid_utils

from caseboard.errors import CaseError
from caseboard.i18n import _

CHUNK = 1 << 20
PART = ".part"


class FileDamaged(CaseError):
    """A kept file is missing or no longer has the hash it was stored under."""


@dataclass(frozen=True, slots=True)
class UsedFile:
    """A file of the library, and what rests on it."""

    sha256: str
    ref: str
    name: str


@dataclass(frozen=True, slots=True)
class Stored:
    """A file now on disk for good."""

    sha256: str
    bytes: int


class FileStore:
    """A folder of files named by their SHA-256 (lower-case hex).

    `add` returns only when the bytes, their name and the folder are synced: written to a temporary
    name beside the final one, checked, synced, renamed. A file once stored is never written again.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def prepare(self) -> None:
        """Make the folder, and clear what an interrupted `add` left behind."""
        self._folder.mkdir(parents=True, exist_ok=True)
        for left in self._folder.glob(f"*{PART}"):
            left.unlink()

    def path(self, sha256: str) -> Path:
        """Where the file with this hash is, or would be."""
        return self._folder / sha256[:2] / sha256

    def add(self, data: bytes | Path) -> Stored:
        """Keep these bytes, or those of the file at this path; `CaseError` if the disk won't."""
        part = self._folder / f"{uuid_utils.uuid4().hex}{PART}"
        try:
            stored = _write(part, _chunks(data))
            self._place(part, stored)
        except OSError as error:
            raise CaseError(
                _("The file could not be stored: {reason}.").format(reason=error.strerror or error),
                _("Make room or check the disk, then try again. Nothing was changed."),
            ) from error
        finally:
            part.unlink(missing_ok=True)
        return stored

    def read(self, sha256: str) -> bytes:
        """The bytes with this hash; raises `FileDamaged` if they are gone or are others."""
        try:
            data = self.path(sha256).read_bytes()
        except OSError as error:
            raise _damaged(sha256, _("it is missing or cannot be read")) from error
        if hashlib.sha256(data).hexdigest() != sha256:
            raise _damaged(sha256, _("its content has changed"))
        return data

    def is_sound(self, sha256: str) -> bool:
        """Whether the file is there and still has its hash."""
        try:
            return _hash_of(self.path(sha256)) == sha256
        except OSError:
            return False

    def _place(self, part: Path, stored: Stored) -> None:
        final = self.path(stored.sha256)
        if not final.parent.exists():
            final.parent.mkdir(exist_ok=True)
            _sync_folder(self._folder)
        if not self.is_sound(stored.sha256):
            part.replace(final)
            _sync_folder(final.parent)


def _hash_of(path: Path) -> str:
    """The file's SHA-256, in reads four times as long as `hashlib.file_digest` makes them."""
    digest, buffer = hashlib.sha256(), memoryview(bytearray(CHUNK))
    with path.open("rb", buffering=0) as file:
        while size := file.readinto(buffer):
            digest.update(buffer[:size])
    return digest.hexdigest()


def _chunks(data: bytes | Path) -> Iterator[bytes]:
    if isinstance(data, bytes):
        yield data
        return
    with data.open("rb") as file:
        while chunk := file.read(CHUNK):
            yield chunk


def _write(part: Path, chunks: Iterator[bytes]) -> Stored:
    digest, size = hashlib.sha256(), 0
    with part.open("xb", buffering=0) as file:
        for chunk in chunks:
            view = memoryview(chunk)
            while view:  # a disk that fills up writes less than asked
                view = view[file.write(view) :]
            digest.update(chunk)
            size += len(chunk)
        os.fsync(file.fileno())
    if part.stat().st_size != size:
        raise OSError(None, _("the disk kept fewer bytes than were written"))
    return Stored(digest.hexdigest(), size)


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":  # Windows cannot sync a folder; NTFS journals the rename
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _damaged(sha256: str, reason: str) -> FileDamaged:
    return FileDamaged(
        _("The file {sha} is damaged: {reason}.").format(sha=sha256[:12], reason=reason),
        _("Restore it from a backup of the library's files folder."),
    )
