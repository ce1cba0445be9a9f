"""The claims view, driven by keys and mouse."""

import asyncio

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from caseboard.analysis.matrix import Order
from caseboard.commands.bin_clips import BinClips
from caseboard.commands.claims import AddReport, ReportDraft
from caseboard.commands.notes import WriteNote
from caseboard.commands.sources import Named
from caseboard.model.columns import new_id
from caseboard.model.terms import SourceKind, Stance
from caseboard.store import claim_pages, claims, clips, evidence
from caseboard.ui.forms.dispute_form import DisputeForm
from caseboard.ui.forms.report_form import ReportForm
from caseboard.ui.views.claims import ClaimsView
from caseboard.ui.views.claims_bar import LIST
from caseboard.ui.weighing import Weighing
from late_read import LateRead
from support import settled, until

LEFT = Qt.MouseButton.LeftButton
DOWN = Qt.Key.Key_Down


@pytest.fixture
def claims_view(shown, case_desk, work):
    """A view of three claims, the second and third of which clash."""

    async def claims_view(mode=LIST):
        await work.open()
        work.clip_id = await work.clip()
        work.ids = [
            await work.claim(work.clip_id),
            await work.claim(work.clip_id, "Two columns entered the town", "Two columns got in"),
            await work.claim(work.clip_id, "Nobody entered the town", "stopped"),
        ]
        await work.dispute(*work.ids[1:])
        view = await shown(ClaimsView, await case_desk(work.case))
        view.show_mode(mode)
        view.focus()
        return view

    return claims_view


def statements(view):
    return [view.model.row(view.model.index(row, 0)).claim.statement for row in rows(view)]


def rows(view):
    return range(view.model.rowCount())


async def show(view, claim_id):
    """Select a claim and wait until all that is known of it is shown."""
    view.show_row(claim_id)
    await until(lambda: view.sheet is not None and view.sheet.claim.id == claim_id)


def texts(widget):
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget)]


def contradiction(work, exact="the map said"):
    claimant = Named("DeepState", SourceKind.MONITOR)
    draft = ReportDraft(work.clip_id, work.at(exact), Stance.CONTRADICTS, claimant)
    return AddReport(work.case, work.ids[0], draft)


async def test_disputed_claims_come_first(claims_view, work):
    view = await claims_view()
    assert list(view.model.ids) == [work.ids[1], work.ids[2], work.ids[0]]


async def test_claims_are_listed_newest_first_when_asked(claims_view, work):
    view = await claims_view()
    action = next(a for a in view.bar.order.menu().actions() if a.text() == "newest first")
    action.trigger()
    await settled()
    assert list(view.model.ids) == work.ids[::-1]
    assert view.bar.order.text() == "Show: newest first"
    assert view.model.asked.order is Order.NEWEST


async def test_a_row_says_how_the_claim_stands(claims_view):
    view = await claims_view()
    said = view.model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "C2, Two columns entered the town, disputed, 1 for · 0 against · 1 origin"


async def test_typing_in_the_filter_leaves_what_holds_it_and_down_leads_to_the_rows(claims_view):
    view = await claims_view()
    QTest.keyClicks(view.filter, "REPELLED")
    await until(lambda: view.model.rowCount() == 1)
    assert statements(view) == ["The attack was repelled"]
    QTest.keyClick(view.filter, DOWN)
    assert view.list.hasFocus()
    QTest.keyClick(view.filter, Qt.Key.Key_Escape)
    await until(lambda: view.model.rowCount() == 3)


async def test_a_filter_that_nothing_meets_says_so(claims_view):
    view = await claims_view()
    QTest.keyClicks(view.filter, "zeppelin")
    await until(lambda: view.model.rowCount() == 0)
    await settled()
    assert view.empty.sentence.text() == "Nothing here holds “zeppelin”."
    assert view.sheet is None


async def test_the_arrow_keys_go_from_claim_to_claim(claims_view, work):
    view = await claims_view()
    assert view.sheet.claim.id == work.ids[1]
    QTest.keyClick(view.list, DOWN)
    await until(lambda: view.sheet.claim.id == work.ids[2])
    assert view.detail.statement.text() == "Nobody entered the town"


async def test_a_report_shows_its_words_its_grade_and_the_way_they_took(claims_view, work):
    view = await claims_view()
    await show(view, work.ids[0])
    card = view.detail.reports[0]
    assert "“All assaults”" in texts(card)
    assert "General Staff → Ukrinform · E001" in texts(card)
    assert "F\u00a06" in texts(card)


@pytest.mark.parametrize("by", ["mouse", "keys"])
async def test_a_report_leads_to_its_words_in_the_clip(claims_view, work, navigator, by):
    view = await claims_view()
    await show(view, work.ids[0])
    card = view.detail.reports[0]
    if by == "mouse":
        QTest.mouseClick(card, LEFT)
    else:
        card.setFocus()
        QTest.keyClick(card, Qt.Key.Key_Return)
    clip = await view._desk.read(clips.view, work.clip_id)
    anchor = next(each for each in clip.anchors if each.exact == "All assaults")
    assert navigator.seen == [("clip", work.clip_id, anchor.id)]


async def test_a_contradiction_from_elsewhere_is_weighed_at_once(claims_view, work, history):
    view = await claims_view()
    await show(view, work.ids[0])
    await history.run(contradiction(work))
    await until(lambda: len(view.detail.reports) == 2)
    assert view.sheet.standing.status == "disputed"
    assert view.detail.evidence.heading.text() == "EVIDENCE · 2 REPORTS, 2 INDEPENDENT ORIGINS"
    at = view.model.index_of(work.ids[0])
    await until(lambda: view.model.row(at).standing.contradicts == 1)
    assert view.model.row(at).standing.supports == 1


async def test_a_note_elsewhere_weighs_nothing_anew(claims_view, work, history):
    view = await claims_view()
    weighed = []
    view._weighing.weighed.connect(weighed.append)
    await history.run(WriteNote(work.case, new_id(), "Of no concern"))
    await settled()
    assert not weighed
    await history.run(contradiction(work))
    await settled()
    assert len(weighed) == 1


async def test_claims_go_with_the_clip_they_rest_on_and_come_back_with_it(
    claims_view, work, history
):
    view = await claims_view()
    await history.run(BinClips(work.case, frozenset([work.clip_id])))
    await until(lambda: view.model.rowCount() == 0)
    await settled()
    assert view.sheet is None
    await history.undo(work.case)
    await until(lambda: view.model.rowCount() == 3)


async def test_a_dispute_shows_both_sides_and_leads_to_the_other(claims_view, work, navigator):
    view = await claims_view()
    card = view.detail.disputes[0]
    assert {"Two columns entered the town", "Nobody entered the town"} <= set(texts(card))
    assert "Differ on entry" in texts(card)
    other = next(b for b in card.findChildren(QPushButton) if b.text() == "C3 says")
    QTest.mouseClick(other, LEFT)
    assert navigator.seen == [("claim", work.ids[2], None)]


async def test_what_is_thought_of_a_claim_is_kept_as_it_is_typed(claims_view, work, history):
    view = await claims_view()
    await show(view, work.ids[0])
    section = view.detail.assessment
    section.words.setFocus()
    QTest.keyClicks(section.words, "Fits the sector.")
    await view.keep()
    kept = {c.id: c for c in await view._desk.read(evidence.claims_of, work.case)}
    assert kept[work.ids[0]].assessment == "Fits the sector."
    await history.undo(work.case)
    await until(lambda: section.words.text() == "")


async def test_what_is_typed_and_taken_back_before_it_was_shown_leaves_the_field(
    claims_view, work, history, monkeypatch
):
    view = await claims_view()
    await show(view, work.ids[0])
    section = view.detail.assessment
    QTest.keyClicks(section.words, "Fits the sector.")
    shown, may_weigh, fresh = view.sheet, asyncio.Event(), Weighing.fresh

    async def late(weighing):
        await may_weigh.wait()
        return await fresh(weighing)

    monkeypatch.setattr(Weighing, "fresh", late)
    await view.keep()
    await history.undo(work.case)
    assert view.sheet is shown
    may_weigh.set()
    await until(lambda: section.words.text() == "")


async def test_a_likelihood_is_chosen_by_key_from_the_ladder_of_the_case(claims_view, work):
    view = await claims_view()
    await show(view, work.ids[0])
    band = view.detail.assessment.band
    band.setFocus()
    band.showPopup()
    QTest.keyClicks(band.view(), "likely")
    QTest.keyClick(band.view(), Qt.Key.Key_Return)
    await view.keep()
    claim = next(
        c for c in await view._desk.read(evidence.claims_of, work.case) if c.id == work.ids[0]
    )
    assert claim.band == 5
    assert band.currentText() == "likely (55–80 %)"


async def test_delete_moves_a_claim_to_the_bin_and_undo_brings_it_back(claims_view, work, history):
    view = await claims_view()
    QTest.keyClick(view.list, Qt.Key.Key_Delete)
    await until(lambda: view.said)
    assert view.said[0].text == "Delete claim. It is in the bin."
    assert view.said[0].is_undoable
    await until(lambda: work.ids[1] not in view.model.ids)
    await until(lambda: view.sheet is not None and view.sheet.claim.id == work.ids[0])
    await history.undo(work.case)
    await until(lambda: work.ids[1] in view.model.ids)


async def test_adding_a_report_says_how_and_leads_to_the_clips(claims_view, navigator):
    view = await claims_view()
    QTest.mouseClick(view.detail.evidence.button, LEFT)
    assert "press C" in view.notice.text.text()
    view.inspector.go_to_clips()
    assert navigator.seen[-1] == ("clip", "", None)


async def test_a_dispute_is_added_in_its_form(claims_view, work):
    view = await claims_view()
    await show(view, work.ids[0])
    QTest.mouseClick(view.detail.clashes.button, LEFT)
    form = await until(lambda: view.findChild(DisputeForm))
    assert form.claim_a.claim_id() == work.ids[0]
    QTest.keyClicks(form.claim_b, "C2")
    QTest.keyClick(form, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    await until(lambda: len(view.detail.disputes) == 1)
    assert view.sheet.standing.disputed_with == ("C2",)


async def test_a_dispute_is_deleted_and_told(claims_view):
    view = await claims_view()
    QTest.mouseClick(view.detail.disputes[0].delete, LEFT)
    await until(lambda: view.said)
    assert view.said[0].text == "Delete dispute. It is in the bin."
    await until(lambda: not view.detail.disputes)
    assert view.detail.at_peace.isVisible()


async def test_a_report_is_edited_in_its_form(claims_view, work):
    view = await claims_view()
    await show(view, work.ids[0])
    QTest.mouseClick(view.detail.reports[0].edit, LEFT)
    form = await until(lambda: view.findChild(ReportForm))
    QTest.keyClicks(form.fields.verb, "insisted")
    QTest.mouseClick(form.keep, LEFT)
    await until(lambda: "insisted" in texts(view.detail.reports[0]))
    found = await view._desk.read(claims.reports_of, work.ids[0])
    assert [report.verb for report in found] == ["insisted"]


async def test_a_claim_asked_for_before_the_list_is_read_is_shown(qtbot, claims_view, work):
    first = await claims_view()
    view = ClaimsView(first._desk, first._navigator)
    qtbot.addWidget(view)
    view.show_row(work.ids[0])
    await settled()
    assert view.sheet.claim.id == work.ids[0]


async def test_a_claim_hidden_by_the_filter_is_shown_when_asked_for(claims_view, work):
    view = await claims_view()
    QTest.keyClicks(view.filter, "columns")
    await until(lambda: view.model.rowCount() == 1)
    await show(view, work.ids[0])
    assert view.filter.text() == ""


async def test_an_empty_case_says_how_to_state_a_claim(shown, case_desk, work, navigator):
    await work.open()
    view = await shown(ClaimsView, await case_desk(work.case))
    assert view.empty.isVisible()
    assert "press C" in view.empty.sentence.text()
    QTest.mouseClick(view.empty.button, LEFT)
    assert navigator.seen == [("clip", "", None)]


async def test_a_library_open_to_read_only_offers_no_change(claims_view, work, reader_desk, shown):
    await claims_view()
    view = await shown(ClaimsView, await reader_desk(work.case))
    assert view.sheet is not None
    hidden = (view.detail.edit, view.detail.delete, view.detail.evidence.button)
    assert not any(button.isVisible() for button in hidden)
    assert not view.detail.assessment.isEnabled()
    QTest.keyClick(view.list, Qt.Key.Key_Delete)
    await settled()
    assert view.model.rowCount() == 3


async def test_everything_in_the_page_is_reached_by_tab(claims_view):
    view = await claims_view()
    view.list.setFocus()
    reached = set()
    for _step in range(40):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        reached.add(QApplication.focusWidget())
    wanted = {view.detail.edit, view.detail.delete, *view.detail.reports, view.filter}
    wanted |= {view.detail.assessment.band, view.detail.disputes[0].edit, view.bar.order}
    assert wanted <= reached


async def test_what_was_read_before_it_was_written_does_not_undo_what_is_typed(
    claims_view, work, monkeypatch
):
    view = await claims_view()
    await show(view, work.ids[0])
    section = view.detail.assessment
    late = LateRead(monkeypatch, claim_pages.read)
    view.inspector._show_again()
    await late.come()
    QTest.keyClicks(section.words, "Fits")
    may_weigh = asyncio.Event()
    weigh = Weighing._weigh

    async def weighed_late(weighing):
        await may_weigh.wait()
        return await weigh(weighing)

    monkeypatch.setattr(Weighing, "_weigh", weighed_late)
    await view.keep()
    await late.answer()
    assert section.words.text() == "Fits"
    may_weigh.set()
    await until(lambda: view.sheet.claim.assessment == "Fits")


async def test_of_two_claims_asked_for_the_last_is_stood_on(claims_view, work):
    view = await claims_view()
    await show(view, work.ids[0])
    view.show_row("a claim on its way")
    view.show_row(work.ids[0])
    view.model._places["a claim on its way"] = 1
    view.model.listed.emit()
    assert view.standing.claim_id == work.ids[0]
