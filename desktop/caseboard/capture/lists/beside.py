"""The files that a list names, where they truly lie beside it.

A list is foreign: a path in it must not reach anything but what came along with it.
"""

import os
from pathlib import Path, PurePosixPath
from urllib.parse import unquote

from caseboard.capture.lists.entry import MOST_FILES


def find(list_path: Path, written: str) -> list[Path]:
    """The file at `written`, or those in the folder there; empty where there is none.

    Never one outside the list's own folder, by an absolute path, `..` or a symbolic link.
    """
    folder = list_path.parent.resolve()
    for spelled in dict.fromkeys((written, unquote(written))):
        path = _under(folder, spelled)
        if path is not None:
            return [path] if path.is_file() else _files_in(path)
    return []


def _under(folder: Path, written: str) -> Path | None:
    parts = PurePosixPath(written.replace("\\", "/")).parts
    if not parts or "\x00" in written or ".." in parts or parts[0].startswith("/"):
        return None
    try:
        path = folder.joinpath(*parts).resolve(strict=True)
    except (OSError, ValueError, RuntimeError):  # not there, a name too long, links in a circle
        return None
    return path if path != folder and path.is_relative_to(folder) else None


def _files_in(folder: Path) -> list[Path]:
    found: list[Path] = []
    for root, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(root, name)
            if not name.startswith(".") and path.is_file() and not path.is_symlink():
                found.append(path)
            if len(found) >= MOST_FILES:
                return found
    return found
