"""How far what is shown on a map reaches."""

from caseboard.mapping.content import Content
from caseboard.mapping.view import Bounds


def bounds_of(content: Content) -> Bounds | None:
    """All that has a place in it; None where nothing has."""
    boxes = [Bounds(s.lon, s.lat, s.lon, s.lat) for s in content.spots]
    boxes += [overlay.bounds for overlay in content.overlays if overlay.bounds is not None]
    if not boxes:
        return None
    return Bounds(
        min(box.west for box in boxes),
        min(box.south for box in boxes),
        max(box.east for box in boxes),
        max(box.north for box in boxes),
    )
