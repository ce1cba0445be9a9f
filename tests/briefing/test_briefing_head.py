"""The title block."""

import pytest
from briefing_cases import briefing, kupiansk, outline

from caseboard.briefing.blocks import text_of
from caseboard.model.terms import BriefingStatus


def facts(**changes):
    return {fact.label: text_of(fact.value) for fact in outline(kupiansk(), **changes).head.facts}


def test_the_head_says_what_it_is_of_when_by_whom_and_for_whom():
    told = facts(
        ref="KUP-2024-11-B2",
        status=BriefingStatus.FINAL,
        author="O. Koval",
        reviewer="I. Bondar",
        distribution="Desk leads",
    )

    assert told == {
        "Case": "KUP-2024-11",
        "Briefing": "B2, version 1",
        "Status": "Final",
        "Date and time": "14 Nov 2024 18:00 UTC",
        "Information cut-off": "14 Nov 2024 18:00 UTC",
        "Prepared by": "O. Koval",
        "Reviewed by": "I. Bondar",
        "Distribution": "Desk leads",
    }


def test_an_author_who_is_withheld_is_named_nowhere():
    made = outline(kupiansk(), author="O. Koval", is_author_withheld=True)
    told = {fact.label: text_of(fact.value) for fact in made.head.facts}

    assert told["Prepared by"] == "withheld"
    assert made.author == ""


def test_its_own_question_stands_before_that_of_the_case():
    assert outline(kupiansk()).head.question.startswith("Did Russian forces")
    assert outline(kupiansk(), question="Who fired?").head.question == "Who fired?"


def test_a_source_report_says_what_it_is_on():
    told = facts(template="source_report", subject=["e1", "C2"])

    assert told["On"] == (
        "E001 “Ukraine repels Russian attempt to enter Kupiansk, military says”, C2"
    )


@pytest.mark.parametrize(
    ("template", "kicker"),
    [("flash", "Flash brief"), ("incident", "Incident sheet"), ("unheard of", "Situation brief")],
)
def test_the_template_names_the_kind_of_briefing(template, kicker):
    assert outline(kupiansk(), template=template).head.kicker == kicker


def test_the_foot_names_briefing_version_and_time():
    final = {"ref": "KUP-2024-11-B2", "status": BriefingStatus.FINAL}
    assert outline(kupiansk(), **final).imprint == (
        "KUP-2024-11-B2 · Version 1 · 14 Nov 2024 18:00 UTC"
    )
    assert outline(kupiansk()).imprint == "KUP-2024-11 · Version 1, draft · 14 Nov 2024 18:00 UTC"


def test_what_has_no_title_is_called_as_its_case_is():
    dossier = kupiansk()
    assert outline(dossier, briefing(dossier.case, title=" ")).head.title == "Kupiansk approach"
