"""What a row about a position says."""

import pytest

from caseboard.model.clip import Anchor
from caseboard.model.entities import Location, Position
from caseboard.model.terms import Credibility, Reliability
from caseboard.store.unit_pages import Stand
from caseboard.ui.delegates.stand import stand_face, stand_words


def stand(place=True, exact="fires toward", **position):
    where = Location(name="Kupiansk", lat=49.71, lon=37.616) if place else None
    held = Position(case_id="c", unit_id="u", anchor_id="a", **position)
    anchor = Anchor(clip_id="k", kind="text", exact=exact)
    return Stand(held, where, anchor, "k", "E007", "A clip", Reliability.B, Credibility.PROBABLE)


def test_a_position_says_when_where_how_in_which_words_and_on_what():
    made = stand(interval="2024-11-14", bearing="direction of fire", precision_m=15_000.0)
    assert stand_words(made) == (
        "14 Nov 2024, Kupiansk, direction of fire, ± 15 km, “fires toward”, E007 · B2"
    )


def test_what_is_not_known_is_said_or_left_out():
    face = stand_face(stand(exact=""))
    assert (face.when, face.how, face.quote) == ("no date", "", "A region of a picture")


@pytest.mark.parametrize(
    ("point", "where"), [({"lat": 49.5, "lon": 37.5}, "49.500°\u00a0N, 37.500°\u00a0E"), ({}, "")]
)
def test_a_position_without_a_name_says_its_coordinates(point, where):
    assert stand_face(stand(place=False, **point)).where == where


def test_words_over_several_lines_stand_on_one():
    assert stand_face(stand(exact="fires\n  toward")).quote == "“fires toward”"
