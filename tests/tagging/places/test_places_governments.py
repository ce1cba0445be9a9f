"""Places' names that stand for governments, and those that do not."""

import pytest

from caseboard.tagging.engine import suggest

ACTING = [
    ("Moscow's forces attacked at dawn.", "Moscow", "Russia"),
    ("Kyiv said the town was held.", "Kyiv", "Ukraine"),
    ("Kyiv’s allies met on Tuesday.", "Kyiv", "Ukraine"),
    ("Washington warned of further sanctions.", "Washington", "United States"),
    ("Talks with Tehran broke down.", "Tehran", "Iran"),
    ("Russia claimed to have taken the village.", "Russia", "Russia"),
    ("Ukraine's military denied the report.", "Ukraine", "Ukraine"),
    ("The minister accused Ankara of delays.", "Ankara", "Turkey"),
    ("Beijing rejected the proposal.", "Beijing", "China"),
    ("Minsk's air defense was put on alert.", "Minsk", "Belarus"),
    ("The Kremlin declined to comment.", "Kremlin", "Russia"),
    ("According to the Pentagon, the tanks are on their way.", "Pentagon", "United States"),
    ("A White House spokesman left early.", "White House", "United States"),
]
LITERAL = [
    "He lives in Moscow.",
    "Explosions were heard near Kyiv on Monday.",
    "The train from Warsaw was late.",
    "They walked through Berlin.",
    "Two residents of Minsk were arrested.",
]


@pytest.mark.parametrize(("sentence", "surface", "state"), ACTING)
def test_a_name_that_acts_is_a_government(sentence: str, surface: str, state: str) -> None:
    found = suggest(sentence, language="en")
    assert [(each.surface, each.name) for each in found.governments] == [(surface, state)]
    assert surface not in {each.surface for each in found.locations}


@pytest.mark.parametrize("sentence", LITERAL)
def test_a_name_that_tells_where_stays_a_place(sentence: str) -> None:
    found = suggest(sentence, language="en")
    assert found.governments == ()
    assert len(found.locations) == 1


def test_two_that_agree_are_two_governments() -> None:
    found = suggest("Washington and Brussels agreed on a plan.", language="en")
    assert [each.name for each in found.governments] == ["United States", "European Union"]
    assert [each.country for each in found.governments] == ["US", ""]


def test_both_sides_of_tensions_are_governments() -> None:
    found = suggest("Tensions between Washington and Tehran grew.", language="en")
    assert [each.country for each in found.governments] == ["US", "IR"]


def test_a_government_knows_the_place_whose_name_it_goes_by() -> None:
    (government,) = suggest("Moscow said so.", language="en").governments
    assert government.place is not None
    assert government.place.name == "Moscow"
    assert government.place.country == "RU"


def test_a_town_of_that_name_elsewhere_is_no_government() -> None:
    found = suggest("Police in Moscow, Idaho, searched a house. Boise is far.", language="en")
    assert found.governments == ()


def test_who_stands_outside_a_seat_of_power_tells_where_he_is() -> None:
    assert suggest("They stood outside the Kremlin.", language="en").governments == ()
