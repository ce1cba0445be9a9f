"""What the journal says of a case's evidence."""

import pytest

from caseboard.commands.editing import Edit
from caseboard.model.clip import Clip
from caseboard.model.terms import ChangeKind
from caseboard.store import history as journal
from caseboard.store import records
from caseworker import Casework

EVER = 10**6


@pytest.fixture
def work(library, history):
    return Casework(library, history)


async def test_taking_in_and_reading_a_clip_are_deeds(work):
    await work.open()
    clip_id = await work.clip()
    done = work.read(records.done, work.case, EVER)

    assert [each.row.kind for each in done] == [ChangeKind.DO, ChangeKind.FOLLOW]
    assert all(each.clip_ids == (clip_id,) for each in done)
    assert [int(each.row.id) for each in done] == sorted(int(each.row.id) for each in done)


async def test_a_tag_is_no_deed_and_a_correction_is(work):
    await work.open()
    clip_id = await work.clip()
    await work.tag(clip_id)
    await work.history.run(Edit(Clip, clip_id, {"title": "Better"}, "Edit clip", work.case))

    assert [each.row.label for each in work.read(records.done, work.case, EVER)][2:] == [
        "Edit clip"
    ]


async def test_what_was_undone_stays_a_deed_beside_its_undoing(work):
    await work.open()
    clip_id = await work.clip()
    await work.history.run(Edit(Clip, clip_id, {"title": "Better"}, "Edit clip", work.case))
    await work.history.undo(work.case)

    kinds = [each.row.kind for each in work.read(records.done, work.case, EVER)]
    assert kinds[-2:] == [ChangeKind.DO, ChangeKind.UNDO]


async def test_clips_of_one_deed_stand_in_order_of_their_refs(work):
    await work.open()
    clip_ids = [await work.clip(), await work.clip(b"another", "another", "Another")]
    done = work.read(records.done, work.case, EVER)

    assert {clip_id for each in done for clip_id in each.clip_ids} == set(clip_ids)


async def test_what_came_later_is_left_out(work):
    await work.open()
    await work.clip()
    until = work.read(journal.cut).seq
    count = work.read(records.count, work.case, until)
    await work.clip(b"another", "another", "Another")

    assert len(work.read(records.done, work.case, until)) == 2
    assert work.read(records.count, work.case, until) == count
    assert work.read(records.count, work.case, EVER) == count + 2


async def test_another_case_is_another_record(work):
    await work.open()
    first = work.case
    await work.clip()
    await work.open("Another")

    assert work.read(records.done, work.case, EVER) == []
    assert work.read(records.collectors, work.case) == {}
    assert len(work.read(records.done, first, EVER)) == 2


async def test_who_collected_a_clip_is_known_where_it_was_written_down(work):
    await work.open()
    clip_id = await work.clip()
    assert work.read(records.collectors, work.case) in ({}, {clip_id: "tester"})
