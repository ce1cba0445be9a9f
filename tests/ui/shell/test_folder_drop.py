"""A folder is dropped: looked through, taken in, and what is left out is said."""

import pytest
from PySide6.QtCore import QMimeData, QUrl

from caseboard.commands.folders import BATCH
from caseboard.model.terms import Method
from caseboard.store import clips
from caseboard.ui.dropping import payload_of
from support import until


def dragged(*paths):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return payload_of(mime)


def count(work):
    return len(work.read(clips.ids, work.case))


@pytest.mark.seconds(240)
async def test_a_folder_of_many_files_is_taken_in_and_litter_is_named(
    opened, window, work, tmp_path
):
    await work.open()
    folder = tmp_path / "evidence"
    folder.mkdir()
    for number in range(BATCH + 20):
        (folder / f"{number:03}.txt").write_text(f"Words {number}")
    (folder / "Thumbs.db").write_bytes(b"x")
    async with opened(work.case) as session:
        session.take(dragged(folder), Method.DROP)
        await until(window.banner.isVisible, seconds=200)
        assert count(work) == BATCH + 20
        words = "1 hidden or system file was left out: Thumbs.db."
        assert window.banner.text.text() == words
        await session.desk.taking_in.settled()


async def test_a_look_that_is_cancelled_takes_nothing_in(opened, window, work, tmp_path):
    await work.open()
    folder = tmp_path / "evidence"
    folder.mkdir()
    (folder / "note.txt").write_text("words")
    async with opened(work.case) as session:
        jobs = session.desk.jobs
        stop = jobs.changed.connect(lambda all_: [job.cancel() for job in all_.running])
        session.take(dragged(folder), Method.DROP)
        await until(lambda: window.status.message.text() == "Stopped. Nothing was taken in.")
        stop()
        assert count(work) == 0


async def test_what_cannot_be_read_is_said_beside_what_is_here_already(
    opened, window, work, tmp_path
):
    await work.open()
    (tmp_path / "note.txt").write_text("words")
    async with opened(work.case) as session:
        session.take(dragged(tmp_path / "note.txt"), Method.DROP)
        await until(lambda: count(work) == 1)
        session.take(dragged(tmp_path / "note.txt", tmp_path / "gone.txt"), Method.DROP)
        await until(window.banner.isVisible, seconds=200)
        text = window.banner.text.text()
        assert text == "Same file as E001. 1 file is no longer there: gone.txt."
        await session.desk.taking_in.settled()
