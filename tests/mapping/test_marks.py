"""What the case knows stands where it is, and tells what it is without its colour."""

import math

import numpy as np
import pytest

from caseboard.mapping import look as looks
from caseboard.mapping import rings
from caseboard.mapping.content import Content
from caseboard.mapping.marks import drawn
from caseboard.mapping.options import Options
from caseboard.mapping.placing import Rect, Room
from caseboard.mapping.scene import Area, Disc, Line, Symbol, Words
from caseboard.mapping.symbol_picture import SymbolPicture
from caseboard.mapping.view import Bounds, fitting
from caseboard.model.spots import Spot, SpotKey, SpotKind
from caseboard.model.terms import ClaimStatus, LocationKind

VIEW = fitting(Bounds(37.2, 49.4, 38.0, 50.0), 800, 600)
HERE = (49.71, 37.6158)
LOOK = looks.LIGHT


class Empty:
    """No ground at all."""

    attribution = ""

    def features(self, _ground, _detail, _box):
        return []

    def towns(self, _view, _language):
        return []


class Square:
    """Draws each symbol as a square of twenty pixels that stands on its lower edge."""

    def picture(self, sidc, _size, _designation=""):
        return SymbolPicture(f"<svg><!-- {sidc} --></svg>", 20.0, 20.0, 10.0, 20.0)


def spot(spot_kind, name="1", at=HERE, **more):
    return Spot(SpotKey(spot_kind, name), *at, more.pop("label", name), **more)


def marks(*spots, options=Options(), selected=()):  # noqa: B008  it is frozen
    content = Content(spots, selected=frozenset(selected))
    return drawn(VIEW, content, Empty(), LOOK, options, Room(VIEW.width, VIEW.height))


def words(found):
    return [shape.text for shape in found.shapes if isinstance(shape, Words)]


@pytest.mark.parametrize(
    ("status", "sign"),
    [
        (ClaimStatus.DISPUTED, "≠"),
        (ClaimStatus.CORROBORATED, "✓"),
        (ClaimStatus.SINGLE_SOURCE, "1"),
        (ClaimStatus.OPEN, "?"),
    ],
)
def test_a_claim_has_the_sign_of_its_status(status, sign):
    assert words(marks(spot(SpotKind.CLAIM, status=status))) == [sign]


def test_claims_at_one_place_are_counted_by_status_the_gravest_first():
    statuses = (ClaimStatus.CORROBORATED, ClaimStatus.DISPUTED, ClaimStatus.CORROBORATED)
    found = marks(*(spot(SpotKind.CLAIM, str(n), status=each) for n, each in enumerate(statuses)))
    assert words(found) == ["≠", "✓ ×2"]


def test_a_place_tells_its_name_and_how_often_it_is_named():
    found = marks(spot(SpotKind.PLACE, label="Kupiansk", count=9))
    assert words(found) == ["9", "Kupiansk"]
    assert "9 mentions" in found.targets[0].tip


def test_a_place_known_to_its_district_is_a_hollow_area_and_no_dot():
    found = marks(spot(SpotKind.PLACE, precision_m=10_000.0, count=3))
    discs = [shape for shape in found.shapes if isinstance(shape, Disc)]
    assert not any(disc.fill == LOOK.place and disc.opacity == 1 for disc in discs)
    ring = max(discs, key=lambda disc: disc.r)
    _x, edge = VIEW.to_view(HERE[0] + 10_000 / 111_320, HERE[1])
    assert ring.r == pytest.approx(VIEW.to_view(*HERE)[1] - edge, rel=0.01)


def test_a_region_is_an_area_however_well_its_middle_is_known():
    assert rings.is_vague(spot(SpotKind.PLACE, kind=LocationKind.REGION, precision_m=10.0))
    assert not rings.is_vague(spot(SpotKind.PLACE, precision_m=3_000.0))


def test_a_photo_has_a_cone_the_way_it_looked():
    found = marks(spot(SpotKind.PHOTO, direction=90.0))
    cone = next(shape for shape in found.shapes if isinstance(shape, Area) and shape.opacity < 1)
    away = cone.rings[0][1:] - cone.rings[0][0]
    assert (away[:, 0] > 0).all()
    assert away[:, 1].mean() == pytest.approx(0, abs=1e-6)


def test_a_photo_of_unknown_direction_has_no_cone():
    found = marks(spot(SpotKind.PHOTO))
    assert not [each for each in found.shapes if isinstance(each, Area) and each.opacity < 1]


def test_the_cones_of_many_photos_in_one_mark_are_left_out():
    photos = [spot(SpotKind.PHOTO, str(n), direction=40.0 * n) for n in range(5)]

    def cones(found):
        return [each for each in found.shapes if isinstance(each, Area) and each.opacity < 1]

    assert len(cones(marks(*photos[:4]))) == 4
    assert not cones(marks(*photos))


def test_a_unit_stands_with_its_anchor_where_it_is():
    unit = spot(SpotKind.POSITION, sidc="10031000181211020000", designation="Khartia")
    found = marks(unit, options=Options(symbols=Square()))
    symbol = next(shape for shape in found.shapes if isinstance(shape, Symbol))
    x, y = VIEW.to_view(*HERE)
    assert (symbol.x + 10, symbol.y + 20) == pytest.approx((x, y))
    assert "10031000181211020000" in symbol.svg
    assert words(found) == ["Khartia"]


def test_a_unit_without_a_symbol_is_a_frame():
    found = marks(spot(SpotKind.POSITION, designation="?"), options=Options(symbols=Square()))
    assert any(isinstance(shape, Area) for shape in found.shapes)
    assert not any(isinstance(shape, Symbol) for shape in found.shapes)


def test_units_at_one_place_are_fanned_out_near_and_counted_far():
    units = [spot(SpotKind.POSITION, str(n), designation=f"{n} bn") for n in range(3)]
    assert len(marks(*units).targets) == 3
    far = VIEW.zoomed(-3)
    found = drawn(far, Content(tuple(units)), Empty(), LOOK, Options(), Room(800, 600))
    assert len(found.targets) == 1
    assert "×3" in words(found)


def test_friend_and_foe_are_never_one_mark():
    friends = [spot(SpotKind.POSITION, str(n), sidc="10031000161211020000") for n in range(2)]
    foe = spot(SpotKind.POSITION, "3", sidc="10061000161211020000")
    far = VIEW.zoomed(-3)
    found = drawn(far, Content((*friends, foe)), Empty(), LOOK, Options(), Room(800, 600))
    keys = {target.keys for target in found.targets}
    assert keys == {frozenset(friend.key for friend in friends), frozenset({foe.key})}


def test_marks_at_one_place_never_hide_each_other_and_point_home():
    found = marks(
        spot(SpotKind.PLACE, count=9),
        spot(SpotKind.CLAIM, status=ClaimStatus.DISPUTED),
        spot(SpotKind.PHOTO),
        spot(SpotKind.POSITION),
    )
    home = VIEW.to_view(*HERE)
    middles = [(target.x, target.y) for target in found.targets]
    assert len(set(middles)) == 4
    assert min(math.dist(middles[0], other) for other in middles[1:]) > 15
    leaders = [shape for shape in found.shapes if isinstance(shape, Line)]
    moved = [middle for middle in middles if middle != home]
    assert len(leaders) == len(moved)
    for leader in leaders:
        assert np.allclose(leader.lines[0][0], home)


def test_what_is_chosen_is_ringed():
    place = spot(SpotKind.PLACE)
    plain = [shape for shape in marks(place).shapes if isinstance(shape, Disc)]
    chosen = marks(place, selected=[place.key]).shapes
    rings_of = [
        shape
        for shape in chosen
        if isinstance(shape, Disc) and shape.pen is not None and shape.pen.color == LOOK.chosen
    ]
    assert len(rings_of) == 1
    assert not any(disc.pen is not None and disc.pen.color == LOOK.chosen for disc in plain)


def test_without_room_a_mark_is_drawn_all_the_same_but_no_name():
    room = Room(VIEW.width, VIEW.height)
    room.take(Rect(0, 0, VIEW.width, VIEW.height))
    content = Content((spot(SpotKind.PLACE, label="Kupiansk", count=2),))
    found = drawn(VIEW, content, Empty(), LOOK, Options(), room)
    assert words(found) == ["2"]
    assert len(found.targets) == 1


def test_a_tip_tells_the_first_few_and_counts_the_rest():
    claims = [spot(SpotKind.CLAIM, str(n), label=f"Claim {n}") for n in range(7)]
    (target,) = marks(*claims).targets
    assert target.tip.splitlines() == [
        "? Claim 0",
        "? Claim 1",
        "? Claim 2",
        "? Claim 3",
        "and 3 more",
    ]


def test_of_very_many_marks_more_become_one_and_none_is_lost():
    spots = [
        spot(SpotKind.PLACE, str(n), (49.45 + (n // 40) * 0.0125, 37.25 + (n % 40) * 0.018))
        for n in range(1600)
    ]
    found = marks(*spots)
    assert len(found.targets) <= 200
    assert sum(len(target.keys) for target in found.targets) == 1600


def test_a_ring_wider_than_the_map_is_a_line_and_tints_nothing():
    across = VIEW.metres * min(VIEW.width, VIEW.height)
    near, wide = (
        spot(SpotKind.PLACE, str(share), kind=LocationKind.REGION, precision_m=share * across)
        for share in (0.3, 0.7)
    )
    for place, is_filled in ((near, True), (wide, False)):
        (ring,) = rings.drawn(VIEW, Content((place,)), LOOK)
        assert bool(ring.fill) is is_filled
        assert ring.pen is not None
    (chosen,) = rings.drawn(VIEW, Content((wide,), selected=frozenset({wide.key})), LOOK)
    assert chosen.fill


def test_too_many_rings_are_none_but_of_what_is_chosen():
    spots = [
        spot(SpotKind.PLACE, str(n), (49.45 + n * 0.003, 37.3), precision_m=3000.0)
        for n in range(150)
    ]
    content = Content(tuple(spots), selected=frozenset({spots[7].key}))
    (ring,) = rings.drawn(VIEW, content, LOOK)
    assert (ring.x, ring.y) == pytest.approx(VIEW.to_view(spots[7].lat, spots[7].lon))
    assert len(rings.drawn(VIEW, Content(tuple(spots[:100])), LOOK)) == 100
