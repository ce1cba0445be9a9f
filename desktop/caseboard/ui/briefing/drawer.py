"""Has the pages of a briefing drawn off the thread that paints, and keeps what was drawn."""

import asyncio
from collections import OrderedDict
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import NamedTuple, ParamSpec, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from caseboard.ui.briefing.page_text import PageText
from caseboard.ui.briefing.sheaf import Sheaf
from caseboard.ui.lib.asyncui import async_slot

P = ParamSpec("P")
T = TypeVar("T")

MOST = 4_000_000
"""Pixels drawn in one go: a page in one strip, but for one that is very large."""
ROOM = 160 * 2**20
"""Bytes of pictures that are kept."""


class Strip(NamedTuple):
    """A stretch of a page, across all of it."""

    page: int
    width: int
    """Device pixels of the page."""
    top: int
    height: int


def strips(page: int, width: int, height: int, first: float, last: float) -> list[Strip]:
    """The strips of a page of `width` × `height` device pixels from row `first` to row `last`."""
    step = max(256, MOST // max(1, width))
    begin = max(0, int(first // step))
    end = min(height, max(0.0, last))
    return [
        Strip(page, width, top, min(step, height - top))
        for top in range(begin * step, height, step)
        if top < end
    ]


class Drawer(QObject):
    """Draws one sheaf at a time on one thread of its own; `close` ends that."""

    drawn = Signal(int)
    """More of that page can be shown."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._thread = ThreadPoolExecutor(1, "pages")
        self._sheaf: Sheaf | None = None
        self._kept: OrderedDict[Strip, QImage] = OrderedDict()
        self._wanted: list[Strip] = []
        self._is_drawing = False
        self._is_closed = False

    @property
    def sheaf(self) -> Sheaf | None:
        """The document that is drawn."""
        return self._sheaf

    async def opened(self, data: bytes) -> Sheaf:
        """That PDF, to be drawn; raises `CaseError`."""
        return await self._in_thread(Sheaf, data)

    async def prepared(self, sheaf: Sheaf, wanted: Sequence[Strip]) -> dict[Strip, QImage]:
        """Strips of a document that is not shown yet; its links are known after it, too."""
        found = {}
        for strip in wanted:
            found[strip] = await self._in_thread(_drawn, sheaf, strip)
        return found

    async def text(self, sheaf: Sheaf, page: int) -> PageText | None:
        """The words of a page; None where another document is shown by then."""
        if self._is_closed or sheaf is not self._sheaf:
            return None
        found = await self._in_thread(sheaf.text, page)
        return found if sheaf is self._sheaf else None

    def show_sheaf(self, sheaf: Sheaf | None, ready: dict[Strip, QImage]) -> None:
        """Draw that document from now on, of which some is drawn already."""
        older, self._sheaf = self._sheaf, sheaf
        self._kept = OrderedDict(ready)
        self._wanted = []
        if older is not None and older is not sheaf:
            self.discard(older)

    def discard(self, sheaf: Sheaf) -> None:
        """Close a document that is not to be shown, once nothing is drawn of it."""
        if not self._is_closed:
            self._thread.submit(sheaf.close)

    def picture(self, strip: Strip) -> QImage | None:
        """What was drawn of a strip."""
        found = self._kept.get(strip)
        if found is not None:
            self._kept.move_to_end(strip)
        return found

    def nearest(self, page: int) -> tuple[Strip, QImage] | None:
        """What there is of a page in another size, to stand in until it is drawn."""
        whole = (each for each in reversed(self._kept.items()) if each[0].page == page)
        return next((each for each in whole if not each[0].top), None)

    def want(self, wanted: Sequence[Strip]) -> None:
        """Have these strips drawn, in this order, and no others."""
        self._wanted = [strip for strip in wanted if strip not in self._kept]
        if self._wanted and not self._is_drawing and self._sheaf is not None:
            self._is_drawing = True
            self._draw()

    def close(self) -> None:
        """End the thread, once it has drawn what it is at."""
        if not self._is_closed:
            self._is_closed = True
            self._wanted = []
            if self._sheaf is not None:
                self._thread.submit(self._sheaf.close)
            self._thread.shutdown()

    @async_slot()
    async def _draw(self) -> None:
        try:
            while self._wanted and self._sheaf is not None:
                sheaf, strip = self._sheaf, self._wanted.pop(0)
                image = await self._in_thread(_drawn, sheaf, strip)
                if sheaf is self._sheaf and not image.isNull():
                    self._keep(strip, image)
                    self.drawn.emit(strip.page)
        finally:
            self._is_drawing = False

    def _keep(self, strip: Strip, image: QImage) -> None:
        self._kept[strip] = image
        while len(self._kept) > 1 and sum(i.sizeInBytes() for i in self._kept.values()) > ROOM:
            self._kept.popitem(last=False)

    async def _in_thread(self, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._thread, partial(work, *args, **kwargs))


def _drawn(sheaf: Sheaf, strip: Strip) -> QImage:
    sheaf.links(strip.page)  # so that they are known when the page is seen
    return sheaf.strip(strip.page, strip.width, strip.top, strip.height)
