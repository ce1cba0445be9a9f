"""The start screen."""

import pytest
from PySide6.QtCore import Qt

from caseboard.commands.anchoring import TextPlace
from caseboard.commands.tags import AddTag, Known
from caseboard.model.entities import Location
from caseboard.store import cases, clips
from caseboard.ui.views.start import StartView
from late_read import LateRead
from support import settled, until

WORDS = Qt.ItemDataRole.AccessibleTextRole


@pytest.fixture
def view_of(qtbot, desk):
    def make():
        view = StartView(desk)
        qtbot.addWidget(view)
        view.resize(1440, 800)
        view.show()
        return view

    return make


async def test_an_empty_library_offers_a_case_and_the_sample(view_of, qtbot):
    view = view_of()
    await settled()
    assert view.empty.isVisible()
    assert not view.list.isVisible()
    with qtbot.waitSignal(view.new_case_wanted):
        qtbot.mouseClick(view.empty.button, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(view.sample_wanted):
        qtbot.mouseClick(view.sample, Qt.MouseButton.LeftButton)


async def test_every_case_is_a_card_that_says_what_is_in_it(view_of, work):
    await work.open()
    clip_id = await work.clip()
    one = await work.claim(clip_id)
    other = await work.claim(clip_id, "Two columns got in", "Two columns")
    await work.dispute(one, other)
    view = view_of()
    await settled()
    said = view.cases.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    for part in ("Kupiansk approach", "TLP:AMBER", "1 clip", "2 claims", "1 dispute open"):
        assert part in said
    assert "1 case" in view.about.text()


async def test_the_last_card_is_the_place_to_drop(view_of, work, qtbot):
    await work.open()
    view = view_of()
    await settled()
    last = view.cases.index(1, 0)
    assert "start a new case" in last.data()
    with qtbot.waitSignal(view.new_case_wanted):
        place = view.list.visualRect(last).center()
        qtbot.mouseClick(view.list.viewport(), Qt.MouseButton.LeftButton, pos=place)


async def test_enter_opens_the_case_with_the_keyboard_on_it(view_of, work, qtbot):
    await work.open()
    view = view_of()
    await settled()
    view.list.setCurrentIndex(view.cases.index(0, 0))
    with qtbot.waitSignal(view.case_chosen) as told:
        qtbot.keyClick(view.list, Qt.Key.Key_Return)
    assert told.args == [work.case]


async def test_a_place_in_two_cases_is_seen_again(view_of, work, history):
    await work.open("Kupiansk approach")
    first = await work.clip()
    await work.tag(first)
    place = work.library.database.read_now(clips.view, first).locations[0]
    await work.open("Rail strikes")
    second = await work.clip()
    where = TextPlace(0, 5)
    await history.run(AddTag(work.case, second, where, Known(Location, place.id, place.name)))
    view = view_of()
    await settled()
    assert [seen.name for seen in view.seen.rows] == ["Kupiansk"]
    said = view.seen.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said.startswith("Kupiansk in Kupiansk approach and Rail strikes")
    assert view.seen_title.isVisible()


async def test_what_one_case_knows_is_not_seen_again(view_of, work):
    await work.open()
    await work.tag(await work.clip())
    view = view_of()
    await settled()
    assert view.seen.rows == ()
    assert not view.seen_title.isVisible()


async def test_a_new_case_appears_by_itself(view_of, work):
    view = view_of()
    await settled()
    await work.open()
    await until(lambda: len(view.cases.rows) == 2)
    await settled()


async def test_what_is_read_late_is_not_shown_over_what_was_added_after_it(
    view_of, work, monkeypatch
):
    await work.open()
    view = view_of()
    await until(lambda: view.cases.rowCount() == 2)
    late = LateRead(monkeypatch, cases.cards)
    view.reload()
    await late.come()
    await work.clip()
    await until(lambda: "1 clip" in view.cases.index(0, 0).data(WORDS))
    await late.answer()
    await settled()
    assert "1 clip" in view.cases.index(0, 0).data(WORDS)
