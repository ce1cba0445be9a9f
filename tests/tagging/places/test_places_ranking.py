"""Which of several places of a name is meant."""

import pytest

from caseboard.tagging.engine import suggest
from caseboard.tagging.suggestions import LocationSuggestion


def _named(text: str, surface: str) -> LocationSuggestion:
    found = suggest(text, language="en").locations
    return next(each for each in found if each.surface == surface)


@pytest.mark.parametrize(
    ("text", "surface", "within"),
    [
        ("The plane landed in Paris, Texas.", "Paris", "Texas"),
        ("The plane landed in Paris, Ky.", "Paris", "Kentucky"),
        ("Police in Alexandria, La., arrested two men.", "Alexandria", "Louisiana"),
        ("A fire in Springfield, Mass., killed one.", "Springfield", "Massachusetts"),
        ("Georgia roads are wet. In Athens and Atlanta rain fell.", "Athens", "Georgia"),
        ("Shelling hit Pavlivka, Sumy Oblast.", "Pavlivka", "Sumy Oblast"),
        ("A strike in Oleksandrivka in Kharkiv Oblast.", "Oleksandrivka", "Kharkiv Oblast"),
        ("A strike in Pavlivka, Donetsk, hurt one.", "Pavlivka", "Donetsk Oblast"),
    ],
)
def test_what_is_named_beside_a_place_tells_which_it_is(
    text: str, surface: str, within: str
) -> None:
    assert _named(text, surface).place.within.endswith(within)


def test_the_largest_is_meant_where_nothing_else_tells() -> None:
    paris = _named("They met in Paris.", "Paris")
    assert paris.place.country == "FR"
    assert paris.score > 0.5


def test_others_stand_behind_the_best() -> None:
    springfield = _named("They met in Springfield.", "Springfield")
    assert len(springfield.candidates) > 1
    assert springfield.score < 0.8


def test_the_reason_names_what_it_lies_in() -> None:
    assert _named("The plane landed in Paris, Texas.", "Paris").reason == "named with Texas"


def test_one_name_has_one_sense_in_a_text() -> None:
    text = "A mayor in Paris, Texas, resigned. Paris has 25,000 people."
    places = [e.place.gazetteer_id for e in suggest(text).locations if e.surface == "Paris"]
    assert len(places) == 2
    assert len(set(places)) == 1


def test_a_text_may_tell_two_of_one_name_apart() -> None:
    text = "From Paris, Texas, she flew to Paris, France."
    found = [e.place.country for e in suggest(text).locations if e.surface == "Paris"]
    assert found == ["US", "FR"]


def test_a_type_word_asks_for_its_kind() -> None:
    river = _named("The troops crossed the Oskil river.", "Oskil")
    assert river.place.kind.value == "river"


def test_another_spelling_is_as_good_as_the_first() -> None:
    found = suggest("Strikes on Kharkov and Gomel were reported.").locations
    assert found[0].name == "Kharkiv"
    assert found[1].place.country == "BY"


def test_crimea_is_in_ukraine() -> None:
    assert _named("Smoke rose over Sevastopol.", "Sevastopol").place.country == "UA"
