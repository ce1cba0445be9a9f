"""What the case knows, on the map: places, claims, photos and units."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from caseboard.mapping import badges, clusters, geometries, outlines, rings
from caseboard.mapping.badge import Badge
from caseboard.mapping.clusters import Cluster
from caseboard.mapping.content import Content
from caseboard.mapping.ground import GroundReader
from caseboard.mapping.labels import ABOVE_FIRST, RIGHT_FIRST, beside
from caseboard.mapping.look import Look
from caseboard.mapping.options import Options
from caseboard.mapping.placing import Room
from caseboard.mapping.scene import Disc, Face, Line, Pen, Shape, Target, Words
from caseboard.mapping.view import View
from caseboard.model.spots import Spot, SpotKey, SpotKind

_REACH = {SpotKind.PLACE: 26.0, SpotKind.POSITION: 36.0, SpotKind.CLAIM: 28.0, SpotKind.PHOTO: 26.0}
"""Pixels within which marks of a kind become one; who is given room first comes first."""
_APART_FROM = 9.0
"""The zoom from which units at one and the same place stand beside each other,"""
_APART = 6
"""if they are no more than so many."""
_MOST, _FARTHEST_REACH = 150, 120.0
"""So many marks of a kind a reader can still tell apart; of more, more become one."""
_TITLE = {SpotKind.PLACE: 13.0, SpotKind.POSITION: 11.0}
"""Pixels of what is written beside a mark."""


class Site(NamedTuple):
    """A place of the case: its name need not be told by the ground too."""

    x: float
    y: float
    label: str


class Marks(NamedTuple):
    """What is drawn of them, and where a click hits them."""

    shapes: tuple[Shape, ...]
    targets: tuple[Target, ...]
    sites: tuple[Site, ...]


NONE = Marks((), (), ())


def drawn(
    view: View,
    content: Content,
    reader: GroundReader,
    look: Look,
    options: Options,
    room: Room,
) -> Marks:
    """The marks of the spots in sight; they take their room."""
    drawing = _Drawing(look, options, room, content.selected)
    drawing.under.extend(geometries.drawn(view, content, reader, look))
    drawing.under.extend(rings.drawn(view, content, look))
    sites: list[Site] = []
    for kind in _REACH:
        spots = [spot for spot in content.spots if spot.key.kind is kind]
        found = _clusters(view, spots, kind, together=options.with_clusters)
        drawing.put(found)
        if kind is SpotKind.PLACE:
            sites = [
                Site(*view.to_view(spot.lat, spot.lon), spot.label)
                for cluster in found
                for spot in cluster.spots
            ]
    shapes = (*drawing.under, *drawing.over, *drawing.words)
    return Marks(shapes, tuple(drawing.targets), tuple(sites))


@dataclass
class _Drawing:
    """The marks of one scene in the making; what lies lower comes first."""

    look: Look
    options: Options
    room: Room
    selected: frozenset[SpotKey]
    under: list[Shape] = field(default_factory=list)
    over: list[Shape] = field(default_factory=list)
    words: list[Shape] = field(default_factory=list)
    targets: list[Target] = field(default_factory=list)

    def put(self, found: list[Cluster]) -> None:
        """Draw the badges of a kind, then what is written beside them."""
        placed = []
        for cluster in found:
            is_chosen = any(spot.key in self.selected for spot in cluster.spots)
            badge = badges.of(cluster, self.look, self.options.symbols, is_chosen=is_chosen)
            placed.append((badge, *self._put(badge)))
        for badge, x, y in sorted(placed, key=lambda each: not each[0].is_chosen):
            if badge.title:
                self._name(badge, x, y)

    def _put(self, badge: Badge) -> tuple[float, float]:
        """Draw it where there is room, nearest to where it belongs; that place."""
        cluster = badge.cluster
        x, y = self._found(badge)
        if (x, y) != (cluster.x, cluster.y):
            line = outlines.segment(cluster.x, cluster.y, x, y)
            self.under.append(Line((line,), Pen(badge.color, 1.2)))
            self.under.append(Disc(cluster.x, cluster.y, 2.2, badge.color))
        self.under.extend(badge.under(cluster.x, cluster.y))
        self.over.extend(badge.drawn(x, y))
        keys = frozenset(spot.key for spot in cluster.spots)
        self.targets.append(Target(x, y, badge.reach, keys, badges.tip(cluster)))
        return x, y

    def _found(self, badge: Badge) -> tuple[float, float]:
        x, y = badge.cluster.x, badge.cluster.y
        for dx, dy in badge.offsets():
            if self.room.claim(badge.rect(x + dx, y + dy), whole=False):
                return x + dx, y + dy
        self.room.take(badge.rect(x, y))
        return x, y

    def _name(self, badge: Badge, x: float, y: float) -> None:
        kind, box = badge.cluster.first.key.kind, badge.rect(x, y)
        order = ABOVE_FIRST if kind is SpotKind.PLACE else RIGHT_FIRST
        middle = (box.left + box.right) / 2, (box.top + box.bottom) / 2
        reach = (box.right - box.left) / 2 - 1, (box.bottom - box.top) / 2 - 1
        size, look = _TITLE[kind], self.look
        for at_x, at_y, align, rect in beside(*middle, reach, badge.title, size, Face.BOLD, order):
            if self.room.claim(rect):
                self.words.append(
                    Words(
                        at_x, at_y, badge.title, size, look.text, Face.BOLD, align, halo=look.halo
                    )
                )
                return


def _clusters(view: View, spots: list[Spot], kind: SpotKind, *, together: bool) -> list[Cluster]:
    if not together:
        return clusters.single(view, spots)
    groups = _sides(spots) if kind is SpotKind.POSITION else [spots]
    reach = _REACH[kind]
    found = _together(view, groups, reach)
    while len(found) > _MOST and reach < _FARTHEST_REACH:
        reach *= 1.5
        found = _together(view, groups, reach)
    if kind is not SpotKind.POSITION or view.zoom < _APART_FROM:
        return found
    return [each for cluster in found for each in _apart(cluster)]


def _together(view: View, groups: list[list[Spot]], reach: float) -> list[Cluster]:
    return [cluster for group in groups for cluster in clusters.clustered(view, group, reach)]


def _sides(spots: list[Spot]) -> list[list[Spot]]:
    """Units by whose they are (digits 3 and 4 of a code): friend and foe never are one mark."""
    sides: defaultdict[str, list[Spot]] = defaultdict(list)
    for spot in spots:
        sides[spot.sidc[2:4]].append(spot)
    return [sides[side] for side in sorted(sides)]


def _apart(cluster: Cluster) -> Iterator[Cluster]:
    """Units at one place are never told apart by going nearer: they are fanned out."""
    places = {(spot.lat, spot.lon) for spot in cluster.spots}
    if len(places) > 1 or len(cluster.spots) > _APART:
        yield cluster
        return
    for spot in cluster.spots:
        yield Cluster(cluster.x, cluster.y, (spot,))
