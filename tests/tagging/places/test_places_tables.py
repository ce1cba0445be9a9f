"""The tables of the reader of places."""

import pytest

from caseboard.tagging.engine import suggest
from caseboard.tagging.places import governments, tables

CLASSES = [
    "never",
    "demonym",
    "title",
    "organisation",
    "street",
    "people_noun",
    "say",
    "owned",
    "place_preposition",
    "kind_words_all",
    "lower_kind",
]


@pytest.mark.parametrize("name", CLASSES)
def test_every_class_of_words_is_in_lower_case(name: str) -> None:
    assert tables.words(name)
    assert all(word == word.lower() for word in tables.words(name))


def test_every_word_of_a_kind_asks_for_kinds_there_are() -> None:
    assert tables.kind_words("kind_after")["oblast"] == tables.KINDS["state"]
    assert tables.kind_words("kind_before")["river"] == tables.KINDS["river"]


def test_no_short_form_stands_for_two_things() -> None:
    assert len(tables.abbreviations()) > 100
    assert tables.abbreviations()["La."].name == "Louisiana"


def test_no_name_is_the_seat_of_two_governments() -> None:
    rows = governments.seats()
    assert rows["moscow"].country == rows["kremlin"].country == "RU"
    assert rows["київ"].country == "UA"
    assert rows["brussels"].state == "European Union"


def test_every_seat_is_of_a_state_that_has_a_name() -> None:
    assert {seat.country for seat in governments.seats().values()} <= set(governments.states())


def test_people_are_of_countries() -> None:
    assert tables.demonyms()["ukrainian"] == "UA"
    assert all(len(code) == 2 for code in tables.demonyms().values())


def test_one_english_sentence_opens_every_table() -> None:
    """The process that proposes may open no file once it has warmed up."""
    caches = (
        tables.given_names,
        tables.surnames,
        tables.common_words,
        tables.demonyms,
        governments.seats,
    )
    for table in caches:
        table.cache_clear()
    suggest("General Staff spokesperson Ivan Koval told Ukrinform on Nov. 14 that Kyiv holds.")
    assert [table.cache_info().currsize for table in caches] == [1] * len(caches)
