"""The list of everything done, and taking one thing back."""

import pytest
from PySide6.QtCore import Qt

from caseboard.commands.editing import Edit
from caseboard.model.clip import Clip
from caseboard.store import clips, history
from caseboard.ui.itemmodels.paged import Role
from caseboard.ui.navigation import Navigator
from caseboard.ui.views.history import HistoryView
from late_read import LateRead
from support import settled, until


@pytest.fixture
def view_of(qtbot, case_desk):
    def make(case_id):
        view = HistoryView(case_desk(case_id), Navigator())
        qtbot.addWidget(view)
        view.resize(1000, 600)
        view.show()
        return view

    return make


async def ready(view):
    await until(view.model.rowCount)
    await until(lambda: view.model.index(0, 0).data(Role.ROW))


def line(view, row):
    return [view.model.index(row, column).data() for column in range(view.model.columnCount())]


async def test_it_says_when_in_utc_what_and_who(work, view_of):
    await work.open()
    await work.clip(title="Two accounts")
    view = view_of(work.case)
    await ready(view)
    when, what, kind, who, number = line(view, 1)
    assert what == "Clip “Two accounts”"
    assert (kind, who, number) == ("", "tester", "2")
    assert len(when) == len("2024-11-14 12:00:00")
    assert view.model.headerData(0, Qt.Orientation.Horizontal) == "When (UTC)"


async def test_what_the_program_did_by_itself_is_marked(work, view_of):
    await work.open()
    await work.clip()
    view = view_of(work.case)
    await ready(view)
    assert line(view, 0)[2] == "by the program"


async def test_new_changes_appear_on_top(work, view_of):
    await work.open()
    view = view_of(work.case)
    clip_id = await work.clip()
    await work.tag(clip_id)
    await until(lambda: view.model.rowCount() == 3)
    await until(lambda: line(view, 0)[1] == "Tag Kupiansk")
    assert view.count.text() == "3"


async def test_one_change_can_be_taken_back_out_of_order(work, view_of, library):
    await work.open()
    clip_id = await work.clip()
    await work.tag(clip_id)
    await work.claim(clip_id)
    view = view_of(work.case)
    await ready(view)
    row = next(n for n in range(view.model.rowCount()) if line(view, n)[1] == "Tag Kupiansk")
    view.table.selectRow(row)
    view.table.setCurrentIndex(view.model.index(row, 0))
    view.revert.click()
    await until(lambda: not library.database.read_now(clips.view, clip_id).tags)
    await until(lambda: line(view, 0)[1:3] == ["Tag Kupiansk", "reverted"])
    assert library.database.read_now(clips.view, clip_id).claims


async def test_what_has_moved_on_is_refused_in_words(work, history, view_of, library):
    await work.open()
    clip_id = await work.clip()
    for title in ("Second", "Third"):
        await history.run(Edit(Clip, clip_id, {"title": title}, f"Call it {title}", work.case))
    view = view_of(work.case)
    await ready(view)
    view.table.setCurrentIndex(view.model.index(1, 0))
    view.revert.click()
    await until(view.notice.isVisible)
    assert "changed again since" in view.notice.text.text()
    assert library.database.read_now(clips.view, clip_id).clip.title == "Third"
    await settled()


async def test_a_case_in_which_nothing_was_done_says_so(work, view_of):
    await work.open()
    view = view_of(work.case)
    await until(view.empty.isVisible)


async def test_without_a_selection_there_is_nothing_to_revert(work, view_of):
    await work.open()
    await work.clip()
    view = view_of(work.case)
    await ready(view)
    assert not view.revert.isEnabled()


async def test_what_is_read_late_is_not_listed_over_what_was_done_after_it(
    work, view_of, monkeypatch
):
    await work.open()
    await work.clip()
    view = view_of(work.case)
    await ready(view)
    late = LateRead(monkeypatch, history.ids)
    await work.clip(data=b"one", title="One")
    await late.come()
    await work.clip(data=b"two", title="Two")
    done = work.read(history.ids, work.case)
    await until(lambda: list(view.model.ids) == list(done))
    await late.answer()
    assert list(view.model.ids) == list(done)
    await ready(view)
