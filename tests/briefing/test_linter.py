"""The linter as a whole: a clean briefing, the order of what it finds, and where that is."""

import pytest
from briefing_cases import EXPORTED, PICTURES, TOOL, briefing, compose, empty, hostile, kupiansk
from lintwork import clean, findings, stretch

from caseboard.analysis.standing import standings
from caseboard.briefing import linter
from caseboard.briefing.linter.finding import Rule
from caseboard.briefing.walk import anchors_of
from caseboard.i18n import speaking

MANY = [
    "Something happened without a source.",
    "It is likely and very likely that more will come [[C1]] [[C2]] [[E099]].",
]


def test_nothing_is_found_in_a_sound_briefing():
    assert findings() == []


def test_findings_come_in_the_order_one_reads():
    found = findings(judgements=MANY, bottom_line="No source at all.", confidence_basis="[[X9]]")
    fields = [(each.where.field, each.where.index) for each in found]
    assert fields == sorted(
        fields, key=[("bottom_line", 0), ("judgements", 0), ("judgements", 1),
                     ("confidence_basis", 0)].index
    )  # fmt: skip
    assert len(set(fields)) == 4


def test_every_stretch_is_of_the_text_it_names():
    text = MANY[1]
    stretches = [
        stretch(each, text)
        for each in findings(judgements=MANY)
        if each.where.index and each.where.end
    ]
    assert stretches
    assert all(words and words in text for words in stretches)


def test_no_finding_leads_to_where_nothing_is():
    dossier, written = kupiansk(), clean(judgements=MANY, bottom_line="Nothing.")
    held = standings(dossier)
    made = compose(dossier, written, PICTURES, held, exported=EXPORTED, program=TOOL)
    found = linter.findings(dossier, written, held, made)
    assert found
    assert {each.where.anchor for each in found} - {""} <= anchors_of(made)
    assert any(each.where.anchor for each in found)


def test_a_section_that_is_off_is_not_read():
    off = [{"kind": "judgements", "on": False}, {"kind": "bottom_line", "on": True}]
    assert findings(judgements=MANY, sections=off) == []


def test_it_speaks_the_language_of_who_asks():
    with speaking("uk"):
        told = {each.words for each in findings(judgements=MANY, language="en")}
    assert told  # the words of the catalogue are its own tests'
    assert {each.rule for each in findings(judgements=MANY)} >= {Rule.UNCITED, Rule.LIKELIHOOD}


def test_finding_takes_no_row_to_be_changed():
    dossier = kupiansk()
    before = [row.model_dump() for row in (*dossier.clips, *dossier.claims, *dossier.notes)]
    findings(dossier=dossier, judgements=MANY)
    assert before == [row.model_dump() for row in (*dossier.clips, *dossier.claims, *dossier.notes)]


@pytest.mark.parametrize("dossier", [hostile(), empty()])
def test_any_case_can_be_read(dossier):
    rough = briefing(
        dossier.case,
        sections=[{"kind": None}, {"on": True}, {"kind": "situation", "on": True, "marking": 7}],
        texts={"situation": "[[", "of a later version": 3},
        assumptions=[{"is_linchpin": True}],
    )
    found = linter.findings(dossier, rough, standings(dossier))
    assert all(each.words and each.where for each in found)
