"""All that has been drawn of a map, and has it drawn: off the window's thread, piece by piece."""

import asyncio
from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage
from shiboken6 import isValid

from caseboard.mapping.content import Content
from caseboard.mapping.placing import Rect
from caseboard.mapping.scene import Scene
from caseboard.mapping.view import View
from caseboard.ui.lib.asyncui import async_slot
from caseboard.ui.map.cells import Block, Cell, Grid, first_block
from caseboard.ui.map.composing import Composing
from caseboard.ui.map.painter import ScenePainter
from caseboard.ui.map.pieces import Drawn, Dropped, Layer, Piece

KEPT = 96_000_000
"""Bytes of cells that are kept."""
AT_ONCE = 48
"""Cells that are drawn as one piece: 3 million pixels."""
MARGIN = 0.15
"""How far around the view names and marks are placed, in parts of its sides."""
SPARE = 0.1
"""With less than so much of that margin left, they are placed anew."""
BARE = 0.25
"""While one moves, so much of a view may be without names before they are."""
CELLED = (Layer.GROUND, Layer.OVERLAYS)


class Key(NamedTuple):
    """Which picture a cell is."""

    layer: Layer
    grid: Grid
    cell: Cell


class Kept(NamedTuple):
    """A picture of a cell, null where there is nothing, and what it shows."""

    version: int
    image: QImage


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the window looks at."""

    view: View
    ratio: float
    is_moving: bool = False

    @property
    def grid(self) -> Grid:
        """The grid of this scale."""
        return Grid(self.view.zoom, self.ratio)


class Atlas(QObject):
    """Draws what `look` asks for, the visible first, then what lies around it.

    A change of the content or of how it is drawn leaves what is there in sight until another
    picture takes its place. It works while something is wanted; `stop` ends that for good.
    """

    drawn = Signal()
    """Something new can be painted."""

    def __init__(
        self, composing: Composing, painter: ScenePainter, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.composing = composing
        self.painter = painter
        self.content = Content()
        self.covered: tuple[Rect, ...] = ()
        self._versions = dict.fromkeys(Layer, 0)
        self._cells: OrderedDict[Key, Kept] = OrderedDict()
        self._bytes = 0
        self._over: dict[Layer, Drawn] = {}
        self._wanted: Wanted | None = None
        self._piece: Piece | None = None
        self._is_stopped = False

    def look(self, view: View, ratio: float, *, moving: bool = False) -> None:
        """Have drawn what is missing of a view; while one is `moving`, names may wait."""
        self._wanted = Wanted(view, ratio, moving)
        self._drop_if_stale()
        self._go_on()

    def look_away(self) -> None:
        """Draw nothing until something is looked at again."""
        self._wanted = None
        if self._piece is not None:
            self._piece.dropped.set()

    def show_content(self, content: Content) -> None:
        """Show other spots or layers; layers are drawn anew only where they are other objects."""
        before, self.content = self.content, content
        if not _same(before.overlays, content.overlays):
            self._outdate(Layer.OVERLAYS)
        self._outdate(Layer.TOP)
        self._go_on()

    def compose_as(self, composing: Composing, painter: ScenePainter) -> None:
        """Draw everything in another way."""
        self.composing, self.painter = composing, painter
        self._outdate(*Layer)
        self._go_on()

    def cover(self, *boxes: Rect) -> None:
        """Put no names where these boxes stand over the view, in its pixels."""
        if boxes != self.covered:
            self.covered = boxes
            self._outdate(Layer.TOP)
            self._go_on()

    def redraw(self, layer: Layer) -> None:
        """Draw a layer anew: more of it has come."""
        self._outdate(layer)
        self._go_on()

    def stop(self) -> None:
        """Draw no more; what is being drawn ends at its next shape."""
        self._is_stopped = True
        if self._piece is not None:
            self._piece.dropped.set()

    @property
    def is_done(self) -> bool:
        """Whether all that is in sight has been drawn as it should be."""
        return self._wanted is None or self._visible(self._wanted) is None

    def cell(self, layer: Layer, grid: Grid, cell: Cell) -> QImage | None:
        """A cell as it was drawn last; null where it is empty, None where it never was."""
        kept = self._cells.get(Key(layer, grid, cell))
        return None if kept is None else kept.image

    def grids(self, layer: Layer) -> list[Grid]:
        """The grids of which there is something, the nearest in scale to what is wanted last."""
        if self._wanted is None:
            return []
        zoom = self._wanted.view.zoom
        known = {key.grid for key in self._cells if key.layer is layer}
        return sorted(known, key=lambda grid: -abs(grid.zoom - zoom))

    def over(self, layer: Layer) -> Drawn | None:
        """What was drawn last of what is in one piece."""
        return self._over.get(layer)

    @property
    def scene(self) -> Scene | None:
        """The names, marks and targets that are in sight."""
        top = self._over.get(Layer.TOP)
        return None if top is None else top.scene

    # --- the work ---

    def _go_on(self) -> None:
        if self._piece is None and not self._is_stopped and self._wanted is not None:
            self._piece = self._next()
            if self._piece is not None:
                self._work()

    @async_slot()
    async def _work(self) -> None:
        is_whole = False
        try:
            while self._piece is not None and not self._is_stopped:
                drawn = await asyncio.to_thread(_drawn, self._piece)
                if not isValid(self):
                    return
                if drawn is not None and self._is_shown(drawn.piece.layer):
                    self._keep(drawn)
                    self.drawn.emit()
                self._piece = self._next()
            is_whole = True
        finally:
            if self._piece is not None:
                self._piece.dropped.set()
            self._piece = None
            self._is_stopped |= not is_whole  # what failed once would fail at each move

    def _next(self) -> Piece | None:
        if self._wanted is None or self._is_stopped:
            return None
        return self._visible(self._wanted) or self._around(self._wanted)

    def _visible(self, wanted: Wanted) -> Piece | None:
        """The most urgent piece of what is in sight."""
        block = wanted.grid.covering(wanted.view)
        for layer in CELLED:
            if (piece := self._of_cells(wanted, layer, block)) is not None:
                return piece
        if self._lacks_top(wanted):
            return self._top_of(wanted.view)
        if self._lacks_grid(wanted):
            return self._piece_of(Layer.GRID, wanted.view)
        return None

    def _around(self, wanted: Wanted) -> Piece | None:
        """What one would see next."""
        grid = wanted.grid
        block = grid.covering(wanted.view).grown(1, grid.count)
        if len(block) * grid.side**2 * 4 * len(CELLED) > KEPT:
            return None  # else they would push out what is in sight
        pieces = (self._of_cells(wanted, layer, block) for layer in CELLED)
        return next((piece for piece in pieces if piece is not None), None)

    def _of_cells(self, wanted: Wanted, layer: Layer, block: Block) -> Piece | None:
        if layer is Layer.OVERLAYS and not self.content.overlays:
            return None
        grid, version = wanted.grid, self._versions[layer]
        missing = [
            cell
            for cell in block
            if (kept := self._cells.get(Key(layer, grid, cell))) is None or kept.version != version
        ]
        if not missing:
            return None
        part = first_block(missing, AT_ONCE)
        return replace(self._piece_of(layer, grid.view(part)), grid=grid, block=part)

    def _piece_of(self, layer: Layer, view: View) -> Piece:
        ratio = self._wanted.ratio if self._wanted else 1.0
        version = self._versions[layer]
        return Piece(layer, version, view, ratio, self.content, self.composing, self.painter)

    def _top_of(self, view: View) -> Piece:
        """Names and marks, around the view too; what covers it stands still while one moves."""
        aside, above = view.width * MARGIN, view.height * MARGIN
        covered = tuple(
            Rect(box.left + aside, box.top + above, box.right + aside, box.bottom + above)
            for box in self.covered
        )
        piece = self._piece_of(
            Layer.TOP, view.sized(view.width + 2 * aside, view.height + 2 * above)
        )
        return replace(piece, covered=covered)

    def _lacks_top(self, wanted: Wanted) -> bool:
        top = self._over.get(Layer.TOP)
        if top is None or not self._is_fresh(top, wanted):
            return True
        there, here = top.piece.view, wanted.view
        x, y = there.place(here.x, here.y)
        off = abs(x - there.width / 2), abs(y - there.height / 2)
        room = (there.width - here.width) / 2, (there.height - here.height) / 2
        if wanted.is_moving:
            return off[0] > room[0] + BARE * here.width or off[1] > room[1] + BARE * here.height
        return any(far > (1 - SPARE) * near + 1e-6 for far, near in zip(off, room, strict=True))

    def _lacks_grid(self, wanted: Wanted) -> bool:
        if self.composing.grid == "none":
            return False
        grid = self._over.get(Layer.GRID)
        return grid is None or not self._is_fresh(grid, wanted) or grid.piece.view != wanted.view

    def _is_fresh(self, drawn: Drawn, wanted: Wanted) -> bool:
        piece = drawn.piece
        return (piece.version, piece.view.zoom, piece.ratio) == (
            self._versions[piece.layer],
            wanted.view.zoom,
            wanted.ratio,
        )

    def _drop_if_stale(self) -> None:
        """Let go of a piece of another scale than the one in sight."""
        if self._piece is None or self._wanted is None:
            return
        if self._piece.view.zoom != self._wanted.view.zoom:
            self._piece.dropped.set()

    def _outdate(self, *layers: Layer) -> None:
        for layer in layers:
            self._versions[layer] += 1
            if self._piece is not None and self._piece.layer is layer:
                self._piece.dropped.set()
        if not self.content.overlays:
            self._forget(Layer.OVERLAYS)
        if self.composing.grid == "none":
            self._over.pop(Layer.GRID, None)

    def _is_shown(self, layer: Layer) -> bool:
        """Whether there is any of a layer; the last of it may go while it is drawn."""
        if layer is Layer.OVERLAYS:
            return bool(self.content.overlays)
        return layer is not Layer.GRID or self.composing.grid != "none"

    # --- what is kept ---

    def _keep(self, drawn: Drawn) -> None:
        if drawn.piece.block is None:
            self._over[drawn.piece.layer] = drawn
            return
        for key, image in _cells_of(drawn):
            self._put(key, Kept(drawn.piece.version, image))
        while self._bytes > self._room():
            _key, kept = self._cells.popitem(last=False)
            self._bytes -= kept.image.sizeInBytes()

    def _room(self) -> int:
        """Bytes that may be kept: never less than what is in sight takes."""
        if self._wanted is None:
            return KEPT
        grid = self._wanted.grid
        in_sight = len(grid.covering(self._wanted.view)) * grid.side**2 * 4
        return max(KEPT, 2 * len(CELLED) * in_sight)

    def _put(self, key: Key, kept: Kept) -> None:
        before = self._cells.pop(key, None)
        if before is not None:
            self._bytes -= before.image.sizeInBytes()
        self._cells[key] = kept
        self._bytes += kept.image.sizeInBytes()

    def touch(self, layer: Layer, grid: Grid, block: Block) -> None:
        """Keep these cells longer than others: they are in sight."""
        for cell in block:
            key = Key(layer, grid, cell)
            if key in self._cells:
                self._cells.move_to_end(key)

    def _forget(self, layer: Layer) -> None:
        for key in [key for key in self._cells if key.layer is layer]:
            self._bytes -= self._cells.pop(key).image.sizeInBytes()


def _drawn(piece: Piece) -> Drawn | None:
    """The piece, or None where nobody wants it any more. Blocks."""
    try:
        return piece.drawn()
    except Dropped:
        return None


def _cells_of(drawn: Drawn) -> Iterator[tuple[Key, QImage]]:
    grid = drawn.piece.grid
    if grid is not None:
        for cell, image in drawn.cells():
            yield Key(drawn.piece.layer, grid, cell), image


def _same(some: tuple[object, ...], others: tuple[object, ...]) -> bool:
    """Whether they are the very same objects: arrays cannot be compared with ==."""
    return len(some) == len(others) and all(a is b for a, b in zip(some, others, strict=True))
