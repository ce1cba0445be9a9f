"""Gaps by commands: asked, edited, answered, dropped, opened again, binned."""

import pytest

from caseboard.commands.claims import BinClaim
from caseboard.commands.gaps import AddGap, AnswerGap, BinGap, DropGap, EditGap, ReopenGap
from caseboard.errors import CaseError
from caseboard.model.terms import GapStatus
from caseboard.store import cases, gaps
from caseboard.store.gaps import Target
from caseworker import Casework

QUESTION = "Is there imagery of 13 November?"


@pytest.fixture
def work(library, history):
    return Casework(library, history)


async def asked(work, **more):
    await work.open()
    claim_id = await work.claim(await work.clip())
    return claim_id, await work.history.run(AddGap(work.case, QUESTION, **more))


def row(work, gap_id):
    return work.read(gaps.by_id, gap_id)


def open_gaps(work):
    return work.read(cases.counts, work.case).gaps


async def test_a_gap_is_numbered_in_its_case_and_numbers_are_not_used_again(work, history):
    _claim, first = await asked(work)
    assert row(work, first).gap.ref.endswith("-G1")
    await history.run(BinGap(work.case, first))
    second = await history.run(AddGap(work.case, "Who filmed it?"))
    assert row(work, second).gap.ref.endswith("-G2")


async def test_a_gap_is_of_a_claim_a_dispute_or_nothing(work, history):
    await work.open()
    clip = await work.clip()
    one = await work.claim(clip)
    other = await work.claim(clip, "Two columns entered", "Two columns")
    dispute = await work.dispute(one, other)
    for target in (Target("claim", one), Target("dispute", dispute), None):
        gap_id = await history.run(AddGap(work.case, QUESTION, target=target))
        assert gaps.target_of(row(work, gap_id).gap) == target


async def test_editing_moves_a_gap_from_one_target_to_another(work, history):
    claim, gap_id = await asked(work)
    target = Target("claim", claim)
    edit = EditGap(
        work.case, gap_id, "Who saw it?", "Entry: from even chance", target, "2026-12-01"
    )
    await history.run(edit)
    gap = row(work, gap_id).gap
    assert (gap.question, gap.changes, gap.due) == (edit.question, edit.changes, edit.due)
    assert gap.claim_id == claim
    await history.run(EditGap(work.case, gap_id, "Who saw it?"))
    assert gaps.target_of(row(work, gap_id).gap) is None
    assert (await history.record(EditGap(work.case, gap_id, "Who saw it?"))).change is None


async def test_answering_closes_a_gap_and_undo_opens_it(work, history):
    _claim, gap_id = await asked(work)
    assert open_gaps(work) == 1
    await history.run(AnswerGap(work.case, gap_id, " Yes, of the rail bridge. "))
    gap = row(work, gap_id).gap
    assert (gap.status, gap.answer) == (GapStatus.ANSWERED, "Yes, of the rail bridge.")
    assert gap.closed is not None
    assert open_gaps(work) == 0
    await history.undo(work.case)
    gap = row(work, gap_id).gap
    assert (gap.status, gap.answer, gap.closed) == (GapStatus.OPEN, "", None)


async def test_a_gap_is_dropped_with_a_reason_and_can_be_opened_again(work, history):
    _claim, gap_id = await asked(work)
    await history.run(DropGap(work.case, gap_id, "No satellite passed"))
    assert row(work, gap_id).gap.status is GapStatus.DROPPED
    await history.run(ReopenGap(work.case, gap_id))
    gap = row(work, gap_id).gap
    assert (gap.status, gap.answer, gap.closed) == (GapStatus.OPEN, "No satellite passed", None)


async def test_a_binned_gap_is_gone_and_comes_back_by_undo(work, history):
    _claim, gap_id = await asked(work)
    await history.run(BinGap(work.case, gap_id))
    assert row(work, gap_id) is None
    assert work.read(gaps.ids, work.case) == []
    await history.undo(work.case)
    assert work.read(gaps.ids, work.case) == [gap_id]


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"question": "  "}, "needs a question"),
        ({"due": "14 Nov"}, "is not a day"),
        ({"due": "2026-02-30"}, "is not a day"),
        ({"due": "20261114"}, "is not a day"),
    ],
)
async def test_what_cannot_be_a_gap_is_refused_in_words(work, history, more, words):
    await work.open()
    with pytest.raises(CaseError, match=words):
        await history.run(AddGap(**{"case_id": work.case, "question": QUESTION, **more}))
    assert open_gaps(work) == 0


@pytest.mark.parametrize("close", [AnswerGap, DropGap])
async def test_a_gap_is_not_closed_without_words(work, history, close):
    _claim, gap_id = await asked(work)
    with pytest.raises(CaseError):
        await history.run(close(work.case, gap_id, " "))
    assert row(work, gap_id).gap.status is GapStatus.OPEN


async def test_a_gap_is_not_aimed_at_what_is_gone_but_keeps_what_it_had(work, history):
    claim, gap_id = await asked(work)
    target = Target("claim", claim)
    await history.run(EditGap(work.case, gap_id, QUESTION, target=target))
    await history.run(BinClaim(work.case, claim))
    with pytest.raises(CaseError):
        await history.run(AddGap(work.case, QUESTION, target=target))
    await history.run(EditGap(work.case, gap_id, "Who saw it?", target=target))
    after = row(work, gap_id)
    assert after.gap.question == "Who saw it?"
    assert after.target.is_binned


async def test_a_gap_of_another_case_is_none_of_this_one(work, history):
    claim, _gap = await asked(work)
    await work.open("Another approach")
    with pytest.raises(CaseError, match="another case"):
        await history.run(AddGap(work.case, QUESTION, target=Target("claim", claim)))
