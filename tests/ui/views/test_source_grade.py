"""The grade of a source, its history and interest, set by keys and mouse."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from sources_shown import choose, read, texts

from caseboard.commands.grading import GradeSource
from caseboard.model.terms import Reliability
from caseboard.store import source_pages
from late_read import LateRead
from support import settled, until

LEFT = Qt.MouseButton.LeftButton
ENTER = Qt.Key.Key_Return
CONTROL = Qt.KeyboardModifier.ControlModifier


async def test_a_grade_is_set_by_keyboard_with_its_reason(sources):
    view = await sources()
    grade = view.facts.grade
    assert not grade.set.isVisible()
    grade.letter.setFocus()
    QTest.keyClicks(grade.letter, "B")
    assert grade.set.isVisible()
    QTest.keyClick(grade.letter, Qt.Key.Key_Tab)
    assert grade.reason.hasFocus()
    QTest.keyClicks(grade.reason, "Answers for its word")
    QTest.keyClick(grade.reason, ENTER, CONTROL)
    await until(lambda: not grade.set.isVisible())
    await settled()
    assert view.page.source.reliability is Reliability.B
    assert (await read(view.model))[0].startswith("DeepState, B, usually reliable")
    assert texts(view.facts.history.entries[0])[0] == ("F, cannot be judged → B, usually reliable")
    assert texts(view.facts.history.entries[0])[1].endswith("UTC · tester")
    assert texts(view.facts.history.entries[0])[2] == "Answers for its word"


async def test_a_grade_without_a_reason_is_refused_in_words(sources):
    view = await sources()
    grade = view.facts.grade
    grade.letter.setFocus()
    QTest.keyClicks(grade.letter, "D")
    QTest.keyClick(grade.letter, ENTER)
    await until(grade.wrong.isVisible)
    assert grade.wrong.text().startswith("Say what the grade rests on.")
    assert grade.reason.hasFocus()
    QTest.keyClick(grade.reason, Qt.Key.Key_Escape)
    assert grade.letter.member is Reliability.F
    assert not grade.set.isVisible()
    await settled()
    assert view.page.source.reliability is Reliability.F


async def test_a_grade_that_is_begun_is_there_again_after_a_look_at_another(sources, work):
    view = await sources()
    grade = view.facts.grade
    grade.letter.setFocus()
    QTest.keyClicks(grade.letter, "C")
    await choose(view, work, "Ukrinform")
    assert grade.letter.member is Reliability.F
    assert not grade.set.isVisible()
    await choose(view, work, "DeepState")
    assert grade.letter.member is Reliability.C
    assert grade.set.isVisible()


async def test_what_is_begun_and_has_its_reason_is_kept_at_the_end(sources, work):
    view = await sources()
    QTest.keyClicks(view.facts.grade.letter, "C")
    await view.keep()
    assert view.page.source.reliability is Reliability.F
    QTest.keyClicks(view.facts.grade.reason, "Quick")
    await view.keep()
    page = await view._desk.read(source_pages.read, work.case, work.ids["DeepState"])
    assert (page.source.reliability, page.source.reliability_reason) == ("C", "Quick")


async def test_undo_of_a_grade_is_shown_and_stays_in_its_history(sources, work, history):
    view = await sources()
    await history.run(GradeSource(work.case, work.ids["DeepState"], Reliability.A, "Sure"))
    await until(lambda: view.facts.grade.letter.member is Reliability.A)
    await history.undo(work.case)
    await until(lambda: view.facts.grade.letter.member is Reliability.F)
    await until(lambda: len(view.facts.history.entries) == 3)
    assert texts(view.facts.history.entries[0])[1].endswith("undone")


async def test_an_interested_party_is_marked_in_list_and_page(sources):
    view = await sources()
    party = view.facts.interest.party
    party.setFocus()
    QTest.keyClick(party, Qt.Key.Key_Space)
    await until(lambda: view.page.source.interested)
    await settled()
    assert (await read(view.model))[0].startswith("DeepState, interested party,")
    pills = [view.middle.about.itemAt(i).widget().text() for i in range(view.middle.about.count())]
    assert pills == ["F, cannot be judged", "monitoring group", "interested party"]
    assert texts(view.facts.history.entries[0])[0] == "Interested party"


async def test_a_long_history_is_shown_in_part_until_asked_for(sources, work, history):
    view = await sources()
    for number, letter in enumerate("ABCDEAB"):
        grade = GradeSource(work.case, work.ids["DeepState"], Reliability(letter), f"no. {number}")
        await history.run(grade)
    await until(lambda: view.facts.history.button.text() == "Show all 8")
    assert len(view.facts.history.entries) == 5
    QTest.mouseClick(view.facts.history.button, LEFT)
    assert len(view.facts.history.entries) == 8
    assert not view.facts.history.button.isVisible()


async def test_a_grade_set_and_taken_back_before_it_was_shown_leaves_the_field(
    sources, work, history, monkeypatch
):
    view = await sources()
    grade = view.facts.grade
    QTest.keyClicks(grade.letter, "B")
    QTest.keyClicks(grade.reason, "Answers for its word")
    late = LateRead(monkeypatch, source_pages.read)
    await view.keep()
    await history.undo(work.case)
    await late.come()
    await late.answer()
    await until(lambda: grade.letter.member is Reliability.F)
    assert not grade.is_begun
