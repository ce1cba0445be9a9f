"""The page of one claim, as narrow as an inspector and as wide as it likes."""

import pytest
from claim_page import Page
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from caseboard.commands.claims import AddReport
from caseboard.commands.editing import Edit
from caseboard.commands.quantities import QuantityDraft
from caseboard.commands.reports import EditReport
from caseboard.model.case import Case
from caseboard.model.terms import ClaimStatus, Ladder, QuantityKind, Stance
from support import until

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def claim_page(qtbot, case_desk, work):
    """A claim of seven reports, all but the fifth by the General Staff."""

    async def claim_page(width=366, make=case_desk):
        if work.case is None:
            await work.open()
            work.clip_id = await work.clip()
            work.claim_id = await work.claim(work.clip_id)
            for n in range(6):
                who = "DeepState" if n == 3 else "General Staff"
                report = work.report(work.clip_id, who, (f"Relay {n}",))
                await work.history.run(AddReport(work.case, work.claim_id, report))
        page = Page(await make(work.case), work.claim_id)
        qtbot.addWidget(page.detail)
        page.detail.resize(width, 500)
        page.detail.show()
        page.detail.activateWindow()
        await until(page.detail.isActiveWindow)
        await page.show()
        return page

    return claim_page


def texts(widget):
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget)]


def is_in_sight(detail, card):
    seen = detail.viewport().rect()
    return seen.contains(card.mapTo(detail.viewport(), QPoint(1, 1)))


async def test_the_reports_of_a_claimant_are_marked_and_come_into_sight(claim_page):
    page = await claim_page()
    card = page.detail.reports[4]
    assert not is_in_sight(page.detail, card)
    page.detail.show_evidence_of(card.said.claimant.id)
    assert [each.is_active for each in page.detail.reports].index(True) == 4
    await until(lambda: is_in_sight(page.detail, card))
    page.detail.show_evidence_of(None)
    assert not any(each.is_active for each in page.detail.reports)


async def test_a_claimant_asked_for_before_the_claim_is_shown_is_marked_when_it_is(
    claim_page, work, case_desk
):
    first = await claim_page()
    wanted = first.detail.reports[4].said.claimant.id
    page = Page(await case_desk(work.case), work.claim_id)
    page.detail.show_evidence_of(wanted)
    await page.show()
    assert [card.is_active for card in page.detail.reports].count(True) == 1
    page.detail.deleteLater()


@pytest.mark.parametrize("width", [366, 600])
async def test_nothing_stands_out_over_the_edge(claim_page, width):
    page = await claim_page(width)
    detail = page.detail
    inside = detail.widget()
    assert inside.minimumSizeHint().width() <= detail.viewport().width()
    for card in detail.reports:
        assert card.mapTo(detail.viewport(), QPoint(card.width(), 0)).x() <= width


async def test_the_working_always_stands_above_the_reports(claim_page):
    page = await claim_page()
    evidence = page.detail.evidence
    assert evidence.working.isVisible()
    assert evidence.working.text().startswith("7 reports, 2 independent origins: General Staff")
    await until(lambda: evidence.cards[0].mapTo(evidence, QPoint()).y() > 0)
    assert evidence.working.geometry().bottom() < evidence.cards[0].mapTo(evidence, QPoint()).y()


async def test_reports_that_have_not_changed_keep_the_keyboard(claim_page):
    page = await claim_page()
    card = page.detail.reports[2]
    card.setFocus()
    page.detail.assessment.confidence.setCurrentIndex(2)
    page.detail.assessment._on_chosen(2)
    await page.detail.assessment.keep()
    await page.show()
    assert page.detail.sheet.claim.confidence == "moderate"
    assert page.detail.reports[2] is card
    assert card.hasFocus()


async def test_tab_goes_from_report_to_report_and_enter_opens_the_words(claim_page):
    page = await claim_page()
    seen = []
    page.detail.report_opened.connect(lambda clip, anchor: seen.append((clip, anchor)))
    page.detail.reports[0].setFocus()
    for _step in range(3):
        QTest.keyClick(QGuiApplication.focusObject(), Qt.Key.Key_Tab)
    second = page.detail.reports[1]
    assert second.hasFocus()
    QTest.keyClick(second, Qt.Key.Key_Return)
    assert seen == [(second.said.clip.id, second.said.anchor.id)]


async def test_a_report_is_copied_with_the_way_it_took(claim_page):
    page = await claim_page()
    card = page.detail.reports[0]
    card.setFocus()
    QTest.keyClick(card, Qt.Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == "“All assaults”\nGeneral Staff → Ukrinform · E001"


async def test_delete_on_a_report_asks_for_it_to_go(claim_page):
    page = await claim_page()
    asked = []
    page.detail.report_delete_wanted.connect(asked.append)
    card = page.detail.reports[1]
    card.setFocus()
    QTest.keyClick(card, Qt.Key.Key_Delete)
    assert asked == [card.said.report.id]
    menu = card.menu()
    assert [each.text() for each in menu.actions() if each.text()] == [
        "Open in the clip",
        "Copy the words with their way",
        "Edit…",
        "Delete",
    ]
    menu.close()


async def test_what_cannot_be_judged_is_said_in_words(claim_page):
    page = await claim_page()
    card = page.detail.reports[0]
    assert "F\u00a06" in texts(card)
    said = "General Staff: F, cannot be judged; This report: 6, cannot be judged"
    assert card.accessibleName().endswith(said)
    assert "cannot be judged" in card.toolTip()


async def test_a_library_open_to_read_only_offers_to_open_and_copy(claim_page, reader_desk):
    await claim_page()
    page = await claim_page(make=reader_desk)
    head, card = page.detail.head, page.detail.reports[0]
    assert head.override is None
    assert not any(button.isVisible() for button in (head.edit, head.delete, card.edit))
    assert card.more.isVisible()
    copying, mapping = head.menu().actions()
    assert (copying.text(), mapping.text()) == ("Copy the statement", "Show on the map")
    opened = []
    page.detail.entity_opened.connect(lambda *place: opened.append(place))
    mapping.trigger()
    assert opened == [("map", page.detail.sheet.claim.id)]
    asked = []
    page.detail.report_delete_wanted.connect(asked.append)
    QTest.keyClick(card, Qt.Key.Key_Delete)
    assert not asked
    assert page.detail.sheet.standing.status is ClaimStatus.CORROBORATED


async def test_the_assessment_is_checked_against_what_was_said_and_kept_all_the_same(
    claim_page, work, history
):
    page = await claim_page()
    words = "Two columns got in, the map said"
    await history.run(AddReport(work.case, work.claim_id, work.report(work.clip_id, exact=words)))
    await page.show()
    section = page.detail.assessment
    QTest.keyClicks(section.words, "Two columns got in, the map reads.")
    await until(section.words_notes.isVisible)
    (warning,) = section.words_notes.warnings
    assert warning.hint.startswith("These are words of General Staff.")
    await section.keep()
    await page.show()
    assert page.detail.sheet.claim.assessment == "Two columns got in, the map reads."
    assert section.words_notes.isVisible()


async def test_the_likelihoods_follow_the_ladder_of_the_case_and_the_band_stays(
    claim_page, work, history
):
    page = await claim_page()
    band = page.detail.assessment.band
    band.setFocus()
    band.setCurrentIndex(6)
    page.detail.assessment._on_chosen(6)
    await page.detail.assessment.keep()
    await history.run(Edit(Case, work.case, {"ladder": Ladder.PHIA}, "Edit case"))
    await page.show()
    assert page.detail.sheet.claim.band == 6
    assert band.currentText() == "highly likely (80–90 %)"


async def test_the_wheel_that_scrolls_the_page_judges_no_claim(claim_page):
    page = await claim_page()
    band = page.detail.assessment.band
    page.detail.ensureWidgetVisible(band)
    page.detail.reports[0].setFocus()
    middle = QPointF(band.rect().center())
    for turned in (-120, -120):
        event = QWheelEvent(
            middle,
            band.mapToGlobal(middle),
            QPoint(),
            QPoint(0, turned),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(band, event)
    assert band.currentIndex() == 0
    assert page.detail.assessment.autosave.is_saved


async def test_a_number_that_a_report_tells_is_on_its_card_as_soon_as_it_is_kept(
    claim_page, work, history
):
    page = await claim_page()
    said = page.detail.reports[0].said
    number = QuantityDraft(QuantityKind.VEHICLES, 2, 3, "tanks")
    edit = EditReport(
        work.case, said.report.id, Stance.SUPPORTS, said.claimant.id, quantities=(number,)
    )
    await history.run(edit)
    await page.show()
    assert any("tanks" in text for text in texts(page.detail.reports[0]))


async def test_of_very_many_reports_the_first_are_shown_and_the_rest_when_asked(
    claim_page, work, history
):
    page = await claim_page()
    for n in range(8):
        report = work.report(work.clip_id, f"Outlet {n}", ())
        await history.run(AddReport(work.case, work.claim_id, report))
    await page.show()
    assert len(page.detail.reports) == 10
    more = page.detail.evidence.more
    assert more.text() == "Show all 15"
    last = page.detail.sheet.page.said[-1].claimant.id
    page.detail.show_evidence_of(last)
    assert [card.said.claimant.id for card in page.detail.reports] == [last]
    more.setFocus()
    QTest.keyClick(more, Qt.Key.Key_Space)
    assert len(page.detail.reports) == 15
    assert page.detail.reports[-1].is_active
    assert not more.isVisibleTo(page.detail)
