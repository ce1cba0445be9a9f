"""The search field and what hangs under it."""

import asyncio

import pytest
from PySide6.QtCore import Qt

from caseboard.store.search import Hit, search
from caseboard.ui.actions import groups
from caseboard.ui.desk import Desk
from caseboard.ui.itemmodels.found import FoundModel, Heading, Remark, grouped, matching
from support import settled, until

KEY = Qt.Key

pytestmark = pytest.mark.usefixtures("qapp")


def hit(kind, title="x"):
    return Hit(kind, f"id-{title}", None, title, "", ())


def test_hits_stand_under_headings_the_best_kind_first():
    found = grouped([hit("unit", "a"), hit("clip", "b"), hit("unit", "c")])
    assert [getattr(row, "text", getattr(row, "title", "")) for row in found] == [
        "Units",
        "a",
        "c",
        "Clips",
        "b",
    ]


def test_nothing_found_is_said_in_a_sentence():
    assert grouped([]) == [Remark("Nothing has these words.")]


def test_only_the_newest_looked_at_is_said():
    assert isinstance(grouped([hit("clip")], is_capped=True)[-1], Remark)


def test_actions_are_found_by_any_of_their_words():
    deeds = [(heading, deed) for heading, row in groups().items() for deed in row]
    names = [row.name for row in matching(deeds, "dark theme") if not isinstance(row, Heading)]
    assert names == ["Use the dark theme"]
    assert isinstance(matching(deeds, "no such thing")[0], Remark)


def test_headings_cannot_be_picked():
    model = FoundModel()
    model.set_rows([Heading("Clips"), hit("clip", "a"), Heading("Units"), hit("unit", "b")])
    assert model.flags(model.index(0, 0)) == Qt.ItemFlag.NoItemFlags
    assert model.next(-1, 1) == 1
    assert model.next(1, 1) == 3
    assert model.next(3, 1) == 3
    assert model.next(1, -1) == 1


@pytest.fixture
def typed(window, qtbot):
    def typed(text):
        window.top.field.setFocus()
        qtbot.keyClicks(window.top.field, text)

    return typed


async def ready(window):
    window.activateWindow()
    await until(window.isActiveWindow)
    await settled()


async def test_results_come_as_one_types_and_enter_opens_the_first(
    opened, window, work, typed, qtbot
):
    await work.open()
    clip_id = await work.clip(title="Ferry crossing")
    await work.clip(data=b"2", title="Something else")
    async with opened(work.case) as session:
        await ready(window)
        typed("ferr")
        await until(session.palette.popup.isVisible)
        assert isinstance(session.palette.model.rows[1], Hit)
        qtbot.keyClick(window.top.field, KEY.Key_Return)
        await until(lambda: session.case_view.reading.page.clip_id == clip_id)
        assert not session.palette.popup.isVisible()
        assert window.top.field.text() == ""
        await settled()


async def test_enter_takes_no_row_that_belongs_to_other_words(
    opened, window, work, typed, qtbot, monkeypatch
):
    await work.open()
    await work.clip(title="Ferry crossing")
    bridge = await work.clip(data=b"2", title="Rail bridge")
    async with opened(work.case) as session:
        await ready(window)
        typed("ferry")
        await until(session.palette.popup.isVisible)
        may_answer, read = asyncio.Event(), Desk.read

        async def late(desk, query, *args):
            if query is search:
                await may_answer.wait()
            return await read(desk, query, *args)

        monkeypatch.setattr(Desk, "read", late)
        window.top.field.selectAll()
        typed("bridge")
        qtbot.keyClick(window.top.field, KEY.Key_Return)
        assert window.top.field.text() == "bridge"
        may_answer.set()
        await until(lambda: session.case_view.reading.page.clip_id == bridge)
        assert not session.palette.popup.isVisible()
        await settled()


async def test_of_keys_typed_at_once_only_the_last_is_answered(opened, window, work, typed):
    await work.open()
    await work.clip(title="Ferry crossing")
    shown = []
    async with opened(work.case) as session:
        await ready(window)
        session.palette.model.modelReset.connect(lambda: shown.append(1))
        typed("ferry")
        await settled()
    assert len(shown) == 1


async def test_arrows_walk_over_headings(opened, window, work, typed, qtbot):
    await work.open()
    clip_id = await work.clip(title="Kupiansk ferry")
    await work.tag(clip_id)
    async with opened(work.case) as session:
        await ready(window)
        typed("kupiansk")
        await until(session.palette.popup.isVisible)
        await settled()
        shown = session.palette.popup.list
        assert shown.currentIndex().row() == 1
        qtbot.keyClick(window.top.field, KEY.Key_Down)
        assert isinstance(session.palette.model.rows[shown.currentIndex().row()], Hit)
        assert shown.currentIndex().row() == 3
        qtbot.keyClick(window.top.field, KEY.Key_Up)
        assert shown.currentIndex().row() == 1


async def test_escape_empties_the_field_and_then_leaves_it(opened, window, work, typed, qtbot):
    await work.open()
    await work.clip(title="Ferry")
    async with opened(work.case) as session:
        await ready(window)
        typed("ferry")
        await until(session.palette.popup.isVisible)
        qtbot.keyClick(window.top.field, KEY.Key_Escape)
        assert (window.top.field.text(), session.palette.popup.isVisible()) == ("", False)
        qtbot.keyClick(window.top.field, KEY.Key_Escape)
        assert not window.top.field.hasFocus()


async def test_a_greater_sign_runs_a_command(opened, window, work, typed, qtbot, theme):
    await work.open()
    async with opened(work.case):
        await ready(window)
        typed(">dark")
        qtbot.keyClick(window.top.field, KEY.Key_Return)
        assert theme.tokens.dark


async def test_what_is_off_is_not_offered(opened, window, typed):
    async with opened() as session:
        await ready(window)
        typed(">briefings")
        assert isinstance(session.palette.model.rows[0], Remark)


async def test_from_the_start_screen_a_place_opens_in_the_case_that_names_it(
    opened, window, work, typed, qtbot
):
    await work.open()
    clip_id = await work.clip()
    await work.tag(clip_id)
    async with opened() as session:
        await ready(window)
        typed("kupians")
        await until(session.palette.popup.isVisible)
        rows = session.palette.model.rows
        assert rows[1].kind == "location"
        qtbot.keyClick(window.top.field, KEY.Key_Return)
        await until(lambda: session.case_id == work.case)
        await settled()


async def test_ctrl_k_leads_to_the_field(opened, window, qtbot):
    async with opened():
        await ready(window)
        qtbot.keyClick(window, KEY.Key_K, Qt.KeyboardModifier.ControlModifier)
        assert window.top.field.hasFocus()
