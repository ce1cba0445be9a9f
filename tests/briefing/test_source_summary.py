"""The source summary."""

from dataclasses import replace

from briefing_cases import empty, kupiansk
from sectioning import composed, links, said, section

from caseboard.briefing.blocks import SectionKind
from caseboard.model.inquiry import Gap
from caseboard.model.terms import GapStatus

SUMMARY = SectionKind.SOURCE_SUMMARY


def test_one_paragraph_tells_strength_dependence_and_bias():
    (words,) = said(kupiansk(), SUMMARY)

    assert words.startswith("This rests on 2 exhibits from 2 publishers, the first published")
    assert "Of 3 claims, 4 claimants speak for or against" in words
    assert "One origin alone supports C1, C2." in words
    assert "Disputed are C1, C2." in words
    assert "The claimants are graded B\u00a0(2), C\u00a0(1), F\u00a0(1)." in words
    assert "F means that it cannot be judged, not that it is bad." in words
    assert "A party to what they speak of: General Staff." in words


def test_claims_it_names_are_led_to():
    outline = composed(kupiansk(), SUMMARY)
    assert links(outline) == {"claim-KUP-2024-11-C1", "claim-KUP-2024-11-C2"}


def test_one_publisher_alone_is_named():
    case = kupiansk()
    case.clips[1].source_id = case.clips[0].source_id
    assert "from one publisher, The Kyiv Independent," in said(case, SUMMARY)[0]


def test_open_gaps_are_counted():
    case = kupiansk()
    gaps = [
        Gap(
            case_id=case.case.id,
            ref=f"{case.case.ref}-G{number}",
            question="Who?",
            status=status,
            created=case.as_of,
        )
        for number, status in enumerate(GapStatus, 1)
    ]
    assert said(replace(case, gaps=gaps), SUMMARY)[0].endswith("1 gap is open.")


def test_nobody_with_a_stake_is_said_too():
    case = kupiansk()
    for source in case.sources:
        source.interested = False
    assert "None of them is known to be a party" in said(case, SUMMARY)[0]


def test_what_the_analyst_wrote_stands_in_its_place():
    texts = {"source_summary": "Two voices, *one* channel [[E001]]."}
    assert said(kupiansk(), SUMMARY, texts=texts) == ["Two voices, one channel[1]."]


def test_an_empty_case_has_nothing_to_sum_up():
    assert section(empty(), SUMMARY) is None
