"""One drag, paste or choice of files, sorted into what will become clips."""

from dataclasses import dataclass
from pathlib import Path

from caseboard.model.terms import ClipKind, FileRole, Method


@dataclass(frozen=True, slots=True)
class Flavour:
    """One form in which a drag or paste offers the same thing."""

    media_type: str
    data: bytes
    name: str = ""
    """A file name, where the giver states one."""


@dataclass(frozen=True, slots=True)
class Drop:
    """What came in one go: flavours of a drag or paste, files on disk, or both."""

    flavours: tuple[Flavour, ...] = ()
    files: tuple[Path, ...] = ()
    method: Method = Method.DROP


@dataclass(frozen=True, slots=True)
class IntakeFile:
    """One file to be kept: its bytes, or the path they are read from."""

    name: str
    """As given. Never used as a path."""
    media_type: str
    data: bytes | Path
    role: FileRole
    url: str = ""


@dataclass(frozen=True, slots=True)
class Intake:
    """One clip to be: its files, the first of them the original."""

    kind: ClipKind
    title: str
    """A first guess, safe to show; a reading may give a better one."""
    files: tuple[IntakeFile, ...]
    url: str
    """Where it came from; empty where nobody said."""
    method: Method


def sort(drop: Drop) -> list[Intake]:
    """What `drop` holds, one `Intake` a clip."""
    raise NotImplementedError
