"""What undo, redo and revert promise."""

import asyncio

import pytest
from sqlmodel import update

from caseboard.commands.bin_clips import BinClips
from caseboard.commands.cases import NewCase
from caseboard.commands.history import History
from caseboard.commands.notes import WriteNote
from caseboard.errors import CaseError
from caseboard.model.case import Case
from caseboard.model.ids import NoteId
from caseboard.store import cases, clips, verify
from caseboard.store import history as journal
from caseboard.store.journal import MovedOn
from caseworker import Casework


@pytest.fixture
def work(library, history):
    return Casework(library, history)


async def test_undo_takes_a_clip_back_with_what_was_read_from_it(work, history):
    case = await work.open()
    clip_id = await work.clip()
    assert await history.undo(case) == "Clip “Two accounts”"
    assert work.read(clips.view, clip_id) is None
    assert await history.redo(case) == "Clip “Two accounts”"
    assert work.read(clips.view, clip_id).clip.text


async def test_undo_takes_back_what_is_still_being_written(work, history):
    case = await work.open()
    await work.clip()
    note_id = NoteId("note")
    writing = asyncio.ensure_future(history.run(WriteNote(case, note_id, "It was quiet.")))
    await asyncio.sleep(0)  # asked for, and not on disk yet
    assert await history.undo(case) == "Write note"
    await writing
    assert work.read(cases.counts, case).notes == 0
    assert work.read(cases.counts, case).clips == 1


async def test_undo_works_after_a_restart(work, library):
    case = await work.open()
    clip_id = await work.clip()
    await work.tag(clip_id)
    again = History(library.database)
    assert await again.undo(case) == "Tag Kupiansk"
    assert work.read(cases.counts, case).locations == 0
    assert await History(library.database).redo(case) == "Tag Kupiansk"
    assert work.read(cases.counts, case).locations == 1


async def test_undo_stays_within_its_case(work, history):
    first = await work.open("First")
    await work.clip()
    second = await work.open("Second")
    assert await history.undo(second) is None
    assert await history.undo(first) == "Clip “Two accounts”"


async def test_revert_refuses_what_has_changed_again_since(work, history):
    case = await work.open()
    note = NoteId("note-1")
    first = await history.record(WriteNote(case, note, "one"))
    second = await history.record(WriteNote(case, note, "two"))
    await history.run(WriteNote(case, note, "three"))
    with pytest.raises(MovedOn, match="changed again"):
        await history.revert(second.change.seq)
    with pytest.raises(MovedOn):
        await history.revert(first.change.seq)


async def test_revert_takes_one_change_back_and_can_be_undone(work, history):
    case = await work.open()
    clip_id = await work.clip()
    await work.tag(clip_id)
    tagged = work.read(journal.ids, case)[0]
    await history.run(WriteNote(case, NoteId("note-1"), "later"))
    await history.revert(int(tagged))
    assert work.read(cases.counts, case).locations == 0
    await history.undo(case)
    assert work.read(cases.counts, case).locations == 1


async def test_what_something_else_rests_on_is_not_reverted(work, history):
    case = await work.open()
    clip_id = await work.clip()
    clipped = int(work.read(journal.ids, case)[-1])
    await work.tag(clip_id)
    with pytest.raises(CaseError, match="rests on"):
        await history.revert(clipped)
    assert work.read(verify.library, work.library.files) == []


async def test_a_command_that_fails_leaves_no_trace(work, history):
    case = await work.open()

    class Broken(NewCase):
        def do(self, session):
            super().do(session)
            raise OSError("disk full")

    with pytest.raises(OSError, match="disk full"):
        await history.run(Broken("Half"))
    assert [card.case.id for card in work.read(cases.cards)] == [case]


async def test_views_hear_what_was_touched(work, history):
    heard = []
    history.changed.connect(heard.append)
    case = await work.open()
    clip_id = await work.clip()
    await work.tag(clip_id)
    tagged = heard[-1]
    assert tagged.case_id == case
    assert set(tagged.touched) == {"anchor", "location", "tag"}
    assert "tag" in tagged.moved


async def test_nothing_is_written_where_nothing_changes(work, history):
    case = await work.open()
    note = NoteId("note-1")
    await history.run(WriteNote(case, note, "same"))
    written = await history.record(WriteNote(case, note, "same"))
    assert written.change is None


async def test_binning_a_clip_takes_its_claims_along_and_undo_brings_all_back(work, history):
    case = await work.open()
    clip_id = await work.clip()
    first = await work.claim(clip_id)
    second = await work.claim(clip_id, "Two columns got in", "Two columns")
    await work.dispute(first, second)
    await history.run(BinClips(case, frozenset({clip_id})))
    counts = work.read(cases.counts, case)
    assert (counts.clips, counts.claims, counts.open_disputes) == (0, 0, 0)
    await history.undo(case)
    counts = work.read(cases.counts, case)
    assert (counts.clips, counts.claims, counts.open_disputes) == (1, 2, 1)


async def test_a_write_past_the_journal_is_a_bug(work, history):
    class Sneaky:
        label, case_id = "sneaky", None

        def do(self, session):
            session.exec(update(Case).values(title="changed"))

    await work.open()
    with pytest.raises(RuntimeError, match="journal would not see"):
        await history.run(Sneaky())
