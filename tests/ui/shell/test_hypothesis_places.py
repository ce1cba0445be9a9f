"""The way to a hypothesis, from anywhere in a case."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from caseboard.commands.inquiries import OpenInquiry
from caseboard.store import inquiries, references
from caseboard.ui.navigation import Place
from caseboard.ui.views.claims_bar import HYPOTHESES
from support import settled, until


async def opened_inquiry(work, history):
    await work.open()
    claim = await work.claim(await work.clip())
    opened = OpenInquiry(work.case, "Who got in?", ("Nobody", "Two columns"), (claim,))
    return await history.run(opened)


async def test_a_place_of_a_hypothesis_shows_it_among_the_claims(opened, window, work, history):
    inquiry = await opened_inquiry(work, history)
    wanted = work.read(inquiries.read, inquiry).hypotheses[1]
    async with opened(work.case) as session:
        session.navigator.open_entity("hypothesis", wanted.id)
        view = session.case_view.view("claim")
        await until(lambda: view.hypotheses.table.hypothesis_id == wanted.id)
        assert session.case_view.currentWidget() is view
        assert view.mode == HYPOTHESES
        assert window.rail.current == "claim"
        await settled()


async def test_alt_3_gives_the_matrix_the_keyboard_and_its_keys_rate(opened, work, history):
    inquiry = await opened_inquiry(work, history)
    async with opened(work.case) as session:
        session.navigator.open(Place("claim"))
        view = session.case_view.view("claim")
        await until(lambda: view.model.rowCount() == 1)
        QTest.keyClick(view, Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
        table = view.hypotheses.table
        await until(lambda: view.hypotheses.board is not None)
        await until(table.hasFocus)
        assert view.sheet.claim.id == view.hypotheses.table.claim_id
        for _step in range(2):
            QTest.keyClick(table, Qt.Key.Key_Right)
        QTest.keyClick(table, Qt.Key.Key_4)
        await until(lambda: work.read(inquiries.read, inquiry).cells)
        await settled()


async def test_hypotheses_are_linked_to_by_their_refs(work, history):
    inquiry = await opened_inquiry(work, history)
    sheet = work.read(inquiries.read, inquiry)
    found = work.read(references.find, work.case, " h2 ")
    assert (found.table, found.row_id, found.title) == (
        "hypothesis",
        sheet.hypotheses[1].id,
        "Two columns",
    )
