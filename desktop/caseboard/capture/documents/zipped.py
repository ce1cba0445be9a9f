"""Zip archives of strangers: looked into within limits, never unpacked to disk."""

import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO

from caseboard.capture.documents import refusals, salvage

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

    is_whole = True
    """Whether nothing of it is known to be broken."""

    def __init__(self, archive: zipfile.ZipFile, data: bytes) -> None:
        self._entries = {info.filename: info for info in archive.infolist()}
        self._archive = archive
        self._data = data

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
        try:
            with self._archive.open(info) as file:
                data = file.read(most + 1)  # an entry may hold more than it says
        except _BROKEN:
            self.is_whole = False
            return Remains(self._data).read(name, most)
        if len(data) > most:
            raise refusals.too_large()
        return data


class Remains:
    """An archive whose directory is broken: its entries as they stand one behind the other."""

    is_whole = False

    def __init__(self, data: bytes) -> None:
        found = salvage.entries(data, MAX_ENTRIES)
        self._entries = {entry.name: entry for entry in found}
        self._data = data

    @property
    def names(self) -> list[str]:
        """The names of all entries that were found, in order."""
        return list(self._entries)

    def read(self, name: str, most: int) -> bytes:
        """As much of an entry as can be unpacked; empty where there is none of it."""
        entry = self._entries.get(name)
        if entry is None:
            return b""
        data = salvage.content(self._data, entry, most)
        packed = max(1, entry.end - entry.start)
        if len(data) > most or len(data) > max(_FREE, MAX_RATIO * packed):
            raise refusals.too_large()
        return data


Archive = Zipped | Remains


@contextmanager
def opened(data: bytes) -> Iterator[Archive]:
    """The archive in `data`, or what remains of it.

    Raises `CaseError` where nothing can be read of it, or it is locked or over the limits.
    """
    if len(data) > MAX_BYTES or data.count(_ENTRY) > MAX_ENTRIES:
        raise refusals.too_large()
    try:
        archive = zipfile.ZipFile(BytesIO(data))
    except _BROKEN as error:
        remains = Remains(data)
        if not remains.names:
            raise refusals.broken() from error
        yield remains
        return
    with archive:
        try:
            yield Zipped(archive, data)
        except _BROKEN as error:
            raise refusals.broken() from error
