"""One writer per library: a lock the system lets go of when its holder dies."""

import getpass
import os
import platform
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

from caseboard.errors import CaseError
from caseboard.i18n import _

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl


class LibraryBusy(CaseError):
    """Another program holds the library."""


class LibraryLock:
    """Holds `folder` for this process until closed; raises `LibraryBusy`, naming the holder."""

    def __init__(self, folder: Path) -> None:
        path = folder / "lock"
        self._file: BinaryIO = path.open("a+b")
        if not _take(self._file):
            self._file.close()
            raise LibraryBusy(
                _("The library is in use: {holder}.").format(holder=_holder(folder)),
                _("Close it there, or open the library to read only."),
            )
        (folder / "holder").write_text(_self_description(), encoding="utf-8")

    def close(self) -> None:
        """Let go of the library."""
        self._file.close()


def _take(file: BinaryIO) -> bool:
    try:
        if sys.platform == "win32":
            file.seek(0)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _self_description() -> str:
    now = datetime.now(UTC).strftime("%Y-%m-%d %H:%M UTC")
    return f"{_user()}@{platform.node()}, process {os.getpid()}, since {now}"


def _holder(folder: Path) -> str:
    try:
        return (folder / "holder").read_text(encoding="utf-8")
    except OSError:
        return _("a program that has just started")


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # a system without a user data base
        return "?"
