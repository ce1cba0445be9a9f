"""What is on the map, in words."""

import pytest

from caseboard.model.spots import Spot, SpotKey, SpotKind
from caseboard.model.terms import ClaimStatus, LocationKind
from caseboard.ui.lib.tokens import Tint
from caseboard.ui.map import spot_words


def spot(what=SpotKind.PLACE, label="Kupiansk", **more):
    return Spot(SpotKey(what, label), 49.7, 37.6, label, **more)


def test_a_place_shows_its_kind_its_reach_and_how_often_it_is_named():
    place = spot(kind=LocationKind.SETTLEMENT, precision_m=3000.0, count=4)
    face = spot_words.face(place)
    assert (face.first, face.second, face.right) == ("Kupiansk", "settlement · ± 3 km", "4")
    assert face.tint is Tint.LOCATION
    assert spot_words.said(place) == "Kupiansk, settlement · ± 3 km, 4 mentions"


def test_a_place_that_the_shown_time_does_not_name_has_no_number():
    place = spot(kind=LocationKind.SETTLEMENT, precision_m=3000.0, count=0)
    assert spot_words.face(place).right == ""
    assert spot_words.said(place) == "Kupiansk, settlement · ± 3 km"


def test_a_claim_shows_its_status_in_a_word_and_when_it_happened():
    claim = spot(SpotKind.CLAIM, "They got in", status=ClaimStatus.DISPUTED, when="2024-11-13")
    face = spot_words.face(claim)
    assert face.pill == ("disputed", Tint.CONTRADICTS)
    assert face.second == "claim · 13 Nov 2024"
    assert spot_words.said(claim) == "They got in, disputed, claim · 13 Nov 2024"


def test_every_status_and_kind_has_a_colour_and_a_name():
    assert set(spot_words.STATUS_TINTS) == set(ClaimStatus)
    assert set(spot_words.TINTS) == set(spot_words.ORDER) == set(SpotKind)
    names = {spot_words.kind_name(kind) for kind in SpotKind}
    assert len(names) == len({spot_words.table_of(kind) for kind in SpotKind}) == len(SpotKind)


def test_places_come_first_and_those_named_most_before_others():
    mixed = [
        spot(SpotKind.PHOTO, "a"),
        spot(SpotKind.CLAIM, "b"),
        spot(label="few", count=1),
        spot(SpotKind.POSITION, "c"),
        spot(label="many", count=9),
    ]
    found = [each.label for each in sorted(mixed, key=spot_words.rank)]
    assert found == ["many", "few", "b", "c", "a"]


@pytest.mark.parametrize(
    ("kind", "metres", "words"),
    [
        (LocationKind.SETTLEMENT, 3000.0, "the settlement itself, ± 3 km"),
        (LocationKind.SETTLEMENT, 9000.0, "somewhere in an area, ± 9 km"),
        (LocationKind.REGION, 120_000.0, "the whole area, ± 120 km"),
        (LocationKind.RIVER, 100_000.0, "somewhere along it, ± 100 km"),
        (LocationKind.POINT, 50.0, "± 50 m"),
        (None, 12.0, "± 12 m"),
        (LocationKind.SETTLEMENT, None, "not known how precisely"),
    ],
)
def test_how_well_a_place_is_known_is_said_in_words(kind, metres, words):
    assert spot_words.precise(kind, metres) == words
