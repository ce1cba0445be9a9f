"""The menu of the list of clips: markings and rights, of several at once."""

import pytest

from caseboard.model.clip import Clip
from caseboard.model.terms import Marking, Reuse
from caseboard.ui.thumbnails import Thumbnails
from caseboard.ui.views.clip_marking import ClipMarking
from caseboard.ui.views.clips import ClipsPane
from support import settled, until


@pytest.fixture
def listed(qtbot, case_desk, library, work):
    async def listed():
        await work.open()
        work.ids = [await work.clip(data=title.encode(), title=title) for title in ("One", "Two")]
        desk = case_desk(work.case)
        pane = ClipsPane(desk, Thumbnails(library.files))
        qtbot.addWidget(pane)
        pane.show()
        await until(lambda: pane.model.rowCount() == 2)
        pane.marking = ClipMarking(desk, pane, pane)
        return pane

    return listed


def line(menu, title, words):
    (inner,) = [each.menu() for each in menu.actions() if each.menu() and each.text() == title]
    (action,) = [each for each in inner.actions() if each.text() == words]
    return action


async def test_clips_are_marked_from_the_menu_of_the_list(listed, work):
    pane = await listed()
    told = []
    pane.marking.told.connect(told.append)
    line(pane.menu(work.ids), "Marking", "TLP:GREEN").trigger()
    await until(lambda: bool(told))
    rows = [work.read(lambda session, each=each: session.get(Clip, each)) for each in work.ids]
    assert {row.marking for row in rows} == {Marking.GREEN}
    assert told[0].is_undoable
    line(pane.menu(work.ids[:1]), "Marking", "As the case").trigger()
    await until(lambda: len(told) == 2)
    rows = [work.read(lambda session, each=each: session.get(Clip, each)) for each in work.ids]
    assert [row.marking for row in rows] == [None, Marking.GREEN]


async def test_rights_are_said_from_the_menu_of_the_list(listed, work):
    pane = await listed()
    line(pane.menu(work.ids), "Re-use of pictures", "Allowed").trigger()
    await settled()
    rows = [work.read(lambda session, each=each: session.get(Clip, each)) for each in work.ids]
    assert {row.reuse for row in rows} == {Reuse.ALLOWED}
