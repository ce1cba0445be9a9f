"""What a case knows comes first; what it has turned down stays away."""

from dataclasses import replace

from caseboard.model.terms import LocationKind
from caseboard.tagging.context import EMPTY, Context
from caseboard.tagging.engine import suggest
from caseboard.tagging.gazetteer.naming import key
from caseboard.tagging.suggestions import Kind, Place

FARM = Place(
    "Green Farm",
    LocationKind.SITE,
    49.7,
    37.6,
    500.0,
    country="UA",
    aliases=("The Farm",),
    known_id="loc-1",
)


def test_a_place_only_the_case_knows_is_found() -> None:
    (found,) = suggest("Shells fell near Green Farm.", context=Context(places=(FARM,))).locations
    assert found.place == FARM
    assert found.reason == "known in this case"
    assert found.key == "loc-1"


def test_its_other_names_are_found_too() -> None:
    found = suggest("Shells fell near Green Farm.", context=Context(places=(FARM,))).locations
    other = replace(FARM, name="Hill 101", aliases=("Green Farm",))
    again = suggest("Shells fell near Green Farm.", context=Context(places=(other,))).locations
    assert found[0].place == FARM
    assert again[0].place == other


def test_the_cases_own_place_comes_before_a_larger_one_of_that_name() -> None:
    text = "They met in Paris."
    texan = next(
        each.place
        for each in suggest("They met in Paris, Texas.").locations
        if each.surface == "Paris"
    )
    known = replace(texan, known_id="loc-2")
    (found,) = suggest(text, context=Context(places=(known,))).locations
    assert found.place == known


def test_what_lies_near_the_cases_places_is_likelier() -> None:
    text = "Shelling hit Oleksandrivka."
    near = Place("Izium", LocationKind.SETTLEMENT, 49.21, 37.25, 3000.0, country="UA")
    kharkiv = replace(near, gazetteer_id="geonames:0", known_id="loc-3")
    plain = suggest(text).locations[0]
    helped = suggest(text, context=Context(places=(kharkiv,))).locations[0]
    assert _degrees_apart(plain.place, kharkiv) > 1
    assert _degrees_apart(helped.place, kharkiv) < 1
    assert helped.reason == "near the case's other places"


def _degrees_apart(a: Place, b: Place) -> float:
    assert None not in (a.lat, a.lon, b.lat, b.lon)
    return abs((a.lat or 0) - (b.lat or 0)) + abs((a.lon or 0) - (b.lon or 0))


def test_a_rejected_name_is_not_proposed_again() -> None:
    text = "They met in Kupiansk and in Izium."
    context = Context(rejected=frozenset({(Kind.LOCATION, key("Kupiansk"))}))
    assert [each.surface for each in suggest(text, context=context).locations] == ["Izium"]


def test_a_rejected_government_stays_a_place() -> None:
    context = Context(rejected=frozenset({(Kind.GOVERNMENT, key("Moscow"))}))
    found = suggest("Moscow said so.", context=context)
    assert found.governments == ()
    assert [each.surface for each in found.locations] == ["Moscow"]


def test_what_was_rejected_as_something_else_is_still_proposed() -> None:
    context = Context(rejected=frozenset({(Kind.PERSON, key("Kupiansk"))}))
    assert suggest("They met in Kupiansk.", context=context).locations


def test_the_same_text_and_case_give_the_same_answer() -> None:
    text = "Springfield, Paris and Oleksandrivka were named in Kharkiv Oblast."
    assert suggest(text, context=EMPTY) == suggest(text, context=EMPTY)
