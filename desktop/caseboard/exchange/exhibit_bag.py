"""Files handed over together: a folder with a list of hashes, or a bag (BagIt 1.0, RFC 8493).

The same items give the same bytes, names and dates. Names are ASCII, so that no file system
writes them another way.
"""

import hashlib
import os
import shutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from typing_extensions import override

from caseboard.errors import CaseError
from caseboard.i18n import _

SUMS: Final = "SHA256SUMS"
"""The list of a folder, as `sha256sum --check` reads it."""
_DECLARED: Final = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Item:
    """One file: where it stands below the folder, parted by `/`, and what gives its bytes."""

    path: str
    load: Callable[[], bytes]


def put_folder(
    items: Sequence[Item], target: Path, when: datetime, progress: Progress | None = None
) -> bytes:
    """Write the items below `target`, dated `when`; returns the list of their hashes.

    `target` appears when it is whole. Raises `CaseError` where it holds something already or
    cannot be written, and what `load` and `progress` raise.
    """
    return _put(_Folder(items, when, progress), target)


def put_bag(
    items: Sequence[Item],
    target: Path,
    when: datetime,
    told: Mapping[str, str],
    progress: Progress | None = None,
) -> bytes:
    """Write the items as a bag, with `told` in its `bag-info.txt`; returns its tag manifest.

    The bag is read back and checked before it appears. Raises as `put_folder` does.
    """
    return _put(_Bag(items, when, progress, told), target)


class _Folder:
    """A folder being written."""

    payload = ""

    def __init__(self, items: Sequence[Item], when: datetime, progress: Progress | None) -> None:
        self._items = sorted(items, key=lambda item: item.path)
        self._when, self._progress = when.timestamp(), progress
        self._bytes = 0

    def write(self, folder: Path) -> bytes:
        """All of it, below a new folder."""
        lines = "".join(self._written(folder))
        return self._listed(folder, lines)

    def _listed(self, folder: Path, lines: str) -> bytes:
        return self._file(folder, SUMS, lines.encode())

    def _written(self, folder: Path) -> list[str]:
        lines = []
        for number, item in enumerate(self._items, 1):
            data = item.load()
            path = f"{self.payload}{item.path}"
            self._file(folder, path, data)
            self._bytes += len(data)
            lines.append(f"{_sha256(data)}  {path}\n")
            if self._progress is not None:
                self._progress(number, len(self._items))
        return lines

    def _file(self, folder: Path, path: str, data: bytes) -> bytes:
        target = folder.joinpath(*path.split("/"))
        target.parent.mkdir(parents=True, exist_ok=True)
        with target.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.utime(target, (self._when, self._when))
        return data

    def date(self, folder: Path) -> None:
        """Date the folders: whatever was written into them changed that."""
        for inner in sorted(folder.rglob("*"), reverse=True):
            if inner.is_dir():
                os.utime(inner, (self._when, self._when))
        os.utime(folder, (self._when, self._when))


class _Bag(_Folder):
    """A bag being written: the items are its payload."""

    payload = "data/"

    def __init__(
        self,
        items: Sequence[Item],
        when: datetime,
        progress: Progress | None,
        told: Mapping[str, str],
    ) -> None:
        super().__init__(items, when, progress)
        day = {"Bagging-Date": when.date().isoformat()}
        self._told = {**told, **day}

    @override
    def _listed(self, folder: Path, lines: str) -> bytes:
        told = {**self._told, "Payload-Oxum": f"{self._bytes}.{len(self._items)}"}
        info = "".join(f"{name}: {_line(value)}\n" for name, value in told.items() if value)
        tags = {"bag-info.txt": info, "bagit.txt": _DECLARED, "manifest-sha256.txt": lines}
        listed = ""
        for name, text in tags.items():
            listed += f"{_sha256(self._file(folder, name, text.encode()))}  {name}\n"
        made = self._file(folder, "tagmanifest-sha256.txt", listed.encode())
        _check(folder)
        return made


def _put(writer: _Folder, target: Path) -> bytes:
    part = target.with_name(f".{target.name}.part")
    try:
        if target.exists() and (not target.is_dir() or any(target.iterdir())):
            raise _taken(target)
        shutil.rmtree(part, ignore_errors=True)
        part.mkdir()
        made = writer.write(part)
        writer.date(part)
        if target.exists():
            target.rmdir()
        part.rename(target)
    except OSError as error:
        raise CaseError(
            _("{name} could not be written: {reason}.").format(
                name=target.name, reason=error.strerror or error
            ),
            _("Choose another folder, or make room on the disk."),
        ) from error
    finally:
        shutil.rmtree(part, ignore_errors=True)
    return made


def _check(folder: Path) -> None:
    """Read the bag back as whoever gets it would; raises `OSError` where it is not sound."""
    import bagit  # noqa: PLC0415  few ask for a bag

    try:
        bagit.Bag(str(folder)).validate()
    except bagit.BagError as error:
        raise OSError(str(error)) from error


def _taken(target: Path) -> CaseError:
    return CaseError(
        _("{name} is there already and holds something.").format(name=target.name),
        _("Name a new folder, or an empty one."),
    )


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _line(value: str) -> str:
    """A value on one line of a tag file."""
    return " ".join("".join(each if each.isprintable() else " " for each in value).split())
