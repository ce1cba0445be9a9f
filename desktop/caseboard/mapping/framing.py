"""Which part of the world shows what a case is about."""

import math
from collections.abc import Iterable, Sequence

from caseboard.mapping.content import Overlay
from caseboard.mapping.mercator import MAX_LAT
from caseboard.mapping.view import Bounds
from caseboard.model.spots import Spot, SpotKind
from caseboard.model.terms import LayerKind

VAGUE_M = 20_000.0
"""Metres: a place known no closer than this decides what is shown only where nothing else does."""
LEAST_M = 7_500.0
"""Metres from the middle to an edge that are shown at least."""
_TELLING = {SpotKind.CLAIM, SpotKind.POSITION}
_OWN = {LayerKind.DRAWN, LayerKind.TRACED, LayerKind.CHANGE}
"""Layers that are about the case as a whole: they are shown whole."""
_DEGREE = 111_320.0
"""Metres in a degree of latitude."""


def around(spots: Iterable[Spot], others: Iterable[Bounds] = ()) -> Bounds | None:
    """A box around spots, with how closely they are known, and around other boxes; None for none.

    Regions and other places that are known but roughly are left out where there are closer ones.
    """
    there = list(spots)
    close = [spot for spot in there if not is_vague(spot)]
    boxes = [*map(_about, close or there), *others]
    if not boxes:
        return None
    return widened(
        Bounds(
            min(box.west for box in boxes),
            min(box.south for box in boxes),
            max(box.east for box in boxes),
            max(box.north for box in boxes),
        )
    )


def framed(spots: Sequence[Spot], overlays: Iterable[Overlay] = ()) -> Bounds | None:
    """Where the claims and units of a case are, and the layers made of it; else all that is there.

    None where nothing is known to be anywhere.
    """
    there = list(overlays)
    telling = [spot for spot in spots if spot.key.kind in _TELLING and not is_vague(spot)]
    own = [each.bounds for each in there if each.kind in _OWN and each.bounds]
    found = around(telling or spots, own)
    return found or around((), [each.bounds for each in there if each.bounds])


def is_vague(spot: Spot) -> bool:
    """Whether it is known but roughly where it is."""
    return (spot.precision_m or 0.0) >= VAGUE_M


def widened(bounds: Bounds, least_m: float = LEAST_M) -> Bounds:
    """`bounds`, reaching at least so many metres from their middle each way."""
    lat, lon = (bounds.south + bounds.north) / 2, (bounds.west + bounds.east) / 2
    least = _box(lat, lon, least_m)
    return Bounds(
        min(bounds.west, least.west),
        min(bounds.south, least.south),
        max(bounds.east, least.east),
        max(bounds.north, least.north),
    )


def about(lat: float, lon: float, metres: float) -> Bounds:
    """A box that reaches so far from a position, and far enough to be looked at."""
    return widened(_box(lat, lon, metres))


def _about(spot: Spot) -> Bounds:
    return _box(spot.lat, spot.lon, spot.precision_m or 0.0)


def _box(lat: float, lon: float, metres: float) -> Bounds:
    lat = max(-MAX_LAT, min(MAX_LAT, lat))
    up = metres / _DEGREE
    across = up / max(0.05, math.cos(math.radians(lat)))
    return Bounds(
        max(-180.0, lon - across),
        max(-MAX_LAT, lat - up),
        min(180.0, lon + across),
        min(MAX_LAT, lat + up),
    )
