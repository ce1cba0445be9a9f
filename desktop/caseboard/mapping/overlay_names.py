"""The names that the layers of a case give to their points, and to the areas of its own making."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import numpy as np

from caseboard.mapping import labels
from caseboard.mapping.content import Feature, Overlay
from caseboard.mapping.features import name_in
from caseboard.mapping.overlays_drawing import unit_square
from caseboard.mapping.scene import Face, Shape, Words
from caseboard.model.terms import LayerKind

if TYPE_CHECKING:
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
            if feature.points or overlay.kind in _OWN:
                yield from _named(naming, feature)


def _named(naming: "Naming", feature: Feature) -> Iterator[Words]:
    text = name_in(feature, naming.language)
    if not text:
        return
    if len(text) > _LONGEST:
        text = f"{text[: _LONGEST - 1].rstrip()}…"
    if feature.points:
        yield from _beside(naming, text, feature.points[0], 5.0)
    elif feature.polygons:
        largest = max((rings[0] for rings in feature.polygons), key=len)
        yield from _beside(naming, text, largest.mean(axis=0, keepdims=True), 0.0)
    elif feature.lines:
        line = feature.lines[0]
        yield from _beside(naming, text, line[len(line) // 2 :][:1], 2.0)


def _beside(naming: "Naming", text: str, degrees: "Degrees", reach: float) -> Iterator[Words]:
    view, look = naming.page.view, naming.look
    x, y = view.place(*unit_square(np.asarray(degrees))[0].tolist())
    if not (0 <= x <= view.width and 0 <= y <= view.height):
        return
    for at_x, at_y, align, rect in labels.beside(x, y, (reach, reach), text, _SIZE, Face.PLAIN):
        if naming.room.claim(rect):
            yield Words(at_x, at_y, text, _SIZE, look.text_soft, Face.PLAIN, align, look.halo)
            return
