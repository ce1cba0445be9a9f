"""A page saved for good, against one fdatasync on the same disk."""

import itertools
import os
import statistics
import time
from collections.abc import Callable
from pathlib import Path

from sqlmodel import Session

from bench import material
from bench.harness import Case, Contest, Place
from caseboard.capture.reading import Reading
from caseboard.commands.cases import NewCase
from caseboard.commands.clips import AddClips, FillClip, KeptClip, KeptFile, now
from caseboard.model.ids import CaseId, ClipId
from caseboard.model.terms import ClipKind, FileRole, Method
from caseboard.store.journal import Entry
from caseboard.store.library import Library

EACH = 20
"""Saves of one round."""
BLOCK = 4096


class Saver:
    """Saves pages that are read already: file, row, index and journal in one change-set."""

    def __init__(self, library: Library, case_id: CaseId) -> None:
        self._library = library
        self._case_id = case_id
        self._numbers = itertools.count()
        self._writer = material.Writer()

    def page(self) -> tuple[bytes, Reading]:
        """A page and what was read from it."""
        title, text, parts = self._writer.article()
        data = f"<html>{next(self._numbers)}{text}</html>".encode()
        return data, Reading(title=title, site="Daily", text=text, parts=tuple(parts))

    def save(self, data: bytes, reading: Reading) -> None:
        """Keep it: returns when it is on disk."""
        stored = self._library.files.add(data)
        file = KeptFile(stored, "page.html", "text/html", FileRole.ORIGINAL)
        kept = KeptClip(ClipKind.ARTICLE, reading.title, (file,), "", Method.DROP)
        add = AddClips(self._case_id, (kept,), now())

        def work(session: Session) -> ClipId:
            clip_id = add.do(session)[0]
            FillClip(self._case_id, clip_id, reading).do(session)
            return clip_id

        self._library.database.write_now(Entry(add.label, self._case_id), work)


def saves(place: Place) -> Contest:
    """The median save of a round, against the median fdatasync."""
    library = Library.open(place.own / "library", "bench")
    command = NewCase("Saves")
    case_id = library.database.write_now(Entry(command.label), command.do).result
    saver = Saver(library, case_id)
    syncs = place.own / "synced"
    return Contest(lambda: _save_some(saver), lambda: _sync_some(syncs), library.close)


def _save_some(saver: Saver) -> float:
    pages = [saver.page() for _ in range(EACH)]
    return _median([lambda page=page: saver.save(*page) for page in pages])  # type: ignore[misc]


def _sync_some(path: Path) -> float:
    """A block put at the end of a file and brought to the disk, as a journal does."""
    with path.open("ab", buffering=0) as file:

        def sync() -> None:
            file.write(os.urandom(BLOCK))
            _datasync(file.fileno())

        return _median([sync] * EACH)


def _median(works: list[Callable[[], None]]) -> float:
    spent = []
    for work in works:
        start = time.perf_counter()
        work()
        spent.append(time.perf_counter() - start)
    return statistics.median(spent)


_datasync = getattr(os, "fdatasync", os.fsync)  # macOS and Windows have only the other


CASES = [Case("a page saved, against one fdatasync", 8, saves)]
