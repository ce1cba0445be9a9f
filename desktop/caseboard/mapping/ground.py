"""Land, water and borders of a view, in the level of detail that fits its scale."""

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol

import numpy as np

from caseboard.mapping import clipping
from caseboard.mapping.basemap import WORLD, Basemap, Ground, GroundFeature
from caseboard.mapping.scene import Area, Line, Pen, Shape
from caseboard.mapping.towns import Town, Towns

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

    from caseboard.mapping.basemap import Box
    from caseboard.mapping.clipping import Points
    from caseboard.mapping.look import Look
    from caseboard.mapping.view import View

MARGIN = 24.0
"""Pixels around the view that are drawn too, so that no edge of the picture shows."""
SPECK = 0.8
"""Pixels that an island is long at least."""
NEAR = 8.5
"""The zoom from which borders look truer than they are: they are good to about 2 km."""
_DETAILS = (3.2, 6.0)
_RIVERS = ((0, 3.2), (1, 4.5), (2, 5.6), (3, 6.6), (4, 7.4))
"""The lowest rank of river that is drawn below a zoom."""
_ALL_RIVERS = 99
_REGIONS = 4.6
"""The zoom from which regions have borders."""
_LAKE_PX = 12.0
"""Square pixels below which a lake is not drawn."""


class GroundReader(Protocol):
    """What the map stands on."""

    @property
    def attribution(self) -> str:
        """Whose data it is."""
        ...

    def features(self, ground: Ground, detail: int, box: "Box") -> list[GroundFeature]:
        """What of a kind touches the box of the unit square."""
        ...

    def towns(self, view: "View", language: str) -> list[Town]:
        """Towns worth a name, the greatest first."""
        ...


class ShippedGround:
    """The ground and the names that ship with the program."""

    def __init__(self, resources: Path) -> None:
        self._basemap = Basemap(resources / "basemap.sqlite")
        self._towns = Towns(resources / "gazetteer.sqlite")

    @property
    def attribution(self) -> str:
        """Whose data it is."""
        return self._basemap.attribution

    def features(self, ground: Ground, detail: int, box: "Box") -> list[GroundFeature]:
        """What of a kind touches the box of the unit square."""
        return self._basemap.features(ground, detail, box)

    def towns(self, view: "View", language: str) -> list[Town]:
        """Towns worth a name, the greatest first."""
        return self._towns.within(view, language)


def detail_at(zoom: float) -> int:
    """Which of the three levels of detail is drawn."""
    return sum(zoom >= step for step in _DETAILS)


def rivers_at(zoom: float) -> int:
    """The lowest rank of river that is drawn."""
    return next((rank for rank, below in _RIVERS if zoom < below), _ALL_RIVERS)


class Sheet(NamedTuple):
    """A view with what is asked of a line in it."""

    view: "View"
    box: "Box"
    """What is drawn, on the unit square: the view and its margin."""

    def pixels(self, points: "Points") -> "Points":
        """Points of the unit square in pixels, without those nobody could see."""
        view = self.view
        middle = np.array([view.x, view.y])
        corner = np.array([view.width / 2, view.height / 2])
        return clipping.thinned((points - middle) * view.scale + corner)

    def near(self, feature: GroundFeature) -> "list[Points]":
        """The parts of a feature that touch the box and are large enough to be seen."""
        left, top, right, bottom = self.box
        boxes = feature.boxes
        seen = SPECK / self.view.scale
        meets = (
            (np.maximum(boxes[:, 2] - boxes[:, 0], boxes[:, 3] - boxes[:, 1]) >= seen)
            & (boxes[:, 2] >= left)
            & (boxes[:, 0] <= right)
            & (boxes[:, 3] >= top)
            & (boxes[:, 1] <= bottom)
        )
        return [feature.parts[index] for index in np.flatnonzero(meets).tolist()]

    def rings(self, feature: GroundFeature) -> "list[Points]":
        """Its rings in the box, in pixels."""
        cut = (clipping.ring_within(part, self.box) for part in self.near(feature))
        return [self.pixels(ring) for ring in cut if len(ring)]

    def lines(self, feature: GroundFeature) -> "list[Points]":
        """Its lines in the box, in pixels."""
        return [
            self.pixels(run)
            for part in self.near(feature)
            for run in clipping.lines_within(part, self.box)
        ]


def sheet(view: "View", margin: float = MARGIN) -> Sheet:
    """The view with its margin."""
    wider = view.sized(view.width + 2 * margin, view.height + 2 * margin)
    return Sheet(view, wider.box())


def drawn(view: "View", reader: GroundReader, look: "Look") -> tuple[Shape, ...]:
    """Land, water, rivers and borders, the lowest first."""
    page = sheet(view)
    detail = detail_at(view.zoom)
    countries = reader.features(Ground.COUNTRY, detail, page.box)
    shapes: list[Shape] = []
    land = tuple(ring for country in countries for ring in page.rings(country))
    if land:
        shapes.append(Area(land, look.land))
    shapes.extend(_waters(page, reader, detail, look))
    shapes.extend(_borders(page, reader, detail, countries, look))
    return tuple(shapes)


def _waters(page: Sheet, reader: GroundReader, detail: int, look: "Look") -> list[Shape]:
    scale = page.view.scale
    lakes = [
        ring
        for lake in reader.features(Ground.LAKE, detail, page.box)
        if _extent(lake) * scale * scale >= _LAKE_PX
        for ring in page.rings(lake)
    ]
    shapes: list[Shape] = []
    by_width: dict[float, list[Points]] = {}
    lowest = rivers_at(page.view.zoom)
    for river in reader.features(Ground.RIVER, detail, page.box):
        if river.rank <= lowest:
            by_width.setdefault(river_width(river.rank, page.view.zoom), []).extend(
                page.lines(river)
            )
    for width, lines in sorted(by_width.items()):
        if lines:
            shapes.append(Line(tuple(lines), Pen(look.river, width)))
    if lakes:
        shapes.append(Area(tuple(lakes), look.water, pen=Pen(look.coast, 0.6)))
    return shapes


def _extent(feature: GroundFeature) -> float:
    boxes = feature.boxes
    return float(((boxes[:, 2] - boxes[:, 0]) * (boxes[:, 3] - boxes[:, 1])).max(initial=0.0))


def river_width(rank: int, zoom: float) -> float:
    """Pixels: great rivers are broader, and all of them nearer by."""
    weight = (1.0, 0.88, 0.78, 0.68, 0.56)[min(rank, 4)]
    broad = 0.8 + max(0.0, zoom - 3.0) * 0.42 + max(0.0, zoom - 9.0) * 0.3
    return round(min(6.5, max(0.5, weight * broad)), 2)


def _borders(
    page: Sheet,
    reader: GroundReader,
    detail: int,
    countries: "list[GroundFeature]",
    look: "Look",
) -> list[Shape]:
    shapes: list[Shape] = []
    near = page.view.zoom >= 6
    seams, coasts = _seams(page, countries)
    if coasts:
        shapes.append(Line(tuple(coasts), Pen(look.coast, 0.7)))
    if detail and page.view.zoom >= _REGIONS:
        regions = reader.features(Ground.REGION, detail, page.box)
        inner, _edges = _seams(page, regions, of_one_country=True)
        if inner:
            shapes.append(Line(tuple(inner), Pen(look.region, 0.9, (5.0, 2.5, 1.2, 2.5))))
    if seams:
        if near:
            shapes.append(Line(tuple(seams), Pen(look.border_glow, 5.0, opacity=0.35)))
        width = 1.5 if near else 0.9
        shapes.append(Line(tuple(seams), Pen(look.border, width, (9.0, 3.0, 2.0, 3.0))))
    disputed = [
        line
        for feature in reader.features(Ground.DISPUTED, detail, page.box)
        for line in page.lines(feature)
    ]
    if disputed:
        shapes.append(Line(tuple(disputed), Pen(look.border, 0.9, (3.0, 3.0))))
    return shapes


def _seams(
    page: Sheet, features: "Iterable[GroundFeature]", *, of_one_country: bool = False
) -> "tuple[list[Points], list[Points]]":
    """Lines that two of the rings share, each once; and those that only one ring has."""
    stretches: list[Points] = []
    owners: list[int] = []
    for feature in features:
        owner = int.from_bytes(feature.country.encode()) << 20 if of_one_country else 0
        for part in page.near(feature):
            for run in clipping.lines_within(part, page.box):
                stretches.append(run)
                owners.append(owner)
    if not stretches:
        return [], []
    keys = np.concatenate([_keys(run) for run in stretches])
    whose = np.repeat(np.array(owners, np.int64), [len(run) - 1 for run in stretches])
    if of_one_country:
        keys = keys ^ whose.astype(np.uint64)
    _all, first, index, counts = np.unique(
        keys, return_index=True, return_inverse=True, return_counts=True
    )
    is_shared = counts[index] > 1
    is_first = np.zeros(len(keys), bool)
    is_first[first] = True
    shared = _cut(page, stretches, is_shared & is_first)
    return shared, [] if of_one_country else _cut(page, stretches, ~is_shared)


def _keys(run: "Points") -> "NDArray[np.uint64]":
    """One number for each step of a line, the same whichever way it is gone."""
    whole = np.rint(run * WORLD).astype(np.uint64)
    points = (whole[:, 0] << np.uint64(28)) | whole[:, 1]
    low = np.minimum(points[:-1], points[1:])
    high = np.maximum(points[:-1], points[1:])
    return np.asarray(low * np.uint64(0x9E3779B97F4A7C15) ^ high)


def _cut(page: Sheet, stretches: "list[Points]", wanted: "NDArray[np.bool_]") -> "list[Points]":
    found: list[Points] = []
    at = 0
    for run in stretches:
        steps = len(run) - 1
        chosen = wanted[at : at + steps]
        at += steps
        if chosen.any():
            found.extend(page.pixels(each) for each in clipping.runs(run, chosen))
    return found
