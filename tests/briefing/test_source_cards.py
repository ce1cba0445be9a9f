"""Sources, graded."""

from briefing_cases import empty, kupiansk
from sectioning import said, section, tables

from caseboard.briefing.blocks import SectionKind, text_of

CARDS = SectionKind.SOURCE_CARDS


def cards(dossier):
    """The words of each cell, by the name of the source."""
    (table,) = tables(dossier, CARDS, SectionKind.BOTTOM_LINE, SectionKind.SOURCES)
    rows = [[[text_of(part.runs) for part in cell] for cell in row] for row in table]
    return {row[0][0]: row for row in rows}


def test_a_card_says_what_a_source_is_and_why_it_is_graded_so():
    name, grade, _said = cards(kupiansk())["General Staff"]

    assert name == ["General Staff", "Official body, Ukraine", "A party to what it speaks of"]
    assert grade == [
        "B\u2002Usually reliable",
        "usually right on place, slow to admit losses of ground",
    ]


def test_what_it_said_of_each_claim_is_graded_apart():
    case = kupiansk()
    case.reports[0].credibility_reason = "It fits the place."
    *_others, told = cards(case)["General Staff"]

    assert told == [
        "Supports C1\u20022\u00a0probably true",
        "It fits the place.",
        "Contradicts C2\u20022\u00a0probably true",
    ]


def test_several_reports_of_one_kind_are_told_once():
    *_others, told = cards(kupiansk())["DeepState"]
    assert told == ["Supports C2\u20023\u00a0possibly true"]


def test_f_and_6_cannot_be_judged_and_are_not_called_bad():
    _name, grade, told = cards(kupiansk())["Passer-by’s channel"]

    assert grade == ["F\u2002Cannot be judged"]
    assert told == ["Supports C3\u20026\u00a0cannot be judged"]
    assert "not that it is bad" in said(kupiansk(), CARDS)[-1]


def test_who_only_passed_on_has_a_card_too():
    assert cards(kupiansk())["Ukrinform"][2] == ["Passed on or published alone"]


def test_a_case_without_sources_has_no_cards():
    assert section(empty(), CARDS) is None
