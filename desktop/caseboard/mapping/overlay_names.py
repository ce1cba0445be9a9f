"""The names that the layers of a case give to their points."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from caseboard.mapping import labels
from caseboard.mapping.content import Feature, Overlay
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
            text = named(feature, naming.language)
            if text and feature.points:
                yield from _beside(naming, feature, text)


def named(feature: Feature, language: str) -> str:
    """Its name in that language, else the one without a language, else any."""
    names = dict(feature.names)
    found = names.get(language) or names.get("") or next(iter(names.values()), "")
    return found if len(found) <= _LONGEST else f"{found[: _LONGEST - 1].rstrip()}…"


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
