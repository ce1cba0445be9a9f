"""The names that the layers of a case give to their points, and to the areas of its own making."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import numpy as np

from caseboard.mapping import labels, lettering
from caseboard.mapping.content import Feature, Overlay
from caseboard.mapping.features import name_in
from caseboard.mapping.overlays_drawing import unit_square
from caseboard.mapping.scene import Face, Shape, Words
from caseboard.model.terms import LayerKind

if TYPE_CHECKING:
    from caseboard.mapping.clipping import Points
    from caseboard.mapping.content import Degrees
    from caseboard.mapping.naming import Naming

_FARTHEST = 9.5
"""The zoom from which they are written."""
_SIZE = 10.5
_LONGEST = 40
"""Letters."""
_OWN = {LayerKind.CHANGE, LayerKind.DRAWN, LayerKind.TRACED}
"""Layers whose areas and lines were named one by one, and not a thousand times alike."""


def drawn(naming: "Naming", overlays: Iterable[Overlay]) -> Iterator[Shape]:
    """They come after the case's own names and before those of the ground."""
    if naming.zoom < _FARTHEST:
        return
    for overlay in overlays:
        for feature in overlay.features:
            if feature.points or (overlay.kind in _OWN and (feature.polygons or feature.lines)):
                yield from _named(naming, feature)


def _named(naming: "Naming", feature: Feature) -> Iterator[Words]:
    text = name_in(feature, naming.language)
    if not text:
        return
    if len(text) > _LONGEST:
        text = f"{text[: _LONGEST - 1].rstrip()}…"
    if feature.points:
        x, y = _pixels(naming, feature.points[0])[0].tolist()
        yield from _beside(naming, text, x, y, (5.0, 5.0))
    else:
        shape = feature.polygons[0][0] if feature.polygons else feature.lines[0]
        yield from _at(naming, text, _pixels(naming, shape))


def _pixels(naming: "Naming", degrees: "Degrees") -> "Points":
    view = naming.page.view
    corner = np.array([view.x, view.y]) * view.scale
    middle = np.array([view.width / 2, view.height / 2])
    pixels: Points = unit_square(np.asarray(degrees)) * view.scale - corner + middle
    return pixels


def _at(naming: "Naming", text: str, shape: "Points") -> Iterator[Words]:
    """In the middle of an area where there is room for it, else beside the box about it."""
    low, high = shape.min(axis=0), shape.max(axis=0)
    x, y = ((low + high) / 2).tolist()
    across, down = ((high - low) / 2).tolist()
    is_wide = 2 * across > lettering.width(text, _SIZE, Face.BOLD) + 12 and down > _SIZE
    reach = (0.0, 0.0) if is_wide else (across, down)
    order = labels.ABOVE_FIRST if is_wide else labels.RIGHT_FIRST
    yield from _beside(naming, text, x, y, reach, order, Face.BOLD)


def _beside(
    naming: "Naming",
    text: str,
    x: float,
    y: float,
    reach: tuple[float, float],
    order: tuple[int, ...] = labels.RIGHT_FIRST,
    face: Face = Face.PLAIN,
) -> Iterator[Words]:
    look, view = naming.look, naming.page.view
    if not (0 <= x <= view.width and 0 <= y <= view.height):
        return
    color = look.text if face is Face.BOLD else look.text_soft
    for at_x, at_y, align, rect in labels.beside(x, y, reach, text, _SIZE, face, order):
        if naming.room.claim(rect):
            yield Words(at_x, at_y, text, _SIZE, color, face, align, look.halo)
            return
