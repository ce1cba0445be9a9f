"""Places named in English sentences: what is one, where it ends, which one is meant."""

import pytest

from caseboard.tagging.engine import suggest
from marked_places import marked

SENTENCES = [
    "Shelling hit the city of [Kupiansk] in [Kharkiv Oblast] overnight.",
    "The column crossed the [Oskil River] near [Dvorichna].",
    "Two people were wounded in [Bilhorod-Dnistrovskyi].",
    "They drove from [Kharkiv] to [Izium] and on to [Sloviansk].",
    "Drones struck an oil depot in [Belgorod Oblast] and a plant in [Kursk].",
    "Troops withdrew from [Kherson oblast] last week.",
    "The front in the [Donbas] has not moved.",
    "Ships left [Odesa] for [Istanbul].",
    "Fighting went on north of [Bakhmut].",
    "The village of [Robotyne] lies in ruins.",
    "A strike in eastern [Ukraine] killed three.",
    "The plane landed in [Paris], [Texas], on Monday.",
    "Police in [Alexandria], [La.], arrested two men.",
    "A man from [Springfield], [Mo.], was found dead.",
    "The fire spread across [Rapides Parish].",
    "Voters in [Fulton County] queue for hours.",
    "Officials in [New York] and [New Jersey] closed the tunnel.",
    "Floods hit [Queensland] and [New South Wales].",
    "The virus reached [Hubei] province in January.",
    "Doctors in [Sierra Leone], [Liberia] and [Guinea] ask for help.",
    "He was born in [St. Petersburg] and died in [Tel Aviv].",
    "The [U.S.] and [Canada] share a long border.",
    "Flights to the [UK] were cancelled.",
    "The refugees reached [Port-au-Prince], [Haiti].",
    "Water levels in [Lake Erie] fell.",
    "The convoy left [Buenos Aires] at dawn.",
    "Snow fell in [Minsk] and [Vilnius].",
    "The trial was moved to [The Hague].",
    "Mines were found near [Kamianets-Podilskyi].",
    "Residents of [Zaporizhzhia] heard explosions.",
    "The dam at [Nova Kakhovka] broke.",
    "A train derailed outside [Pokrovsk].",
    "They fled to [Chernihiv] by bus.",
    "She moved to [Los Angeles] in 2011.",
    "Their boat sank off [Lampedusa].",
    "Rail service between [Lviv] and [Przemysl] resumed.",
    "The base lies 30 kilometers from [Luhansk].",
    "Smoke rose over [Sevastopol].",
    "The governor of [Ohio] signed the bill.",
    "Farmers in [Nebraska] and [Kansas] wait for rain.",
    "Aid arrived in [Aleppo], [Syria].",
    "The group controls parts of [Idlib] and [Hama].",
]
NO_PLACES = [
    "Most of the soldiers came home.",
    "Reading the report took him an hour.",
    "Union leaders met on Friday.",
    "Nice weather is expected in March.",
    "Of the four, two survived.",
    "The Mobile phones were seized.",
    "Can anybody help?",
    "Jackson Brown told reporters that he was glad.",
    "Mr. Paris declined to comment.",
    "Ms. Lima and Mr. Milan left the firm.",
    "Judge Madison dismissed the case.",
    "Gary Wilson, 54, pleaded guilty.",
    "Photo by Diego Herrera for Anadolu via Getty Images.",
    "They met on Orange Street.",
    "An Israeli officer spoke.",
    "Sen. Lincoln Chafee voted against it.",
    "We'll see about that.",
    "The Liberal candidate lost.",
]
NO_SURE_PLACES = [
    "The Boston Globe has more on this.",
    "The Kyiv Independent has more on this.",
]


def _surfaces(text: str) -> list[str]:
    found = suggest(text, language="en")
    both = sorted((*found.locations, *found.governments), key=lambda each: each.start)
    return [each.surface for each in both]


@pytest.mark.parametrize("sentence", SENTENCES)
def test_names_of_places_are_found_to_their_ends(sentence: str) -> None:
    text, surfaces = marked(sentence)
    assert _surfaces(text) == surfaces


@pytest.mark.parametrize("sentence", NO_PLACES)
def test_words_persons_and_peoples_are_no_places(sentence: str) -> None:
    assert _surfaces(sentence) == []


@pytest.mark.parametrize("sentence", NO_SURE_PLACES)
def test_a_place_in_the_name_of_a_paper_is_not_sure_to_be_meant(sentence: str) -> None:
    assert all(each.score < 0.8 for each in suggest(sentence).locations)


def test_a_surname_that_is_a_town_stays_a_person_later_on() -> None:
    found = suggest("Andrii Kovalev spoke first. Later Kovalev answered questions.")
    assert found.locations == ()


def test_a_name_in_capitals_of_a_dateline_is_a_place() -> None:
    found = suggest("KYIV, Ukraine (Reuters) — The talks ended without a result.")
    assert [each.surface for each in found.locations] == ["KYIV", "Ukraine"]


def test_offsets_are_those_of_the_text() -> None:
    text = "💥 Explosions in Kharkiv’s suburbs and in Izium."
    for each in suggest(text).locations:
        assert text[each.start : each.end] == each.surface


def test_every_score_and_reason_is_that_of_the_best_candidate() -> None:
    found = suggest("Paris and Springfield were named, and Kharkiv.")
    assert found.locations
    for each in found.locations:
        assert (each.score, each.reason) == (each.candidates[0].score, each.candidates[0].reason)
        assert [c.score for c in each.candidates] == sorted(
            (c.score for c in each.candidates), reverse=True
        )
        assert each.reason
