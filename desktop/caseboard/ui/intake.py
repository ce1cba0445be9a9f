"""From what Qt gave us to what can be taken in: folders opened, pictures in memory written out."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage

from caseboard.capture.drop import Drop, Flavour
from caseboard.model.terms import Method
from caseboard.ui.dropping import Payload

MOST_FILES = 500
"""A folder with more than this is more likely a slip of the hand."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """What can be taken in, and the names of files that could not be read or were too many."""

    drop: Drop
    left_out: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing is left to take in."""
        return not self.drop.files and not self.drop.flavours


def gather(payload: Payload, method: Method) -> Gathered:
    """Make a `Drop` of what was dragged or pasted; reads folders, so not for the loop's thread."""
    if payload.files:
        return gather_files(payload.files, method)
    flavours = [Flavour(media_type, data) for media_type, data in payload.flavours]
    if payload.image is not None and not payload.image.isNull():
        flavours.insert(0, Flavour("image/png", _png(payload.image)))
    return Gathered(Drop(tuple(flavours), method=method))


def gather_files(paths: Iterable[Path], method: Method) -> Gathered:
    """The files named and those in the folders named, as far as they can be read."""
    found = [file for path in paths for file in _files_in(path)]
    readable = [file for file in found if file.is_file() and os.access(file, os.R_OK)]
    left_out = [file.name for file in found if file not in set(readable)]
    left_out += [file.name for file in readable[MOST_FILES:]]
    return Gathered(Drop(files=tuple(readable[:MOST_FILES]), method=method), tuple(left_out))


def _files_in(path: Path) -> Iterator[Path]:
    """A file, or those under a folder by name; what belongs to a saved page stays with it."""
    if not path.is_dir():
        yield path
        return
    entries = sorted(entry for entry in path.iterdir() if not entry.name.startswith("."))
    pages = {entry.stem for entry in entries if entry.suffix.lower() in {".html", ".htm"}}
    for entry in entries:
        if entry.is_symlink() or (entry.is_dir() and _goes_with(entry.name, pages)):
            continue
        yield from _files_in(entry)


def _goes_with(folder: str, pages: set[str]) -> bool:
    """Browsers save the pictures of `page.html` in `page_files`."""
    return any(folder in {f"{page}_files", f"{page}.files", page} for page in pages)


def _png(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs leave out str
    return bytes(buffer.data().data())
