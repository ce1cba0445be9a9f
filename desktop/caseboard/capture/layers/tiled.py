"""An archive of tiles, read in a process of its own; what it answers is checked and kept."""

import math
from collections import OrderedDict
from pathlib import Path
from threading import Lock
from typing import Any

from caseboard import i18n
from caseboard.capture import confine
from caseboard.capture.answer import Answer
from caseboard.capture.layers import refusals
from caseboard.capture.layers.pmtiles import MAGIC
from caseboard.capture.layers.tile_archive import HIGHEST, About, bounds_of, zooms
from caseboard.capture.layers.worked import LayerRead
from caseboard.capture.reading import Unreadable
from caseboard.capture.worker import GivenUp, Limits, Worker, command
from caseboard.errors import CaseError
from caseboard.i18n import _
from caseboard.mapping import mercator
from caseboard.mapping.content import Tile
from caseboard.mapping.view import Bounds
from caseboard.model.terms import LayerKind

TASKS = "caseboard.capture.layers.tile_tasks"
LIMITS = Limits(confine.PAGE_MEMORY, cpu=4.0, clock=6.0)
KEPT = 48 * 2**20
"""Bytes of pictures that are kept."""
MOST = 160
"""Tiles that are asked for at once; of more, a lower zoom is taken."""
_PNG = b"\x89PNG\r\n\x1a\n"


def is_archive(path: Path) -> bool:
    """Whether a file is one, by its first bytes and by its name."""
    try:
        with path.open("rb") as file:
            head = file.read(16)
    except OSError:
        return False
    is_database = head == b"SQLite format 3\0"
    return head.startswith(MAGIC) or (is_database and path.suffix.lower() == ".mbtiles")


class TileArchive:
    """Tiles of a file on this disk; from any thread. `close` ends its process."""

    def __init__(self, path: Path) -> None:
        self._worker = Worker(command(TASKS, str(path), i18n.spoken()))
        self._lock = Lock()
        self._about: About | None = None
        self._kept: OrderedDict[tuple[int, int, int], bytes] = OrderedDict()
        self._bytes = 0
        self._is_closed = False

    @property
    def pid(self) -> int | None:
        """The running process; None before the first tile and once it is closed."""
        return self._worker.pid

    def about(self) -> About:
        """What it says of itself; blocks. Raises `CaseError` where it is none."""
        with self._lock:
            if self._about is None:
                self._about = self._asked()
            return self._about

    def tiles(self, zoom: int, bounds: Bounds) -> tuple[Tile, ...]:
        """The tiles of a zoom, or of the nearest there is, that touch the bounds; blocks.

        Those that are missing or damaged are left out.
        """
        try:
            about = self.about()
        except CaseError:
            return ()
        zoom = max(about.least, min(about.most, zoom))
        places = placed(zoom, bounds)
        while len(places) > MOST and zoom > about.least:
            zoom -= 1
            places = placed(zoom, bounds)
        found = ((column, row, self._tile(zoom, column, row)) for column, row in places[:MOST])
        return tuple(Tile(zoom, column, row, image) for column, row, image in found if image)

    def close(self) -> None:
        """End the process for good."""
        self._is_closed = True
        self._worker.end()

    def _tile(self, zoom: int, column: int, row: int) -> bytes:
        key = zoom, column, row
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
            if self._is_closed:
                return b""
            image = self._kept[key] = self._fetched(*key)
            self._bytes += len(image)
            while self._bytes > KEPT:
                _key, oldest = self._kept.popitem(last=False)
                self._bytes -= len(oldest)
            return image

    def _fetched(self, zoom: int, column: int, row: int) -> bytes:
        options = {"zoom": zoom, "column": column, "row": row}
        try:
            answer = self._worker.do("tile", b"", options, LIMITS)
        except Unreadable:  # one damaged picture leaves a hole in the map
            return b""
        image = answer.blobs[0] if answer.blobs else b""
        return image if image.startswith(_PNG) else b""

    def _asked(self) -> About:
        try:
            answer = self._worker.do("about", b"", {}, LIMITS)
        except GivenUp as error:
            raise refusals.too_much() from error
        try:
            return _checked(answer)
        except (KeyError, TypeError, ValueError, OverflowError) as error:
            raise refusals.broken(_("its reader answered nonsense.")) from error


def placed(zoom: int, bounds: Bounds) -> list[tuple[int, int]]:
    """Columns and rows of a zoom that touch the bounds."""
    side = 2**zoom
    left, right = (mercator.x_of(lon) * side for lon in (bounds.west, bounds.east))
    top, bottom = (mercator.y_of(lat) * side for lat in (bounds.north, bounds.south))
    columns = range(max(0, math.floor(left)), min(side, math.ceil(right)))
    rows = range(max(0, math.floor(top)), min(side, math.ceil(bottom)))
    return [(column, row) for row in rows for column in columns]


def read(path: Path) -> LayerRead:
    """The layer that an archive is; blocks. Raises `CaseError` where it is none."""
    archive = TileArchive(path)
    try:
        about = archive.about()
    finally:
        archive.close()
    return LayerRead(
        format=about.format,
        count=0,
        bounds=about.bounds,
        features=b"",
        kind=LayerKind.TILES,
        name=about.name,
        attribution=about.attribution,
    )


def _checked(answer: Answer) -> About:
    values: dict[str, Any] = answer.values
    west, south, east, north = (float(each) for each in values["bounds"])
    least, most = zooms(int(values["least"]), min(HIGHEST, int(values["most"])))
    return About(
        str(values["format"])[:40],
        str(values["name"])[:200],
        str(values["attribution"])[:300],
        bounds_of(west, south, east, north),
        least,
        most,
    )
