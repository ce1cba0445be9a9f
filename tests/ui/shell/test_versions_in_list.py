"""Versions of a page in the list of clips, and reading older ones beside it."""

import pytest
from PySide6.QtCore import Qt

from caseboard.commands.bin_clips import BinClips
from caseboard.commands.versions import MakeVersion
from caseboard.store import clips
from caseboard.ui.itemmodels.clips import what_and_when
from recapturing import Recaptures
from support import settled, until


@pytest.fixture
def work(library, history):
    return Recaptures(library, history)


async def case_with_versions(work):
    """A case with a page captured twice, and another page."""
    await work.open()
    one = await work.capture()
    two, _ = await work.recapture(one)
    other = await work.capture(url="https://other.example")
    return one, two, other


def at(pane, clip_id):
    return pane.list.visualRect(pane.model.index_of(clip_id)).center()


async def read(session, clip_id):
    await until(lambda: session.case_view.reading.page.clip_id == clip_id)
    await settled()


async def test_a_row_says_which_version_it_is(work):
    one, two, other = await case_with_versions(work)
    rows = work.read(clips.rows, [one, two, other])
    assert what_and_when(rows[two]).endswith(" · v2")
    assert " · v" not in what_and_when(rows[other]) + what_and_when(rows[one])


async def test_an_older_version_is_read_and_back_and_a_click_return(work, opened, qtbot):
    one, two, _other = await case_with_versions(work)
    async with opened(work.case) as session:
        await settled()
        reading = session.case_view.reading
        qtbot.mouseClick(
            reading.clips.list.viewport(), Qt.MouseButton.LeftButton, pos=at(reading.clips, two)
        )
        await read(session, two)
        session.navigator.open_clip(one)
        await read(session, one)
        session.navigator.back()
        await read(session, two)
        session.navigator.open_clip(one)
        await read(session, one)
        qtbot.mouseClick(
            reading.clips.list.viewport(), Qt.MouseButton.LeftButton, pos=at(reading.clips, two)
        )
        await read(session, two)


async def test_the_version_that_comes_is_read_in_place_of_the_one_that_was(work, opened, history):
    await work.open()
    one = await work.capture()
    await work.capture(url="https://other.example")
    async with opened(work.case) as session:
        await settled()
        session.navigator.open_clip(one)
        await read(session, one)
        two = await work.capture()
        await history.run(MakeVersion(work.case, two, one))
        await read(session, two)
        assert session.case_view.reading.clips.current_id == two
        await history.undo(work.case)
        await until(lambda: one in session.case_view.reading.clips.model.ids)


async def test_the_version_before_is_listed_again_when_the_newest_goes_to_the_bin(
    work, opened, history
):
    one, two, other = await case_with_versions(work)
    async with opened(work.case) as session:
        await settled()
        model = session.case_view.reading.clips.model
        assert list(model.ids) == [other, two]
        await history.run(BinClips(work.case, frozenset({two})))
        await until(lambda: list(model.ids) == [other, one])


async def test_a_clip_of_another_case_is_opened_there(work, opened):
    await work.open("Belgorod")
    there = await work.capture("Else.", pictures=[(b"a picture", "")])
    belgorod = work.case
    await work.open()
    await work.capture(pictures=[(b"a picture", "")])
    async with opened(work.case) as session:
        await settled()
        session.case_view.reading.inspector.similar.elsewhere_wanted.emit(belgorod, "clip", there)
        await until(lambda: session.case_id == belgorod)
        await read(session, there)
