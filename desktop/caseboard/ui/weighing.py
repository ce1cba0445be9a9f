"""The claims of an open case, weighed; weighed anew as soon as anything they rest on changes."""

import asyncio
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from sqlmodel import Session

from caseboard.analysis.standing import Standing, weigh
from caseboard.model.change import Change
from caseboard.model.ids import CaseId, ClaimId
from caseboard.model.ledger import Ledger
from caseboard.store import ledgers
from caseboard.ui.desk import CaseDesk
from caseboard.ui.listening import follow

WEIGHED = ("claim", "claim_location", "claim_unit", "report", "relay", "dispute", "syndication")
"""Any change of these may alter how a claim stands."""
NAMED = ("source", "location", "unit", "clip", "anchor")
"""Tables whose rows claims and their reports name."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """The claims of a case at one moment, and how each of them stands."""

    ledger: Ledger
    standings: Mapping[ClaimId, Standing]
    named: frozenset[str]
    """The ids of everything outside these tables that they name."""


class Weighing(QObject):
    """Weighs off the loop's thread. `staled` is sent when what is known is known no more."""

    staled = Signal()
    weighed = Signal(object)
    """`Weighed`, every time that was done anew."""

    def __init__(self, desk: CaseDesk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._now: Weighed | None = None
        self._running: asyncio.Task[Weighed] | None = None
        self._is_stale = True
        self._begun: asyncio.Future[Weighed] | None = None
        self._meanwhile: list[Change] = []
        """What changed since it was last begun to be read: it may name what that does."""
        follow(self, desk.desk.history.changed, self._on_changed)

    @property
    def now(self) -> Weighed | None:
        """As it was weighed last; None before the first time."""
        return self._now

    @property
    def is_fresh(self) -> bool:
        """Whether that still holds: nothing it rests on has changed since."""
        is_weighing = self._running is not None and not self._running.done()
        return self._now is not None and not (self._is_stale or is_weighing)

    def begin(self) -> None:
        """Read and weigh already, while the view that will ask for it is still being built."""
        self._begun = self._ask()

    async def fresh(self) -> Weighed:
        """As it is now; several who ask at one time wait for one weighing."""
        while self._is_stale or self._now is None:
            if self._running is None or self._running.done():  # its end may not be told yet
                self._is_stale = False
                self._running = asyncio.ensure_future(self._weigh())
                self._running.add_done_callback(self._on_done)
            await asyncio.shield(self._running)
        return self._now

    async def _weigh(self) -> Weighed:
        asked, self._begun = self._begun or self._ask(), None
        self._now = await asked
        self.weighed.emit(self._now)
        if not self._is_stale and any(map(self._concerns, self._meanwhile)):
            self._is_stale = True
            self.staled.emit()
        return self._now

    def _ask(self) -> "asyncio.Future[Weighed]":
        self._meanwhile = []
        return self._desk.desk.library.database.ask(_weighed, self._desk.case_id)

    def _on_done(self, running: "asyncio.Task[Weighed]") -> None:
        if self._running is running:
            self._running = None
        if running.cancelled() or running.exception() is not None:
            self._is_stale = True

    def _on_changed(self, change: Change) -> None:
        if change.touches(*WEIGHED) or "clip" in change.moved or self._concerns(change):
            self._is_stale = True
            self._begun = None
            self.staled.emit()
        elif self._is_being_read:
            self._meanwhile.append(change)

    @property
    def _is_being_read(self) -> bool:
        return self._begun is not None or (self._running is not None and not self._running.done())

    def _concerns(self, change: Change) -> bool:
        """Whether something that a claim names has changed, or a clip it rests on."""
        if self._now is None:
            return False
        if self._desk.case_id in change.touched.get("case", _NONE):
            return True
        return any(change.touched.get(table, _NONE) & self._now.named for table in NAMED)


def _weighed(session: Session, case_id: CaseId) -> Weighed:
    ledger = ledgers.read(session, case_id)
    return Weighed(ledger, weigh(ledger), frozenset(_named(ledger)))


def _named(ledger: Ledger) -> Iterator[str]:
    yield from ledger.voices
    for claim in ledger.claims:
        yield from (place.id for place in claim.places)
        yield from (unit.id for unit in claim.units)
    for words in ledger.words.values():
        for word in words:
            yield word.clip_id
            yield word.anchor_id


_NONE: frozenset[str] = frozenset()
