"""The task list of a case."""

from functools import partial

import pytest

from caseboard.commands.gaps import AddGap, AnswerGap
from caseboard.store import gaps, references
from caseboard.store.gaps import Order, Target
from caseworker import Casework

ALL = partial(gaps.ids, with_closed=True)


@pytest.fixture
def work(library, history):
    return Casework(library, history)


async def add(work, question, **more):
    return await work.history.run(AddGap(work.case, question, **more))


async def test_gaps_are_listed_by_day_and_those_without_one_come_last(work):
    await work.open()
    undated = await add(work, "Who filmed it?")
    later = await add(work, "Which brigade?", due="2026-12-05")
    sooner = await add(work, "Was the bridge up?", due="2026-11-30")
    assert work.read(gaps.ids, work.case) == [sooner, later, undated]
    newest = await add(work, "Who saw it?", due="2027-01-01")
    by_age = work.read(gaps.ids, work.case, "", Order.NEWEST)
    assert by_age == [newest, sooner, later, undated]


async def test_answered_gaps_are_listed_only_when_asked_for_and_last(work):
    await work.open()
    answered = await add(work, "Who filmed it?", due="2026-11-01")
    still = await add(work, "Which brigade?", due="2026-12-05")
    await work.history.run(AnswerGap(work.case, answered, "A local channel"))
    assert work.read(gaps.ids, work.case) == [still]
    assert work.read(ALL, work.case) == [still, answered]


async def test_a_gap_is_found_by_its_words_its_ref_and_its_answer(work):
    await work.open()
    gap_id = await add(work, "Хто зняв відео?", changes="Entry")
    await add(work, "Which brigade?")
    await work.history.run(AnswerGap(work.case, gap_id, "A local channel"))
    for typed in ("зняв", "entry", "g1", "LOCAL"):
        assert work.read(ALL, work.case, typed) == [gap_id]


async def test_targets_are_called_by_ref_and_words(work):
    await work.open()
    clip = await work.clip()
    one = await work.claim(clip)
    other = await work.claim(clip, "Two columns entered", "Two columns")
    dispute = await work.dispute(one, other)
    offered = work.read(gaps.targets, work.case)
    assert [(each.ref, each.target) for each in offered] == [
        ("C1", Target("claim", one)),
        ("C2", Target("claim", other)),
        ("C1 / C2", Target("dispute", dispute)),
    ]
    gap_id = await add(work, "Is there imagery?", target=Target("dispute", dispute))
    row = work.read(gaps.rows, [gap_id])[gap_id]
    assert row.target.title == "The attack was repelled / Two columns entered"
    assert work.read(gaps.claim_beside, dispute) == one


async def test_a_gap_can_be_linked_to(work):
    await work.open()
    gap_id = await add(work, "Is there imagery?")
    found = work.read(references.find, work.case, "g1")
    assert (found.table, found.row_id, found.title) == ("gap", gap_id, "Is there imagery?")
