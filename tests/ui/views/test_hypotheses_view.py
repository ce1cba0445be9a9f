"""Hypotheses against claims, driven by keys and mouse."""

import pytest
from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from caseboard.commands.claims import AddReport, ReportDraft
from caseboard.commands.inquiries import AddHypothesis, BinInquiry, OpenInquiry, RemoveEvidence
from caseboard.commands.rating import RateFit
from caseboard.commands.sources import Named
from caseboard.errors import CaseError
from caseboard.model.terms import Fit, SourceKind, Stance
from caseboard.store import inquiries
from caseboard.ui.forms.inquiry_forms import (
    CompetingForm,
    EvidenceForm,
    HypothesisForm,
    InquiryForm,
)
from caseboard.ui.itemmodels.hypotheses import CLAIM, FIRST, TELLING
from caseboard.ui.views.hypotheses import HypothesesPane
from caseboard.ui.weighing import Weighing
from late_read import LateRead
from support import settled, until

LEFT = Qt.MouseButton.LeftButton
Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def pane(qtbot, case_desk, work):
    """The pane of a case with three claims, the second and third of which clash."""

    async def pane(desk=None):
        if desk is None:
            await work.open()
            clip = await work.clip()
            work.clip_id = clip
            work.claims = [
                await work.claim(clip),
                await work.claim(clip, "Two columns entered the town", "Two columns got in"),
                await work.claim(clip, "Nobody entered the town", "stopped"),
            ]
            await work.dispute(*work.claims[1:])
            desk = await case_desk(work.case)
        weighing = Weighing(desk)
        pane = HypothesesPane(desk, weighing, None)
        weighing.setParent(pane)
        qtbot.addWidget(pane)
        pane.resize(1000, 760)
        pane.show()
        pane.activateWindow()
        await until(pane.isActiveWindow)
        pane.said, pane.chosen = [], []
        pane.told.connect(pane.said.append)
        pane.claim_chosen.connect(pane.chosen.append)
        await settled()
        return pane

    return pane


@pytest.fixture
def asked(pane, work, history):
    """The pane with a question: two hypotheses tried on all three claims."""

    async def asked():
        shown = await pane()
        opened = OpenInquiry(work.case, "Who got in?", ("Nobody", "Two columns"), (*work.claims,))
        work.inquiry = await history.run(opened)
        await until(lambda: shown.model.rowCount() == 3)
        await settled()
        shown.table.setFocus()
        return shown

    return asked


class Failing(QObject):
    """A weighing that fails the first time."""

    staled = Signal()

    def __init__(self, weighing):
        super().__init__()
        self._weighing = weighing
        self._has_failed = False

    async def fresh(self):
        if not self._has_failed:
            self._has_failed = True
            raise CaseError("The library is busy.", "Wait a little.")
        return await self._weighing.fresh()


def cells(work):
    sheet = work.read(inquiries.read, work.inquiry)
    places = {each.id: place for place, each in enumerate(sheet.hypotheses)}
    return {
        (work.claims.index(claim), places[hypothesis]): (cell.fit.value, cell.reason)
        for (hypothesis, claim), cell in sheet.cells.items()
    }


def statements(work):
    return [each.statement for each in work.read(inquiries.read, work.inquiry).hypotheses]


async def rate(work, history, *fits):
    """Rate the first column of the rows, then the second: `C . II`, a dot leaves a cell open."""
    sheet = work.read(inquiries.read, work.inquiry)
    for hypothesis, column in zip(sheet.hypotheses, fits, strict=True):
        for claim, fit in zip(work.claims, column.split(), strict=True):
            if fit != ".":
                await history.run(RateFit(work.case, hypothesis.id, claim, Fit(fit)))
    await settled()


def press(pane, key, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(pane.table, key, modifier)


def said(pane, row, column):
    return pane.model.index(row, column).data(Qt.ItemDataRole.AccessibleTextRole)


def click(pane, row, column):
    view = pane.table if column >= FIRST else pane.table.above
    at = view.visualRect(pane.model.index(row, column)).center()
    QTest.mouseClick(view.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, at)


async def form_of(pane, kind):
    return await until(lambda: next((f for f in pane.findChildren(kind) if f.isVisible()), None))


# --- the matrix ---


async def test_rows_are_claims_and_columns_are_hypotheses(asked):
    pane = await asked()
    across = Qt.Orientation.Horizontal
    assert [pane.model.headerData(n, across) for n in range(4)] == [
        "Claim",
        "Tells apart",
        "H1 Nobody",
        "H2 Two columns",
    ]
    assert said(pane, 0, CLAIM) == "C1, The attack was repelled, F\u00a06, weight 0.29"
    assert said(pane, 0, FIRST) == "C1, H1, not rated"


async def test_a_weight_shows_its_working_and_no_fused_grade(asked):
    pane = await asked()
    tip = pane.model.index(0, CLAIM).data(Qt.ItemDataRole.ToolTipRole)
    assert "Weight 0.29 = reliability F 0.6 × credibility 6 0.6 × single source 0.8" in tip


@pytest.mark.parametrize(
    ("keys", "fit"),
    [
        ("1", "CC"), ("2", "C"), ("3", "N"), ("4", "I"), ("5", "II"),
        ("+", "C"), ("++", "CC"), ("+++", "CC"), ("0", "N"), ("-", "I"), ("--", "II"), ("-+", "C"),
        ("=", "C"),
    ],
)  # fmt: skip
async def test_a_cell_is_rated_by_keys(asked, work, keys, fit):
    pane = await asked()
    pane.table.go_to(1, FIRST + 1)
    QTest.keyClicks(pane.table, keys)
    await until(lambda: cells(work) == {(1, 1): (fit, "")})
    await settled()
    assert pane.model.index(1, FIRST + 1).data() == fit


async def test_delete_opens_a_cell_again_and_undo_brings_it_back(asked, work, history):
    pane = await asked()
    pane.table.go_to(0, FIRST)
    press(pane, Key.Key_4)
    await until(lambda: cells(work))
    press(pane, Key.Key_Delete)
    await until(lambda: not cells(work))
    await settled()
    assert await history.undo(work.case) == "Open cell again"
    await until(lambda: said(pane, 0, FIRST) == "C1, H1, inconsistent")


async def test_arrows_go_from_the_claims_into_the_cells_and_back(asked):
    pane = await asked()
    pane.table.go_to(0, CLAIM)
    for key in (Key.Key_Right, Key.Key_Right, Key.Key_Right, Key.Key_Down):
        press(pane, key)
    here = pane.table.currentIndex()
    assert (here.row(), here.column()) == (1, FIRST + 1)
    for _step in range(3):
        press(pane, Key.Key_Left)
    assert pane.table.currentIndex().column() == CLAIM


async def test_the_claim_of_the_row_is_told(asked, work):
    pane = await asked()
    pane.table.go_to(0, CLAIM)
    press(pane, Key.Key_Down)
    assert pane.chosen[-1] == work.claims[1]
    click(pane, 2, CLAIM)
    assert pane.chosen[-1] == work.claims[2]


async def test_enter_on_a_claim_opens_it(asked, work):
    pane = await asked()
    opened = []
    pane.claim_opened.connect(lambda claim_id, _at: opened.append(claim_id))
    pane.table.go_to(1, CLAIM)
    press(pane, Key.Key_Return)
    assert opened == [work.claims[1]]


async def test_several_cells_are_rated_at_once(asked, work, history):
    pane = await asked()
    pane.table.go_to(0, FIRST)
    press(pane, Key.Key_Down, SHIFT)
    press(pane, Key.Key_Right, SHIFT)
    press(pane, Key.Key_3)
    await until(lambda: len(cells(work)) == 4)
    await settled()
    await history.undo(work.case)
    assert cells(work) == {}


# --- the popup ---


async def test_enter_in_a_cell_asks_why_and_enter_keeps_it(asked, work):
    pane = await asked()
    pane.table.go_to(1, FIRST)
    press(pane, Key.Key_Minus)
    await until(lambda: cells(work))
    await settled()
    press(pane, Key.Key_Return)
    assert pane.popup.isVisible()
    assert pane.popup.reason.hasFocus()
    QTest.keyClicks(pane.popup.reason, "Seen inside.")
    QTest.keyClick(pane.popup.reason, Key.Key_Return)
    await until(lambda: cells(work) == {(1, 0): ("I", "Seen inside.")})
    assert not pane.popup.isVisible()
    assert pane.table.hasFocus()
    await until(lambda: said(pane, 1, FIRST) == "C2, H1, inconsistent, Seen inside.")


async def test_a_click_offers_the_five_steps(asked, work):
    pane = await asked()
    click(pane, 0, FIRST)
    assert pane.popup.isVisible()
    button = next(b for b in pane.popup.findChildren(QPushButton) if b.text() == "II")
    QTest.mouseClick(button, LEFT)
    assert pane.popup.words.text() == "very inconsistent"
    QTest.mouseClick(pane.popup.keep, LEFT)
    await until(lambda: cells(work) == {(0, 0): ("II", "")})


async def test_work_elsewhere_keeps_what_was_said_and_escape_does_not(asked, work):
    pane = await asked()
    click(pane, 0, FIRST)
    QTest.keyClicks(pane.popup.fits, "4")
    pane.popup.reason.setFocus()
    QTest.keyClicks(pane.popup.reason, "Not so.")
    pane.table.setFocus()
    await until(lambda: cells(work) == {(0, 0): ("I", "Not so.")})
    await settled()
    press(pane, Key.Key_Return)
    QTest.keyClicks(pane.popup.reason, " Or is it?")
    QTest.keyClick(pane.popup.reason, Key.Key_Escape)
    await settled()
    assert not pane.popup.isVisible()
    assert cells(work) == {(0, 0): ("I", "Not so.")}


async def test_a_reason_without_a_fit_waits_for_one(asked, work):
    pane = await asked()
    pane.table.go_to(0, FIRST)
    press(pane, Key.Key_Return)
    QTest.keyClicks(pane.popup.reason, "Because.")
    QTest.keyClick(pane.popup.reason, Key.Key_Return)
    assert pane.popup.isVisible()
    assert pane.popup.words.text() == "Say how it fits first"
    pane.table.setFocus()
    await settled()
    assert cells(work) == {}
    press(pane, Key.Key_Return)
    assert pane.popup.reason.text() == "Because."
    QTest.keyClick(pane.popup.reason, Key.Key_Escape)


# --- the order ---


async def test_the_least_inconsistent_comes_first_with_its_number(asked, work, history):
    pane = await asked()
    await rate(work, history, "C II I", "II C N")
    pane.bar.weighted.setChecked(False)
    await settled()
    names = [line.accessibleName() for line in pane.ranking.lines]
    assert names == [
        "1: H2 Two columns, inconsistency 2, 1 cell against, 3 of 3 rated",
        "2: H1 Nobody, inconsistency 3, 2 cells against, 3 of 3 rated",
    ]
    assert pane.ranking.lead.text() == "Least speaks against H2."
    assert pane.ranking.rated.text().startswith("6 of 6 cells rated.")


async def test_a_tie_is_said(asked, work, history):
    pane = await asked()
    await rate(work, history, "I . .", "I . .")
    assert [line.accessibleName()[:8] for line in pane.ranking.lines] == ["1, tied:", "1, tied:"]
    assert pane.ranking.lead.text() == "Equally little speaks against H1 and H2."
    assert said(pane, 0, TELLING) == "Fits every hypothesis alike, and does not tell them apart"


async def test_what_the_order_rests_on_is_said_and_leads_to_its_row(asked, work, history):
    pane = await asked()
    await rate(work, history, "I I .", "II C .")
    pane.bar.weighted.setChecked(False)
    await settled()
    assert pane.ranking.lead.text() == "Equally little speaks against H1 and H2."
    assert pane.ranking.sentences[:2] == [
        "Without C1, H2 would lead. If C1 did not speak against H1, H1 would lead.",
        "Without C2, H1 would lead. If C2 did not speak against H1, H1 would lead.",
    ]
    link = next(b for b in pane.ranking.findChildren(QPushButton) if b.text() == "C2")
    QTest.mouseClick(link, LEFT)
    assert pane.table.claim_id == work.claims[1]


async def test_an_order_that_no_single_item_changes_says_so(asked, work, history):
    pane = await asked()
    await rate(work, history, "C C C", "II II II")
    assert "No single item changes who leads." in pane.ranking.sentences


async def test_weighing_by_grade_follows_the_grades_and_can_be_switched_off(asked, work, history):
    pane = await asked()
    await rate(work, history, "I . .", ". I .")
    weighed = [pane.board.score(h.id).inconsistency for h in pane.board.hypotheses]
    assert weighed[0] > weighed[1]  # C2 is disputed
    QTest.mouseClick(pane.bar.weighted, LEFT, pos=QPoint(8, pane.bar.weighted.height() // 2))
    await settled()
    assert {pane.board.score(h.id).inconsistency for h in pane.board.hypotheses} == {1}


async def test_whether_claims_are_weighed_is_remembered(asked, pane, case_desk, work):
    first = await asked()
    QTest.mouseClick(first.bar.weighted, LEFT, pos=QPoint(8, first.bar.weighted.height() // 2))
    await settled()
    again = await pane(await case_desk(work.case))
    assert not again.bar.weighted.isChecked()
    assert not again.board.is_weighted
    assert said(again, 0, CLAIM).endswith("weight 1")
    tip = again.model.index(0, CLAIM).data(Qt.ItemDataRole.ToolTipRole)
    assert "each counts 1" in tip


async def test_a_report_that_contradicts_changes_a_weight_at_once(asked, work, history):
    pane = await asked()
    before = pane.board.rows[0].weight.value
    claimant = Named("DeepState", SourceKind.MONITOR)
    draft = ReportDraft(work.clip_id, work.at("the map said"), Stance.CONTRADICTS, claimant)
    await history.run(AddReport(work.case, work.claims[0], draft))
    await until(lambda: pane.board.rows[0].weight.value < before)


async def test_the_most_telling_come_first_when_the_head_is_clicked(asked, work, history):
    pane = await asked()
    await rate(work, history, "C CC I", "C II C")
    head = pane.table.above.horizontalHeader()
    at = QPoint(head.sectionViewportPosition(TELLING) + 10, 10)
    pane.table.go_to(0, FIRST)
    QTest.mouseClick(head.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, at)
    refs = [pane.model.row(row).claim.ref[-2:] for row in range(3)]
    assert refs == ["C2", "C3", "C1"]
    assert pane.table.claim_id == work.claims[0]
    QTest.mouseClick(head.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, at)
    assert [pane.model.row(row).claim.ref[-2:] for row in range(3)] == ["C1", "C2", "C3"]


# --- columns and evidence ---


async def test_alt_and_an_arrow_move_a_hypothesis(asked, work, history):
    pane = await asked()
    pane.table.go_to(0, FIRST)
    press(pane, Key.Key_Right, ALT)
    await until(lambda: statements(work) == ["Two columns", "Nobody"])
    await settled()
    assert pane.table.currentIndex().column() == FIRST + 1
    press(pane, Key.Key_Left, ALT)
    await until(lambda: statements(work) == ["Nobody", "Two columns"])
    await settled()
    await history.undo(work.case)
    assert statements(work) == ["Two columns", "Nobody"]


async def test_a_hypothesis_is_dragged_to_another_place(asked, work):
    pane = await asked()
    heads = pane.table.heads
    heads.moveSection(FIRST, FIRST + 1)  # what a drag does when it is let go
    await until(lambda: statements(work) == ["Two columns", "Nobody"])
    await settled()
    assert [heads.visualIndex(n) for n in range(4)] == [0, 1, 2, 3]


async def test_a_hypothesis_is_dragged_with_the_mouse(asked, work):
    pane = await asked()
    heads, viewport = pane.table.heads, pane.table.heads.viewport()
    first, second = (heads.sectionViewportPosition(column) for column in (FIRST, FIRST + 1))
    at, there = QPoint(first + 60, 12), QPoint(second + heads.sectionSize(FIRST + 1) - 8, 12)
    QTest.mousePress(viewport, LEFT, Qt.KeyboardModifier.NoModifier, at)
    for x in range(at.x(), there.x(), 20):
        QTest.mouseMove(viewport, QPoint(x, 12))
    QTest.mouseMove(viewport, there)
    QTest.mouseRelease(viewport, LEFT, Qt.KeyboardModifier.NoModifier, there)
    await until(lambda: statements(work) == ["Two columns", "Nobody"])


async def test_a_hypothesis_is_added_in_its_form(asked, work):
    pane = await asked()
    pane.deeds.menu.aboutToShow.emit()
    pane.deeds.add_hypothesis.trigger()
    form = await form_of(pane, HypothesisForm)
    QTest.keyClicks(form.statement, "nobody")
    QTest.keyClick(form, Key.Key_Return, CTRL)
    await until(lambda: "Two hypotheses say" in form.wrong.text())
    form.statement.selectAll()
    QTest.keyClicks(form.statement, "Both")
    QTest.keyClick(form, Key.Key_Return, CTRL)
    await until(lambda: statements(work) == ["Nobody", "Two columns", "Both"])
    await settled()
    assert pane.table.hypothesis_id == pane.board.hypotheses[2].id


async def test_f2_states_a_hypothesis_otherwise(asked, work):
    pane = await asked()
    pane.table.go_to(0, FIRST)
    press(pane, Key.Key_F2)
    form = await form_of(pane, HypothesisForm)
    form.statement.selectAll()
    QTest.keyClicks(form.statement, "Nobody at all")
    QTest.keyClick(form, Key.Key_Return, CTRL)
    await until(lambda: statements(work)[0] == "Nobody at all")


async def test_a_hypothesis_is_deleted_and_told(asked, work, history):
    pane = await asked()
    pane.table.go_to(0, FIRST)
    pane.deeds.menu.aboutToShow.emit()
    pane.deeds.bin.trigger()
    await until(lambda: pane.said)
    assert pane.said[0].text == "Delete hypothesis. It is in the bin."
    await settled()
    assert pane.notice.isVisible()
    assert "two at least" in pane.notice.text.text()
    await history.undo(work.case)
    await until(lambda: not pane.notice.isVisible())


async def test_delete_on_a_claim_takes_it_out_of_the_evidence(asked, work, history):
    pane = await asked()
    pane.table.go_to(1, CLAIM)
    press(pane, Key.Key_Delete)
    await until(lambda: pane.model.rowCount() == 2)
    assert pane.said[0].text == "Remove 1 claim from the evidence."
    assert pane.said[0].is_undoable
    await history.undo(work.case)
    await until(lambda: pane.model.rowCount() == 3)


async def test_evidence_is_added_from_the_claims_that_are_not_there(asked):
    pane = await asked()
    pane.table.go_to(1, CLAIM)
    press(pane, Key.Key_Delete)
    await until(lambda: pane.model.rowCount() == 2)
    pane.work.add_evidence()
    form = await form_of(pane, EvidenceForm)
    assert form.claims.list.model().rowCount() == 1
    form.claims.list.setCurrentIndex(form.claims.list.model().index(0, 0))
    QTest.keyClick(form.claims.list, Key.Key_Space)
    QTest.mouseClick(form.keep, LEFT)
    await until(lambda: pane.model.rowCount() == 3)


# --- copying ---


async def test_selected_cells_are_copied_with_their_heads(asked, work, history):
    pane = await asked()
    await rate(work, history, "C II .", ". N I")
    pane.table.go_to(0, FIRST)
    press(pane, Key.Key_Down, SHIFT)
    press(pane, Key.Key_Right, SHIFT)
    press(pane, Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == "H1 Nobody\tH2 Two columns\nC\t\nII\tN"


async def test_the_whole_matrix_is_copied_as_table(asked, work, history):
    pane = await asked()
    await rate(work, history, "C II .", ". N I")
    pane.deeds.copy.trigger()
    data = QGuiApplication.clipboard().mimeData()
    lines = bytes(data.data("text/csv").data()).decode().splitlines()
    assert lines[0] == "Claim,Statement,Grade,Weight,Tells apart,H1 Nobody,H2 Two columns"
    assert lines[1] == "C1,The attack was repelled,F\u00a06,0.29,0,C,"
    assert lines[-1] == "Inconsistency,,,,,0.36,0.18"
    assert "<td>Two columns entered the town</td>" in data.html()
    assert pane.said[-1].text == "The matrix is in the clipboard."


# --- beginning ---


async def test_a_question_begins_in_the_one_dispute(pane, work):
    pane = await pane()
    assert pane.empty.isVisible()
    QTest.mouseClick(pane.empty.from_dispute, LEFT)
    form = await form_of(pane, InquiryForm)
    QTest.mouseClick(form.keep, LEFT)
    await until(lambda: pane.model.rowCount() == 3)
    work.inquiry = pane.sheet.inquiry.id
    assert statements(work) == [
        "Only C2 holds: Two columns entered the town",
        "Only C3 holds: Nobody entered the town",
        "Both hold",
        "Neither holds",
    ]
    assert cells(work) == {}
    assert pane.ranking.lead.text() == "Nothing is rated yet."


async def test_claims_compete_and_all_others_are_evidence(pane, work):
    pane = await pane()
    QTest.mouseClick(pane.empty.from_claims, LEFT)
    form = await form_of(pane, CompetingForm)
    for row in (1, 2):
        at = form.claims.list.visualRect(form.claims.list.model().index(row, 0)).center()
        QTest.mouseClick(form.claims.list.viewport(), LEFT, pos=at)
    QTest.mouseClick(form.keep, LEFT)
    form = await form_of(pane, InquiryForm)
    form.question.setFocus()
    QTest.keyClicks(form.question, "Who got in?")
    QTest.mouseClick(form.keep, LEFT)
    await until(lambda: pane.model.rowCount() == 1)
    work.inquiry = pane.sheet.inquiry.id
    assert statements(work) == ["Two columns entered the town", "Nobody entered the town"]
    assert pane.model.row(0).claim.id == work.claims[0]


async def test_a_question_of_ones_own_needs_words(pane):
    pane = await pane()
    QTest.mouseClick(pane.empty.from_question, LEFT)
    form = await form_of(pane, InquiryForm)
    QTest.mouseClick(form.keep, LEFT)
    await until(lambda: "no question" in form.wrong.text())
    QTest.keyClicks(form.question, "Why?")
    form.hypotheses.setPlainText("So\n\nOr so")
    QTest.mouseClick(form.keep, LEFT)
    await until(lambda: pane.model.columnCount() == FIRST + 2)


async def test_a_case_without_claims_says_what_to_do_first(pane, work, case_desk):
    await work.open()
    shown = await pane(await case_desk(work.case))
    assert "State a claim first" in shown.empty.says.second.text()
    assert not shown.empty.from_question.isVisible()


async def test_another_question_is_chosen_from_the_list(asked, work, history):
    pane = await asked()
    other = await history.run(OpenInquiry(work.case, "How many?", ("Few", "Many")))
    await settled()
    assert pane.sheet.inquiry.id == work.inquiry  # what is looked at stays
    action = next(a for a in pane.bar.questions.menu().actions() if a.text() == "How many?")
    action.trigger()
    await until(lambda: pane.sheet.inquiry.id == other)
    assert "No claim is set" in pane.notice.text.text()


async def test_a_hypothesis_asked_for_is_shown_in_its_question(asked, work, history):
    pane = await asked()
    other = await history.run(OpenInquiry(work.case, "How many?", ("Few", "Many"), (*work.claims,)))
    wanted = work.read(inquiries.read, other).hypotheses[1].id
    pane.show_hypothesis(wanted)
    await until(lambda: pane.table.hypothesis_id == wanted)
    assert pane.sheet.inquiry.id == other


async def test_a_question_in_the_bin_leaves_the_seeds_and_comes_back(asked, work, history):
    pane = await asked()
    await history.run(BinInquiry(work.case, work.inquiry))
    await until(pane.empty.isVisible)
    await history.undo(work.case)
    await until(pane.table.isVisible)
    assert pane.model.rowCount() == 3


async def test_a_hypothesis_added_elsewhere_appears_and_the_cell_stays(asked, work, history):
    pane = await asked()
    pane.table.go_to(2, FIRST + 1)
    await history.run(AddHypothesis(work.case, work.inquiry, "Both"))
    await until(lambda: pane.model.columnCount() == FIRST + 3)
    here = pane.table.currentIndex()
    assert (here.row(), here.column()) == (2, FIRST + 1)


async def test_what_is_hidden_tells_of_no_claim_until_it_is_looked_at(asked, work, history):
    pane = await asked()
    pane.table.go_to(1, CLAIM)
    pane.hide()
    pane.chosen.clear()
    await history.run(RemoveEvidence(work.case, work.inquiry, (work.claims[1],)))
    await settled()
    assert pane.chosen == []
    pane.show()
    assert pane.chosen == [work.claims[0]]


async def test_what_cannot_be_read_is_said_and_tried_again(qtbot, asked):
    shown = await asked()
    weighing = Failing(shown._weighing)
    pane = HypothesesPane(shown._desk, weighing, None)
    weighing.setParent(pane)
    qtbot.addWidget(pane)
    pane.show()
    await settled()
    assert pane.notice.text.text() == "The library is busy. Wait a little."
    button = next(b for b in pane.notice.findChildren(QPushButton) if b.text() == "Try again")
    QTest.mouseClick(button, LEFT)
    await until(lambda: pane.model.rowCount() == 3)


async def test_a_library_open_to_read_only_rates_nothing(asked, pane, work, history, reader_desk):
    await asked()
    await rate(work, history, "C . .", ". . .")
    shown = await pane(await reader_desk(work.case))
    shown.table.setFocus()
    shown.table.go_to(0, FIRST)
    QTest.keyClicks(shown.table, "5-")
    press(shown, Key.Key_Delete)
    press(shown, Key.Key_Return)
    assert not shown.popup.keep.isVisible()
    assert not shown.popup.fits.isEnabled()
    QTest.keyClick(shown.popup.reason, Key.Key_Escape)
    await settled()
    assert cells(work) == {(0, 0): ("C", "")}
    assert not shown.bar.new.isVisible()


async def test_first_columns_stay_in_sight_when_the_rest_is_moved(asked, work, history):
    pane = await asked()
    for number in range(9):
        await history.run(AddHypothesis(work.case, work.inquiry, f"Another {number}"))
    await settled()
    pane.table.go_to(1, FIRST + 10)
    table = pane.table
    assert table.horizontalScrollBar().value() > 0
    assert table.above.visualRect(pane.model.index(1, CLAIM)).left() == 0
    pane.table.go_to(1, FIRST)
    assert table.visualRect(pane.model.index(1, FIRST)).left() >= table.above.width()


async def test_of_two_hypotheses_asked_for_the_last_is_shown_whichever_is_found_first(
    asked, monkeypatch
):
    shown = await asked()
    one, other = shown.sheet.hypotheses
    late = LateRead(monkeypatch, inquiries.inquiry_of)
    shown.show_hypothesis(one.id)
    await late.come()
    shown.show_hypothesis(other.id)
    await until(lambda: shown.table.hypothesis_id == other.id)
    await late.answer()
    await settled()
    assert shown.table.hypothesis_id == other.id
