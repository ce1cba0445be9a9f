import pytest
from briefing_cases import CAPTURED, kupiansk
from lintwork import findings, with_rows

from caseboard.briefing.linter.finding import Rule
from caseboard.model.terms import Marking
from caseboard.model.work import Layer, Note

RED = Marking.RED


def marked(name):
    """The case with its first row of a kind marked red."""
    dossier = kupiansk()
    getattr(dossier, name)[0].marking = RED
    return dossier


@pytest.mark.parametrize(
    ("name", "table"), [("clips", "clip"), ("claims", "claim"), ("notes", "note")]
)
def test_a_row_above_the_page_is_found(name, table):
    dossier = marked(name)
    (found,) = findings(Rule.ABOVE_MARKING, dossier=dossier)
    assert (found.where.table, found.where.row_id) == (table, getattr(dossier, name)[0].id)
    assert "TLP:RED" in found.words
    assert not findings(Rule.ABOVE_MARKING, dossier=dossier, marking=RED)


def test_a_private_note_is_not_printed_and_not_found():
    dossier = marked("notes")
    dossier.notes[0].is_private = True
    assert not findings(Rule.ABOVE_MARKING, dossier=dossier)


def test_a_layer_is_found_while_it_is_shown():
    layer = Layer(case_id="c", ref="KUP-2024-11-L1", name="Line", as_of="2024", marking=RED)
    dossier = with_rows(kupiansk(), "layers", layer)
    (found,) = findings(Rule.ABOVE_MARKING, dossier=dossier)
    assert found.where.table == "layer"
    layer.is_shown = False
    assert not findings(Rule.ABOVE_MARKING, dossier=dossier)


def test_a_section_marked_higher_than_its_page_is_found():
    sections = [{"kind": "notes", "on": True}, {"kind": "units", "on": True, "marking": RED.value}]
    (found,) = findings(Rule.ABOVE_MARKING, sections=sections)
    assert (found.where.field, found.where.index, found.where.anchor) == ("sections", 1, "units")
    sections[1]["on"] = False
    assert not findings(Rule.ABOVE_MARKING, sections=sections)


def test_a_page_below_its_case_is_found():
    (found,) = findings(Rule.ABOVE_MARKING, marking=Marking.CLEAR)
    assert found.where.field == "marking"


def test_nothing_is_above_a_classification_of_ones_own():
    assert not findings(Rule.ABOVE_MARKING, dossier=marked("clips"), classification="Official")


def test_a_note_of_no_marking_is_never_above():
    note = Note(case_id="c", text="Plain", created=CAPTURED, changed=CAPTURED)
    assert not findings(Rule.ABOVE_MARKING, dossier=with_rows(kupiansk(), "notes", note))
