"""Annex D: scales and glossary."""

import pytest
from briefing_cases import kupiansk
from sectioning import said, section, tables

from caseboard.briefing.blocks import Facts, SectionKind, text_of
from caseboard.briefing.scale_words import (
    clip_kind,
    confidence,
    credibility,
    ladder,
    marking,
    status,
)
from caseboard.model.terms import (
    ClaimStatus,
    ClipKind,
    Confidence,
    Credibility,
    Ladder,
    Marking,
)

GLOSSARY = SectionKind.GLOSSARY


def labels(**changes):
    blocks = section(kupiansk(), GLOSSARY, **changes).blocks
    return [fact.label for block in blocks if isinstance(block, Facts) for fact in block.facts]


def test_both_axes_stand_side_by_side():
    grades, _chances = tables(kupiansk(), GLOSSARY)
    words = [[text_of(cell[0].runs) for cell in row] for row in grades]

    assert words[0] == ["A", "Completely reliable", "1", "Confirmed by others"]
    assert words[-1] == ["F", "Cannot be judged", "6", "Cannot be judged"]


@pytest.mark.parametrize(
    ("used", "word", "chance"),
    [(Ladder.ICD203, "likely", "55–80 %"), (Ladder.PHIA, "likely or probable", "55–75 %")],
)
def test_the_words_of_likelihood_are_those_of_the_case_alone(used, word, chance):
    case = kupiansk()
    case.case.ladder = used
    _grades, chances = tables(case, GLOSSARY)
    rungs = {text_of(row[0][0].runs): text_of(row[1][0].runs) for row in chances}

    assert len(rungs) == 7
    assert rungs[word] == chance


def test_the_marking_of_this_document_is_pointed_out():
    told = labels(marking=Marking.GREEN)
    assert "TLP:GREEN (this document)" in told
    assert "TLP:RED" in told


def test_a_free_marking_takes_the_place_of_tlp():
    assert not any("TLP" in label for label in labels(classification="Restricted {0}"))
    assert "This document is marked “Restricted {0}”, as its author gave it." in said(
        kupiansk(), GLOSSARY, classification="Restricted {0}"
    )


@pytest.mark.parametrize(
    ("words", "terms"),
    [
        (credibility, Credibility),
        (confidence, Confidence),
        (marking, Marking),
        (status, ClaimStatus),
        (ladder, Ladder),
        (clip_kind, ClipKind),
    ],
)
def test_every_term_of_a_scale_has_words_of_its_own(words, terms):
    assert len({words(term) for term in terms}) == len(terms)
