"""Walking folders for what can be taken in: what is left out is named, with the reason.

No link within a folder is followed, and no folder is entered twice, so that a walk ends and
never leaves what the user chose.
"""

import os
import stat
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from caseboard.capture import safenames
from caseboard.i18n import _, ngettext
from caseboard.model import numerals

MOST = 10_000
"""So many files are taken in one go; how many more there are is said."""
_MOST_COUNTED = 200_000
_TOLD = 50
_NAMED = 3
_LITTER = {"thumbs.db", "desktop.ini", "ehthumbs.db", "__macosx", "$recycle.bin", "icon\r",
           "system volume information", "lost+found"}  # fmt: skip


class Reason(StrEnum):
    """Why a file is not taken in."""

    HIDDEN = "hidden"
    LINK = "link"
    NO_RIGHT = "no right"
    GONE = "gone"
    NO_FILE = "no file"
    TOO_MANY = "too many"


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A file that is not taken in."""

    name: str
    """Fit to be shown."""
    reason: Reason


@dataclass(slots=True)
class Walked:
    """What a walk found."""

    files: list[Path] = field(default_factory=list)
    """In the order of their names, folder by folder."""
    left_out: list[LeftOut] = field(default_factory=list)
    is_stopped: bool = False
    """Whether the user stopped it."""


def walk(paths: Iterable[Path], told: Callable[[int], bool] = lambda _count: True) -> Walked:
    """The files among `paths` and under the folders among them; blocks.

    `told` hears now and then how many files were found; the walk ends where it answers False.
    Pictures that a browser saved beside a page belong to that page, and are not listed.
    """
    found, seen, count = Walked(), set[tuple[int, int]](), 0
    for path in paths:
        for file in _under(path, found, seen):
            count += 1
            if count <= MOST:
                found.files.append(file)
            elif count <= _MOST_COUNTED:
                found.left_out.append(LeftOut(safenames.shown(file.name), Reason.TOO_MANY))
            if count % _TOLD == 0 and not told(count):
                found.is_stopped = True
            if found.is_stopped or count > _MOST_COUNTED:
                return found
    return found


def sentences(left_out: Iterable[LeftOut]) -> str:
    """What was left out, a sentence for each reason, with the first names."""
    by_reason: dict[Reason, list[str]] = {}
    for each in left_out:
        by_reason.setdefault(each.reason, []).append(each.name)
    return " ".join(_sentence(reason, names) for reason, names in by_reason.items())


def _sentence(reason: Reason, names: list[str]) -> str:
    n = len(names)
    text = {
        Reason.HIDDEN: ngettext(
            "{n} hidden or system file was left out: {{names}}.",
            "{n} hidden or system files were left out: {{names}}.",
            n,
        ),
        Reason.LINK: ngettext(
            "{n} link to elsewhere was not followed: {{names}}.",
            "{n} links to elsewhere were not followed: {{names}}.",
            n,
        ),
        Reason.NO_RIGHT: ngettext(
            "{n} file may not be opened: {{names}}.", "{n} files may not be opened: {{names}}.", n
        ),
        Reason.GONE: ngettext(
            "{n} file is no longer there: {{names}}.",
            "{n} files are no longer there: {{names}}.",
            n,
        ),
        Reason.NO_FILE: ngettext(
            "{n} is a pipe, a socket or a device and no file: {{names}}.",
            "{n} are pipes, sockets or devices and no files: {{names}}.",
            n,
        ),
        Reason.TOO_MANY: ngettext(
            "{n} more file was not taken in, as {{most}} are the most in one go: {{names}}.",
            "{n} more files were not taken in, as {{most}} are the most in one go: {{names}}.",
            n,
        ),
    }[reason]
    listed = ", ".join(names[:_NAMED])
    if n > _NAMED:
        listed = _("{names} …").format(names=listed)
    return text.format(names=listed, most=numerals.count(MOST))


def reason_against(path: Path) -> Reason | None:
    """Why this file cannot be taken in; None where it can. Never waits for a pipe."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            return Reason.NO_FILE
        os.close(os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0)))
    except PermissionError:
        return Reason.NO_RIGHT
    except (OSError, ValueError):  # gone, a link to nothing, or a name that no system takes
        return Reason.GONE
    return None


def _under(path: Path, found: Walked, seen: set[tuple[int, int]]) -> Iterator[Path]:
    """The file at `path`, or those in the folder there; a stack, so that depth costs nothing."""
    stack = [path]
    while stack:
        here = stack.pop()
        if not here.is_dir():
            reason = reason_against(here)
            if reason is None:
                yield here
            else:
                found.left_out.append(LeftOut(safenames.shown(here.name), reason))
        elif _is_new(here, seen):
            stack += reversed(_inside(here, found))


def _is_new(folder: Path, seen: set[tuple[int, int]]) -> bool:
    """Whether a folder was not entered yet; the same one may be mounted within itself."""
    try:
        known = folder.stat()
    except OSError:
        return True  # `_inside` says what is the matter with it
    place = (known.st_dev, known.st_ino)
    if known.st_ino and place in seen:
        return False
    seen.add(place)
    return True


def _inside(folder: Path, found: Walked) -> list[Path]:
    """What is to be looked at in a folder; the rest is named in `found`."""
    try:
        with os.scandir(folder) as entries:
            listed = sorted(entries, key=lambda entry: entry.name)
    except OSError as error:
        reason = Reason.NO_RIGHT if isinstance(error, PermissionError) else Reason.GONE
        found.left_out.append(LeftOut(safenames.shown(folder.name), reason))
        return []
    pages = {entry.name.rpartition(".")[0] for entry in listed if _is_page(entry.name)}
    wanted = []
    for entry in listed:
        reason_not = _reason_to_skip(entry)
        if reason_not is not None:
            found.left_out.append(LeftOut(safenames.shown(entry.name), reason_not))
        elif not (_goes_with(entry.name, pages) and entry.is_dir(follow_symlinks=False)):
            wanted.append(Path(entry.path))
    return wanted


def _reason_to_skip(entry: "os.DirEntry[str]") -> Reason | None:
    name = entry.name
    if name.startswith((".", "~$")) or name.casefold() in _LITTER:
        return Reason.HIDDEN
    return Reason.LINK if entry.is_symlink() else None


def _is_page(name: str) -> bool:
    return name.lower().endswith((".html", ".htm", ".xhtml"))


def _goes_with(folder: str, pages: set[str]) -> bool:
    """Browsers save the pictures of `page.html` in `page_files`."""
    stems = {folder, folder.removesuffix("_files"), folder.removesuffix(".files")}
    return bool(stems & pages)
