"""What layers say of one place: inside their areas or outside, and how far from the edge."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from caseboard.i18n import _
from caseboard.mapping import comparing, lands
from caseboard.mapping.comparing import Standing
from caseboard.mapping.content import Feature, Overlay
from caseboard.model.terms import LayerKind

if TYPE_CHECKING:
    from caseboard.mapping.ground import GroundReader

FAR_M = 100_000.0
"""Metres beyond which an edge is no news of a place."""
DRAWN_M = 200.0
"""Metres to which the edge of a layer is drawn: within them nobody can tell the side."""
_JUDGED = frozenset({LayerKind.IMPORTED, LayerKind.DRAWN, LayerKind.TRACED})


class Verdict(Enum):
    """On which side of an edge a place is."""

    INSIDE = "inside"
    OUTSIDE = "outside"
    NEAR = "near"
    """Too near to tell."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A place and the areas of one name in a layer."""

    layer_id: str
    layer: str
    """What the layer is called."""
    as_of: str
    """EDTF."""
    area: str
    """What these areas are called; empty where they have no name."""
    verdict: Verdict
    edge_m: float
    """Metres to the nearest edge."""


def judge_land(
    reader: "GroundReader", lat: float, lon: float, precision_m: float | None, language: str
) -> Judged | None:
    """In which country a place in degrees is, and how far its border or coast.

    None at sea and far from every border. Within `lands.BORDER_M` of one, or within the precision
    of the place, only a gazetteer can tell.
    """
    land = lands.land_at(reader, lat, lon, language)
    if land is None:
        return None
    is_told = land.country and land.border_m > (precision_m or 0.0)
    verdict = Verdict.INSIDE if is_told else Verdict.NEAR
    return Judged("", _("Border of a country"), "", land.name, verdict, land.border_m)


def judge(
    overlays: Iterable[Overlay],
    lat: float,
    lon: float,
    precision_m: float | None = None,
    language: str = "en",
) -> tuple[Judged, ...]:
    """What each layer with areas near it says of a place in degrees, the highest layer first.

    Of a layer's areas those count that the place is in, else the nearest. Nothing is judged
    within `DRAWN_M` of an edge, or within the precision of the place itself. Takes up to some
    tenths of a second.
    """
    error_m = max(DRAWN_M, precision_m or 0.0)
    found = []
    for overlay in overlays:
        if overlay.kind in _JUDGED:
            nearest = _nearest(comparing.named(overlay.features, language), lat, lon)
            if nearest is not None and (nearest[1].is_inside or nearest[1].edge_m <= FAR_M):
                found.append(_judged(overlay, *nearest, error_m))
    return tuple(reversed(found))


def _judged(overlay: Overlay, area: str, standing: Standing, error_m: float) -> Judged:
    verdict = _verdict(standing, error_m)
    return Judged(overlay.id, overlay.name, overlay.as_of, area, verdict, standing.edge_m)


def _nearest(
    areas: dict[str, tuple[Feature, ...]], lat: float, lon: float
) -> tuple[str, Standing] | None:
    every = [(name, comparing.standing(features, lat, lon)) for name, features in areas.items()]
    return min(every, key=lambda each: (not each[1].is_inside, each[1].edge_m), default=None)


def _verdict(standing: Standing, error_m: float) -> Verdict:
    if not standing.is_clear(error_m):
        return Verdict.NEAR
    return Verdict.INSIDE if standing.is_inside else Verdict.OUTSIDE
