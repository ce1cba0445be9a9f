"""Pictures of the ground from the network: what was asked for, what came, what is still missing.

What came is drawn anew by a worker and kept on this disk, so that no ground is asked for twice.
"""

import asyncio
import time
from collections import OrderedDict
from collections.abc import Callable, Coroutine
from threading import Lock

from caseboard.capture.fetching import tile as fetching
from caseboard.capture.fetching.client import Client
from caseboard.capture.fetching.network import Network
from caseboard.capture.fetching.rules import Rules
from caseboard.capture.fetching.tile import TileAddress
from caseboard.capture.layers.tiled import LIMITS, MOST, placed
from caseboard.capture.layers.tiled import TASKS as TILE_TASKS
from caseboard.capture.reading import Unreadable
from caseboard.capture.worker import Worker, command
from caseboard.errors import CaseError
from caseboard.i18n import _
from caseboard.mapping.content import Tile
from caseboard.mapping.view import Bounds
from caseboard.runtime.disk_cache import DiskCache

CLOSEST = 19
SIDE_BY_SIDE = 4
KEPT = 500
"""Pictures in memory."""
AGAIN = 60.0
"""Seconds after which one that could not be had is asked for again."""
PATIENCE = 3
"""Rounds of failures after which nothing more is asked for."""
Key = tuple[int, int, int]
"""Zoom, column, row from the north."""
Start = Callable[[Coroutine[None, None, None]], "asyncio.Task[None]"]


class TileFetching:
    """One address of tiles. Asks for nothing until `tiles` wants what is not there."""

    def __init__(
        self,
        address: TileAddress,
        rules: Rules,
        cache: DiskCache,
        start: Start,
        network: Network | None = None,
    ) -> None:
        """Made inside a running loop; `start` runs a coroutine on it."""
        self.address = address
        self._rules = rules
        self._cache = cache
        self._start = start
        self._network = network or Network()
        self._loop = asyncio.get_running_loop()
        self._lock = Lock()
        self._pictures: OrderedDict[Key, bytes] = OrderedDict()
        self._wanted: OrderedDict[Key, None] = OrderedDict()
        self._failed: dict[Key, float] = {}
        self._worker = Worker(command(TILE_TASKS))
        self._task: asyncio.Task[None] | None = None
        self._is_closed = False
        self.trouble = ""
        """Why nothing comes, in a sentence."""
        self.came: Callable[[], None] = lambda: None
        """Called on the loop when more can be drawn, or nothing more will come."""

    def tiles(self, zoom: int, bounds: Bounds) -> tuple[Tile, ...]:
        """What is there of a zoom, coarser pictures where it is not; from any thread, at once.

        What is missing is asked for.
        """
        zoom = max(0, min(CLOSEST, zoom))
        places = placed(zoom, bounds)
        while len(places) > MOST:
            zoom -= 1
            places = placed(zoom, bounds)
        found = {(zoom, *place): self._held((zoom, *place)) for place in places}
        missing = [key for key, image in found.items() if not image]
        coarser = dict(above for key in missing for above in self._above(key))
        self._want(missing)
        every = [*sorted(coarser.items()), *found.items()]
        return tuple(Tile(*key, image) for key, image in every if image)

    def close(self) -> None:
        """Ask for nothing more, for good."""
        self._is_closed = True
        if self._task is not None:
            self._task.cancel()
        self._worker.end()

    def _held(self, key: Key) -> bytes:
        with self._lock:
            if key in self._pictures:
                self._pictures.move_to_end(key)
                return self._pictures[key]
        image = self._cache.read(self.address.url(*key))
        if image:
            self._hold(key, image)
        return image

    def _hold(self, key: Key, image: bytes) -> None:
        with self._lock:
            self._pictures[key] = image
            while len(self._pictures) > KEPT:
                self._pictures.popitem(last=False)

    def _above(self, key: Key) -> list[tuple[Key, bytes]]:
        """The nearest coarser picture of the same ground, if one is there."""
        zoom, column, row = key
        for step in range(1, min(zoom, 6) + 1):
            above = zoom - step, column >> step, row >> step
            if image := self._held(above):
                return [(above, image)]
        return []

    def _want(self, keys: list[Key]) -> None:
        now = time.monotonic()
        with self._lock:
            for key in keys:
                if now - self._failed.get(key, -AGAIN) >= AGAIN:
                    self._wanted[key] = None
                    self._wanted.move_to_end(key)
            while len(self._wanted) > MOST:
                self._wanted.popitem(last=False)
            is_needed = bool(self._wanted) and not self._is_closed
        if is_needed and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._begin)

    def _begin(self) -> None:
        if not self._is_closed and (self._task is None or self._task.done()):
            self._task = self._start(self._work())
            self._task.add_done_callback(self._on_done)

    def _on_done(self, _task: "asyncio.Task[None]") -> None:
        """Go on with what was wanted while the client was being closed."""
        with self._lock:
            is_needed = bool(self._wanted)
        if is_needed and not self._loop.is_closed():
            self._begin()

    async def _work(self) -> None:
        failures = 0
        async with Client(self._rules, self._network) as client:
            while failures < PATIENCE and (keys := self._next()):
                done = await asyncio.gather(*(self._one(client, key) for key in keys))
                failures = 0 if any(done) else failures + 1
                if any(done):
                    self.trouble = ""
                    self.came()
        if failures:
            with self._lock:
                self._wanted.clear()
            self.came()

    def _next(self) -> list[Key]:
        """The last that were asked for: they are looked at now."""
        with self._lock:
            count = min(SIDE_BY_SIDE, len(self._wanted))
            return [self._wanted.popitem()[0] for _number in range(count)]

    async def _one(self, client: Client, key: Key) -> bool:
        url = self.address.url(*key)
        try:
            data = await fetching.fetch(client, url, self._rules)
            image = await asyncio.to_thread(self._drawn_anew, data)
        except CaseError as error:
            with self._lock:
                self._failed[key] = time.monotonic()
            self.trouble = str(error)
            return False
        await asyncio.to_thread(self._cache.keep, url, image)
        self._hold(key, image)
        return True

    def _drawn_anew(self, data: bytes) -> bytes:
        """What strangers sent is never shown as it came."""
        answer = self._worker.do("picture", data, {}, LIMITS)
        if not answer.blobs:
            raise Unreadable(_("A tile could not be read."))
        return answer.blobs[0]
