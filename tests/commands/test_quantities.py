"""The numbers of a report, set by commands."""

import pytest

from caseboard.commands.claims import AddClaim, BinClaim
from caseboard.commands.quantities import QuantityDraft, SetQuantities
from caseboard.commands.reports import EditReport
from caseboard.errors import CaseError
from caseboard.model.terms import Measure, QuantityKind
from caseboard.store import evidence
from caseworker import Casework

VEHICLES = QuantityDraft(QuantityKind.VEHICLES, 12, 15, "armoured vehicles")
ATTACKS = QuantityDraft(QuantityKind.ATTACKS, 8, 8, is_approximate=True)
WAY = QuantityDraft(QuantityKind.DISTANCE, 2, 3, measure=Measure.KILOMETRE)


@pytest.fixture
def work(library, history):
    return Casework(library, history)


async def reported(work):
    await work.open()
    claim_id = await work.claim(await work.clip())
    return work.read(evidence.reports_of, claim_id)[0]


def told(work, report_id):
    view = work.read(evidence.report, report_id)
    return [(q.kind, q.low, q.high, q.what, q.measure) for q in view.quantities]


def row(draft):
    return (draft.kind, draft.low, draft.high, draft.what, draft.measure)


async def test_a_report_keeps_its_numbers_in_order(work, history):
    view = await reported(work)
    await history.run(SetQuantities(work.case, view.report.id, (VEHICLES, ATTACKS, WAY)))
    assert told(work, view.report.id) == [row(VEHICLES), row(ATTACKS), row(WAY)]


async def test_undo_and_redo_take_the_numbers_away_and_bring_them_back(work, history):
    view = await reported(work)
    await history.run(SetQuantities(work.case, view.report.id, (VEHICLES, ATTACKS)))
    await history.run(SetQuantities(work.case, view.report.id, (WAY,)))
    assert told(work, view.report.id) == [row(WAY)]
    await history.undo(work.case)
    assert told(work, view.report.id) == [row(VEHICLES), row(ATTACKS)]
    await history.redo(work.case)
    assert told(work, view.report.id) == [row(WAY)]


async def test_setting_what_is_there_already_writes_nothing(work, history):
    view = await reported(work)
    await history.run(SetQuantities(work.case, view.report.id, (VEHICLES,)))
    again = SetQuantities(work.case, view.report.id, (VEHICLES,))
    assert (await history.record(again)).change is None


async def test_a_claim_is_added_with_the_numbers_of_its_report(work, history):
    await work.open()
    clip_id = await work.clip()
    base = work.report(clip_id)
    draft = type(base)(base.clip_id, base.place, base.stance, base.claimant, quantities=(VEHICLES,))
    claim_id = await history.run(AddClaim(work.case, "Vehicles were lost", draft))
    (view,) = work.read(evidence.reports_of, claim_id)
    assert told(work, view.report.id) == [row(VEHICLES)]


async def test_editing_a_report_leaves_its_numbers_unless_told_otherwise(work, history):
    view = await reported(work)
    await history.run(SetQuantities(work.case, view.report.id, (VEHICLES,)))
    said = (work.case, view.report.id, view.report.stance, view.claimant.id)
    await history.run(EditReport(*said, verb="claimed"))
    assert told(work, view.report.id) == [row(VEHICLES)]
    await history.run(EditReport(*said, quantities=(ATTACKS,)))
    assert told(work, view.report.id) == [row(ATTACKS)]


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        (QuantityDraft(QuantityKind.KILLED), "needs a number"),
        (QuantityDraft(QuantityKind.KILLED, 5, 3), "least is more"),
        (QuantityDraft(QuantityKind.KILLED, -1), "from 0 on"),
        (QuantityDraft(QuantityKind.KILLED, high=float("inf")), "from 0 on"),
        (QuantityDraft(QuantityKind.KILLED, 3, measure=Measure.KILOMETRE), "Only distances"),
        (QuantityDraft(QuantityKind.DISTANCE, 3), "A distance is told"),
        (QuantityDraft(QuantityKind.DISTANCE, 3, measure=Measure.HECTARE), "A distance is told"),
        (QuantityDraft(QuantityKind.AREA, 3, measure=Measure.MILE), "An area is told"),
    ],
)
async def test_what_is_no_quantity_is_refused_in_words(work, history, wrong, words):
    view = await reported(work)
    with pytest.raises(CaseError, match=words):
        await history.run(SetQuantities(work.case, view.report.id, (VEHICLES, wrong)))
    assert told(work, view.report.id) == []


async def test_a_report_in_the_bin_takes_no_numbers(work, history):
    view = await reported(work)
    await history.run(BinClaim(work.case, view.claim.id))
    with pytest.raises(CaseError, match="no longer in the case"):
        await history.run(SetQuantities(work.case, view.report.id, (VEHICLES,)))
