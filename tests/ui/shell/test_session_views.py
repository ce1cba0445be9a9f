"""What the views of a case say in the window around them."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from caseboard.store import cases, evidence
from caseboard.ui.navigation import Place
from caseboard.ui.telling import Telling
from support import settled, until

LEFT = Qt.MouseButton.LeftButton


async def test_brief_begins_the_first_briefing_of_a_case(opened, window, work):
    await work.open()
    async with opened(work.case) as session:
        QTest.mouseClick(window.top.brief, LEFT)
        view = session.case_view.view("briefing")
        await until(lambda: view.composer.title.text() == "Kupiansk approach")
        assert session.case_view.currentWidget() is view
        assert window.rail.current == "briefing"


async def test_a_claim_deleted_in_its_view_is_brought_back_from_the_status_line(
    opened, window, work
):
    await work.open()
    await work.claim(await work.clip())
    async with opened(work.case) as session:
        session.navigator.open(Place("claim"))
        view = session.case_view.view("claim")
        await until(lambda: view.sheet is not None)
        QTest.mouseClick(view.detail.delete, LEFT)
        await until(window.status.offer.isVisible)
        assert window.status.message.text() == "Delete claim. It is in the bin."
        assert window.status.offer.text() == "Undo"
        assert not window.status.second_offer.isVisible()
        await until(lambda: view.model.rowCount() == 0)
        QTest.mouseClick(window.status.offer, LEFT)
        await until(lambda: view.model.rowCount() == 1)


async def test_a_quote_of_another_clip_than_the_open_one_is_framed_there(opened, work):
    await work.open()
    said = await work.clip()
    claim_id = await work.claim(said)
    other = await work.clip(b"Nothing is claimed here.", "Nothing is claimed here.", "Quiet")
    (report,) = work.read(evidence.reports_of, claim_id)
    async with opened(work.case) as session:
        reading = session.case_view.reading
        session.navigator.open_clip(other)
        await until(lambda: reading.page.reader.page is not None)
        await until(lambda: reading.page.reader.page.clip.id == other)
        session.navigator.open_clip(said, report.anchor.id)
        await until(lambda: reading.page.reader.page.clip.id == said)
        await settled()
        assert reading.page.reader.article._active == report.anchor.id


async def test_undo_keeps_to_its_case_when_that_is_left_at_once(opened, window, work):
    await work.open()
    await work.clip()
    async with opened(work.case):
        window.actions_["undo"].trigger()
    await settled()
    assert work.read(cases.by_id, work.case) is not None
    assert work.read(cases.counts, work.case).clips == 0


async def test_a_view_may_offer_two_things(opened, window, work):
    await work.open()
    done = []
    async with opened(work.case) as session:
        offers = (("Show", lambda: done.append("show")), ("Copy", lambda: done.append("copy")))
        session.case_view.told.emit(Telling("Exported", offers))
        assert [window.status.offer.text(), window.status.second_offer.text()] == ["Show", "Copy"]
        QTest.mouseClick(window.status.second_offer, LEFT)
        assert done == ["copy"]
        assert not window.status.offer.isVisible()


async def test_undo_takes_back_what_was_typed_a_moment_ago(opened, window, work):
    await work.open()
    await work.claim(await work.clip())
    async with opened(work.case) as session:
        session.navigator.open(Place("claim"))
        view = session.case_view.view("claim")
        await until(lambda: view.sheet is not None)
        section = view.detail.assessment
        QTest.keyClicks(section.words, "Holds")
        window.actions_["undo"].trigger()
        await until(window.status.message.text)
        assert window.status.message.text() == "Undone: Assess claim"
        await until(lambda: not section.words.text())
        await session.keep()
        assert work.read(evidence.claims_of, work.case)[0].assessment == ""


async def test_what_is_typed_in_a_view_is_kept_when_the_case_is_left(opened, work):
    await work.open()
    await work.claim(await work.clip())
    async with opened(work.case) as session:
        session.navigator.open(Place("claim"))
        view = session.case_view.view("claim")
        await until(lambda: view.model.rowCount() == 1)
        await settled()
        QTest.keyClicks(view.detail.assessment.words, "Holds")
    claims = work.read(evidence.claims_of, work.case)
    assert [claim.assessment for claim in claims] == ["Holds"]


async def test_every_kind_has_a_view_that_a_place_leads_to(opened, window, work):
    await work.open()
    async with opened(work.case) as session:
        for kind in sorted(session.case_view.kinds()):
            session.navigator.open(Place(kind))
            assert window.rail.current == kind
            assert session.case_view.currentWidget() is session.case_view.view(kind)
        await settled()


async def test_the_inspector_of_the_view_that_is_shown_folds(opened, window, work):
    await work.open()
    await work.claim(await work.clip())
    async with opened(work.case) as session:
        session.navigator.open(Place("claim"))
        view = session.case_view.view("claim")
        await settled()
        reading = session.case_view.reading.panes
        before = reading.sizes()
        window.actions_["fold_inspector"].trigger()
        assert view.panes.is_folded(1)
        assert reading.sizes() == before
        window.actions_["fold_inspector"].trigger()
        assert not view.panes.is_folded(1)
