"""What goes with what is left out, and what stays."""

from dataclasses import replace

import pytest
from casework import CAPTURED, Casework

from caseboard.analysis import omitting
from caseboard.analysis.omitting import Omitted, without
from caseboard.model.clip import Anchor, Tag
from caseboard.model.collection import Syndication
from caseboard.model.inquiry import Gap
from caseboard.model.terms import AnchorKind, LayerKind
from caseboard.model.work import Georeference, Layer, Note


@pytest.fixture
def work():
    """C1 is told of in two clips, C2 in the second alone; they stand in dispute."""
    work = Casework()
    work.claim("C1")
    work.claim("C2")
    work.report("C1", "E001", "General Staff", ["Ukrinform"])
    work.report("C1", "E002", "DeepState")
    work.report("C2", "E002", "DeepState")
    work.dispute("C1", "C2")
    return work


def ids(rows):
    return [row.id for row in rows]


def test_a_claim_stays_while_anybody_speaks_of_it(work):
    kept = without(work.dossier, Omitted({"E002"}))
    assert ids(kept.claims) == ["C1"]
    assert ids(kept.reports) == ["r0"]
    assert ids(kept.sources) == ["General Staff", "Ukrinform"]
    assert not kept.disputes
    assert not without(work.dossier, Omitted({"E001", "E002"})).claims


def test_a_claim_left_out_takes_its_reports_and_its_dispute(work):
    kept = without(work.dossier, Omitted(claims={"C1"}))
    assert ids(kept.claims) == ["C2"]
    assert ids(kept.reports) == ["r2"]
    assert not kept.disputes
    assert not kept.relays
    assert ids(kept.clips) == ["E001", "E002"]


def test_nothing_of_the_whole_is_changed(work):
    whole = work.dossier
    before = [row.model_dump() for row in (*whole.clips, *whole.claims, *whole.reports)]
    without(whole, Omitted({"E001", "E002"}))
    assert before == [row.model_dump() for row in (*whole.clips, *whole.claims, *whole.reports)]
    assert ids(without(whole, Omitted()).reports) == ids(whole.reports)


def test_a_gap_goes_with_what_it_asks_about(work):
    asked = {"case_id": "case", "question": "?", "created": CAPTURED}
    gaps = [Gap(ref="G1", claim_id="C1", **asked), Gap(ref="G2", **asked)]
    kept = without(replace(work.dossier, gaps=gaps), Omitted(claims={"C1"}))
    assert [gap.ref for gap in kept.gaps] == ["G2"]


def test_a_word_on_two_clips_goes_with_either(work):
    word = Syndication(case_id="case", clip_a_id="E001", clip_b_id="E002", is_same_origin=True)
    whole = replace(work.dossier, syndications=[word])
    assert without(whole, Omitted(claims={"C1"})).syndications == [word]
    assert not without(whole, Omitted({"E001"})).syndications


def test_a_traced_layer_rests_on_its_picture_and_a_change_on_its_layers(work):
    placed = Georeference(id="g", case_id="case", clip_id="E001", file_id="f")
    rows = {"case_id": "case", "name": ""}
    layers = [
        Layer(id="traced", ref="L1", kind=LayerKind.TRACED, georeference_id="g", **rows),
        Layer(id="drawn", ref="L2", **rows),
        Layer(id="change", ref="L3", derived_from=["drawn", "traced"], **rows),
    ]
    whole = replace(work.dossier, layers=layers, georeferences=[placed])
    assert ids(omitting.resting_layers(whole, set())) == ["traced", "drawn", "change"]
    assert ids(omitting.resting_layers(whole, {"drawn"})) == ["traced"]
    kept = without(whole, Omitted({"E001"}))
    assert ids(omitting.resting_layers(kept, set())) == ["drawn"]


def test_a_note_rests_on_its_clip_and_its_place(work):
    said = {"case_id": "case", "created": CAPTURED, "changed": CAPTURED}
    notes = [
        Note(id="free", **said),
        Note(id="on E001", clip_id="E001", **said),
        Note(id="at E002", anchor_id="at E002", **said),
    ]
    whole = replace(work.dossier, notes=notes)
    assert ids(omitting.resting_notes(whole, {"free"})) == ["on E001", "at E002"]
    kept = without(whole, Omitted({"E002"}))
    assert ids(omitting.resting_notes(kept, set())) == ["free", "on E001"]


def test_an_anchor_goes_with_all_that_stood_at_it(work):
    mark = Anchor(id="mark", clip_id="E001", kind=AnchorKind.TEXT, exact="x", start=0, end=1)
    tag = Tag(id="tag", anchor_id="at E001", keyword="bridge")
    whole = replace(work.dossier, anchors=[*work.dossier.anchors, mark], tags=[tag])
    less = replace(whole, reports=whole.reports[1:])
    assert ids(omitting.resting_anchors(whole, less)) == ["at E001", "at E002", "mark"]
    bare = replace(less, tags=[])
    assert ids(omitting.resting_anchors(whole, bare)) == ["at E002", "mark"]
