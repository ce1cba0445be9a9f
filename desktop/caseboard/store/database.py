"""The database of one library: one thread writes, a few read."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Concatenate, Generic, ParamSpec, TypeVar

from sqlalchemy.exc import IntegrityError, OperationalError
from sqlmodel import Session

from caseboard.errors import CaseError
from caseboard.i18n import _
from caseboard.model.change import Change
from caseboard.store import indexing, journal, search_index
from caseboard.store.driver import reader_engine, writer_engine
from caseboard.store.journal import Entry
from caseboard.store.recorder import Recorder, watch

P = ParamSpec("P")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Written(Generic[T]):
    """What a write returned and what it changed; `change` is None where nothing changed."""

    result: T
    change: Change | None


class Refused(CaseError):
    """The database itself refused a write that would break a rule of the model."""


class Database:
    """Runs store functions off the main thread, each in a session of its own.

    A function handed to `read` or `write` takes the session first and returns detached objects.
    A write is one transaction and one change-set, done whole or not at all.
    """

    def __init__(self, path: Path, who: str, *, read_only: bool = False, readers: int = 3) -> None:
        self.who = who
        """In whose name changes are written."""
        self._read_engine = reader_engine(path)
        self._write_engine = None if read_only else writer_engine(path)
        self._writer = ThreadPoolExecutor(1, "case-write")
        self._readers = ThreadPoolExecutor(readers, "case-read")

    @property
    def read_only(self) -> bool:
        """Whether this program only reads the library."""
        return self._write_engine is None

    def read_now(
        self, query: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Answer `query` on this thread, from one moment of the library."""
        with Session(self._read_engine, expire_on_commit=False) as session:
            return query(session, *args, **kwargs)

    def write_now(self, entry: Entry, work: Callable[[Session], T]) -> Written[T]:
        """Do `work` on this thread as one change-set."""
        if self._write_engine is None:
            raise CaseError(
                _("The library is open to read only."),
                _("Close the program that holds it, then open it again."),
            )
        with Session(self._write_engine, expire_on_commit=False) as session:
            watch(session, Recorder())
            with _in_words(), session.begin():
                result = work(session)
                change = journal.append(session, entry, self.who)
                if change:
                    indexing.follow(session, change)
            session.expunge_all()
        return Written(result, change)

    def complete_search(self, kind: str) -> None:
        """Let all rows of table `kind` be found, if it was not searched when they were written."""
        if self._write_engine is not None:
            with Session(self._write_engine) as session, session.begin():
                search_index.complete(session, kind)

    def ask(
        self, query: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> "asyncio.Future[T]":
        """Begin to answer `query` at once, before anything awaits it."""
        loop = asyncio.get_running_loop()
        return loop.run_in_executor(self._readers, lambda: self.read_now(query, *args, **kwargs))

    async def read(
        self, query: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Answer `query` while others read and write."""
        return await self.ask(query, *args, **kwargs)

    async def write(self, entry: Entry, work: Callable[[Session], T]) -> Written[T]:
        """Do `work` as one change-set, after every write asked for before it."""
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._writer, lambda: self.write_now(entry, work))

    def close(self) -> None:
        """Finish what was asked for and let go of the file."""
        self._writer.shutdown()
        self._readers.shutdown()
        self._read_engine.dispose()
        if self._write_engine is not None:
            self._write_engine.dispose()


class _in_words:  # noqa: N801  reads as a phrase where it is used
    """Turns what the database refuses into a `CaseError`."""

    def __enter__(self) -> None:
        return

    def __exit__(self, _kind: object, error: BaseException | None, _trace: object) -> None:
        if isinstance(error, IntegrityError):
            raise Refused(_reason(error), _("Nothing was changed.")) from error
        if isinstance(error, OperationalError):
            raise CaseError(
                _("The library could not be written: {reason}.").format(reason=error.orig),
                _("Nothing was changed. Check the disk, then try again."),
            ) from error


def _reason(error: IntegrityError) -> str:
    if "FOREIGN KEY" in str(error.orig):
        return _("Something else in the library rests on this, or what this rests on is gone.")
    return _("The library refused this: {reason}.").format(reason=error.orig)
