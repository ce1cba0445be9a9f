"""The list of clips: what it shows, and what keys and mouse do in it."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from caseboard.analysis.timeline import Clock
from caseboard.commands.bin_clips import BinClips
from caseboard.model.columns import new_id
from caseboard.model.ids import ClipId
from caseboard.store import clips
from caseboard.store.clips import Order
from caseboard.ui.itemmodels.paged import Role
from caseboard.ui.thumbnails import Thumbnails
from caseboard.ui.views.clips import ClipsPane
from late_read import LateRead
from support import until


@pytest.fixture
def pane_of(qtbot, case_desk, library):
    def make(case_id):
        pane = ClipsPane(case_desk(case_id), Thumbnails(library.files))
        qtbot.addWidget(pane)
        pane.resize(330, 800)
        pane.show()
        return pane

    return make


async def three(work):
    await work.open()
    return [await work.clip(data=title.encode(), title=title) for title in ("Bravo", "Alpha", "Co")]


def titles(pane):
    model = pane.model
    return [model.row(model.index(n, 0)).title for n in range(model.rowCount())]


async def listed(pane):
    await until(lambda: pane.model.rowCount() and pane.model.row(pane.model.index(0, 0)))


async def test_an_empty_case_says_what_to_do(work, pane_of, qtbot):
    await work.open()
    pane = pane_of(work.case)
    await until(pane.empty.isVisible)
    with qtbot.waitSignal(pane.clip_wanted):
        qtbot.mouseClick(pane.empty.button, Qt.MouseButton.LeftButton)


async def test_the_newest_clip_stands_first_and_is_read(work, pane_of):
    ids = await three(work)
    pane = pane_of(work.case)
    chosen = []
    pane.chosen.connect(chosen.append)
    await listed(pane)
    assert titles(pane) == ["Co", "Alpha", "Bravo"]
    assert chosen == [ids[2]]


async def test_arrow_keys_go_from_clip_to_clip(work, pane_of, qtbot):
    ids = await three(work)
    pane = pane_of(work.case)
    await listed(pane)
    with qtbot.waitSignal(pane.chosen) as told:
        qtbot.keyClick(pane.list, Qt.Key.Key_Down)
    assert told.args == [ids[1]]


async def test_another_order_keeps_what_is_selected(work, pane_of):
    ids = await three(work)
    pane = pane_of(work.case)
    await listed(pane)
    pane.show_row(ids[0])
    by_title = next(a for a in pane.sort.menu().actions() if a.text() == "By title")
    by_title.trigger()
    await until(lambda: titles(pane)[0] == "Alpha")
    assert pane.current_id == ids[0]
    assert pane.model.order is Order.TITLE
    assert pane.sort.text() == "By title"


async def test_a_clip_that_comes_in_leaves_the_selection_alone(work, pane_of):
    ids = await three(work)
    pane = pane_of(work.case)
    await listed(pane)
    pane.show_row(ids[1])
    await work.clip(data=b"new", title="Newcomer")
    await until(lambda: pane.model.rowCount() == 4)
    assert pane.current_id == ids[1]
    assert pane.count.text() == "4"


async def test_a_clip_can_be_asked_for_before_it_is_listed(work, pane_of):
    ids = await three(work)
    pane = pane_of(work.case)
    pane.show_row(ids[0])
    await listed(pane)
    assert pane.current_id == ids[0]


async def test_delete_asks_for_all_that_is_selected(work, pane_of, qtbot):
    ids = await three(work)
    pane = pane_of(work.case)
    await listed(pane)
    pane.list.selectAll()
    with qtbot.waitSignal(pane.delete_wanted) as told:
        qtbot.keyClick(pane.list, Qt.Key.Key_Delete)
    assert told.args == [[ids[2], ids[1], ids[0]]]


async def test_when_the_last_clip_goes_nothing_is_left_to_read(work, history, pane_of):
    await work.open()
    clip_id = await work.clip()
    pane = pane_of(work.case)
    await listed(pane)
    chosen = []
    pane.chosen.connect(chosen.append)
    await history.run(BinClips(work.case, frozenset({clip_id})))
    await until(pane.empty.isVisible)
    assert chosen == [""]


async def test_the_menu_copies_refs_and_asks_to_verify(work, pane_of, qtbot):
    ids = await three(work)
    pane = pane_of(work.case)
    await listed(pane)
    menu = pane.menu(ids[:2])
    actions = {action.text(): action for action in menu.actions()}
    actions["Copy ref"].trigger()
    assert QGuiApplication.clipboard().text().split("\n")[0].endswith("-E001")
    with qtbot.waitSignal(pane.verify_wanted) as told:
        actions["Verify files"].trigger()
    assert told.args == [ids[:2]]
    menu.deleteLater()


async def test_tags_show_on_the_row_as_soon_as_they_are_made(work, pane_of):
    await work.open()
    clip_id = await work.clip()
    pane = pane_of(work.case)
    await listed(pane)
    await work.tag(clip_id)
    await work.claim(clip_id)
    index = pane.model.index(0, 0)
    await until(lambda: pane.model.row(index).claims == 1)
    assert pane.model.row(index).chips == (("location", "Kupiansk"),)
    said = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Kupiansk" in said
    assert "1 claim" in said


async def test_the_place_to_drop_stands_under_a_short_list_only(work, pane_of):
    await three(work)
    pane = pane_of(work.case)
    await listed(pane)
    await until(pane.hint.isVisible)
    pane.resize(330, 380)
    await until(lambda: not pane.hint.isVisible())


async def test_a_row_that_is_still_read_has_its_id_at_once(work, pane_of):
    ids = await three(work)
    pane = pane_of(work.case)
    await until(lambda: pane.model.rowCount() == 3)
    assert pane.model.index(0, 0).data(Role.ID) == ids[2]


async def test_clips_are_narrowed_to_what_is_brushed_and_the_chip_lets_that_go(
    work, case_desk, qtbot, library
):
    ids = await three(work)
    desk = case_desk(work.case)
    pane = ClipsPane(desk, Thumbnails(library.files))
    qtbot.addWidget(pane)
    pane.resize(330, 800)
    pane.show()
    await listed(pane)
    assert not pane.narrowed.isVisible()
    desk.brush.use(Clock.CAPTURED)
    desk.brush.put(datetime(2024, 11, 15, tzinfo=UTC), datetime(2024, 11, 16, tzinfo=UTC))
    await until(pane.empty.isVisible)
    assert pane.empty.sentence.text() == "No clip is of the time that is brushed."
    assert "Captured 15 Nov 2024" in pane.narrowed.chip.text()
    desk.brush.put(datetime(2024, 11, 14, tzinfo=UTC), datetime(2024, 11, 15, tzinfo=UTC))
    await until(lambda: len(pane.model.ids) == len(ids))
    desk.brush.use(Clock.HAPPENED)
    await until(pane.empty.isVisible)
    qtbot.mouseClick(pane.empty.button, Qt.MouseButton.LeftButton)
    await until(lambda: len(pane.model.ids) == len(ids))
    assert not pane.narrowed.isVisible()


async def test_an_order_that_is_read_late_is_not_shown_over_the_one_chosen_after_it(
    work, pane_of, monkeypatch
):
    await three(work)
    pane = pane_of(work.case)
    await listed(pane)
    late = LateRead(monkeypatch, clips.ids)
    pane.model.sort_by(Order.OLDEST)
    await late.come()
    pane.model.sort_by(Order.TITLE)
    await until(lambda: titles(pane) == ["Alpha", "Bravo", "Co"])
    await late.answer()
    assert titles(pane) == ["Alpha", "Bravo", "Co"]


async def test_a_clip_that_is_waited_for_is_read_though_others_come_first(work, pane_of):
    await work.open()
    pane = pane_of(work.case)
    await until(pane.empty.isVisible)
    wanted = ClipId(new_id())
    pane.show_row(wanted)
    first = await work.clip(data=b"one", title="One")
    await until(lambda: pane.current_id == first)
    pane.model.set_ids([wanted, first])
    pane.model.listed.emit()
    assert pane.current_id == wanted
