"""What the view of links shows: the network of the case, what is asked of it, where it stands."""

import asyncio
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, QPointF, Signal

from caseboard.analysis import network as networks
from caseboard.analysis import subnetwork
from caseboard.analysis.network import Network
from caseboard.analysis.subnetwork import Showing, Shown
from caseboard.errors import CaseError
from caseboard.model.change import Change
from caseboard.model.ids import ReportId
from caseboard.model.ledger import Word
from caseboard.model.network import Threads
from caseboard.store import links
from caseboard.ui.desk import CaseDesk
from caseboard.ui.graph import laying
from caseboard.ui.graph.picture import HEIGHT, WIDTH, Picture, middle_of, room_of
from caseboard.ui.lib.asyncui import start
from caseboard.ui.listening import follow
from caseboard.ui.weighing import WEIGHED, Weighed, Weighing

DRAWN = (
    *WEIGHED, "tag", "position", "anchor", "clip", "location", "unit", "person", "source"
)  # fmt: skip
"""Tables whose rows are nodes or edges."""
ROOM = (WIDTH + 10, HEIGHT + 8)
"""The room of a node and the gap around it."""
Point = tuple[float, float]


class LinksModel(QObject):
    """Reads the network anew when the case changes; what stands stays where it is.

    `drawn` is sent with the picture whenever it is another, `failed` where there is none.
    """

    drawn = Signal(object)
    failed = Signal(object)
    """`CaseError`."""

    def __init__(self, desk: CaseDesk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._weighing = Weighing(desk, self)
        self._places: dict[str, Point] = {}
        self._is_busy = False
        self._is_stale = True
        self._is_asleep = False
        self._is_due = False
        self._is_begun = self._is_anew = False
        self.network = Network()
        self.weighed: Weighed | None = None
        self.words: Mapping[ReportId, Word] = {}
        self.showing = Showing()
        self.first = Showing()
        """As it was shown at first."""
        self.shown = Shown()
        follow(self, desk.desk.history.changed, self._on_changed)

    @property
    def pins(self) -> dict[str, Point]:
        """Where nodes of this case were put, by id."""
        head = f"{self._desk.case_id}:"
        kept = self._desk.desk.settings.settings.pins
        return {
            key.removeprefix(head): (float(place[0]), float(place[1]))
            for key, place in kept.items()
            if key.startswith(head) and len(place) == 2
        }

    def reload(self) -> None:
        """Read the case anew."""
        self._is_stale = True
        self._go()

    def sleep(self, *, asleep: bool) -> None:
        """Nothing is read while nobody looks."""
        self._is_asleep = asleep
        if not asleep and (self._is_stale or self._is_due):
            self._go()

    def ask(self, **changes: Any) -> None:
        """Show something else: the fields of `Showing` by name."""
        self.showing = replace(self.showing, **changes)
        self._is_due = True
        self._go()

    def expand(self, node_ids: Iterable[str]) -> None:
        """Show the neighbours of these, and unfold their leaves."""
        ids = frozenset(node_ids)
        near = {other for i in ids for other in self.network.beside.get(i, ())}
        self.ask(
            expanded=self.showing.expanded | ids,
            folded=self.showing.folded - ids,
            hidden=self.showing.hidden - near,
        )

    def collapse(self, node_ids: Iterable[str]) -> None:
        """Fold the leaves of these away, and show what they were expanded by no more."""
        ids = frozenset(node_ids)
        self.ask(expanded=self.showing.expanded - ids, folded=self.showing.folded | ids)

    def hide(self, node_ids: Iterable[str]) -> None:
        """Put these away until everything is asked for again."""
        ids = frozenset(node_ids)
        self.ask(hidden=self.showing.hidden | ids, added=self.showing.added - ids)

    def reveal(self, node_id: str) -> None:
        """Show a node, whatever else is asked for."""
        self.ask(
            added=self.showing.added | {node_id},
            hidden=self.showing.hidden - {node_id},
            steps=0,
        )

    def start_again(self) -> None:
        """Show what was shown at first."""
        self.ask(**{name: getattr(self.first, name) for name in Showing.__slots__})

    def move(self, places: Mapping[str, QPointF]) -> None:
        """Nodes were put somewhere: they are pinned there."""
        for node_id, place in places.items():
            self._places[node_id] = (place.x(), place.y())
        self._pin(self.pins | {i: (p.x(), p.y()) for i, p in places.items()})

    def toggle_pins(self, node_ids: Iterable[str]) -> None:
        """Pin these where they stand; or let them go, where all are pinned."""
        ids, pins = frozenset(node_ids), self.pins
        if ids <= pins.keys():
            self._pin({i: place for i, place in pins.items() if i not in ids})
        else:
            self._pin(pins | {i: self._places[i] for i in ids if i in self._places})

    def lay_out_again(self) -> None:
        """Lay the picture out from nothing; what is pinned stays."""
        self._is_anew = self._is_due = True
        self._go()

    def _pin(self, pins: Mapping[str, Point]) -> None:
        head = f"{self._desk.case_id}:"
        settings = self._desk.desk.settings
        others = {k: v for k, v in settings.settings.pins.items() if not k.startswith(head)}
        ours = {f"{head}{i}": (round(x), round(y)) for i, (x, y) in pins.items()}
        settings.change(pins=others | ours)
        self._draw()

    def _go(self) -> None:
        if not self._is_busy and not self._is_asleep:
            self._is_busy = True
            start(self, self._work(), self.failed.emit)

    async def _work(self) -> None:
        """Read and lay out until nothing newer is asked for."""
        try:
            while self._is_stale or self._is_due:
                if self._is_stale:
                    self._is_stale = False
                    await self._read()
                self._is_due = False
                await self._show()
        except CaseError:
            self._is_stale = self._is_due = True  # until someone asks again
            raise
        finally:
            self._is_busy = False

    async def _read(self) -> None:
        self.weighed = await self._weighing.fresh()
        threads = await self._desk.read(links.read, self._desk.case_id)
        self.network, self.words = await asyncio.to_thread(_network, self.weighed, threads)
        if not self._is_begun and self.network.nodes:
            self._is_begun = True
            self.first = subnetwork.at_first(self.network)
            self.showing = replace(self.showing, kinds=self.first.kinds & self.showing.kinds)

    async def _show(self) -> None:
        shown = await asyncio.to_thread(subnetwork.show, self.network, self.showing)
        is_anew, self._is_anew = self._is_anew, False
        stood = {} if is_anew else self._places
        standing = {i: room_of(place) for i, place in stood.items()}
        fixed = {i: room_of(place) for i, place in self.pins.items()}
        laid = await laying.lay_out(shown.network, ROOM, standing, fixed)
        kept = {} if is_anew else self._places
        places = {i: middle_of(place) for i, place in laid.items()}
        self._places = kept | places | self.pins  # what was put somewhere meanwhile stays there
        self.shown = shown
        self._draw()

    def _draw(self) -> None:
        picture = Picture(self.shown.network, self._places, self.shown.folds)
        self.drawn.emit(picture)

    def _on_changed(self, change: Change) -> None:
        if change.touches(*DRAWN):
            self.reload()


def _network(weighed: Weighed, threads: Threads) -> tuple[Network, dict[ReportId, Word]]:
    statuses = {claim_id: standing.status for claim_id, standing in weighed.standings.items()}
    found = networks.of(weighed.ledger, threads, statuses)
    words = {word.id: word for words in weighed.ledger.words.values() for word in words}
    return found, words
