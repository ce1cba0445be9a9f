"""Runs commands, and goes back and forth over what they did, also after a restart."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Protocol, TypeVar

from sqlmodel import Session

from caseboard.errors import CaseError
from caseboard.i18n import _
from caseboard.model.change import Change, ChangeSet
from caseboard.model.terms import ChangeKind
from caseboard.runtime.events import Event
from caseboard.store import history as store
from caseboard.store import journal
from caseboard.store.database import Database, Written
from caseboard.store.journal import Entry
from caseboard.store.stacks import Stacks

T_co = TypeVar("T_co", covariant=True)
R = TypeVar("R")


class Command(Protocol[T_co]):
    """One thing a user did: a frozen value that knows how to do itself."""

    @property
    def label(self) -> str:
        """What the journal and the Undo menu say."""

    @property
    def case_id(self) -> str | None:
        """The case it is done in; None for the library as a whole."""

    def do(self, session: Session) -> T_co:
        """Make the change; the journal records what it was."""


class History:
    """Runs commands one after another; every change to a library goes through here.

    `changed` tells each `Change` on the loop's thread, once the library has it on disk.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._turn = asyncio.Lock()
        self._stacks: dict[str | None, Stacks] = {}
        self.changed: Event[Change] = Event()
        self.pending: Event[int] = Event()
        """How many writes were asked for and are not on disk yet, whenever that changes."""
        self._pending = 0

    async def run(self, command: Command[R]) -> R:
        """Do `command`; it enters the history only once the library has it."""
        return (await self.record(command)).result

    async def record(self, command: Command[R], *, follows: int | None = None) -> Written[R]:
        """Do `command` and say what it changed.

        With `follows` it finishes what that change-set began: it is undone together with it.
        """
        kind = ChangeKind.DO if follows is None else ChangeKind.FOLLOW
        entry = Entry(command.label, command.case_id, kind, follows)
        return await self._write(entry, command.do)

    async def undo(self, case_id: str | None) -> str | None:
        """Take back the last command of this case and return its label; None if there is none."""
        async with self._turn_of_its_own():  # what is being written now is the last command
            stacks = await self.stacks(case_id)
            if not stacks.done:
                return None
            label, written = await self._take_back(case_id, ChangeKind.UNDO, stacks.done[-1])
        self._tell(written)
        return label

    async def redo(self, case_id: str | None) -> str | None:
        """Do again what undo has just taken back; None if there is nothing."""
        async with self._turn_of_its_own():
            stacks = await self.stacks(case_id)
            if not stacks.undone:
                return None
            label, written = await self._take_back(case_id, ChangeKind.REDO, stacks.undone[-1])
        self._tell(written)
        return label

    async def revert(self, seq: int) -> str:
        """Take back one change-set from anywhere in the history.

        Raises `MovedOn` if what it changed has changed again since.
        """
        change_set = await self._database.read(store.by_seq, seq)
        if change_set is None:
            raise CaseError(_("There is no change {seq} in the history.").format(seq=seq))
        async with self._turn_of_its_own():
            label, written = await self._take_back(change_set.case_id, ChangeKind.REVERT, seq)
        self._tell(written)
        return label

    async def stacks(self, case_id: str | None) -> Stacks:
        """What can be undone and redone in this case, read from the journal the first time."""
        if case_id not in self._stacks:
            self._stacks[case_id] = await self._database.read(store.stacks, case_id)
        return self._stacks[case_id]

    async def _take_back(
        self, case_id: str | None, kind: ChangeKind, seq: int
    ) -> tuple[str, Written[None]]:
        first = await self._database.read(store.by_seq, seq)
        label = first.label if first else ""

        def work(session: Session) -> None:
            journal.take_back(session, _with_followers(session, seq))

        return label, await self._commit(Entry(label, case_id, kind, seq), work)

    async def _write(self, entry: Entry, work: Callable[[Session], R]) -> Written[R]:
        async with self._turn_of_its_own():
            written = await self._commit(entry, work)
        self._tell(written)
        return written

    @asynccontextmanager
    async def _turn_of_its_own(self) -> AsyncIterator[None]:
        self._count(1)
        try:
            async with self._turn:
                yield
        finally:
            self._count(-1)

    async def _commit(self, entry: Entry, work: Callable[[Session], R]) -> Written[R]:
        stacks = await self.stacks(entry.case_id)
        written = await self._database.write(entry, work)
        if written.change:
            stacks.take(written.change.seq, entry.kind, entry.of)
        return written

    def _tell(self, written: Written[R]) -> None:
        if written.change:
            self.changed.emit(written.change)

    def _count(self, more: int) -> None:
        self._pending += more
        self.pending.emit(self._pending)


def _with_followers(session: Session, seq: int) -> list[ChangeSet]:
    return [*store.followers(session, seq), *store.present(session, seq)]
