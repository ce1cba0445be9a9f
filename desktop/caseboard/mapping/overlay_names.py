"""The names that the layers of a case give to their points."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from caseboard.mapping import labels
from caseboard.mapping.content import Feature, Overlay
from caseboard.mapping.features import name_in
from caseboard.mapping.scene import Face, Shape, Words

if TYPE_CHECKING:
    from caseboard.mapping.naming import Naming

_FARTHEST = 9.5
"""The zoom from which they are written."""
_SIZE = 10.5
_LONGEST = 40
"""Letters."""


def drawn(naming: "Naming", overlays: Iterable[Overlay]) -> Iterator[Shape]:
    """They come after the case's own names and before those of the ground."""
    if naming.zoom < _FARTHEST:
        return
    for overlay in overlays:
        for feature in overlay.features:
            text = name_in(feature, naming.language) if feature.points else ""
            if text:
                if len(text) > _LONGEST:
                    text = f"{text[: _LONGEST - 1].rstrip()}…"
                yield from _beside(naming, feature, text)


def _beside(naming: "Naming", feature: Feature, text: str) -> Iterator[Words]:
    view, look = naming.page.view, naming.look
    lon, lat = feature.points[0][0].tolist()
    x, y = view.to_view(lat, lon)
    if not (0 <= x <= view.width and 0 <= y <= view.height):
        return
    for at_x, at_y, align, rect in labels.beside(x, y, (5.0, 5.0), text, _SIZE, Face.PLAIN):
        if naming.room.claim(rect):
            yield Words(at_x, at_y, text, _SIZE, look.text_soft, Face.PLAIN, align, look.halo)
            return
