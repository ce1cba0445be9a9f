"""The mark of a cluster: a disc with a number, a claim's sign, a camera, a unit's symbol."""

import math
from abc import ABC, abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass

from typing_extensions import override

from caseboard.i18n import _, ngettext
from caseboard.mapping import lettering, outlines, rings
from caseboard.mapping.clipping import Points
from caseboard.mapping.clusters import Cluster
from caseboard.mapping.look import Look
from caseboard.mapping.placing import Rect
from caseboard.mapping.scene import (
    Align,
    Area,
    Disc,
    Face,
    Pen,
    Shape,
    Symbol,
    Words,
)
from caseboard.mapping.symbol_picture import SymbolPicture, Symbols
from caseboard.model.spots import Spot, SpotKind
from caseboard.model.terms import ClaimStatus

SIGNS = {
    ClaimStatus.DISPUTED: "≠",
    ClaimStatus.SINGLE_SOURCE: "1",
    ClaimStatus.OPEN: "?",
    ClaimStatus.CORROBORATED: "✓",
}
"""What stands in a claim's mark, so that its colour need not be seen; the gravest first."""
_HEIGHT = 18.0
_SYMBOL = 24.0
"""Pixels that a unit's frame is high."""
_TOLD = 4
"""Names that a tip tells before it only counts."""


@dataclass(frozen=True, slots=True)
class Badge(ABC):
    """The mark of a cluster, which may be moved aside; all lengths are pixels."""

    cluster: Cluster
    look: Look
    is_chosen: bool

    @property
    @abstractmethod
    def color(self) -> str:
        """Of the line from it to where it belongs."""

    @property
    @abstractmethod
    def reach(self) -> float:
        """How far about its middle a click hits."""

    @abstractmethod
    def rect(self, x: float, y: float) -> Rect:
        """The room it takes with its middle there."""

    @abstractmethod
    def offsets(self) -> Iterator[tuple[float, float]]:
        """How far it may be moved, the best first."""

    def under(self, x: float, y: float) -> Iterator[Shape]:  # noqa: ARG002  for those that have it
        """What is drawn below all badges, at the place itself."""
        yield from ()

    @abstractmethod
    def drawn(self, x: float, y: float) -> Iterator[Shape]:
        """Its shapes with its middle there."""


def of(cluster: Cluster, look: Look, symbols: Symbols | None, *, is_chosen: bool) -> Badge:
    """The badge of a cluster, by the kind of what is in it."""
    match cluster.first.key.kind:
        case SpotKind.PLACE:
            return PlaceBadge(cluster, look, is_chosen)
        case SpotKind.CLAIM:
            return ClaimBadge(cluster, look, is_chosen)
        case SpotKind.PHOTO:
            return PhotoBadge(cluster, look, is_chosen)
        case SpotKind.POSITION:
            spot = cluster.first
            picture = symbols.picture(spot.sidc, _SYMBOL) if symbols and spot.sidc else None
            return UnitBadge(cluster, look, is_chosen, picture)


def leader(x: float, y: float, to_x: float, to_y: float) -> Points:
    """The line from where something is to where its mark had to go."""
    return outlines.segment(x, y, to_x, to_y)


def tip(cluster: Cluster) -> str:
    """What a pointer over it is told."""
    names = [spot.label for spot in cluster.spots]
    told = _(", ").join(names[:_TOLD])
    if len(names) > _TOLD:
        more = len(names) - _TOLD
        told = _("{names} and {n} more").format(names=told, n=more)
    if cluster.first.key.kind is SpotKind.PLACE:
        mentions = ngettext("{n} mention", "{n} mentions", cluster.count)
        return _("{name} · {what}").format(name=told, what=mentions)
    return told


def _around(step: float) -> Iterator[tuple[float, float]]:
    """Where it is, then about it, farther and farther."""
    yield 0.0, 0.0
    for far in (1.0, 1.6, 2.3):
        for turn in (0, 45, -45, 180, 135, -135, 90, -90):
            angle = math.radians(turn)
            yield step * far * math.cos(angle), step * far * math.sin(angle)


def _short(count: int) -> str:
    return str(count) if count < 1000 else f"{count // 1000}k"


@dataclass(frozen=True, slots=True)
class PlaceBadge(Badge):
    """A disc with how often the place is named; hollow, where it is an area."""

    @property
    @override
    def color(self) -> str:
        return self.look.place

    @property
    def _r(self) -> float:
        count = self.cluster.count
        return 7.0 if count < 2 else 10.0 if count < 10 else 11.5 if count < 100 else 14.0

    @property
    @override
    def reach(self) -> float:
        return self._r + 3.0

    @override
    def rect(self, x: float, y: float) -> Rect:
        r = self._r + 2
        return Rect(x - r, y - r, x + r, y + r)

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
        vague = all(rings.is_vague(spot) for spot in self.cluster.spots)
        if vague:
            yield Disc(x, y, r + 2, look.rim)
            yield Disc(x, y, r, look.rim, pen=Pen(self.color, 1.8, (3.0, 2.0)))
        else:
            yield Disc(x, y, r + 1, self.color, pen=Pen(look.rim, 2.0))
        if self.cluster.count > 1:
            color = self.color if vague else look.on_place
            yield _number(x, y, _short(self.cluster.count), color)


@dataclass(frozen=True, slots=True)
class ClaimBadge(Badge):
    """For each status a pill with its sign and, beyond one, how many."""

    @property
    def _pills(self) -> list[tuple[ClaimStatus, str]]:
        statuses = [spot.status or ClaimStatus.OPEN for spot in self.cluster.spots]
        return [
            (status, sign if statuses.count(status) == 1 else f"{sign} {statuses.count(status)}")
            for status, sign in SIGNS.items()
            if status in statuses
        ]

    @property
    @override
    def color(self) -> str:
        return self.look.status(self._pills[0][0])

    @property
    def _widths(self) -> list[float]:
        texts = (text for _status, text in self._pills)
        return [
            max(_HEIGHT, lettering.width(text, 11, Face.BOLD) + 11) if len(text) > 1 else _HEIGHT
            for text in texts
        ]

    @property
    def _width(self) -> float:
        return sum(self._widths) + 2.0 * (len(self._widths) - 1)

    @property
    @override
    def reach(self) -> float:
        return max(self._width / 2, _HEIGHT / 2 + 2)

    @override
    def rect(self, x: float, y: float) -> Rect:
        across, down = self._width / 2 + 1.5, _HEIGHT / 2 + 1.5
        return Rect(x - across, y - down, x + across, y + down)

    @override
    def offsets(self) -> Iterator[tuple[float, float]]:
        for dx, dy in _around(23.0):
            wider = (self._width - _HEIGHT) / 2
            yield dx + math.copysign(wider, dx) * (abs(dx) > 1), dy

    @override
    def drawn(self, x: float, y: float) -> Iterator[Shape]:
        look, left = self.look, x - self._width / 2
        if self.is_chosen:
            ring = outlines.capsule(x, y, self._width + 7, _HEIGHT + 7)
            yield Area((ring,), pen=Pen(look.chosen, 2.2))
        for (status, text), width in zip(self._pills, self._widths, strict=True):
            middle = left + width / 2
            shape = outlines.capsule(middle, y, width, _HEIGHT)
            yield Area((shape,), look.status(status), pen=Pen(look.rim, 1.8))
            yield _number(middle, y, text, look.on_status)
            left += width + 2.0


@dataclass(frozen=True, slots=True)
class PhotoBadge(Badge):
    """A camera, and a cone that way it looked."""

    @property
    @override
    def reach(self) -> float:
        return 11.0

    @property
    @override
    def color(self) -> str:
        return self.look.photo

    @override
    def rect(self, x: float, y: float) -> Rect:
        return Rect(x - 10.5, y - 10.5, x + 10.5, y + 10.5)

    @override
    def offsets(self) -> Iterator[tuple[float, float]]:
        yield from _around(23.0)

    @override
    def under(self, x: float, y: float) -> Iterator[Shape]:
        for spot in self.cluster.spots[:8]:
            if spot.direction is not None:
                cone = outlines.wedge(x, y, 42.0, spot.direction, 22.0)
                yield Area((cone,), self.color, 0.28, Pen(self.color, 0.8, opacity=0.5))

    @override
    def drawn(self, x: float, y: float) -> Iterator[Shape]:
        look = self.look
        if self.is_chosen:
            yield Disc(x, y, 13.0, "", pen=Pen(look.chosen, 2.2))
        yield Disc(x, y, 9.5, look.photo, pen=Pen(look.rim, 1.8))
        if len(self.cluster.spots) > 1:
            yield _number(x, y, _short(len(self.cluster.spots)), look.on_photo)
            return
        body = outlines.box(x, y + 0.6, 10.0, 6.6)
        hump = outlines.box(x, y - 3.4, 4.4, 2.0)
        yield Area((body,), look.on_photo)
        yield Area((hump,), look.on_photo)
        yield Disc(x, y + 0.7, 2.1, look.photo)


@dataclass(frozen=True, slots=True)
class UnitBadge(Badge):
    """A unit's symbol with what it is called; of several, the first and how many."""

    picture: SymbolPicture | None

    @property
    @override
    def color(self) -> str:
        return self.look.text

    @property
    def _size(self) -> tuple[float, float]:
        if self.picture is None:
            return _SYMBOL * 1.5, _SYMBOL
        return self.picture.width, self.picture.height

    @property
    def _text(self) -> str:
        spot: Spot = self.cluster.first
        return lettering.shortened(spot.designation, 11, 110, Face.BOLD)

    @property
    @override
    def reach(self) -> float:
        return max(self._size) / 2

    @override
    def rect(self, x: float, y: float) -> Rect:
        width, height = self._size
        words = lettering.width(self._text, 11, Face.BOLD) + 8 if self._text else 4.0
        return Rect(
            x - width / 2 - 2, y - height / 2 - 2, x + width / 2 + words, y + height / 2 + 2
        )

    @override
    def offsets(self) -> Iterator[tuple[float, float]]:
        yield from _around(36.0)

    @override
    def drawn(self, x: float, y: float) -> Iterator[Shape]:
        look = self.look
        width, height = self._size
        if self.is_chosen:
            frame = outlines.box(x, y, width + 8, height + 8)
            yield Area((frame,), pen=Pen(look.chosen, 2.2))
        if self.picture is None:
            frame = outlines.box(x, y, width, height)
            yield Area((frame,), look.panel, pen=Pen(look.text, 1.4))
        else:
            yield Symbol(x - width / 2, y - height / 2, width, height, self.picture.svg)
        if self._text:
            yield Words(
                x + width / 2 + 5, y + 4, self._text, 11, look.text, Face.BOLD, halo=look.halo
            )
        if len(self.cluster.spots) > 1:
            text = f"×{_short(len(self.cluster.spots))}"
            at = x + width / 2, y - height / 2
            pill = outlines.capsule(*at, lettering.width(text, 11, Face.BOLD) + 10, 16)
            yield Area((pill,), look.unit, pen=Pen(look.rim, 1.5))
            yield _number(*at, text, look.on_unit)


def _number(x: float, y: float, text: str, color: str) -> Words:
    return Words(x, y + 4, text, 11, color, Face.BOLD, Align.MIDDLE)
