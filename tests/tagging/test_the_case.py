"""The case that must always work: an article of 14 November 2024 about Kupiansk."""

import pytest

from caseboard.tagging.engine import suggest
from support import real_input

PLACES = {"Kupiansk", "Kharkiv Oblast", "Donetsk Oblast", "Oskil", "Belgorod Oblast", "Donbas"}
STAFF = "General Staff of the Armed Forces of Ukraine"
SURE = 0.8


@pytest.fixture(scope="module")
def found():
    text = real_input("kupiansk", "kupiansk-article.txt").read_text("utf-8")
    return suggest(text, published="2024-11-14")


def said(found, words):
    return next(each for each in found.statements if words in each.surface)


def test_its_places_are_found_and_no_other_is_sure(found):
    names = {place.name for place in found.locations}
    assert names >= PLACES
    sure = {place.name for place in found.locations if place.score > SURE}
    assert sure <= PLACES | {"Ukraine", "Russia"}


def test_kupiansk_is_the_town_on_the_oskil(found):
    town = next(place for place in found.locations if place.name == "Kupiansk")
    assert (town.lat, town.lon) == pytest.approx((49.710, 37.616), abs=0.01)
    assert town.place.country == "UA"


def test_moscow_acts_and_is_no_place(found):
    [moscow] = [each for each in found.governments if each.surface == "Moscow"]
    assert moscow.country == "RU"
    assert "Moscow" not in {place.surface for place in found.locations}


def test_the_brigade_and_its_gun_are_found(found):
    khartia = next(unit for unit in found.units if unit.surface == "Khartia Brigade")
    assert (khartia.country, khartia.echelon.value) == ("UA", "brigade")
    assert "National Guard" in khartia.rests_on or khartia.unit_id.startswith("ua-ng")
    assert [gun.name for gun in found.equipment] == ["D-20"]
    assert {unit.surface for unit in found.units if unit.score > SURE} == {"Khartia Brigade"}


def test_both_persons_stand_with_their_roles_and_no_author_is_one(found):
    sure = {person.name: person.role for person in found.people if person.score > SURE}
    assert sure.keys() == {"Andrii Kovalev", "Volodymyr Zelensky"}
    assert "General Staff" in sure["Andrii Kovalev"]
    assert "President" in sure["Volodymyr Zelensky"]


def test_the_general_staff_speaks_through_ukrinform(found):
    repelled = said(found, "successfully repelled Russian attempts")
    quoted = said(found, "failed to enter Kupiansk")
    for one in (repelled, quoted):
        assert one.claimant.name == STAFF
        assert one.relays[0].name == "Ukrinform"
    assert quoted.is_quote
    assert repelled.said_when == "2024-11-14"


def test_the_map_claims_the_opposite_of_the_evening_before(found):
    entered = said(found, "two columns")
    assert entered.claimant.name == "DeepState"
    assert entered.said_when.startswith("2024-11-13")


def test_the_two_accounts_are_proposed_as_a_dispute(found):
    pairs = [{found.statements[each.a], found.statements[each.b]} for each in found.disputes]
    columns = said(found, "two columns")
    [clash] = [pair for pair in pairs if columns in pair]
    [other] = clash - {columns}
    assert other.claimant.name == STAFF
    [dispute] = found.disputes
    assert {on.value for on in dispute.differs_on} == {"entry", "outcome"}
