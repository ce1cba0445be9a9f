from briefing_cases import kupiansk
from lintwork import findings, stretch

from caseboard.briefing.linter.finding import Rule


def test_a_ref_that_the_case_does_not_have_is_found_where_it_stands():
    text = "Accounts differ [[C1]] [[C2]] [[E404|the film]]."
    (found,) = findings(Rule.UNKNOWN_REF, bottom_line=text)
    assert stretch(found, text) == "[[E404|the film]]"
    assert "E404" in found.words


def test_refs_of_every_kind_are_known():
    text = "Accounts differ [[C1]] [[kup-2024-11-c2]] [[E1]] [[ E002 | words ]]."
    assert not findings(Rule.UNKNOWN_REF, bottom_line=text)


def test_refs_of_printed_notes_and_claims_are_looked_at():
    dossier = kupiansk()
    dossier.notes[0].text = "See [[C77]]."
    dossier.claims[0].assessment = "See [[C78]]."
    dossier.disputes[0].reading = "See [[C79]]."
    found = findings(Rule.UNKNOWN_REF, dossier=dossier)
    assert {(each.where.table, each.where.row_id) for each in found} == {
        ("note", dossier.notes[0].id),
        ("claim", dossier.claims[0].id),
        ("dispute", dossier.disputes[0].id),
    }
    dossier.notes[0].is_private = True
    assert len(findings(Rule.UNKNOWN_REF, dossier=dossier)) == 2
