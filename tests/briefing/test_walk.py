from briefing_cases import kupiansk, outline
from stress_outline import SENTENCE, sections, stress

from caseboard.briefing.blocks import Column, Table, text_of
from caseboard.briefing.walk import anchors_of, paragraphs

EMPTY = Table((Column("Ref", 1.0),), ())


def test_a_paragraph_is_found_in_whatever_block_holds_it():
    for section in sections():
        said = [text_of(each.runs) for each in paragraphs(section)]

        assert len(said) >= len([block for block in section.blocks if block != EMPTY])


def test_what_each_side_of_a_dispute_says_is_walked_in_order():
    (disputes,) = (each for each in sections() if each.title == "Disputes")
    said = [text_of(each.runs) for each in paragraphs(disputes)]

    assert said[:2] == ["Dispute 1: short", SENTENCE]
    assert said[-1] == SENTENCE


def test_every_section_and_what_is_named_in_it_can_be_led_to():
    names = anchors_of(stress())

    assert {each.kind.value for each in stress().sections} <= names
    assert {"judgement-12", "exhibit-99", "gun"} <= names


def test_citations_can_be_led_back_to():
    assert {"source-1", "cite-1"} <= anchors_of(outline(kupiansk()))
