"""How a source stands to others, driven by keys and mouse."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from sources_shown import choose, read, said

from caseboard.commands.claims import AddReport
from caseboard.model.terms import Stance
from caseboard.ui.itemmodels.agreements import Place
from caseboard.ui.views.source_pane import Tab
from support import settled, until

LEFT = Qt.MouseButton.LeftButton
ENTER = Qt.Key.Key_Return


async def test_agreement_tells_numbers_and_the_claims_behind_them(sources, work, navigator):
    view = await sources()
    view.middle.show_tab(Tab.COMPARED)
    table, model = view.middle.agreement.table, view.middle.agreement.model
    await read(model)
    assert [model.index(0, column).data() for column in Place] == [
        "General Staff",
        "1",
        "1",
        "1 of 2",
    ]
    table.setFocus()
    table.setCurrentIndex(model.index(0, Place.OTHER))
    QTest.keyClick(table, Qt.Key.Key_Right)
    assert view.middle.agreement.about.text() == "DeepState and General Staff agreed on 1 claim"
    behind = view.middle.agreement.behind
    both = "DeepState supports · General Staff supports"
    assert said(behind) == [f"agreed, Two columns got in, C2 · corroborated · {both}"]
    QTest.keyClick(table, Qt.Key.Key_Right)
    both = "DeepState contradicts · General Staff supports"
    assert said(behind) == [f"clashed, The attack was repelled, C1 · disputed · {both}"]
    QTest.keyClick(table, ENTER)
    assert view.middle.agreement.claims.hasFocus()
    QTest.keyClick(view.middle.agreement.claims, ENTER)
    assert navigator.seen == [("claim", work.claims[0], None)]


async def test_a_cell_of_the_agreement_is_opened_by_mouse(sources, work, navigator):
    view = await sources()
    view.middle.show_tab(Tab.COMPARED)
    table, model = view.middle.agreement.table, view.middle.agreement.model
    await read(model)
    place = table.visualRect(model.index(0, Place.CLASHED)).center()
    QTest.mouseClick(table.viewport(), LEFT, pos=place)
    claims = view.middle.agreement.claims
    first = view.middle.agreement.behind.index(0)
    QTest.mouseClick(claims.viewport(), LEFT, pos=claims.visualRect(first).center())
    assert navigator.seen == [("claim", work.claims[0], None)]


async def test_agreement_follows_what_is_reported(sources, work, history):
    view = await sources()
    view.middle.show_tab(Tab.COMPARED)
    draft = replace(work.report(work.clip_id, "Brigade", (), "stopped"), stance=Stance.CONTRADICTS)
    await history.run(AddReport(work.case, work.claims[0], draft))
    await until(lambda: view.middle.agreement.model.rowCount() == 2)


async def test_a_view_out_of_sight_weighs_nothing_until_it_is_seen(sources, work, history):
    view = await sources()
    before = view._weighed
    view.hide()
    again = AddReport(work.case, work.claims[0], work.report(work.clip_id, "Brigade", (), "got in"))
    await history.run(again)
    await settled()
    assert view._weighed is before
    view.show()
    await until(lambda: view._weighed is not before)


async def test_one_who_is_compared_with_nobody_is_told_so(sources, work):
    view = await sources()
    await choose(view, work, "Ukrinform")
    view.middle.show_tab(Tab.COMPARED)
    assert view.middle.agreement.nobody.isVisible()
