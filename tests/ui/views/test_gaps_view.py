"""The task list of gaps, driven by keys and mouse."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from caseboard.commands.gaps import AddGap, AnswerGap
from caseboard.model.terms import GapStatus
from caseboard.store import gaps
from caseboard.store.gaps import Order, Target
from caseboard.ui import gap_words
from caseboard.ui.forms.gap_form import GapForm
from caseboard.ui.lib.chips import Chip, Pill
from caseboard.ui.views.gaps import GapsView
from late_read import LateRead
from support import settled, until

LEFT = Qt.MouseButton.LeftButton
CTRL = Qt.KeyboardModifier.ControlModifier
WORDS = Qt.ItemDataRole.AccessibleTextRole


def in_days(days):
    return (gap_words.today() + timedelta(days=days)).isoformat()


@pytest.fixture
def gaps_view(shown, case_desk, work):
    """A view of three gaps: overdue and about a claim, due in five days, without a day."""

    async def gaps_view():
        await work.open()
        work.claim_id = await work.claim(await work.clip())
        target = Target("claim", work.claim_id)
        work.ids = [
            await add(work, "Who filmed the column?"),
            await add(work, "Which brigade led?", due=in_days(5)),
            await add(work, "Was the bridge up?", due=in_days(-3), target=target),
        ]
        return await shown(GapsView, await case_desk(work.case))

    return gaps_view


async def add(work, question, **more):
    return await work.history.run(AddGap(work.case, question, **more))


def listed(view):
    return [view.model.index(row, 0).data(WORDS) for row in range(view.model.rowCount())]


def questions(view):
    return [words.partition(",")[0] for words in listed(view)]


def pills(view):
    return [pill.text() for pill in view.detail.findChildren(Pill) if pill.isVisible()]


def kept(work, gap_id):
    return work.read(gaps.by_id, gap_id).gap


async def show(view, gap_id):
    view.show_row(gap_id)
    await until(lambda: view.row is not None and view.row.id == gap_id)
    await settled()


async def new_form(view):
    form = await until(lambda: next(iter(view.window().findChildren(GapForm)), None))
    await until(form.isVisible)
    return form


async def test_gaps_stand_by_their_day_and_say_it_in_words(gaps_view):
    view = await gaps_view()
    assert questions(view) == ["Was the bridge up?", "Which brigade led?", "Who filmed the column?"]
    assert "overdue by 3 days · C1 · G3" in listed(view)[0]
    assert "due in 5 days · G2" in listed(view)[1]


async def test_the_first_gap_is_shown_with_its_target(gaps_view, work, navigator):
    view = await gaps_view()
    assert view.row.id == work.ids[2]
    assert pills(view) == ["open", "overdue by 3 days"]
    (chip,) = [chip for chip in view.detail.findChildren(Chip) if chip.isVisible()]
    assert chip.text() == "C1 · The attack was repelled"
    QTest.mouseClick(chip, LEFT)
    await settled()
    assert navigator.seen == [("claim", work.claim_id, None)]


async def test_a_gap_is_added_by_keys_alone(gaps_view, work):
    view = await gaps_view()
    view.pane.focus()
    QTest.keyClick(view.pane.list, Qt.Key.Key_Insert)
    form = await new_form(view)
    fields = form.fields
    await until(lambda: QApplication.focusWidget() is fields.question)
    QTest.keyClicks(fields.question, "Is there imagery?")
    QTest.keyClick(fields.question, Qt.Key.Key_Tab)
    await until(lambda: fields.target.count() == 2)
    QTest.keyClick(fields.target, Qt.Key.Key_Down)
    QTest.keyClick(fields.target, Qt.Key.Key_Tab)
    QTest.keyClicks(fields.changes, "Entry: to unlikely")
    QTest.keyClick(fields.changes, Qt.Key.Key_Tab)
    QTest.keyClicks(fields.due.line, "tomorrow")
    assert "due tomorrow" in fields.due.reading.text()
    QTest.keyClick(fields.due.line, Qt.Key.Key_Return, CTRL)
    await until(lambda: view.model.rowCount() == 4)
    await settled()
    gap = kept(work, view.pane.current_id)
    assert (gap.question, gap.changes) == ("Is there imagery?", "Entry: to unlikely")
    assert (gap.claim_id, gap.due) == (work.claim_id, in_days(1))


async def test_a_gap_without_a_question_is_not_added(gaps_view):
    view = await gaps_view()
    QTest.mouseClick(view.new, LEFT)
    form = await new_form(view)
    QTest.mouseClick(form.keep, LEFT)
    await until(form.wrong.isVisible)
    assert "needs a question" in form.wrong.text()
    QTest.keyClick(form, Qt.Key.Key_Escape)
    await settled()
    assert view.model.rowCount() == 3


async def test_what_is_typed_in_a_gap_is_kept_where_it_stands(gaps_view, work):
    view = await gaps_view()
    fields = view.detail.fields
    fields.question.selectAll()
    QTest.keyClicks(fields.question, "Was the rail bridge up?")
    fields.due.line.selectAll()
    QTest.keyClicks(fields.due.line, "today")
    await view.keep()
    gap = kept(work, work.ids[2])
    assert (gap.question, gap.due) == ("Was the rail bridge up?", in_days(0))
    await until(lambda: "due today" in pills(view))


async def test_blanks_that_are_typed_do_not_move_the_cursor(gaps_view, work):
    view = await gaps_view()
    question = view.detail.fields.question
    question.setFocus()
    question.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClicks(question, "  And when?")
    await view.keep()
    await settled()
    assert kept(work, work.ids[2]).question == "Was the bridge up? And when?"
    assert question.toPlainText() == "Was the bridge up?  And when?"
    assert question.textCursor().atEnd()


async def test_a_day_that_is_none_is_said_and_the_old_one_stays(gaps_view, work):
    view = await gaps_view()
    fields = view.detail.fields
    fields.due.line.selectAll()
    QTest.keyClicks(fields.due.line, "2026-11")
    assert "not one day" in fields.due.reading.text()
    QTest.keyClicks(fields.changes, "Entry")
    await view.keep()
    gap = kept(work, work.ids[2])
    assert (gap.changes, gap.due) == ("Entry", in_days(-3))


async def test_a_question_emptied_is_not_lost_and_said_to_be_unsaved(gaps_view, work):
    view = await gaps_view()
    view.detail.fields.question.selectAll()
    QTest.keyClick(view.detail.fields.question, Qt.Key.Key_Delete)
    await view.keep()
    assert view.detail.failed.isVisible()
    assert kept(work, work.ids[2]).question == "Was the bridge up?"


async def test_an_answer_closes_a_gap_and_undo_brings_it_back(gaps_view, work, history):
    view = await gaps_view()
    QTest.mouseClick(view.detail.answer, LEFT)
    assert view.detail.wrong.isVisible()
    assert view.detail.words.hasFocus()
    QTest.keyClicks(view.detail.words, "Blown on 11 November")
    QTest.keyClick(view.detail.words, Qt.Key.Key_Return, CTRL)
    await until(lambda: view.model.rowCount() == 2)
    await settled()
    assert kept(work, work.ids[2]).status is GapStatus.ANSWERED
    assert view.said[-1].text == "Gap answered."
    assert view.said[-1].is_undoable
    await history.undo(work.case)
    await until(lambda: view.model.rowCount() == 3)


async def test_a_gap_is_dropped_with_a_reason_and_reopened(gaps_view, work):
    view = await gaps_view()
    QTest.keyClicks(view.detail.words, "No satellite passed")
    QTest.mouseClick(view.detail.drop, LEFT)
    await until(lambda: view.model.rowCount() == 2)
    view.show_row(work.ids[2])
    await until(lambda: view.row is not None and view.row.id == work.ids[2])
    await settled()
    assert view.closed.isChecked()
    assert view.detail.outcome.text() == "Dropped: No satellite passed"
    QTest.mouseClick(view.detail.reopen, LEFT)
    await until(lambda: kept(work, work.ids[2]).status is GapStatus.OPEN)
    await settled()
    assert view.detail.answer.isVisible()


async def test_answered_gaps_are_shown_when_asked_for_and_filtered_by_words(gaps_view, work):
    view = await gaps_view()
    await work.history.run(AnswerGap(work.case, work.ids[0], "A local channel"))
    await until(lambda: view.model.rowCount() == 2)
    view.closed.trigger()
    await until(lambda: view.model.rowCount() == 3)
    await settled()
    assert listed(view)[-1].startswith("Who filmed the column?, answered")
    QTest.keyClicks(view.pane.filter, "channel")
    await until(lambda: view.model.rowCount() == 1)
    await settled()


async def test_the_list_can_be_sorted_by_age(gaps_view):
    view = await gaps_view()
    (newest,) = [each for each in view.listing.menu().actions() if each.text() == "Newest first"]
    newest.trigger()
    await settled()
    assert view.model.order is Order.NEWEST
    assert questions(view)[0] == "Was the bridge up?"


async def test_delete_moves_a_gap_to_the_bin(gaps_view, work):
    view = await gaps_view()
    view.pane.focus()
    QTest.keyClick(view.pane.list, Qt.Key.Key_Delete)
    await until(lambda: view.model.rowCount() == 2)
    await settled()
    assert work.read(gaps.by_id, work.ids[2]) is None
    assert view.said[-1].text == "Delete gap. It is in the bin."


async def test_a_case_without_gaps_says_what_one_is(shown, case_desk, work):
    await work.open()
    view = await shown(GapsView, await case_desk(work.case))
    assert "would change a judgement" in view.pane.empty.sentence.text()
    QTest.mouseClick(view.pane.empty.button, LEFT)
    form = await new_form(view)
    QTest.keyClick(form, Qt.Key.Key_Escape)
    await settled()


async def test_a_reader_changes_nothing(shown, reader_desk, work):
    await work.open()
    await add(work, "Who filmed it?")
    view = await shown(GapsView, await reader_desk(work.case))
    await until(lambda: view.row is not None)
    detail = view.detail
    assert not detail.fields.isEnabled()
    assert not view.new.isEnabled()
    for button in (detail.answer, detail.drop, detail.delete):
        assert not button.isVisible()


async def test_what_comes_late_is_not_shown_where_no_gap_is_left(gaps_view, work, monkeypatch):
    view = await gaps_view()
    late = LateRead(monkeypatch, gaps.by_id)
    view.pane.show_row(work.ids[0])
    await late.come()
    QTest.keyClicks(view.pane.filter, "zeppelin")
    await until(lambda: view.row is None)
    await late.answer()
    await settled()
    assert view.row is None
