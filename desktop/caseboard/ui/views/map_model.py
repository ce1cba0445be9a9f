"""What the map of a case shows: its spots and layers, of the time that is brushed."""

import asyncio
from collections.abc import Collection
from dataclasses import dataclass, field

from PySide6.QtCore import QObject, Signal

from caseboard.analysis import spots as known
from caseboard.analysis.spot_times import SpotTimes, Within
from caseboard.errors import CaseError
from caseboard.mapping.content import Content
from caseboard.model.change import Change
from caseboard.model.sightings import Sightings
from caseboard.model.spots import SpotKind
from caseboard.store import spots as stored
from caseboard.ui.brush import Brushed
from caseboard.ui.desk import CaseDesk
from caseboard.ui.lib.asyncui import start
from caseboard.ui.listening import follow
from caseboard.ui.map.spot_pages import SpotPages
from caseboard.ui.weighing import WEIGHED, Weighed, Weighing

DRAWN = (
    *WEIGHED, "tag", "position", "anchor", "clip", "clip_file", "location", "unit"
)  # fmt: skip
"""Tables of which a change may alter a spot."""


@dataclass(frozen=True)
class Read:
    """The spots of a case at one moment, with all that is known of them."""

    times: SpotTimes = field(default_factory=lambda: SpotTimes((), Sightings()))
    pages: SpotPages = field(default_factory=lambda: SpotPages((), Sightings(), {}))


class MapModel(QObject):
    """Reads the spots anew when the case changes; `drawn` when what is shown is another.

    `failed` is sent where they cannot be read.
    """

    drawn = Signal(object)
    """`Content`."""
    failed = Signal(object)
    """`CaseError`."""

    def __init__(self, desk: CaseDesk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._weighing = Weighing(desk, self)
        self._is_busy = False
        self._is_stale = True
        self._is_due = False
        self._is_asleep = False
        self._within = Within(())
        self.read = Read()
        self.is_read = False
        """Whether it was read at least once."""
        self.kinds = frozenset(SpotKind)
        self.content = Content()
        follow(self, desk.desk.history.changed, self._on_changed)
        desk.brush.changed.connect(self._on_brushed)

    @property
    def undated(self) -> int:
        """How many of the case are left out, because they have no time on the brushed clock."""
        return self._within.undated

    @property
    def is_bare(self) -> bool:
        """Whether nothing of the case has a place, brushed or not."""
        return not self.read.times.spots

    @property
    def is_current(self) -> bool:
        """Whether `content` is all that was asked for: nothing is being read or chosen."""
        return self.is_read and not (self._is_stale or self._is_due or self._is_busy)

    def reload(self) -> None:
        """Read the case anew."""
        self._is_stale = True
        self._go()

    def sleep(self, *, asleep: bool) -> None:
        """Nothing is read while nobody looks."""
        self._is_asleep = asleep
        if not asleep and (self._is_stale or self._is_due):
            self._go()

    def show_kinds(self, kinds: Collection[SpotKind]) -> None:
        """Show these kinds of spots and no others."""
        if frozenset(kinds) != self.kinds:
            self.kinds = frozenset(kinds)
            if self.is_read:
                self._draw()

    def _go(self) -> None:
        if not self._is_busy and not self._is_asleep:
            self._is_busy = True
            start(self, self._work(), self.failed.emit)

    async def _work(self) -> None:
        """Read and choose until nothing newer is asked for."""
        try:
            while self._is_stale or self._is_due:
                if self._is_stale:
                    self._is_stale = False
                    await self._read()
                self._is_due = False
                brushed, times = self._desk.brush.brushed, self.read.times
                self._within = await asyncio.to_thread(_within, times, brushed)
        except CaseError:
            self._is_stale = True  # until someone asks again
            raise
        finally:
            self._is_busy = False
        self._draw()

    async def _read(self) -> None:
        weighed = await self._weighing.fresh()
        seen = await self._desk.read(stored.read, self._desk.case_id)
        self.read = await asyncio.to_thread(_prepared, seen, weighed)
        self.is_read = True

    def _draw(self) -> None:
        spots = tuple(spot for spot in self._within.spots if spot.key.kind in self.kinds)
        self.content = Content(spots)
        self.drawn.emit(self.content)

    def _on_changed(self, change: Change) -> None:
        if change.touches(*DRAWN):
            self.reload()

    def _on_brushed(self) -> None:
        self._is_due = True
        self._go()


def _prepared(seen: Sightings, weighed: Weighed) -> Read:
    statuses = {claim_id: each.status for claim_id, each in weighed.standings.items()}
    spots = known.placed(seen, statuses)
    return Read(SpotTimes(spots, seen), SpotPages(spots, seen, statuses))


def _within(times: SpotTimes, brushed: Brushed) -> Within:
    return times.within(brushed.start, brushed.end, brushed.clock)
