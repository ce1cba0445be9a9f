"""Editing reports and describing clips by commands."""

import pytest

from caseboard.commands.describing import DescribeClip
from caseboard.commands.reports import EditReport
from caseboard.commands.sources import Named
from caseboard.errors import CaseError
from caseboard.model.terms import Credibility, SourceKind, Stance
from caseboard.store import clips, evidence
from caseworker import Casework


@pytest.fixture
def work(library, history):
    return Casework(library, history)


async def reported(work):
    await work.open()
    clip_id = await work.clip()
    claim_id = await work.claim(clip_id)
    return work.read(evidence.reports_of, claim_id)[0]


def edit(work, view, **changes):
    said = {
        "stance": view.report.stance,
        "claimant": view.claimant.id,
        "relays": tuple(relay.id for relay in view.relays),
        **changes,
    }
    return EditReport(work.case, view.report.id, **said)


async def test_a_report_takes_another_claimant_and_other_relays(work, history):
    view = await reported(work)
    change = edit(
        work,
        view,
        stance=Stance.CONTRADICTS,
        claimant=Named("DeepState", SourceKind.MONITOR),
        relays=(Named("Kyiv Wire"), view.relays[0].id),
        credibility=Credibility.POSSIBLE,
        credibility_reason="One account",
    )
    await history.run(change)
    after = work.read(evidence.report, view.report.id)
    assert (after.report.stance, after.claimant.name) == (Stance.CONTRADICTS, "DeepState")
    assert [relay.name for relay in after.relays] == ["Kyiv Wire", "Ukrinform"]
    assert after.report.credibility is Credibility.POSSIBLE


async def test_relays_can_be_taken_away_and_undo_brings_them_back(work, history):
    view = await reported(work)
    await history.run(edit(work, view, relays=()))
    assert not work.read(evidence.report, view.report.id).relays
    await history.undo(work.case)
    assert [r.name for r in work.read(evidence.report, view.report.id).relays] == ["Ukrinform"]


async def test_editing_nothing_writes_nothing(work, history):
    view = await reported(work)
    assert (await history.record(edit(work, view))).change is None


async def test_a_time_that_is_none_is_refused(work, history):
    view = await reported(work)
    with pytest.raises(CaseError):
        await history.run(edit(work, view, said_when="yesterday"))


async def test_a_clip_is_described_with_its_source_by_name(work, history):
    await work.open()
    clip_id = await work.clip()
    changes = {"title": "Two accounts, again", "published": "2024-11-14"}
    await history.run(DescribeClip(work.case, clip_id, changes, Named("Daily Courier")))
    view = work.read(clips.view, clip_id)
    assert (view.clip.title, view.clip.published) == ("Two accounts, again", "2024-11-14")
    assert view.source.name == "Daily Courier"
    await history.run(DescribeClip(work.case, clip_id, {}, None))
    assert work.read(clips.view, clip_id).source is None
