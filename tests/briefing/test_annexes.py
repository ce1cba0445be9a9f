from briefing_cases import kupiansk
from sectioning import composed, links, said

from caseboard.briefing.annexes import KINDS, letters
from caseboard.briefing.blocks import SectionKind, text_of
from caseboard.briefing.walk import paragraphs
from caseboard.i18n import _

CHECK, CLAIMS, EXHIBITS, GLOSSARY, MATRIX = (
    SectionKind.CHECK,
    SectionKind.CLAIMS,
    SectionKind.EXHIBITS,
    SectionKind.GLOSSARY,
    SectionKind.MATRIX,
)


def titles(*kinds):
    return [section.title for section in composed(kupiansk(), *kinds).sections]


def test_annexes_are_lettered_in_the_order_they_stand_in():
    assert titles(CLAIMS, EXHIBITS, GLOSSARY, CHECK) == [
        "Claims and evidence",
        "Annex A: Exhibits",
        "Annex B: Scales and glossary",
        "Annex C: How to check this document",
    ]


def test_what_has_nothing_to_say_takes_no_letter():
    assert titles(MATRIX, EXHIBITS) == ["Annex A: Exhibits"]


def test_every_annex_has_a_letter():
    assert len(letters(SectionKind)) == len(KINDS)
    assert len(_("ABCDE")) == len(KINDS)


def test_who_checks_the_document_is_sent_to_the_exhibits():
    made = composed(kupiansk(), CHECK, GLOSSARY, EXHIBITS)
    first = next(paragraphs(made.sections[0]))

    assert "compare it with the one in Annex C" in text_of(first.runs)
    assert EXHIBITS.value in links(made)


def test_where_they_are_no_annex_no_letter_is_named():
    assert "with the exhibits" in said(kupiansk(), CHECK)[0]
