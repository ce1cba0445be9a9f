"""A case narrowed to what one briefing is about."""

from dataclasses import replace

import pytest
from casework import CAPTURED, Casework

from caseboard.analysis.narrowing import to_subject
from caseboard.model.inquiry import Evidence, Gap, Hypothesis, Inquiry
from caseboard.model.refs import short
from caseboard.model.work import Briefing, Note


@pytest.fixture
def dossier():
    """C1 against C2, told in E001 and E002; C3 in E003, which E001 speaks of too; E004 alone."""
    work = Casework()
    for ref in ("C1", "C2", "C3"):
        work.claim(ref)
    work.report("C1", "E001", "General Staff")
    work.report("C2", "E002", "DeepState")
    work.report("C3", "E003", "Kyiv Independent")
    work.report("C3", "E001", "General Staff")
    work.clip("E004")
    work.dispute("C1", "C2")
    work.position("Khartia", "Lyptsi", "2024-05-05", "E003")
    asked = {"case_id": "case", "question": "?", "created": CAPTURED}
    written = {"case_id": "case", "created": CAPTURED, "changed": CAPTURED}
    return replace(
        work.dossier,
        gaps=[
            Gap(ref="G1", claim_id="C3", **asked),
            Gap(ref="G2", dispute_id="C1 against C2", **asked),
            Gap(ref="G3", **asked),
            Gap(ref="G4", hypothesis_id="H", **asked),
        ],
        inquiries=[Inquiry(id="I", case_id="case", question="?")],
        hypotheses=[
            Hypothesis(id="H", case_id="case", inquiry_id="I", ref="x-H1", statement="?", ordinal=0)
        ],
        inquiry_evidence=[Evidence(inquiry_id="I", claim_id="C3")],
        notes=[
            Note(text="On the third [[E3]].", **written),
            Note(text="On the first.", clip_id="E001", **written),
            Note(text="On nothing.", **written),
        ],
    )


def about(*subject, **more):
    return Briefing(case_id="case", title="Part", subject=list(subject), **more)


def refs(rows):
    return [short(row.ref) for row in rows]


def test_a_briefing_of_the_whole_case_has_the_whole_case(dossier):
    assert to_subject(dossier, about()) is dossier


def test_a_clip_comes_with_what_is_said_in_it_alone(dossier):
    found = to_subject(dossier, about("E001"))

    assert (refs(found.clips), refs(found.claims)) == (["E001"], ["C1", "C3"])
    assert {report.anchor_id for report in found.reports} == {"at E001"}
    assert found.disputes == []
    assert [source.name for source in found.sources] == ["General Staff"]


@pytest.mark.parametrize("ref", ["E003", "e3", "KUP-2024-11-E003"])
def test_a_subject_may_be_written_in_several_ways(dossier, ref):
    found = to_subject(dossier, about(ref))

    assert (refs(found.clips), refs(found.claims)) == (["E003"], ["C3"])
    assert [unit.name for unit in found.units] == ["Khartia"]


def test_a_claim_comes_with_its_dispute_and_every_voice(dossier):
    found = to_subject(dossier, about("C1"))

    assert (refs(found.clips), refs(found.claims)) == (["E001", "E002"], ["C1", "C2"])
    assert len(found.disputes) == 1
    assert found.units == []


def test_what_the_text_cites_can_be_cited(dossier):
    found = to_subject(dossier, about("E002", bottom_line="Not so [[E004]], nor so [[C3]]."))

    assert refs(found.clips) == ["E001", "E002", "E003", "E004"]
    assert "C3" in refs(found.claims)


def test_gaps_inquiries_and_notes_stay_where_they_touch_it(dossier):
    first, second = to_subject(dossier, about("C1")), to_subject(dossier, about("E003"))

    assert (refs(first.gaps), refs(second.gaps)) == (["G2"], ["G1", "G4"])
    assert (len(first.inquiries), len(second.hypotheses)) == (0, 1)
    assert [note.text for note in first.notes] == ["On the first."]
    assert [note.text for note in second.notes] == ["On the third [[E3]]."]


def test_a_subject_that_is_not_in_the_case_leaves_nothing(dossier):
    found = to_subject(dossier, about("E999"))

    assert not any((found.clips, found.claims, found.sources, found.notes, found.gaps))
