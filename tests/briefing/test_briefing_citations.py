from dataclasses import replace

import pytest
from briefing_cases import kupiansk

from caseboard.briefing.blocks import Run, SectionKind, text_of
from caseboard.briefing.citations import Citations
from caseboard.briefing.index import Index
from caseboard.model.inquiry import Gap


@pytest.fixture
def citations():
    return Citations(Index(kupiansk()))


def test_a_clip_becomes_a_number_that_leads_to_its_source(citations):
    before, number, after = citations.resolve((Run("Seen [[E002]]."),))

    assert (before.text, number.text, after.text) == ("Seen", "[1]", ".")
    assert number.link == "source-1"
    assert number.raised


def test_a_clip_keeps_its_number(citations):
    runs = citations.resolve((Run("[[E002]] [[E001]] [[E002]]"),))

    assert text_of(runs) == "[1][2][1]"


def test_every_citation_is_led_back_to(citations):
    citations.begin(SectionKind.BOTTOM_LINE)
    first = citations.resolve((Run("[[E001]][[E001]]"),))
    citations.begin(SectionKind.GAPS)
    more = citations.resolve((Run("[[E002]][[E001]]"),))

    assert [run.anchor for run in (*first, *more)] == ["cite-1", "cite-1-2", "cite-2", "cite-1-3"]
    assert [(use.section, use.anchor) for use in citations.uses(1)] == [
        (SectionKind.BOTTOM_LINE, "cite-1"),
        (SectionKind.BOTTOM_LINE, "cite-1-2"),
        (SectionKind.GAPS, "cite-1-3"),
    ]


def test_a_claim_becomes_its_ref(citations):
    runs = citations.resolve((Run("see [[C2]] now"),))

    assert text_of(runs) == "see C2 now"
    assert runs[1].link == "claim-KUP-2024-11-C2"


def test_a_gap_becomes_its_ref():
    dossier = kupiansk()
    asked = Gap(case_id="c", ref="KUP-2024-11-G4", question="Who filmed it?", created=dossier.as_of)
    runs = Citations(Index(replace(dossier, gaps=[asked]))).resolve((Run("see [[G4]] now"),))

    assert text_of(runs) == "see G4 now"
    assert runs[1].link == "gap-KUP-2024-11-G4"


@pytest.mark.parametrize("ref", ["E999", "X1", "<b>", "E001 and more", ""])
def test_a_ref_the_case_does_not_know_is_printed_as_it_stands(citations, ref):
    assert citations.resolve((Run(f"a [[{ref}]] b"),)) == (Run(f"a [[{ref}]] b"),)


@pytest.mark.parametrize("ref", ["E1", "e001", "E001", "KUP-2024-11-E001", " E001 "])
def test_a_ref_may_be_written_in_several_ways(citations, ref):
    assert text_of(citations.resolve((Run(f"a [[{ref}]]"),))) == "a[1]"


def test_words_may_stand_for_a_ref(citations):
    runs = citations.resolve((Run("see [[C2|the second claim]], [[E001|the article]]."),))

    assert text_of(runs) == "see the second claim, the article[1]."


def test_a_number_may_stand_as_a_word(citations):
    runs = citations.resolve((Run("see [[E001]] and [[E001|the article]], [[C2]]."),), raised=False)

    assert text_of(runs) == "see [1] and the article [1], C2."
    assert not any(run.raised for run in runs)


def test_code_is_left_alone(citations):
    code = (Run("[[E001]]", mono=True),)

    assert citations.resolve(code) == code
