"""Where a picture of a map lies on the ground, from points that are known in both.

An affine or a projective transformation leads from the picture, in fractions (0 to 1) of its
sides, to the unit square of `mercator`, fitted so that the squares of what is left over are least
there (Hartley and Zisserman, Multiple View Geometry, chapter 4).
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from enum import Enum
from typing import Any

import numpy as np
from numpy.typing import NDArray

from caseboard.errors import CaseError
from caseboard.i18n import _, ngettext
from caseboard.mapping import mercator
from caseboard.mapping.distances import metres
from caseboard.model.terms import GeoreferenceKind

Array = NDArray[np.floating[Any]]

NEEDED = {GeoreferenceKind.AFFINE: 3, GeoreferenceKind.PROJECTIVE: 4}
"""Points without which there is no such transformation."""
ROUGH_M = 10_000.0
"""Metres from which a place is known only roughly: its hromada, not the town itself."""
FLAT = 1e-6
"""How wide the points lie against how long, below which they are on one line."""
NARROW = 0.1
"""And below which what lies beside that line is hardly held."""
FAR = 3.0
"""A point is out of line where the others fit so many times better without it."""
LOOKED_AT = 4
"""Points of the largest residuals, of which one may be out of line."""
WORST = 1e6
"""The condition of a transformation beyond which it folds the picture into a line."""
JUST_M = 1.0
"""Metres of residual that are nothing to speak of."""
_STEPS = 20
_CORNERS = ((0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0))


@dataclass(frozen=True, slots=True)
class ControlPoint:
    """A point of the picture, in fractions of its sides, and where it is: degrees WGS 84."""

    x: float
    y: float
    lat: float
    lon: float
    precision_m: float | None = None
    """Radius in metres of what is meant by the place; None where nobody said."""
    name: str = ""
    location_id: str = ""
    """Of the library's location that it is, if it is one."""

    def to_json(self) -> dict[str, Any]:
        """As `Georeference.points` keeps it."""
        return asdict(self)

    @property
    def is_rough(self) -> bool:
        """Whether the place is known only roughly."""
        return self.precision_m is not None and self.precision_m >= ROUGH_M


class Doubt(Enum):
    """Why a fit may be worse than its numbers."""

    UNCHECKED = "unchecked"
    """No more points than it takes: they fit exactly, whatever they are."""
    NARROW = "narrow"
    """The points lie almost on one line."""
    ROUGH = "rough"
    """Some places are known only roughly."""
    MIRRORED = "mirrored"
    """The picture would have to be seen in a mirror: two points are likely mixed up."""
    OUTLIER = "outlier"
    """One point fits far worse than all the others."""


@dataclass(frozen=True, slots=True)
class Fit:
    """A transformation, and how well the points agree with it."""

    kind: GeoreferenceKind
    matrix: tuple[float, ...]
    """Nine numbers by rows: a homogeneous picture point to one of the unit square."""
    inverse: tuple[float, ...]
    residuals: tuple[float, ...]
    """Metres on the ground between each place and where the picture shows it."""
    rough_m: float
    """Root mean square of what is not known of the places; 0 where none is known only roughly."""
    doubts: tuple[Doubt, ...] = ()
    outlier: int | None = None
    """Which point is out of line, counted from 0."""

    @property
    def rms_m(self) -> float:
        """Root mean square of the residuals, metres on the ground."""
        return _rms(self.residuals)

    @property
    def error_m(self) -> float | None:
        """By how much what is read off the picture may be wrong, as far as can be said; metres.

        The residuals, where the points check each other, else how roughly the places are known;
        None where neither says anything.
        """
        if Doubt.UNCHECKED not in self.doubts:
            return self.rms_m
        return self.rough_m or None

    def to_square(self, x: float, y: float) -> tuple[float, float]:
        """The point of the unit square at a point of the picture."""
        return _through(self.matrix, x, y)

    def to_ground(self, x: float, y: float) -> tuple[float, float]:
        """Latitude and longitude at a point of the picture, degrees."""
        across, down = self.to_square(x, y)
        return mercator.lat_of(down), mercator.lon_of(across)

    def to_picture(self, lat: float, lon: float) -> tuple[float, float]:
        """The point of the picture, or beyond it, at which a position in degrees is shown."""
        return _through(self.inverse, mercator.x_of(lon), mercator.y_of(lat))

    def corners(self) -> tuple[tuple[float, float], ...]:
        """Latitude and longitude of its upper left, upper right, lower right and lower left."""
        return tuple(self.to_ground(x, y) for x, y in _CORNERS)


def fit(points: Sequence[ControlPoint], kind: GeoreferenceKind) -> Fit:
    """The transformation that fits these points best.

    Raises `CaseError` where there are too few, where they lie on one line, or where the picture
    would reach beyond a horizon.
    """
    _check(points, kind)
    try:
        matrix = _matrix(points, kind)
        inverse = np.linalg.inv(matrix)
    except np.linalg.LinAlgError as error:
        raise _on_a_line() from error
    _check_horizon(matrix)
    ends = _apply(matrix, _picture(points))
    residuals = tuple(_apart(end, each) for end, each in zip(ends, points, strict=True))
    rough = _rms([(each.precision_m or 0.0) if each.is_rough else 0.0 for each in points])
    outlier = _outlier(points, kind, residuals)
    doubts = _doubts(points, kind, matrix, outlier)
    return Fit(kind, _flat(matrix), _flat(inverse), residuals, rough, doubts, outlier)


def points_of(rows: Iterable[Mapping[str, Any]]) -> tuple[ControlPoint, ...]:
    """The points of a georeference, as `Georeference.points` keeps them."""
    return tuple(ControlPoint(**each) for each in rows)


def missing(count: int, kind: GeoreferenceKind) -> int:
    """How many points are still to be found."""
    return max(0, NEEDED[kind] - count)


def _check(points: Sequence[ControlPoint], kind: GeoreferenceKind) -> None:
    needed = NEEDED[kind]
    if len(points) < needed:
        raise CaseError(
            ngettext(
                "It takes {n} point to place the picture.",
                "It takes {n} points to place the picture.",
                needed,
            ).format(n=needed),
            _("Click the picture where you know the place."),
        )
    if any(abs(each.lat) > mercator.MAX_LAT for each in points):
        raise CaseError(_("The map ends at 85° north and south."))
    if min(_width(_picture(points)), _width(_square(points))) < FLAT:
        raise _on_a_line()


def _on_a_line() -> CaseError:
    return CaseError(
        _("The points lie on one line, or on one spot: they do not hold the picture."),
        _("Add a point well beside that line, or move one."),
    )


def _check_horizon(matrix: Array) -> None:
    """A plane seen from above has no horizon: the third coordinate keeps its sign everywhere."""
    thirds = [matrix[2] @ (x, y, 1.0) for x, y in _CORNERS]
    if not (min(thirds) > 0 or max(thirds) < 0):
        raise CaseError(
            _("With these points a horizon would run through the picture."),
            _("Check whether two of them are mixed up, or use an affine transformation."),
        )


def _matrix(points: Sequence[ControlPoint], kind: GeoreferenceKind) -> Array:
    """In coordinates about their centre, of about one: else the numbers drown (Hartley 1997)."""
    here, there = _picture(points), _square(points)
    from_here, from_there = _normal(here), _normal(there)
    start, end = _apply(from_here, here), _apply(from_there, there)
    solve = _affine if kind is GeoreferenceKind.AFFINE else _projective
    solved = solve(start, end)
    if np.linalg.cond(solved) > WORST:
        raise np.linalg.LinAlgError
    matrix: Array = np.linalg.inv(from_there) @ solved @ from_here
    scaled: Array = matrix / np.abs(matrix).max()
    return scaled


def _affine(here: Array, there: Array) -> Array:
    known = np.column_stack((here, np.ones(len(here))))
    solved, _left, rank, _values = np.linalg.lstsq(known, there, rcond=None)
    if rank < 3:
        raise np.linalg.LinAlgError
    return np.vstack((solved.T, (0.0, 0.0, 1.0)))


def _projective(here: Array, there: Array) -> Array:
    """First the direct linear transformation, then Gauss-Newton on what is left over."""
    known, wanted = _linear(here, there)
    solved, _left, rank, _values = np.linalg.lstsq(known, wanted, rcond=1e-9)
    if rank < 8:
        raise np.linalg.LinAlgError
    for _step in range(_STEPS):
        slope, left = _slope(solved, here, there)
        change, *_rest = np.linalg.lstsq(slope, left, rcond=None)
        solved = solved + change
        if np.abs(change).max() < 1e-12:
            break
    return np.append(solved, 1.0).reshape(3, 3)


def _linear(here: Array, there: Array) -> tuple[Array, Array]:
    """Eight unknowns: a h + b = u (g x + h y + 1), written as a linear equation for each axis."""
    x, y = here.T
    none, one = np.zeros(len(here)), np.ones(len(here))
    rows = [
        np.column_stack((x, y, one, none, none, none, -x * there[:, 0], -y * there[:, 0])),
        np.column_stack((none, none, none, x, y, one, -x * there[:, 1], -y * there[:, 1])),
    ]
    return np.vstack(rows), np.concatenate((there[:, 0], there[:, 1]))


def _slope(solved: Array, here: Array, there: Array) -> tuple[Array, Array]:
    """How the images of the points move with each unknown, and how far they are off."""
    x, y = here.T
    none, one = np.zeros(len(here)), np.ones(len(here))
    third = solved[6] * x + solved[7] * y + 1.0
    u = (solved[0] * x + solved[1] * y + solved[2]) / third
    v = (solved[3] * x + solved[4] * y + solved[5]) / third
    across = np.column_stack((x, y, one, none, none, none, -x * u, -y * u))
    down = np.column_stack((none, none, none, x, y, one, -x * v, -y * v))
    slope = np.vstack((across / third[:, None], down / third[:, None]))
    return slope, np.concatenate((there[:, 0] - u, there[:, 1] - v))


def _doubts(
    points: Sequence[ControlPoint], kind: GeoreferenceKind, matrix: Array, outlier: int | None
) -> tuple[Doubt, ...]:
    found = {
        Doubt.UNCHECKED: len(points) == NEEDED[kind],
        Doubt.NARROW: _width(_picture(points)) < NARROW,
        Doubt.ROUGH: any(each.is_rough for each in points),
        Doubt.MIRRORED: _is_mirrored(matrix, points),
        Doubt.OUTLIER: outlier is not None,
    }
    return tuple(doubt for doubt, holds in found.items() if holds)


def _is_mirrored(matrix: Array, points: Sequence[ControlPoint]) -> bool:
    """Both the picture and the square run down: what is no mirror keeps the sense of turning."""
    third = float(matrix[2] @ (points[0].x, points[0].y, 1.0))
    return float(np.linalg.det(matrix)) * third < 0


def _outlier(
    points: Sequence[ControlPoint], kind: GeoreferenceKind, residuals: Sequence[float]
) -> int | None:
    """The point without which the others fit far better, and still check each other."""
    if len(points) < NEEDED[kind] + 2:
        return None
    whole = _rms(residuals)
    if whole <= JUST_M:
        return None
    worst = sorted(range(len(points)), key=lambda place: -residuals[place])[:LOOKED_AT]
    without = {place: _rms_without(points, kind, place) for place in worst}
    least = min(without, key=without.__getitem__)
    return least if without[least] * FAR < whole else None


def _rms_without(points: Sequence[ControlPoint], kind: GeoreferenceKind, place: int) -> float:
    """Metres, of the others; endless where they alone do not hold the picture."""
    others = [*points[:place], *points[place + 1 :]]
    if min(_width(_picture(others)), _width(_square(others))) < FLAT:
        return math.inf
    try:
        matrix = _matrix(others, kind)
    except np.linalg.LinAlgError:
        return math.inf
    there = _apply(matrix, _picture(others))
    return _rms([_apart(end, each) for end, each in zip(there, others, strict=True)])


def _rms(lengths: Sequence[float]) -> float:
    return math.sqrt(sum(each * each for each in lengths) / len(lengths))


def _apart(end: Array, point: ControlPoint) -> float:
    """Metres on the ground between a point of the unit square and where it should be."""
    lat, lon = mercator.lat_of(float(end[1])), mercator.lon_of(float(end[0]))
    return metres(lat, lon, point.lat, point.lon)


def _picture(points: Sequence[ControlPoint]) -> Array:
    return np.array([(each.x, each.y) for each in points])


def _square(points: Sequence[ControlPoint]) -> Array:
    return np.array([(mercator.x_of(each.lon), mercator.y_of(each.lat)) for each in points])


def _width(places: Array) -> float:
    """How wide the places lie across their longest direction, against how long; 0 to 1."""
    long, across = np.linalg.svd(places - places.mean(axis=0), compute_uv=False)[:2]
    return float(across / long) if long else 0.0


def _normal(places: Array) -> Array:
    """Brings these places about the origin, at a distance of about one."""
    middle = places.mean(axis=0)
    scale = 1.0 / np.sqrt(((places - middle) ** 2).sum(axis=1).mean())
    return np.array(
        ((scale, 0.0, -scale * middle[0]), (0.0, scale, -scale * middle[1]), (0.0, 0.0, 1.0))
    )


def _apply(matrix: Array, places: Array) -> Array:
    ends = np.column_stack((places, np.ones(len(places)))) @ matrix.T
    moved: Array = ends[:, :2] / ends[:, 2:]
    return moved


def _through(matrix: tuple[float, ...], x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f, g, h, i = matrix
    third = g * x + h * y + i
    return (a * x + b * y + c) / third, (d * x + e * y + f) / third


def _flat(matrix: Array) -> tuple[float, ...]:
    return tuple(float(each) for each in matrix.ravel())
