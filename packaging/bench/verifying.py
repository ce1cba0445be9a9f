"""Every file of a library hashed again, against hashing alone."""

import hashlib
import os
from pathlib import Path

from bench.harness import Case, Contest, Place, timed
from caseboard.commands.cases import NewCase
from caseboard.commands.clips import AddClips, KeptClip, KeptFile, now
from caseboard.model.terms import ClipKind, FileRole, Method
from caseboard.store import verify
from caseboard.store.files import Stored
from caseboard.store.journal import Entry
from caseboard.store.library import Library

FILES = 24
SIZE = 8 << 20


def files(place: Place) -> Contest:
    """`verify` over 192 MB in 24 files, against one thread's SHA-256 of as much in memory."""
    library = Library.open(place.own / "library", "bench")
    data = [os.urandom(SIZE) for _ in range(FILES)]
    _keep(library, [library.files.add(each) for each in data])
    block = data[0]

    def ours() -> None:
        found = library.database.read_now(verify.files, library.files)
        if found:
            raise RuntimeError(found)

    def pace() -> None:
        for _each in range(FILES):
            hashlib.sha256(block).hexdigest()

    return Contest(timed(ours), timed(pace), library.close)


def _keep(library: Library, stored: list[Stored]) -> None:
    new = NewCase("Files")
    case_id = library.database.write_now(Entry(new.label), new.do).result
    clips = tuple(
        KeptClip(
            ClipKind.DOCUMENT,
            each.sha256[:8],
            (KeptFile(each, Path(each.sha256).name, "application/pdf", FileRole.ORIGINAL),),
            "",
            Method.FILE,
        )
        for each in stored
    )
    add = AddClips(case_id, clips, now())
    library.database.write_now(Entry(add.label, case_id), add.do)


CORES = os.cpu_count() or 1
REACH = 1 / 1.6 if CORES > 1 else 1 / 0.85

CASES = [Case("192 MB of files verified, against SHA-256 alone", REACH, files)]
