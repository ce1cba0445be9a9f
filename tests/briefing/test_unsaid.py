"""Refs to what is left out, taken out of texts."""

import pytest
from briefing_cases import kupiansk

from caseboard.briefing import unsaid
from caseboard.i18n import speaking

CASE = "KUP-2024-11"


@pytest.mark.parametrize("ref", ["E007", "e7", "E7", " kup-2024-11-e007 ", "KUP-2024-11-E7"])
def test_a_ref_is_one_however_it_is_written(ref):
    assert unsaid.key(ref, CASE) == "E7"


def test_what_is_no_ref_stays_what_it_is():
    assert unsaid.key("the bridge", CASE) == "THE BRIDGE"
    assert unsaid.key("E70", CASE) != unsaid.key("E7", CASE)


def test_everything_that_can_be_cited_is_known():
    assert unsaid.refs(kupiansk()) == {"E1", "E2", "C1", "C2", "C3"}


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("No ref.", "No ref."),
        ("So [[E001]].", "So [[E001]]."),
        ("So [[E002]].", "So [withheld]."),
        ("So [[E2|the film]] shows.", "So [withheld] shows."),
        ("So [[E002]] [[E2]][[C3]], and [[E001]].", "So [withheld], and [[E001]]."),
        ("So [[E002]] and [[E002]].", "So [withheld] and [withheld]."),
        ("So [[E002", "So [[E002"),
    ],
)
def test_refs_to_what_is_gone_become_one_word(text, left):
    assert unsaid.scrub({"E2", "C3"}, CASE)(text) == left


def test_the_word_is_in_the_language_of_the_briefing():
    with speaking("en"):
        scrub = unsaid.scrub({"E2"}, CASE)
    with speaking("uk"):
        assert scrub("[[E002]]") == "[withheld]"


def test_rows_are_copied_where_they_change_and_kept_where_not():
    dossier = kupiansk()
    dossier.notes[0].text = "See [[E002]]"
    left = unsaid.rows(dossier, unsaid.scrub({"E2"}, CASE))
    assert left.notes[0].text == "See [withheld]"
    assert dossier.notes[0].text == "See [[E002]]"
    assert left.claims[0] is dossier.claims[0]
    assert left.clips is dossier.clips


def test_every_text_of_a_value_is_scrubbed():
    scrub = unsaid.scrub({"E2"}, CASE)
    value = {"a": ["[[E002]]", {"b": "x [[E2]]"}], "n": 3, "t": True}
    assert unsaid.value(value, scrub) == {
        "a": ["[withheld]", {"b": "x [withheld]"}],
        "n": 3,
        "t": True,
    }
