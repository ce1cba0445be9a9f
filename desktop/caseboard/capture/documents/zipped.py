"""Zip archives of strangers: looked into within limits, never unpacked to disk."""

import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO

from caseboard.capture.documents import refusals

MAX_BYTES = 128 * 2**20
MAX_ENTRIES = 5_000
MAX_RATIO = 200
"""How many times larger than packed an entry may be, once it is larger than a megabyte."""
_FREE = 2**20
_ENTRY = b"PK\x01\x02"
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, struct.error,
           NotImplementedError, RuntimeError, LookupError)  # fmt: skip


class Zipped:
    """An archive that is open. Names are names only: nothing here ever is a path."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._entries = {info.filename: info for info in archive.infolist()}
        self._archive = archive

    @property
    def names(self) -> list[str]:
        """The names of all entries, in order."""
        return list(self._entries)

    def read(self, name: str, most: int) -> bytes:
        """An entry; empty where there is none. Raises `CaseError` where it is over `most` bytes."""
        info = self._entries.get(name)
        if info is None:
            return b""
        if info.flag_bits & 1:
            raise refusals.locked()
        packed = max(1, info.compress_size)
        if info.file_size > most or info.file_size > max(_FREE, MAX_RATIO * packed):
            raise refusals.too_large()
        with self._archive.open(info) as file:
            data = file.read(most + 1)  # an entry may hold more than it says
        if len(data) > most:
            raise refusals.too_large()
        return data


@contextmanager
def opened(data: bytes) -> Iterator[Zipped]:
    """The archive in `data`; raises `CaseError` where it is broken, locked or over the limits."""
    if len(data) > MAX_BYTES or data.count(_ENTRY) > MAX_ENTRIES:
        raise refusals.too_large()
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            yield Zipped(archive)
    except _BROKEN as error:
        raise refusals.broken() from error
