"""What the case knows, on the map: places, claims, photos and units."""

from dataclasses import dataclass, field
from typing import NamedTuple

from caseboard.mapping import badges, rings
from caseboard.mapping.clusters import Cluster, clustered, single
from caseboard.mapping.content import Content
from caseboard.mapping.labels import beside
from caseboard.mapping.look import Look
from caseboard.mapping.options import Options
from caseboard.mapping.placing import Rect, Room
from caseboard.mapping.scene import Face, Line, Pen, Shape, Target, Words
from caseboard.mapping.view import View
from caseboard.model.spots import Spot, SpotKey, SpotKind

_REACH = {SpotKind.PLACE: 26.0, SpotKind.CLAIM: 24.0, SpotKind.PHOTO: 24.0, SpotKind.POSITION: 36.0}
"""Pixels within which marks of a kind become one."""
_ORDER = (SpotKind.PLACE, SpotKind.POSITION, SpotKind.CLAIM, SpotKind.PHOTO)
"""Who is given room first."""


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


@dataclass
class _Drawing:
    """The marks of one scene in the making; what lies lower comes first."""

    view: View
    look: Look
    options: Options
    room: Room
    selected: frozenset[SpotKey]
    under: list[Shape] = field(default_factory=list)
    over: list[Shape] = field(default_factory=list)
    words: list[Shape] = field(default_factory=list)
    targets: list[Target] = field(default_factory=list)
    sites: list[Site] = field(default_factory=list)

    def put(self, cluster: Cluster) -> None:
        """Draw its badge where there is room nearest to where it is."""
        chosen = any(spot.key in self.selected for spot in cluster.spots)
        badge = badges.of(cluster, self.look, self.options.symbols, is_chosen=chosen)
        x, y = self._found(cluster, badge)
        if (x, y) != (cluster.x, cluster.y):
            leader = badges.leader(cluster.x, cluster.y, x, y)
            self.under.append(Line((leader,), Pen(badge.color, 1.2)))
        self.under.extend(shape for shape in badge.under(cluster.x, cluster.y))
        self.over.extend(badge.drawn(x, y))
        keys = frozenset(spot.key for spot in cluster.spots)
        self.targets.append(Target(x, y, badge.reach, keys, badges.tip(cluster)))

    def _found(self, cluster: Cluster, badge: "badges.Badge") -> tuple[float, float]:
        for dx, dy in badge.offsets():
            rect = badge.rect(cluster.x + dx, cluster.y + dy)
            if self.room.claim(rect, whole=False):
                return cluster.x + dx, cluster.y + dy
        self.room.take(badge.rect(cluster.x, cluster.y))
        return cluster.x, cluster.y

    def name(self, target: Target, cluster: Cluster) -> None:
        """Write what it is called, if there is room."""
        text, size, face = cluster.first.label, 13.0, Face.BOLD
        for x, y, align, rect in beside(target.x, target.y, target.r, text, size, face):
            if self.room.claim(rect):
                color = self.look.text
                self.words.append(Words(x, y, text, size, color, face, align, self.look.halo))
                return


def drawn(view: View, content: Content, look: Look, options: Options, room: Room) -> Marks:
    """The marks of the spots in sight; they take their room."""
    drawing = _Drawing(view, look, options, room, content.selected)
    drawing.under.extend(rings.drawn(view, content, look))
    places: list[tuple[Target, Cluster]] = []
    for kind in _ORDER:
        spots = [spot for spot in content.spots if spot.key.kind is kind]
        for cluster in _clusters(view, spots, kind, together=options.with_clusters):
            drawing.put(cluster)
            if kind is SpotKind.PLACE:
                places.append((drawing.targets[-1], cluster))
    for target, cluster in places:
        drawing.name(target, cluster)
        drawing.sites.extend(
            Site(*view.to_view(spot.lat, spot.lon), spot.label) for spot in cluster.spots
        )
    shapes = (*drawing.under, *drawing.over, *drawing.words)
    return Marks(shapes, tuple(drawing.targets), tuple(drawing.sites))


def _clusters(view: View, spots: list[Spot], kind: SpotKind, *, together: bool) -> list[Cluster]:
    return clustered(view, spots, _REACH[kind]) if together else single(view, spots)


__all__ = ["NONE", "Marks", "Rect", "Site", "drawn"]
