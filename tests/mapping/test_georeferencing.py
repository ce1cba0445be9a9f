"""Placing a picture on the ground: known transformations, noise, and points that cannot hold."""

import math
import random

import pytest

from caseboard.errors import CaseError
from caseboard.mapping import mercator
from caseboard.mapping.distances import metres
from caseboard.mapping.georeferencing import ControlPoint, Doubt, fit, missing
from caseboard.model.terms import GeoreferenceKind

AFFINE, PROJECTIVE = GeoreferenceKind.AFFINE, GeoreferenceKind.PROJECTIVE
SPREAD = ((0.1, 0.1), (0.9, 0.15), (0.85, 0.9), (0.1, 0.8), (0.5, 0.45), (0.3, 0.6))
SIDE = 20_000 / mercator.metres_of(mercator.y_of(49.7))
"""Of the picture, on the unit square: 20 km of ground near Kupiansk."""


def turned(x, y, degrees=20.0):
    """A picture of the ground about Kupiansk, turned and as wide as high."""
    angle = math.radians(degrees)
    across, down = x - 0.5, y - 0.5
    return (
        mercator.x_of(37.6) + SIDE * (across * math.cos(angle) - down * math.sin(angle)),
        mercator.y_of(49.7) + SIDE * (across * math.sin(angle) + down * math.cos(angle)),
    )


def tilted(x, y):
    """The same ground photographed at a slant: what is far away is small."""
    third = 1 + 0.6 * y
    return turned(x / third, y / third)


def seen(transform, places=SPREAD, noise_m=0.0, precision_m=None):
    """Control points where `transform` has them, off by so much at random; the same each time."""
    dice = random.Random(7)
    unit = noise_m / mercator.metres_of(mercator.y_of(49.7))
    points = []
    for x, y in places:
        across, down = transform(x, y)
        across, down = across + dice.gauss(0, unit), down + dice.gauss(0, unit)
        lat, lon = mercator.lat_of(down), mercator.lon_of(across)
        points.append(ControlPoint(x, y, lat, lon, precision_m))
    return points


@pytest.mark.parametrize(
    ("kind", "transform"), [(AFFINE, turned), (PROJECTIVE, turned), (PROJECTIVE, tilted)]
)
@pytest.mark.parametrize("count", [4, 6])
def test_a_known_transformation_is_found_again(kind, transform, count):
    found = fit(seen(transform, SPREAD[:count]), kind)
    assert found.rms_m < 1e-3
    for x, y in ((0.0, 0.0), (1.0, 1.0), (0.25, 0.75)):
        wanted = transform(x, y)
        assert found.to_square(x, y) == pytest.approx(wanted, abs=1e-11)


def test_three_points_hold_an_affine_picture_and_nothing_checks_them():
    found = fit(seen(turned, SPREAD[:3], noise_m=500), AFFINE)
    assert found.rms_m < 1e-3
    assert found.doubts == (Doubt.UNCHECKED,)
    assert found.error_m is None


def test_a_slanted_picture_fits_projectively_and_not_affinely():
    points = seen(tilted)
    assert fit(points, AFFINE).rms_m > 500
    assert fit(points, PROJECTIVE).rms_m < 1e-3


@pytest.mark.parametrize("kind", [AFFINE, PROJECTIVE])
def test_the_error_of_many_noisy_points_is_that_of_the_noise(kind):
    dice = random.Random(1)
    places = [(dice.random(), dice.random()) for _ in range(200)]
    found = fit(seen(turned, places, noise_m=100), kind)
    assert found.rms_m == pytest.approx(100 * math.sqrt(2), rel=0.1)
    assert found.error_m == found.rms_m
    lat, lon = found.to_ground(0.5, 0.5)
    across, down = turned(0.5, 0.5)
    assert metres(lat, lon, mercator.lat_of(down), mercator.lon_of(across)) < 40


def test_no_other_projective_fit_is_better_than_the_one_found():
    points = seen(tilted, noise_m=300)
    found = fit(points, PROJECTIVE)
    least = squares(found.matrix, points)
    for place in range(9):
        for step in (-1e-6, 1e-6):
            other = list(found.matrix)
            other[place] *= 1 + step
            assert squares(other, points) > least


def squares(matrix, points):
    """What is left over, on the unit square."""
    a, b, c, d, e, f, g, h, i = matrix
    total = 0.0
    for each in points:
        third = g * each.x + h * each.y + i
        across = (a * each.x + b * each.y + c) / third - mercator.x_of(each.lon)
        down = (d * each.x + e * each.y + f) / third - mercator.y_of(each.lat)
        total += across * across + down * down
    return total


def test_a_residual_is_the_way_on_the_ground_to_where_the_picture_shows_the_place():
    points = seen(turned, noise_m=200)
    found = fit(points, AFFINE)
    for point, residual in zip(points, found.residuals, strict=True):
        lat, lon = found.to_ground(point.x, point.y)
        assert residual == pytest.approx(metres(lat, lon, point.lat, point.lon), abs=1e-6)
    mean = sum(each * each for each in found.residuals) / len(points)
    assert found.rms_m == pytest.approx(math.sqrt(mean))


@pytest.mark.parametrize(("kind", "transform"), [(AFFINE, turned), (PROJECTIVE, tilted)])
def test_the_way_back_leads_to_the_same_point_of_the_picture(kind, transform):
    found = fit(seen(transform, noise_m=150), kind)
    for place in ((0.0, 0.0), (0.2, 0.9), (1.0, 0.5)):
        assert found.to_picture(*found.to_ground(*place)) == pytest.approx(place, abs=1e-9)


def test_corners_go_round_from_the_upper_left():
    found = fit(seen(turned), AFFINE)
    expected = [found.to_ground(*each) for each in ((0, 0), (1, 0), (1, 1), (0, 1))]
    assert list(found.corners()) == expected
    assert expected[0][0] > expected[2][0]  # north of the lower right
    assert expected[0][1] < expected[1][1]


@pytest.mark.parametrize(("kind", "needed"), [(AFFINE, 3), (PROJECTIVE, 4)])
def test_too_few_points_are_refused_in_words(kind, needed):
    assert missing(needed - 1, kind) == 1
    assert missing(needed + 1, kind) == 0
    with pytest.raises(CaseError, match=f"takes {needed} points"):
        fit(seen(turned, SPREAD[: needed - 1]), kind)


@pytest.mark.parametrize("kind", [AFFINE, PROJECTIVE])
@pytest.mark.parametrize(
    "places",
    [
        ((0.1, 0.1), (0.3, 0.3), (0.5, 0.5), (0.9, 0.9)),
        ((0.4, 0.4), (0.4, 0.4), (0.4, 0.4), (0.4, 0.4)),
        ((0.1, 0.5), (0.1, 0.5), (0.9, 0.2), (0.9, 0.2)),
    ],
)
def test_points_on_a_line_or_on_a_spot_are_refused(kind, places):
    with pytest.raises(CaseError, match="on one line"):
        fit(seen(turned, places), kind)


def test_four_points_of_which_three_are_on_a_line_hold_no_projective_picture():
    places = ((0.1, 0.1), (0.5, 0.1), (0.9, 0.1), (0.5, 0.9))
    with pytest.raises(CaseError, match="on one line"):
        fit(seen(turned, places), PROJECTIVE)
    fit(seen(turned, places), AFFINE)


def test_places_on_one_line_of_the_ground_are_refused_though_the_picture_spreads_them():
    points = [ControlPoint(x, y, 49.7, 37.6 + x / 10) for x, y in SPREAD]
    with pytest.raises(CaseError, match="on one line"):
        fit(points, AFFINE)


def test_two_places_mixed_up_put_a_horizon_into_the_picture():
    one, two, three, four, *_rest = seen(turned)
    swapped = [
        ControlPoint(one.x, one.y, two.lat, two.lon),
        ControlPoint(two.x, two.y, one.lat, one.lon),
        three,
        four,
    ]
    with pytest.raises(CaseError, match="horizon"):
        fit(swapped, PROJECTIVE)


def test_points_almost_on_a_line_are_doubted():
    places = ((0.1, 0.5), (0.5, 0.52), (0.9, 0.5), (0.3, 0.49))
    assert Doubt.NARROW in fit(seen(turned, places), AFFINE).doubts
    assert Doubt.NARROW not in fit(seen(turned), AFFINE).doubts


def test_a_roughly_known_place_is_doubted():
    points = seen(turned, noise_m=50, precision_m=4_000)
    assert Doubt.ROUGH not in fit(points, AFFINE).doubts
    assert Doubt.ROUGH in fit([with_precision(points[0], 10_000.0), *points[1:]], AFFINE).doubts


def test_how_roughly_places_are_known_counts_where_nothing_checks_them():
    points = seen(turned, SPREAD[:4], noise_m=50, precision_m=4_000)
    rough = [with_precision(points[0], 10_000.0), *points[1:]]
    assert fit(rough[:3], AFFINE).error_m == pytest.approx(10_000 / math.sqrt(3))
    checked = fit(rough, AFFINE)
    assert checked.error_m == checked.rms_m
    assert fit(points[:3], AFFINE).error_m is None


def with_precision(point, metres):
    return ControlPoint(point.x, point.y, point.lat, point.lon, metres)


def test_a_mirrored_picture_is_doubted():
    points = [ControlPoint(1 - each.x, each.y, each.lat, each.lon) for each in seen(turned)]
    assert Doubt.MIRRORED in fit(points, AFFINE).doubts
    assert Doubt.MIRRORED in fit(points, PROJECTIVE).doubts
    assert Doubt.MIRRORED not in fit(seen(tilted), PROJECTIVE).doubts


@pytest.mark.parametrize("wrong", range(6))
def test_the_one_point_that_does_not_fit_is_named(wrong):
    points = seen(turned, noise_m=20)
    each = points[wrong]
    points[wrong] = ControlPoint(each.x, each.y, each.lat + 0.05, each.lon)
    found = fit(points, AFFINE)
    assert (found.outlier, Doubt.OUTLIER in found.doubts) == (wrong, True)


def test_points_that_fit_evenly_have_no_outlier():
    assert fit(seen(turned, noise_m=100), AFFINE).outlier is None
    assert fit(seen(turned), AFFINE).outlier is None


def test_there_is_no_map_beyond_85_degrees():
    points = [*seen(turned), ControlPoint(0.5, 0.0, 88.0, 37.0)]
    with pytest.raises(CaseError, match="85"):
        fit(points, AFFINE)
