"""Many files are taken in in batches; cancelled, what is in stays in."""

import os

import pytest

from caseboard.capture.drop import Drop
from caseboard.capture.reading import Unreadable
from caseboard.capture.worker import Worker
from caseboard.commands import folders
from caseboard.commands.folders import BATCH
from caseboard.commands.taking_in import TakingIn
from caseboard.model.terms import ClipKind, ClipState, Method
from caseboard.runtime.jobs import Jobs
from caseboard.store import clips
from caseworker import Casework


class Idle:
    """A worker that reads nothing."""

    def read(self, *_args, **_kwargs):
        raise Unreadable("Not read.")


@pytest.fixture
def work(library, history):
    return Casework(library, history)


@pytest.fixture
def jobs():
    return Jobs()


@pytest.fixture
def taking_in(work, jobs):
    return TakingIn(work.library, work.history, Idle(), jobs)


@pytest.fixture
def many(tmp_path):
    folder = tmp_path / "evidence"
    folder.mkdir()
    for number in range(BATCH * 2 + 5):
        (folder / f"{number:04}.txt").write_text(f"Words {number}")
    return folder


def drop_of(walked):
    return Drop(files=tuple(walked.files), method=Method.FILE)


def listed(work):
    return work.read(clips.ids, work.case)


async def test_a_folder_is_taken_in_whole_and_each_batch_undone_by_itself(
    work, taking_in, jobs, many
):
    await work.open()
    walked = await folders.look(jobs, [many])
    taken = await folders.take(jobs, taking_in, work.case, drop_of(walked))
    await taking_in.settled()
    assert len(taken.clip_ids) == len(listed(work)) == BATCH * 2 + 5
    await work.history.undo(work.case)
    assert len(listed(work)) == BATCH * 2


async def test_looking_is_a_job_that_says_how_far_it_is(jobs, many):
    stages = []
    jobs.changed.connect(
        lambda all_: [job.changed.connect(lambda j: stages.append(j.stage)) for job in all_.running]
    )
    walked = await folders.look(jobs, [many])
    assert len(walked.files) == BATCH * 2 + 5
    assert any(stage.startswith("Looking through the folder: ") for stage in stages)


async def test_a_look_that_is_stopped_finds_nothing(jobs, many):
    jobs.changed.connect(lambda all_: [job.cancel() for job in all_.running])
    walked = await folders.look(jobs, [many])
    assert (walked.files, walked.is_stopped) == ([], True)


async def test_a_file_alone_is_no_job(jobs, many):
    seen = []
    jobs.changed.connect(seen.append)
    walked = await folders.look(jobs, [many / "0000.txt"])
    assert (len(walked.files), seen) == (1, [])


async def test_taking_that_is_stopped_keeps_what_is_in(work, taking_in, jobs, many):
    await work.open()
    walked = await folders.look(jobs, [many])

    def on_step(job):
        if job.done == BATCH:
            job.cancel()

    jobs.changed.connect(lambda all_: [job.changed.connect(on_step) for job in all_.running])
    taken = await folders.take(jobs, taking_in, work.case, drop_of(walked))
    await taking_in.settled()
    assert len(taken.clip_ids) == len(listed(work)) == BATCH


async def test_a_file_that_goes_meanwhile_costs_only_itself(work, taking_in, jobs, many):
    await work.open()
    walked = await folders.look(jobs, [many])
    (many / "0003.txt").unlink()
    taken = await folders.take(jobs, taking_in, work.case, drop_of(walked))
    await taking_in.settled()
    assert len(taken.clip_ids) == BATCH * 2 + 4


async def test_an_empty_file_and_one_of_an_unknown_kind_are_kept_and_say_so(work, jobs, tmp_path):
    await work.open()
    (tmp_path / "nothing.pdf").write_bytes(b"")
    (tmp_path / "film.mkv").write_bytes(b"\x1a\x45\xdf\xa3" + bytes(99))
    worker = Worker()
    taking_in = TakingIn(work.library, work.history, worker, jobs)
    drop = Drop(files=(tmp_path / "nothing.pdf", tmp_path / "film.mkv"), method=Method.FILE)
    taken = await taking_in.take(work.case, drop)
    await taking_in.settled()
    worker.close()
    views = [work.read(clips.view, clip_id) for clip_id in taken.clip_ids]
    assert [view.clip.kind for view in views] == [ClipKind.DOCUMENT, ClipKind.DOCUMENT]
    assert [view.clip.state for view in views] == [ClipState.UNREAD, ClipState.UNREAD]
    assert "not a single byte" in views[0].clip.problem
    assert "Films are kept" in views[1].clip.problem
    assert work.library.files.read(views[0].files[0].sha256) == b""


async def test_a_name_that_no_file_can_hold_is_written_down_all_the_same(work, jobs, tmp_path):
    await work.open()
    path = tmp_path / os.fsdecode(b"caf\xe9.txt")
    try:
        path.write_text("words")
    except OSError:
        pytest.skip("this system takes no such name")
    taking_in = TakingIn(work.library, work.history, Idle(), jobs)
    taken = await taking_in.take(work.case, Drop(files=(path,), method=Method.DROP))
    await taking_in.settled()
    view = work.read(clips.view, taken.clip_ids[0])
    assert view.files[0].name == "caf\ufffd.txt"
    assert view.files[0].url.endswith("caf%E9.txt")
