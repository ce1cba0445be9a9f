"""The mark of a photo: a camera, and a cone the way it looked."""

from collections.abc import Iterator
from dataclasses import dataclass

from typing_extensions import override

from caseboard.mapping import badge, outlines
from caseboard.mapping.badge import Badge
from caseboard.mapping.placing import Rect, about
from caseboard.mapping.scene import Area, Disc, Pen, Shape

_R = 9.5
_SEEN = 42.0
"""Pixels that a cone is long: how far the camera saw is not known."""
_SPREAD = 22.0
"""Degrees to either side of where it looked."""
_MOST_CONES = 4
"""Photos in one mark whose cones can still be told apart."""


@dataclass(frozen=True, slots=True)
class PhotoBadge(Badge):
    """A camera in a disc; of several photos, how many."""

    @property
    @override
    def color(self) -> str:
        return self.look.photo

    @property
    @override
    def reach(self) -> float:
        return _R + 2

    @override
    def rect(self, x: float, y: float) -> Rect:
        return about(x, y, _R + 1)

    @override
    def offsets(self) -> Iterator[tuple[float, float]]:
        yield from badge.around(23.0)

    @override
    def under(self, x: float, y: float) -> Iterator[Shape]:
        if len(self.cluster.spots) > _MOST_CONES:
            return
        for spot in self.cluster.spots:
            if spot.direction is not None:
                cone = outlines.wedge(x, y, _SEEN, spot.direction, _SPREAD)
                yield Area((cone,), self.color, 0.28, Pen(self.color, 0.8, opacity=0.5))

    @override
    def drawn(self, x: float, y: float) -> Iterator[Shape]:
        look = self.look
        if self.is_chosen:
            yield Disc(x, y, _R + 3.5, "", pen=Pen(look.chosen, 2.2))
        yield Disc(x, y, _R, look.photo, pen=Pen(look.rim, 1.8))
        if len(self.cluster.spots) > 1:
            yield badge.number(x, y, badge.short(len(self.cluster.spots)), look.on_photo)
            return
        yield Area((outlines.box(x, y + 0.6, 10.0, 6.6),), look.on_photo)
        yield Area((outlines.box(x, y - 3.4, 4.4, 2.0),), look.on_photo)
        yield Disc(x, y + 0.7, 2.1, look.photo)
