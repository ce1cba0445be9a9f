"""Areas traced on a placed picture."""

import itertools
import json

import pytest
from test_georeferencing import AFFINE, PROJECTIVE, seen, tilted, turned

from caseboard.errors import CaseError
from caseboard.mapping.georeferencing import fit
from caseboard.mapping.tracing import area_km2, check, crosses, traced

SQUARE = ((0.2, 0.2), (0.8, 0.2), (0.8, 0.8), (0.2, 0.8))


def signed_area(ring):
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in itertools.pairwise(ring))


@pytest.mark.parametrize("outline", [SQUARE, SQUARE[::-1]])
def test_a_square_of_twelve_kilometres_is_144_square_kilometres(outline):
    found = traced(fit(seen(turned), AFFINE), outline, "Advance")
    assert found.area_km2 == pytest.approx(144, rel=0.01)
    assert area_km2(fit(seen(turned), AFFINE), outline) == pytest.approx(found.area_km2)


@pytest.mark.parametrize("outline", [SQUARE, SQUARE[::-1]])
def test_its_ring_is_closed_and_runs_against_the_clock(outline):
    found = traced(fit(seen(turned), AFFINE), outline, "Наступ")
    feature = json.loads(found.features)["features"][0]
    (ring,) = feature["geometry"]["coordinates"]
    assert feature["properties"] == {"name": "Наступ"}
    assert ring[0] == ring[-1]
    assert len(ring) == 5
    assert signed_area(ring) > 0


def test_its_corners_are_where_the_picture_shows_them():
    placed = fit(seen(tilted), PROJECTIVE)
    found = traced(placed, SQUARE, "Advance")
    (ring,) = json.loads(found.features)["features"][0]["geometry"]["coordinates"]
    wanted = {(round(lon, 7), round(lat, 7)) for lat, lon in (placed.to_ground(*c) for c in SQUARE)}
    assert {tuple(corner) for corner in ring} == wanted
    lons, lats = zip(*wanted, strict=True)
    box = found.bounds
    assert (box.west, box.east) == pytest.approx((min(lons), max(lons)))
    assert (box.south, box.north) == pytest.approx((min(lats), max(lats)))


@pytest.mark.parametrize(
    ("outline", "words"),
    [
        (((0.1, 0.1), (0.9, 0.9)), "three corners"),
        (((0.1, 0.1), (0.9, 0.9), (0.1, 0.1)), "three corners"),
        (((0.1, 0.1), (0.9, 0.9), (0.5, 0.5)), "three corners"),
        (((0.1, 0.1), (0.9, 0.9), (0.9, 0.1), (0.1, 0.9)), "crosses itself"),
        (((0.1, 0.1), (1.2, 0.1), (0.5, 0.9)), "outside the picture"),
    ],
)
def test_what_encloses_no_area_is_refused_in_words(outline, words):
    with pytest.raises(CaseError, match=words):
        check(outline)


@pytest.mark.parametrize(
    ("outline", "expected"),
    [
        (SQUARE, False),
        (((0.0, 0.0), (1.0, 0.0), (0.5, 0.2), (1.0, 1.0), (0.0, 1.0)), False),
        (((0.0, 0.0), (1.0, 0.0), (0.5, -0.2), (1.0, 1.0), (0.0, 1.0)), True),
        (((0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.5, 0.0), (0.0, 1.0)), True),
        (((0.0, 0.0), (1.0, 0.0), (0.5, 0.0), (0.5, 1.0)), True),
    ],
)
def test_sides_that_cross_touch_or_fold_back_are_seen(outline, expected):
    assert crosses(outline) is expected
