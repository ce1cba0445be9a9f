"""What an outline prints of a case."""

import pytest
from briefing_cases import kupiansk
from sectioning import composed

from caseboard.briefing import printed
from caseboard.briefing.blocks import Run, SectionKind

NUMBERS = {1: "K-E001", 2: "K-E002"}
ONE, TWO = (Run(f"[{n}]", raised=True, link=f"source-{n}") for n in (1, 2))


def test_a_citation_belongs_to_the_sentence_it_stands_in():
    runs = (Run("The first holds"), ONE, Run(". The second holds"), TWO, Run("."))
    assert list(printed.cited(runs, NUMBERS)) == [
        ("The first holds.", ("K-E001",)),
        ("The second holds.", ("K-E002",)),
    ]


def test_a_citation_after_the_full_stop_belongs_to_the_sentence_before():
    runs = (Run("The first holds. "), ONE, Run(" The second does not."))
    assert list(printed.cited(runs, NUMBERS)) == [("The first holds.", ("K-E001",))]


def test_a_citation_before_any_word_belongs_to_the_first_sentence():
    assert list(printed.cited((ONE, Run(" It holds.")), NUMBERS)) == [("It holds.", ("K-E001",))]


def test_a_claim_is_a_word_of_its_sentence():
    runs = (Run("See "), Run("C2", link="claim-K-C2"), Run(" there."))
    assert list(printed.cited(runs, {})) == [("See C2 there.", ("K-C2",))]


def test_a_citation_that_is_a_word_becomes_the_ref():
    runs = (Run("As in "), Run("[1]", link="source-1"), Run(", twice."))
    assert printed.words(runs, NUMBERS) == "As in [E001], twice."


@pytest.mark.parametrize("runs", [(), (Run("Nobody is cited."),), (ONE,)])
def test_what_cites_nothing_or_says_nothing_is_no_statement(runs):
    assert list(printed.cited(runs, NUMBERS)) == []


def test_only_what_is_argued_is_a_statement():
    outline = composed(
        kupiansk(),
        *(SectionKind.BOTTOM_LINE, SectionKind.TIMELINE, SectionKind.EXHIBITS),
        bottom_line="It was seen by someone [[E001]]. See [[E001]].",
    )
    numbers = {1: "KUP-2024-11-E001", 2: "KUP-2024-11-E002"}
    (found,) = printed.statements(outline, numbers)
    assert found == printed.Statement(
        SectionKind.BOTTOM_LINE, "It was seen by someone.", ("KUP-2024-11-E001",)
    )


def test_refs_are_those_of_anchors_and_of_links():
    led_to = composed(kupiansk(), SectionKind.BOTTOM_LINE, bottom_line="[[C2]] and [[E002]]")
    listed = composed(kupiansk(), SectionKind.EXHIBITS)

    assert printed.refs(led_to, {1: "KUP-2024-11-E002"}) == {
        "KUP-2024-11-C2",
        "KUP-2024-11-E002",
    }
    assert printed.refs(listed, {}) == {"KUP-2024-11-E001", "KUP-2024-11-E002"}
