import asyncio

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from caseboard.commands.history import History
from caseboard.model.entities import Location, Unit
from caseboard.model.terms import Branch, Echelon, LocationKind, Side
from caseboard.store import clips, entities
from caseboard.ui.forms.tag_popup import TagPopup
from caseboard.ui.reader.page import MarkKind, TextSelection
from caseworker import TEXT
from support import settled, until


@pytest.fixture
def popup(window, open_case, navigator, work):
    """Opens the popup on words of a clip and waits until it has matches."""

    async def popup(kind, words):
        case_desk = await open_case()
        popup = TagPopup(case_desk, navigator, window)
        popup.desk = case_desk
        popup.clip_id = await work.clip()
        await show(popup, kind, words)
        return popup

    return popup


async def show(popup, kind, words):
    view = await popup.desk.read(clips.view, popup.clip_id)
    start = TEXT.index(words)
    near = QRect(popup.window().mapToGlobal(QPoint(100, 100)), QSize(80, 20))
    popup.open_for(kind, view.clip, TextSelection(start, start + len(words), words), near)
    await until(popup.matches.model.rowCount)


def names(popup):
    return [match.name for match in popup.matches.model.rows]


def press(key, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(QApplication.focusWidget(), key, modifier)


def type_(words):
    QTest.keyClicks(QApplication.focusWidget(), words)


async def tags_of(popup):
    return (await popup.desk.read(clips.view, popup.clip_id)).tags


async def test_enter_twice_takes_in_a_new_place_and_tags_it(popup):
    shown = await popup(MarkKind.LOCATION, "Куп'янськ")
    assert names(shown) == ["New location “Куп'янськ”…"]
    press(Qt.Key.Key_Return)
    assert shown.new.fields.name.text() == "Куп'янськ"
    press(Qt.Key.Key_Return)
    await until(lambda: not shown.isVisible())
    view = await shown.desk.read(clips.view, shown.clip_id)
    assert [place.name for place in view.locations] == ["Куп'янськ"]
    assert view.anchors[0].exact == "Куп'янськ"


async def test_coordinates_in_any_form_are_understood_and_kept(popup):
    shown = await popup(MarkKind.LOCATION, "Куп'янськ")
    press(Qt.Key.Key_Return)
    type_("37U DR 00205 07310")
    reading = shown.new.fields.coordinates.reading.text()
    assert reading == "49.71003, 37.61581 · 37U DR 00205 07310"
    press(Qt.Key.Key_Return)
    await until(lambda: not shown.isVisible())
    place = (await shown.desk.read(clips.view, shown.clip_id)).locations[0]
    assert (round(place.lat, 4), round(place.lon, 4)) == (49.71, 37.6158)
    assert (place.precision_m, place.kind) == (1.0, LocationKind.SETTLEMENT)


async def test_a_position_off_the_globe_is_refused_in_words_and_nothing_is_lost(popup):
    shown = await popup(MarkKind.LOCATION, "Куп'янськ")
    press(Qt.Key.Key_Return)
    type_("99, 37")
    press(Qt.Key.Key_Return)
    assert "90° south to 90° north" in shown.new.wrong.text()
    assert shown.isVisible()
    assert shown.new.fields.coordinates.line.text() == "99, 37"
    await settled()
    assert not await tags_of(shown)


async def test_the_first_match_is_taken_by_enter(popup, work):
    shown = await popup(MarkKind.LOCATION, "Two columns")
    await work.tag(shown.clip_id)
    await show(shown, MarkKind.LOCATION, "Куп'янськ")
    shown.matches.line.clear()
    type_("kup")
    await until(lambda: "Kupiansk" in names(shown))
    press(Qt.Key.Key_Return)
    await until(lambda: not shown.isVisible())
    assert len(await shown.desk.read(entities.ids_in_case, Location, shown.desk.case_id)) == 1


async def test_enter_before_the_answer_waits_for_it(popup, work):
    shown = await popup(MarkKind.LOCATION, "Two columns")
    await work.tag(shown.clip_id)
    shown.matches.line.setText("Kupiansk")
    press(Qt.Key.Key_Return)  # the rows shown still belong to "Two columns"
    await until(lambda: not shown.isVisible())
    tags = await tags_of(shown)
    assert len({tag.location_id for tag in tags}) == 1
    assert len(tags) == 2


async def test_arrows_choose_and_the_last_row_is_a_new_one(popup, work):
    shown = await popup(MarkKind.LOCATION, "Two columns")
    await work.tag(shown.clip_id)
    shown.matches.line.setText("Kup")
    await until(lambda: len(names(shown)) == 2)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    assert shown.new.fields.name.text() == "Kup"


async def test_enter_twice_takes_in_a_new_unit_and_tags_it(popup):
    shown = await popup(MarkKind.UNIT, "Two columns")
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Return)
    await until(lambda: not shown.isVisible())
    (tag,) = await tags_of(shown)
    assert tag.unit_id


async def test_a_unit_takes_side_echelon_and_branch(popup):
    shown = await popup(MarkKind.UNIT, "Two columns")
    press(Qt.Key.Key_Return)
    fields = shown.new.fields
    assert fields.side.hasFocus()
    type_("hos")
    press(Qt.Key.Key_Tab)
    type_("bat")
    press(Qt.Key.Key_Tab)
    type_("armo")
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    await until(lambda: not shown.isVisible())
    unit = (await shown.desk.read(clips.view, shown.clip_id)).units[0]
    assert (unit.name, unit.side, unit.echelon, unit.branch) == (
        *("Two columns", Side.HOSTILE, Echelon.BATTALION),
        Branch.ARMOUR,
    )
    assert isinstance(unit, Unit)


async def test_a_keyword_needs_no_more_than_its_word(popup):
    shown = await popup(MarkKind.KEYWORD, "assaults")
    press(Qt.Key.Key_Return)
    await until(lambda: not shown.isVisible())
    assert [tag.keyword for tag in await tags_of(shown)] == ["assaults"]


async def test_escape_leaves_everything_as_it_was(popup):
    shown = await popup(MarkKind.PERSON, "staff")
    press(Qt.Key.Key_Escape)
    assert not shown.isVisible()
    await settled()
    assert not await tags_of(shown)


async def test_it_stays_inside_the_window(popup, window):
    shown = await popup(MarkKind.LOCATION, "staff")
    shown.close_popup()
    view = await shown.desk.read(clips.view, shown.clip_id)
    corner = QRect(window.mapToGlobal(QPoint(880, 690)), QSize(10, 10))
    shown.open_for(MarkKind.LOCATION, view.clip, TextSelection(0, 3, "All"), corner)
    assert window.rect().adjusted(-10, -10, 10, 10).contains(shown.geometry())
    await settled()


async def test_undo_takes_the_tag_and_the_new_place_back(popup, history):
    shown = await popup(MarkKind.LOCATION, "Куп'янськ")
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Return)
    await until(lambda: not shown.isVisible())
    await history.undo(shown.desk.case_id)
    view = await shown.desk.read(clips.view, shown.clip_id)
    assert not view.tags
    assert not await shown.desk.read(entities.matches, Location, "Куп'янськ")


async def test_enter_pressed_twice_at_once_takes_in_one_place(popup):
    shown = await popup(MarkKind.LOCATION, "Куп'янськ")
    press(Qt.Key.Key_Return)
    field = QApplication.focusWidget()
    for _time in range(2):
        QTest.keyClick(field, Qt.Key.Key_Return)
    await until(lambda: not shown.isVisible())
    await settled()
    view = await shown.desk.read(clips.view, shown.clip_id)
    assert [place.name for place in view.locations] == ["Куп'янськ"]
    assert len(view.tags) == 1


async def test_what_is_begun_while_a_tag_is_written_stays_open(popup, monkeypatch):
    shown = await popup(MarkKind.KEYWORD, "Two columns")
    may_write, run = asyncio.Event(), History.run

    async def late(history, command):
        await may_write.wait()
        return await run(history, command)

    monkeypatch.setattr(History, "run", late)
    told = []
    shown.tagged.connect(told.append)
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Escape)
    assert not shown.isVisible()
    await show(shown, MarkKind.KEYWORD, "stopped")
    may_write.set()
    await until(lambda: told)
    assert shown.isVisible()
