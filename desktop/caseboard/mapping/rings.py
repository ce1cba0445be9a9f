"""How well a place is known: a ring about it, as large as what is meant by it."""

from caseboard.mapping import mercator
from caseboard.mapping.content import Content
from caseboard.mapping.look import Look
from caseboard.mapping.scene import Disc, Pen, Shape
from caseboard.mapping.view import View
from caseboard.model.spots import Spot, SpotKind
from caseboard.model.terms import LocationKind

VAGUE_M = 8_000.0
"""Metres from which a place is an area: an oblast, a hromada, a great city; never a dot."""
_SMALLEST, _LARGEST = 14.0, 1.6
"""A ring is drawn from so many pixels up to so many times the view."""
_WIDEST = 0.5
"""Of the shorter side: what is inside a wider ring is no longer seen as inside, only tinted."""
_MOST = 120
_AREAS = {LocationKind.REGION, LocationKind.COUNTRY, LocationKind.RIVER}


def is_vague(spot: Spot) -> bool:
    """Whether it is an area rather than a point."""
    return spot.kind in _AREAS or (spot.precision_m or 0.0) >= VAGUE_M


def radius(view: View, spot: Spot) -> float:
    """Pixels of what is meant by it; 0 where nobody said."""
    if not spot.precision_m:
        return 0.0
    return spot.precision_m * view.scale / mercator.metres_of(mercator.y_of(spot.lat))


def drawn(view: View, content: Content, look: Look) -> list[Shape]:
    """A ring for each place, photo and unit whose ring is larger than its mark.

    Where there would be more than can be told apart, only what is chosen has one.
    """
    found: dict[tuple[float, float, float], Disc] = {}
    chosen: list[Shape] = []
    for spot in content.spots:
        placed = _placed(view, spot)
        if placed is None:
            continue
        is_chosen = spot.key in content.selected
        is_wide = placed[2] > _WIDEST * min(view.width, view.height)
        ring = _ring(spot, *placed, look, is_chosen=is_chosen, is_filled=not is_wide)
        if is_chosen:
            chosen.append(ring)
        else:
            found.setdefault((spot.lat, spot.lon, ring.r), ring)
    return chosen if len(found) > _MOST else [*found.values(), *chosen]


def _placed(view: View, spot: Spot) -> tuple[float, float, float] | None:
    """Its middle and radius in pixels, if its ring is in sight; an outline says it better."""
    r = radius(view, spot)
    if spot.geometry or not _SMALLEST < r < _LARGEST * max(view.width, view.height):
        return None
    x, y = view.to_view(spot.lat, spot.lon)
    is_here = -r < x < view.width + r and -r < y < view.height + r
    return (x, y, r) if is_here else None


def _ring(
    spot: Spot, x: float, y: float, r: float, look: Look, *, is_chosen: bool, is_filled: bool
) -> Disc:
    color = look.unit if spot.key.kind is SpotKind.POSITION else look.place
    fill = 0.10 if is_chosen else 0.05 if is_vague(spot) else 0.03
    pen = Pen(color, 1.4 if is_chosen else 1.0, (4.0, 3.0), 0.9 if is_chosen else 0.45)
    return Disc(x, y, r, color if is_filled or is_chosen else "", fill, pen)
