"""A dispute is laid to rest for a reason, and how it stood over time can be read."""

import pytest

from caseboard.commands.dispute_status import SetDisputeStatus
from caseboard.commands.editing import Edit
from caseboard.errors import CaseError
from caseboard.model.claim import Dispute
from caseboard.model.terms import DisputeStatus
from caseboard.store import cases, dispute_history
from caseworker import Casework

OPEN, RECONCILED, SETTLED = DisputeStatus


@pytest.fixture
def work(library, history):
    return Casework(library, history)


async def disputed(work):
    await work.open()
    clip_id = await work.clip()
    one = await work.claim(clip_id)
    other = await work.claim(clip_id, "Two columns got in", exact="Two columns")
    work.dispute_id = await work.dispute(one, other)


def over_time(work):
    held = work.read(dispute_history.of, work.dispute_id)
    return [(each.status, each.reason) for each in held]


def set_to(work, status, reason=""):
    return work.history.run(SetDisputeStatus(work.case, work.dispute_id, status, reason))


async def test_a_dispute_goes_through_its_states_and_each_is_known_afterwards(work):
    await disputed(work)
    assert over_time(work) == [(OPEN, "")]
    await set_to(work, RECONCILED, "They entered and\nwere driven out.")
    await set_to(work, OPEN, "Pictures show them there at noon.")
    await set_to(work, SETTLED, "The map was right.")
    assert over_time(work) == [
        (OPEN, ""),
        (RECONCILED, "They entered and were driven out."),
        (OPEN, "Pictures show them there at noon."),
        (SETTLED, "The map was right."),
    ]
    (first, *_more) = work.read(dispute_history.of, work.dispute_id)
    assert first.who == "tester"
    assert first.since.utcoffset().total_seconds() == 0


@pytest.mark.parametrize("status", [RECONCILED, SETTLED])
async def test_it_is_not_laid_to_rest_without_a_reason(work, status):
    await disputed(work)
    with pytest.raises(CaseError, match="for a reason"):
        await set_to(work, status, " \n ")
    assert over_time(work) == [(OPEN, "")]


async def test_only_open_disputes_are_counted(work):
    await disputed(work)
    assert work.read(cases.counts, work.case).open_disputes == 1
    await set_to(work, RECONCILED, "Both hold.")
    assert work.read(cases.counts, work.case).open_disputes == 0


async def test_what_was_undone_is_no_part_of_how_it_stood(work, history):
    await disputed(work)
    await set_to(work, RECONCILED, "Both hold.")
    await history.undo(work.case)
    assert over_time(work) == [(OPEN, "")]
    await history.redo(work.case)
    assert over_time(work) == [(OPEN, ""), (RECONCILED, "Both hold.")]


async def test_a_dispute_that_came_back_begins_anew(work, history):
    await disputed(work)
    await history.undo(work.case)
    assert over_time(work) == []
    await history.redo(work.case)
    assert over_time(work) == [(OPEN, "")]


async def test_other_words_of_a_reason_are_a_line_of_their_own(work, history):
    await disputed(work)
    await set_to(work, RECONCILED, "Both hold.")
    await set_to(work, RECONCILED, "Both hold, the map says now.")
    edit = Edit(Dispute, work.dispute_id, {"both_could_hold": "Yes"}, "Edit", work.case)
    await history.run(edit)
    assert over_time(work)[1:] == [
        (RECONCILED, "Both hold."),
        (RECONCILED, "Both hold, the map says now."),
    ]
