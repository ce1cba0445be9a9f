"""What is done to a claim from its page, by keys and mouse."""

import pytest
from claim_page import Page
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from caseboard.commands.claims import AddReport, BinClaim
from caseboard.model.terms import ClaimStatus, Stance
from caseboard.store import claims, evidence
from caseboard.ui.forms.known_passage_form import KnownPassageForm
from caseboard.ui.forms.merge_claims_form import MergeClaimsForm
from caseboard.ui.forms.override_form import OverrideForm
from caseboard.ui.lib.messages import ErrorDialog
from caseboard.ui.views.claim_deeds import ClaimDeeds
from support import settled, until

LEFT = Qt.MouseButton.LeftButton
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(qtbot, case_desk, work, navigator):
    """The second of two claims; the first has one report, the second `reports`."""

    async def page(reports=1):
        await work.open()
        work.clip_id = clip_id = await work.clip()
        work.first = await work.claim(clip_id, "The attack on Kupiansk was repelled")
        work.second = await work.claim(clip_id, "An attack on Kupiansk was beaten back", "stopped")
        for n in range(1, reports):
            report = work.report(clip_id, f"Outlet {n}", exact="map")
            await work.history.run(AddReport(work.case, work.second, report))
        made = Page(await case_desk(work.case), work.second)
        qtbot.addWidget(made.detail)
        made.deeds = deeds = ClaimDeeds(made.desk, navigator, made.detail)
        made.said = []
        deeds.told.connect(lambda telling: made.said.append(telling.text))
        made.detail.resize(366, 700)
        made.detail.show()
        made.detail.activateWindow()
        await until(made.detail.isActiveWindow)
        await made.show()
        return made

    return page


async def form_of(page, kind):
    return await until(lambda: page.detail.findChild(kind))


async def test_a_status_is_overridden_with_a_reason_by_keys_alone(page):
    page = await page()
    page.detail.head.override.setFocus()
    QTest.keyClick(page.detail.head.override, Qt.Key.Key_Space)
    form = await form_of(page, OverrideForm)
    assert form.derived.text() == "From the reports it is single source."
    form.status.setFocus()
    QTest.keyClicks(form.status, "corr")
    QTest.keyClick(form.status, Qt.Key.Key_Tab)
    QTest.keyClicks(QApplication.focusWidget(), "Seen on imagery")
    QTest.keyClick(form, Qt.Key.Key_Return, CTRL)
    await until(lambda: not page.detail.findChildren(OverrideForm) or not form.isVisible())
    await settled()
    await page.show()
    head = page.detail.head
    assert page.detail.sheet.standing.status is ClaimStatus.CORROBORATED
    assert head.overridden.isVisibleTo(page.detail)
    assert head.overridden.text() == (
        "Corroborated on the analyst’s word: Seen on imagery."
        " From the reports it would be single source."
    )
    assert page.detail.evidence.working.text().startswith("1 report, 1 independent origin")
    assert head.override is None


async def test_a_status_on_ones_own_word_is_taken_back_and_that_is_undone(page, history):
    page = await page()
    QTest.mouseClick(page.detail.head.override, LEFT)
    form = await form_of(page, OverrideForm)
    form.status.choose(ClaimStatus.DISPUTED)
    QTest.keyClicks(form.reason, "Doubtful")
    QTest.mouseClick(form.keep, LEFT)
    await settled()
    await page.show()
    QTest.mouseClick(page.detail.head.take_back, LEFT)
    await until(lambda: page.said)
    await page.show()
    assert page.said == ["The status follows from the reports again."]
    assert not page.detail.sheet.standing.is_overridden
    assert page.detail.head.override is not None
    await history.undo(page.desk.case_id)
    await page.show()
    assert page.detail.sheet.standing.status is ClaimStatus.DISPUTED


async def test_without_a_reason_the_form_stays_and_says_what_is_missing(page):
    page = await page()
    QTest.mouseClick(page.detail.head.override, LEFT)
    form = await form_of(page, OverrideForm)
    QTest.keyClick(form, Qt.Key.Key_Return, CTRL)
    await until(form.wrong.text)
    assert form.wrong.text().startswith("A status on your own word needs a reason.")
    assert form.reason.hasFocus()
    form.reject()
    await settled()


async def test_merging_says_what_will_happen_and_leads_to_what_is_kept(page, work, navigator):
    page = await page(reports=3)
    menu = page.detail.head.menu()
    next(each for each in menu.actions() if each.text() == "Merge into…").trigger()
    form = await form_of(page, MergeClaimsForm)
    assert form.outcome.text().startswith("Choose the claim that stays.")
    QTest.keyClicks(form.into, "C1")
    assert form.outcome.text().splitlines() == [
        "3 reports of C2 with its disputes, places and gaps go over to C1.",
        "The statement that is kept: “The attack on Kupiansk was repelled”.",
        "C2 goes to the bin. Undo brings both back.",
    ]
    QTest.keyClick(form, Qt.Key.Key_Return, CTRL)
    await until(lambda: page.said)
    assert navigator.seen == [("claim", work.first, None)]
    (kept,) = await page.desk.read(evidence.claims_of, work.case)
    assert kept.id == work.first
    assert len(await page.desk.read(claims.reports_of, kept.id)) == 4
    menu.close()


async def test_a_report_is_deleted_from_its_card_and_undo_brings_it_back(page, history, work):
    page = await page(reports=2)
    card = page.detail.reports[1]
    card.setFocus()
    QTest.keyClick(card, Qt.Key.Key_Delete)
    await until(lambda: page.said)
    assert page.said == ["Delete report. It is in the bin."]
    await page.show()
    assert len(page.detail.reports) == 1
    await history.undo(work.case)
    await page.show()
    assert len(page.detail.reports) == 2


async def test_the_last_report_of_a_claim_is_not_deleted_and_that_is_said(page, work):
    page = await page()
    card = page.detail.reports[0]
    card.setFocus()
    QTest.keyClick(card, Qt.Key.Key_Delete)
    box = await until(lambda: page.detail.findChild(ErrorDialog))
    assert "last report the claim rests on" in box.accessibleName()
    box.reject()
    await settled()
    assert len(await page.desk.read(claims.reports_of, work.second)) == 1


async def test_a_passage_of_another_claim_is_reported_on_this_one_by_keys_alone(page, work):
    page = await page()
    page.deeds.add_known_passage()
    form = await form_of(page, KnownPassageForm)
    await until(form.isVisible)
    assert form.passage.currentText() == "E001 · General Staff · “All assaults”"
    assert form.fields.claimant.text() == "General Staff"
    assert [line.field.text() for line in form.fields.relays.lines] == ["Ukrinform"]
    QTest.keyClick(form, Qt.Key.Key_Return, CTRL)
    await until(form.wrong.text)
    assert form.wrong.text().startswith("Say what the report does to the claim.")
    form.fields.stance.setFocus()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_C)
    QTest.keyClick(form, Qt.Key.Key_Return, CTRL)
    await settled()
    first, added = await page.desk.read(evidence.reports_of, work.second)
    (known,) = await page.desk.read(evidence.reports_of, work.first)
    assert added.report.stance is Stance.CONTRADICTS
    assert added.anchor.id == known.anchor.id
    assert added.claimant.id == known.claimant.id
    assert first.anchor.id != added.anchor.id


async def test_a_passage_that_is_chosen_brings_its_own_claimant(page, work):
    page = await page()
    report = work.report(work.clip_id, "DeepState", (), exact="Two columns")
    await work.history.run(AddReport(work.case, work.first, report))
    page.deeds.add_known_passage()
    form = await form_of(page, KnownPassageForm)
    await until(form.isVisible)
    form.passage.setFocus()
    QTest.keyClick(form.passage, Qt.Key.Key_Down)
    assert form.quote.text() == "“Two columns”"
    assert form.fields.claimant.text() == "DeepState"
    assert form.fields.relays.lines == []
    form.reject()
    await settled()


async def test_where_no_passage_is_left_that_is_said(page, work, history):
    page = await page()
    await history.run(BinClaim(work.case, work.first))
    page.deeds.add_known_passage()
    await until(lambda: page.said)
    assert page.said == ["No other claim of the case has a passage to offer."]
