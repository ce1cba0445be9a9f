"""Which names a view has, and which of them come first."""

import math
from typing import TYPE_CHECKING

from caseboard.mapping import area_names, labels, overlay_names, river_names, seas
from caseboard.mapping.ground import sheet
from caseboard.mapping.naming import Naming

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from caseboard.mapping.content import Overlay
    from caseboard.mapping.ground import GroundReader
    from caseboard.mapping.look import Look
    from caseboard.mapping.marks import Site
    from caseboard.mapping.options import Options
    from caseboard.mapping.placing import Room
    from caseboard.mapping.scene import Shape
    from caseboard.mapping.towns import Town
    from caseboard.mapping.view import View

_SAME, _NAMESAKE = 14.0, 90.0
"""Pixels from a mark of the case within which a town is the same, whatever it is called, and
within which it is if it has the same name."""
_FEWEST, _ROOMY = 12, 5_000.0
"""Towns that are named in the smallest view, and square pixels for each in a larger one."""
_GREAT = 250_000
"""People of a town that comes before the region it lies in."""


def drawn(
    view: "View",
    reader: "GroundReader",
    look: "Look",
    options: "Options",
    room: "Room",
    sites: "Sequence[Site]",
    overlays: "Sequence[Overlay]" = (),
) -> "tuple[Shape, ...]":
    """Names where `room` is left; a town that the case has a mark for has its name there."""
    naming = Naming(sheet(view, 0.0), reader, look, options.language, room)
    placed = [
        (town, *view.to_view(town.lat, town.lon)) for town in reader.towns(view, options.language)
    ]
    marked = _Marked(sites)
    towns = [each for each in placed if not marked.has(*each)]
    great = [each for each in towns if _is_great(each[0])]
    small = [each for each in towns if not _is_great(each[0])]
    theirs = overlay_names.drawn(naming, overlays)
    return (*theirs, *_ordered(naming, great, small))


def _is_great(town: "Town") -> bool:
    return town.population >= _GREAT or town.is_capital


def _ordered(
    naming: Naming,
    great: "list[tuple[Town, float, float]]",
    small: "list[tuple[Town, float, float]]",
) -> "Iterator[Shape]":
    left = max(_FEWEST, int(naming.page.view.width * naming.page.view.height / _ROOMY))
    yield from seas.drawn(naming)
    yield from area_names.drawn(naming, area_names.COUNTRIES)
    placed = _towns(naming, great, left)
    yield from (shape for shapes in placed for shape in shapes)
    yield from area_names.drawn(naming, area_names.REGIONS)
    yield from river_names.drawn(naming)
    yield from area_names.drawn(naming, area_names.LAKES)
    for shapes in _towns(naming, small, left - len(placed)):
        yield from shapes


def _towns(
    naming: Naming, towns: "list[tuple[Town, float, float]]", most: int
) -> "list[list[Shape]]":
    """The dots and names of towns that find room, at most so many."""
    found: list[list[Shape]] = []
    for town, x, y in towns:
        if len(found) >= most:
            break
        shapes = labels.town(naming.room, naming.look, town, x, y, naming.zoom)
        if shapes:
            found.append(shapes)
    return found


class _Marked:
    """Where the case has marks; asked for each town, so kept by cells as wide as it looks."""

    def __init__(self, sites: "Sequence[Site]") -> None:
        self._cells: dict[tuple[int, int], list[Site]] = {}
        for site in sites:
            self._cells.setdefault(_cell(site.x, site.y), []).append(site)

    def has(self, town: "Town", x: float, y: float) -> bool:
        """Whether the town is one of them."""
        name = town.name.casefold()
        column, row = _cell(x, y)
        for across in (column - 1, column, column + 1):
            for down in (row - 1, row, row + 1):
                for site in self._cells.get((across, down), ()):
                    away = math.hypot(site.x - x, site.y - y)
                    if away < _SAME or (away < _NAMESAKE and site.label.casefold() == name):
                        return True
        return False


def _cell(x: float, y: float) -> tuple[int, int]:
    return math.floor(x / _NAMESAKE), math.floor(y / _NAMESAKE)
