"""A case as it stood at the cut-off, with what was still open then."""

from dataclasses import replace
from datetime import timedelta

import pytest
from casework import CAPTURED, Casework

from caseboard.analysis.cutoff import before
from caseboard.model.claim import Quantity
from caseboard.model.inquiry import Consistency, Evidence, Gap
from caseboard.model.terms import Fit, QuantityKind
from caseboard.model.work import Layer


@pytest.fixture
def dossier():
    """Two claims that clash, the second of which rests on a clip that came a day later."""
    work = Casework()
    work.claim("C1")
    work.claim("C2")
    work.report("C1", "E001", "General Staff")
    work.report("C2", "E002", "DeepState")
    work.dispute("C1", "C2")
    work.rows["clips"][-1].captured = CAPTURED + timedelta(days=1)
    told = {"kind": QuantityKind.VEHICLES, "ordinal": 0, "low": 2.0}
    work.rows["quantities"] = [Quantity(report_id=f"r{n}", **told) for n in (0, 1)]
    work.rows["inquiry_evidence"] = [Evidence(inquiry_id="I", claim_id=c) for c in ("C1", "C2")]
    work.rows["consistencies"] = [
        Consistency(hypothesis_id="H1", claim_id=c, fit=Fit.NEUTRAL) for c in ("C1", "C2")
    ]
    asked = {"case_id": "case", "question": "?", "created": CAPTURED}
    work.rows["gaps"] = [
        Gap(ref="G1", claim_id="C1", **asked),
        Gap(ref="G2", claim_id="C2", **asked),
        Gap(ref="G3", dispute_id="C1 against C2", **asked),
        Gap(ref="G4", **asked),
    ]
    return work.dossier


def test_numbers_cells_and_gaps_go_with_the_claim_they_are_about(dossier):
    cut = before(dossier, CAPTURED)
    assert [quantity.report_id for quantity in cut.quantities] == ["r0"]
    assert [row.claim_id for row in cut.inquiry_evidence] == ["C1"]
    assert [cell.claim_id for cell in cut.consistencies] == ["C1"]
    assert cut.disputes == []
    assert [gap.ref for gap in cut.gaps] == ["G1", "G4"]


def test_later_nothing_of_them_is_left_out(dossier):
    assert before(dossier, CAPTURED + timedelta(days=2)) is dossier


def test_a_layer_that_was_published_later_is_left_out(dossier):
    told = {"known": "2024-11-14", "later": "2024-11-20", "ever": "", "unread": "last week"}
    layers = [
        Layer(id=name, case_id="case", ref=name, name=name, published=when)
        for name, when in told.items()
    ]
    whole = replace(dossier, layers=layers)
    for cut in (before(whole, CAPTURED), before(whole, CAPTURED + timedelta(days=2))):
        assert [layer.id for layer in cut.layers] == ["known", "ever", "unread"]
    assert before(whole, None) is whole
