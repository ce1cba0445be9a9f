"""An area traced on a placed picture: its outline on the ground, how large it is, its GeoJSON."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from geographiclib.geodesic import Geodesic

from caseboard.errors import CaseError
from caseboard.i18n import _
from caseboard.mapping.georeferencing import Fit
from caseboard.mapping.view import Bounds

Outline = Sequence[tuple[float, float]]
"""Corners in fractions (0 to 1) of the upright picture, not closed."""
FLAT = 1e-9
"""Of the picture: twice an area below this is a line."""
DIGITS = 7
"""Of a degree: a centimetre."""


@dataclass(frozen=True, slots=True)
class Traced:
    """An area on the ground."""

    features: bytes = field(repr=False)
    """GeoJSON (RFC 7946): one polygon, its ring against the clock."""
    bounds: Bounds
    area_km2: float
    """On the ellipsoid."""


def traced(fit: Fit, outline: Outline, name: str) -> Traced:
    """The area that `outline` encloses; raises `CaseError` where it encloses none."""
    check(outline)
    ring = [fit.to_ground(x, y) for x, y in outline]
    square = _square_metres(ring)
    if square < 0:  # with the clock
        ring.reverse()
    ring.append(ring[0])
    shape = {
        "type": "Polygon",
        "coordinates": [[[round(lon, DIGITS), round(lat, DIGITS)] for lat, lon in ring]],
    }
    feature = {"type": "Feature", "properties": {"name": name}, "geometry": shape}
    collection = {"type": "FeatureCollection", "features": [feature]}
    lats, lons = zip(*ring, strict=True)
    return Traced(
        json.dumps(collection, ensure_ascii=False, separators=(",", ":")).encode(),
        Bounds(min(lons), min(lats), max(lons), max(lats)),
        abs(square) / 1e6,
    )


@lru_cache(maxsize=64)
def area_km2(fit: Fit, outline: tuple[tuple[float, float], ...]) -> float:
    """How large the area is that an outline encloses, square kilometres on the ellipsoid."""
    return abs(_square_metres([fit.to_ground(x, y) for x, y in outline])) / 1e6


def check(outline: Outline) -> None:
    """Raise `CaseError` unless this is the outline of one area."""
    if any(not (0 <= x <= 1 and 0 <= y <= 1) for x, y in outline):
        raise CaseError(_("That area lies outside the picture."), _("Draw it again."))
    if crosses(outline):
        raise CaseError(
            _("The outline crosses itself: nobody can say what is inside."),
            _("Move a corner, so that no two sides cross."),
        )
    if len(outline) < 3 or abs(_doubled(outline)) < FLAT:
        raise CaseError(_("An area has three corners at least."), _("Click one more corner."))


def crosses(outline: Outline) -> bool:
    """Whether two sides of the closed outline meet, but for neighbours at their corner."""
    sides = list(zip(outline, [*outline[1:], outline[0]], strict=True))
    last = len(sides) - 1
    return any(
        _meet(*sides[one], *sides[other])
        for one in range(len(sides))
        for other in range(one + 2, len(sides))
        if not (one == 0 and other == last)
    )


def _doubled(outline: Outline) -> float:
    ends = [*outline[1:], outline[0]]
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(outline, ends, strict=True))


Corner = tuple[float, float]


def _meet(a: Corner, b: Corner, c: Corner, d: Corner) -> bool:
    """Whether the sides from `a` to `b` and from `c` to `d` have a point in common."""
    around = _turn(a, b, c), _turn(a, b, d), _turn(c, d, a), _turn(c, d, b)
    if around[0] * around[1] < 0 and around[2] * around[3] < 0:
        return True
    ends = ((a, b, c), (a, b, d), (c, d, a), (c, d, b))
    return any(not turn and _lies_on(*end) for turn, end in zip(around, ends, strict=True))


def _turn(a: Corner, b: Corner, c: Corner) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def _lies_on(a: Corner, b: Corner, point: Corner) -> bool:
    """Whether a point in line with a side lies between its ends."""
    return min(a[0], b[0]) <= point[0] <= max(a[0], b[0]) and min(a[1], b[1]) <= point[1] <= max(
        a[1], b[1]
    )


def _square_metres(ring: Sequence[tuple[float, float]]) -> float:
    """Of latitudes and longitudes, positive against the clock (Karney 2013)."""
    polygon = Geodesic.WGS84.Polygon()
    for lat, lon in ring:
        polygon.AddPoint(lat, lon)
    _count, _around, area = polygon.Compute()
    return float(area)
