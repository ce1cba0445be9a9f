"""Open disputes in the window: counted in the rail, and one click from there."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from caseboard.analysis.matrix import Arrangement, Order
from caseboard.commands.dispute_status import SetDisputeStatus
from caseboard.model.terms import DisputeStatus
from caseboard.store import cases
from caseboard.ui.navigation import Place
from caseboard.ui.shots import at_rest
from late_read import LateRead
from support import until


async def test_the_rail_counts_open_disputes_and_leads_to_the_disputed_claims(
    opened, work, window, history
):
    await work.open()
    clip_id = await work.clip()
    ids = [await work.claim(clip_id, words, exact=words) for words in ("All", "Two", "said")]
    dispute_id = await work.dispute(ids[0], ids[2])
    async with opened() as session:
        await session.go_to(work.case, Place("claim"))
        await at_rest()
        view = session.case_view.view("claim")
        view.bar.asked.emit(Arrangement(order=Order.NEWEST, typed="Two"))
        await at_rest()
        await session.go_to(work.case, Place("clip", clip_id))
        await at_rest()
        entry = window.rail.item("claim")
        assert entry.accessibleName() == "Claims 3, 1 dispute open"
        badge = await until(lambda: not entry._alert_room.isNull() and entry._alert_room.center())
        QTest.mouseClick(entry, Qt.MouseButton.LeftButton, pos=badge)
        await at_rest()
        assert session.case_view.currentWidget() is view
        assert view.model.asked.order is Order.DISPUTED
        assert not view.model.asked.is_filtered
        reconciled = SetDisputeStatus(work.case, dispute_id, DisputeStatus.RECONCILED, "Both hold.")
        await history.run(reconciled)
        await until(lambda: entry.accessibleName() == "Claims 3")


async def test_a_count_that_comes_late_is_not_shown_over_a_newer_one(
    opened, work, window, monkeypatch
):
    await work.open()
    async with opened() as session:
        await session.go_to(work.case, Place("claim"))
        await at_rest()
        late = LateRead(monkeypatch, cases.counts)
        clip_id = await work.clip()
        await late.come()
        await work.claim(clip_id)
        entry = window.rail.item("claim")
        await until(lambda: entry.accessibleName() == "Claims 1")
        await late.answer()
        assert entry.accessibleName() == "Claims 1"
