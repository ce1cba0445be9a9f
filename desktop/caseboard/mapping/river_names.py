"""The names of rivers, beside a stretch of their course that is nearly straight."""

import math
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from caseboard.mapping import lettering
from caseboard.mapping.basemap import Ground
from caseboard.mapping.ground import river_width, rivers_at
from caseboard.mapping.naming import Naming
from caseboard.mapping.placing import Rect
from caseboard.mapping.scene import Align, Face, Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from caseboard.mapping.clipping import Points

_SIZE, _SPACING = 11.0, 0.5
_FARTHEST = 5.2
"""The zoom from which rivers have names."""
_APART = 420.0
"""Pixels between two namings of one river."""
_BENT = 0.93
"""What a stretch's ends must be apart, in parts of its course, for a name beside it."""
_STEP = 12.0
"""Pixels between two places that are tried."""


class Stretch(NamedTuple):
    """A part of a river's course, by its ends."""

    x: float
    y: float
    angle: float
    """Degrees clockwise, -90 to 90: never upside down."""
    straightness: float
    deepest: float
    """How far its course bends to the side the name stands on, pixels."""


def drawn(naming: Naming) -> "Iterator[Words]":
    """The names of the rivers that are drawn, the greatest first."""
    if naming.zoom < _FARTHEST:
        return
    lowest = rivers_at(naming.zoom)
    courses: dict[str, tuple[int, list[Points]]] = {}
    for river in sorted(naming.features(Ground.RIVER), key=lambda each: (each.rank, each.id)):
        text = naming.named(river)
        if text and river.rank <= lowest:
            courses.setdefault(text, (river.rank, []))[1].extend(naming.page.lines(river))
    for text, (rank, lines) in courses.items():
        yield from _named(naming, text, river_width(rank, naming.zoom), lines)


def _named(naming: Naming, text: str, width: float, lines: "list[Points]") -> "Iterator[Words]":
    wide = lettering.width(text, _SIZE, Face.ITALIC, _SPACING)
    placed: list[tuple[float, float]] = []
    stretches = [each for line in lines for each in _stretches(line, wide + 8)]
    stretches.sort(key=lambda each: -each.straightness)
    for stretch in stretches:
        here = stretch.x, stretch.y
        if any(math.dist(here, other) < _APART for other in placed):
            continue
        words = _beside(naming, text, wide, width, stretch)
        if words is not None:
            placed.append(here)
            yield words


def _stretches(line: "Points", wide: float) -> "Iterator[Stretch]":
    steps = np.hypot(*np.diff(line, axis=0).T)
    along = np.concatenate(([0.0], np.cumsum(steps)))
    if along[-1] < wide:
        return
    starts = np.arange(0.0, along[-1] - wide, _STEP)
    offsets = np.linspace(0.0, wide, 9)
    at = starts[:, None] + offsets
    xs, ys = np.interp(at, along, line[:, 0]), np.interp(at, along, line[:, 1])
    chords = np.hypot(xs[:, -1] - xs[:, 0], ys[:, -1] - ys[:, 0])
    for index in np.flatnonzero(chords >= _BENT * wide).tolist():
        yield _stretch(xs[index], ys[index], float(chords[index]) / wide)


def _stretch(xs: "Points", ys: "Points", straightness: float) -> Stretch:
    if xs[-1] < xs[0]:
        xs, ys = xs[::-1], ys[::-1]
    turn = math.atan2(ys[-1] - ys[0], xs[-1] - xs[0])
    aside = (ys - ys[0]) * math.cos(turn) - (xs - xs[0]) * math.sin(turn)
    return Stretch(
        float(xs[0] + xs[-1]) / 2,
        float(ys[0] + ys[-1]) / 2,
        math.degrees(turn),
        straightness,
        float(-aside.min()),
    )


def _beside(naming: Naming, text: str, wide: float, width: float, stretch: Stretch) -> Words | None:
    """The name on the upper side of the stretch, if there is room."""
    turn = math.radians(stretch.angle)
    off = stretch.deepest + width / 2 + 3.0
    x, y = stretch.x + off * math.sin(turn), stretch.y - off * math.cos(turn)
    if not naming.room.claim(*_covered(x, y, turn, wide)):
        return None
    look = naming.look
    return Words(
        x,
        y,
        text,
        _SIZE,
        look.water_text,
        Face.ITALIC,
        Align.MIDDLE,
        look.halo,
        stretch.angle,
        _SPACING,
    )


def _covered(x: float, y: float, turn: float, wide: float) -> list[Rect]:
    """Boxes along turned words whose middle of the base line is `x`, `y`."""
    half = _SIZE * 0.55
    x, y = x + half * 0.7 * math.sin(turn), y - half * 0.7 * math.cos(turn)
    count = max(2, math.ceil(wide / _SIZE) + 1)
    return [
        Rect(mx - half, my - half, mx + half, my + half)
        for along in np.linspace(-wide / 2 + half / 2, wide / 2 - half / 2, count).tolist()
        for mx, my in ((x + along * math.cos(turn), y + along * math.sin(turn)),)
    ]
