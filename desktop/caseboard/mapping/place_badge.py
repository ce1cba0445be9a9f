"""The mark of a place: a disc with how often it is named; hollow, where it is an area."""

from collections.abc import Iterator
from dataclasses import dataclass

from typing_extensions import override

from caseboard.mapping import badge, rings
from caseboard.mapping.badge import Badge
from caseboard.mapping.placing import Rect, about
from caseboard.mapping.scene import Disc, Pen, Shape


@dataclass(frozen=True, slots=True)
class PlaceBadge(Badge):
    """It stays where it is; several places in one have a soft ring about them."""

    @property
    @override
    def color(self) -> str:
        return self.look.place

    @property
    @override
    def reach(self) -> float:
        return self._r + 3.0

    @property
    @override
    def title(self) -> str:
        return self.cluster.first.label

    @override
    def rect(self, x: float, y: float) -> Rect:
        return about(x, y, self._r + 2)

    @override
    def offsets(self) -> Iterator[tuple[float, float]]:
        yield 0.0, 0.0

    @override
    def under(self, x: float, y: float) -> Iterator[Shape]:
        if len(self.cluster.spots) > 1:
            yield Disc(x, y, self._r + 5, self.color, 0.25)

    @override
    def drawn(self, x: float, y: float) -> Iterator[Shape]:
        look, r = self.look, self._r
        if self.is_chosen:
            yield Disc(x, y, r + 4.5, "", pen=Pen(look.chosen, 2.2))
        is_vague = all(rings.is_vague(spot) for spot in self.cluster.spots)
        if is_vague:
            yield Disc(x, y, r + 2, look.rim)
            yield Disc(x, y, r, look.rim, pen=Pen(self.color, 1.8, (3.0, 2.0)))
        else:
            yield Disc(x, y, r + 1, self.color, pen=Pen(look.rim, 2.0))
        if self.cluster.count > 1:
            color = self.color if is_vague else look.on_place
            yield badge.number(x, y, badge.short(self.cluster.count), color)

    @property
    def _r(self) -> float:
        count = self.cluster.count
        return 7.0 if count < 2 else 10.0 if count < 10 else 11.5 if count < 100 else 14.0
