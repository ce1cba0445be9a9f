"""The lines of a text file or of the one in a zip archive, bounded, one after another."""

import io
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from caseboard.errors import CaseError
from caseboard.i18n import _

MOST_BYTES = 4 * 2**30
"""Of the text; the dump of the whole world has 1.7 GB."""
LONGEST_LINE = 64 * 2**10
"""Bytes; GeoNames' longest, with all names of a capital, have 12 kB."""
_ZIP = b"PK\x03\x04"


@dataclass(frozen=True, slots=True)
class Text:
    """A text that is open: what it is called, how large it is, and its bytes."""

    name: str
    size: int
    """Bytes."""
    file: IO[bytes]


@contextmanager
def opened(path: Path) -> Iterator[Text]:
    """The text of a file; raises `CaseError` where it cannot be read or is far too large."""
    try:
        with path.open("rb") as file:
            if file.read(len(_ZIP)) != _ZIP:
                file.seek(0)
                yield _bounded(Text(path.name, path.stat().st_size, file))
                return
            with zipfile.ZipFile(file) as archive:
                member = _member(archive)
                with archive.open(member) as text:
                    yield _bounded(Text(Path(member.filename).name, member.file_size, text))
    except (OSError, zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError) as error:
        raise CaseError(
            _("{name} could not be read.").format(name=path.name),
            _("Download the file again, or unpack it first."),
        ) from error


def lines(text: Text, on_read: Callable[[int], None]) -> Iterator[str | None]:
    """Each line; None for one that is too long or no UTF-8. `on_read` is told the bytes so far."""
    done = 0
    reader = io.BufferedReader(text.file) if isinstance(text.file, io.RawIOBase) else text.file
    while data := reader.readline(LONGEST_LINE):
        done += len(data)
        if done > MOST_BYTES:  # an archive may say less than it unpacks to
            raise _too_large(text.name)
        is_whole = data.endswith(b"\n") or len(data) < LONGEST_LINE
        while not data.endswith(b"\n") and len(data) == LONGEST_LINE:
            data = reader.readline(LONGEST_LINE)
            done += len(data)
        on_read(done)
        yield _decoded(data) if is_whole else None


def _decoded(data: bytes) -> str | None:
    try:
        return data.decode("utf-8-sig" if data.startswith(b"\xef\xbb\xbf") else "utf-8")
    except UnicodeDecodeError:
        return None


def _member(archive: zipfile.ZipFile) -> zipfile.ZipInfo:
    """The text of GeoNames' archives; beside it lies a "readme.txt"."""
    texts = [
        member
        for member in archive.infolist()
        if member.filename.casefold().endswith(".txt")
        and "readme" not in member.filename.casefold()
        and not member.is_dir()
    ]
    if not texts:
        raise CaseError(
            _("There is no text of places in this archive."), _("Choose a file of GeoNames.")
        )
    return max(texts, key=lambda member: member.file_size)


def _bounded(text: Text) -> Text:
    if text.size > MOST_BYTES:
        raise _too_large(text.name)
    return text


def _too_large(name: str) -> CaseError:
    return CaseError(
        _("{name} is too large to be a file of places.").format(name=name),
        _("Choose a file of GeoNames."),
    )
