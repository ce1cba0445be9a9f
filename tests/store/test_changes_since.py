"""A case as it was when a briefing was exported, read back from the journal."""

from datetime import UTC, datetime

import pytest

from caseboard.analysis import standing
from caseboard.commands.bin_clips import BinClips
from caseboard.commands.briefings import SaveBriefing, draft
from caseboard.commands.claims import AddReport
from caseboard.commands.editing import Edit
from caseboard.model.claim import Claim
from caseboard.model.terms import ClaimStatus
from caseboard.model.work import Briefing, BriefingExport
from caseboard.store import cases, changes_since, dossiers, history, net_changes
from caseworker import Casework


@pytest.fixture
def work(library, history):
    return Casework(library, history)


async def begun(work):
    """A case with one claim and a briefing; returns the claim and the briefing as it was."""
    case = work.read(cases.by_id, await work.open())
    claim = await work.claim(await work.clip())
    briefing = draft(case)
    briefing.judgements = ["It is likely."]
    await work.history.run(SaveBriefing(briefing))
    return claim, briefing


def exported(work, briefing):
    cut = work.read(history.cut)
    return BriefingExport(
        briefing_id=briefing.id,
        version=1,
        exported=datetime(2024, 11, 14, tzinfo=UTC),
        sha256="",
        bytes=0,
        name="brief.pdf",
        journal_seq=cut.seq,
        journal_head=cut.hash,
    )


def since(work, briefing, export):
    now = work.read(dossiers.read, work.case)
    return now, work.read(changes_since.read, now, briefing, export)


def refs(rows):
    return [row.ref.rpartition("-")[2] for row in rows]


async def test_what_came_in_since_was_not_there(work):
    claim, briefing = await begun(work)
    export = exported(work, briefing)
    clip = await work.clip(b"Another.", title="Map")
    await work.history.run(AddReport(work.case, claim, work.report(clip, "DeepState", (), "said")))
    now, before = since(work, briefing, export)

    assert (refs(now.clips), refs(before.dossier.clips)) == (["E001", "E002"], ["E001"])
    assert (len(now.reports), len(before.dossier.reports)) == (2, 1)
    was, is_now = standing.standings(before.dossier)[claim], standing.standings(now)[claim]
    assert was.status is ClaimStatus.SINGLE_SOURCE
    assert is_now.status is ClaimStatus.CORROBORATED


async def test_a_row_changed_since_is_as_it_was(work):
    claim, briefing = await begun(work)
    export = exported(work, briefing)
    for band in (3, 6):
        changes = {"band": band, "statement": f"Reworded {band}"}
        await work.history.run(Edit(Claim, claim, changes, "Assess claim", work.case))
    now, before = since(work, briefing, export)

    assert [(each.band, each.statement) for each in now.claims] == [(6, "Reworded 6")]
    assert [(each.band, each.statement) for each in before.dossier.claims] == [
        (None, "The attack was repelled")
    ]


async def test_what_was_binned_or_taken_back_since_was_there(work):
    claim, briefing = await begun(work)
    clip = await work.clip(b"Another.", title="Map")
    other = await work.claim(clip, "Two columns got in", "Two columns")
    export = exported(work, briefing)
    await work.history.undo(work.case)  # the second claim is gone altogether
    await work.history.run(BinClips(work.case, frozenset([clip])))
    now, before = since(work, briefing, export)

    assert [each.id for each in now.claims] == [claim]
    assert [each.id for each in before.dossier.claims] == [claim, other]
    assert refs(before.dossier.clips) == ["E001", "E002"]
    assert standing.standings(before.dossier)[other].status is ClaimStatus.SINGLE_SOURCE


async def test_what_was_changed_and_changed_back_is_no_change(work):
    claim, _briefing = await begun(work)
    seq = work.read(history.cut).seq
    await work.history.run(Edit(Claim, claim, {"band": 3}, "Assess claim", work.case))
    await work.history.undo(work.case)

    assert work.read(net_changes.of, {"claim"}, seq) == []


async def test_the_briefing_is_read_as_it_was(work):
    _claim, briefing = await begun(work)
    export = exported(work, briefing)
    reworded = Briefing(**{**briefing.model_dump(), "judgements": ["It is very likely."]})
    await work.history.run(SaveBriefing(reworded))
    _now, before = since(work, reworded, export)

    assert before.briefing.judgements == ["It is likely."]
    assert before.version == 1


async def test_rows_of_other_cases_stay_out(work):
    _claim, briefing = await begun(work)
    export = exported(work, briefing)
    mine = work.case
    await work.open("Another case")
    await work.claim(await work.clip(b"Elsewhere.", title="Elsewhere"))
    await work.history.undo(work.case)
    work.case = mine
    now, before = since(work, briefing, export)

    assert [claim.id for claim in before.dossier.claims] == [claim.id for claim in now.claims]
    assert refs(before.dossier.clips) == ["E001"]
