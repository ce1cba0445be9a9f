"""The table of sources, and how its names are found."""

import csv

import pytest

from caseboard.model.terms import SourceKind
from caseboard.paths import resources
from caseboard.tagging.document import Document
from caseboard.tagging.statements import agencies, nations


def _ids(text: str) -> list[str]:
    return [mention.agency.id for mention in agencies.of_document(Document(text))]


def test_the_table_has_two_hundred_sources_each_with_one_id_and_a_known_kind():
    with (resources() / "tagging" / "sources.csv").open(encoding="utf-8", newline="") as rows:
        table = list(csv.DictReader(rows))
    assert len(table) >= 200
    assert len({row["id"] for row in table}) == len(table)
    assert {row["kind"] for row in table} <= {kind.value for kind in SourceKind}
    assert all(row["name"] and (row["en"] or row["uk"] or row["ru"]) for row in table)


def test_what_every_state_has_names_the_state():
    every = [agency for agency in agencies.by_id().values() if agency.is_of_any_state]
    assert every
    assert all("{}" in agency.name for agency in every)
    assert agencies.by_id()["mod"].of("LV").name == "Ministry of Defence of Latvia"
    assert agencies.by_id()["mod"].of("US").id == "us-mod"


@pytest.mark.parametrize(
    "text",
    [
        "Укрінформ",
        "Укрінформу",
        "Укрінформом",
        "в Укрінформі",
        "Ukrinform",
        "Ukrinform’s",
        "Укринформа",
    ],
)
def test_a_name_is_found_in_all_its_forms(text):
    assert _ids(text) == ["ukrinform"]


@pytest.mark.parametrize(
    "text", ["Ukrinfrom", "Ukrinfor", "Ukrinnform", "Ukrinfofm", "Укрінфром", "Belingcat"]
)
def test_one_wrong_letter_of_a_long_name_is_forgiven(text):
    assert len(_ids(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "ukrinfrom",
        "Uknirform",
        "Rooters",
        "Tess",
        "Guardiana",
        "Bellingham",
        "the times change",
        "an insider, a mash of ideas, a shot",
        "an independent view",
        "ap",
        "проект",
        "новий час настав",
    ],
)
def test_other_words_are_no_sources(text):
    assert _ids(text) == []


def test_the_longest_name_wins():
    assert _ids("Interfax-Ukraine and Interfax") == ["interfax-ukraine", "interfax"]
    assert _ids("Novaya Gazeta Europe") == ["novaya-europe"]


def test_a_name_does_not_run_over_a_comma_or_a_full_stop():
    assert _ids("in Ukraine's Armed Forces, General Staff") == ["ua-armed-forces", "general-staff"]
    assert "ua-military-intelligence" not in _ids("It hit Ukraine. Military intelligence knew")


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("Russian", "RU"),
        ("України", "UA"),
        ("польського", "PL"),
        ("США", "US"),
        ("U.S. troops", "US"),
    ],
)
def test_a_country_is_known_by_its_name_and_its_adjective(words, code):
    assert nations.first(words) == code


def test_of_two_misspellings_no_third_is_made():
    assert _ids("Ukrinfromm") == []
